import { guardShape } from "../base/guard-call.js";
import { chartTexts } from "../base/texts/renderings/chart.js";
import type { PreparedCity } from "../city/prepared-city.js";
import { round, toTextElement } from "../maps/svg-text.js";
import type { CoverageReport } from "../model/report.js";
import { basisOf } from "../report/shortfalls.js";
import { colorOfClass, INK, ROOM, SOFT, toLine, writeChart } from "./chart-frame.js";
import { assertChart, type ChartOptions } from "./chart-options.js";
import { overlapNotes, readAreas, subjectOf } from "./chart-values.js";
import { lorenzOf, type SpreadPart } from "./lorenz.js";
import { spreadOf } from "./services-of.js";

/** Options of `toLorenz`. */
export interface LorenzOptions extends ChartOptions {
  /** The city of the report: services are then counted at every place where people live, not as means of neighborhoods. */
  readonly city?: PreparedCity;
}

const SIDE = 320;
const LEFT = (ROOM - SIDE) / 2;

/**
 * Draws the Lorenz curve of everyday services within reach, as one SVG file, with the Gini coefficient: how much of all services the part of
 * the people with the fewest has.
 *
 * @throws {CoverageError} INVALID_ARGUMENT for what is no report, or no prepared city
 * @see M. O. Lorenz, "Methods of measuring the concentration of wealth", 1905
 *
 * @example
 * ```ts
 * import { toLorenz } from "quarterhour/charts";
 *
 * toLorenz(report, { city }).includes("Gini coefficient"); // → true
 * ```
 */
export function toLorenz(report: CoverageReport, options: LorenzOptions = {}): string {
  return guardShape("toLorenz", () => {
    assertChart(report, options);
    const { city, locale = "en" } = options;
    const tell = chartTexts(locale);
    const spread = spreadOf(report, city);
    const parts = (spread?.map((amount, services) => ({ services, amount })) ?? ofAreas(report)).filter(
      ({ amount }) => amount > 0,
    );
    const { points, gini, half } = lorenzOf(parts);
    const words =
      parts.length === 0
        ? tell("chart.nothing")
        : tell("chart.lorenz.words", { half: `${Math.round(100 * half)}%`, gini: gini.toFixed(2) });
    const whose = tell(basisOf(report.city) === "population" ? "chart.lorenz.people" : "chart.lorenz.ground");
    return writeChart({
      locale,
      title: options.title ?? tell("chart.lorenz"),
      words,
      body: parts.length === 0 ? "" : drawCurve(points, half, [whose, tell("chart.lorenz.services")]),
      height: parts.length === 0 ? 0 : SIDE + 34,
      notes: [
        words,
        tell(spread === null ? "chart.fromAreas" : "chart.fromOrigins"),
        ...(spread === null ? overlapNotes(report, locale) : []),
      ],
    });
  });
}

function ofAreas(report: CoverageReport): SpreadPart[] {
  return readAreas(report, subjectOf(report, undefined, "en"), "en")
    .flatMap(({ value, amount }) => (value === null ? [] : [{ services: value, amount }]))
    .sort((a, b) => a.services - b.services);
}

function drawCurve(
  points: readonly (readonly [number, number])[],
  half: number,
  [across, up]: readonly [string, string],
): string {
  const at = ([x, y]: readonly [number, number]) => `${round(LEFT + SIDE * x)} ${round(SIDE - SIDE * y)}`;
  const line = points.map(at).join("L");
  const ticks = [0, 0.5, 1].flatMap((share) => [
    toTextElement(
      `${100 * share}%`,
      { x: LEFT + SIDE * share, y: SIDE + 16, size: 11 },
      `text-anchor="middle" fill="${SOFT}"`,
    ),
    toTextElement(
      `${100 * share}%`,
      { x: LEFT - 6, y: SIDE - SIDE * share + 4, size: 11 },
      `text-anchor="end" fill="${SOFT}"`,
    ),
  ]);
  return [
    `<path d="M${line}Z" fill="${colorOfClass(0)}" fill-opacity="0.25"/>`,
    `<path d="M${at([0, 0])}L${at([1, 1])}" fill="none" stroke="${SOFT}" stroke-dasharray="4 3"/>`,
    `<path d="M${line}" fill="none" stroke="${INK}" stroke-width="2"/>`,
    toLine(LEFT, 0, LEFT, SIDE),
    toLine(LEFT, SIDE, LEFT + SIDE, SIDE),
    `<circle cx="${round(LEFT + SIDE / 2)}" cy="${round(SIDE - SIDE * half)}" r="4" fill="${INK}"/>`,
    ...ticks,
    toTextElement(across, { x: LEFT + SIDE / 2, y: SIDE + 31, size: 11 }, 'text-anchor="middle"'),
    toTextElement(up, { x: LEFT + 6, y: 12, size: 11 }),
  ].join("\n");
}
