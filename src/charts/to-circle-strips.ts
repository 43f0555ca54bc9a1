import { guardShape } from "../base/guard-call.js";
import { chartTexts } from "../base/texts/renderings/chart.js";
import { escapeXml, round, toTextElement, wrapText } from "../maps/svg-text.js";
import type { CoverageReport } from "../model/report.js";
import type { Circle } from "../model/standard.js";
import { scaleOf, toScoreText, viewCircles } from "../report/circle-view.js";
import { digitsOf, formatScore, formatShare, UNKNOWN_MARK } from "../report/format-number.js";
import { basisOf } from "../report/shortfalls.js";
import { AXIS } from "./axis.js";
import { colorOfClass, INK, ROOM, SOFT, toLine, writeChart } from "./chart-frame.js";
import { assertChart, type ChartOptions } from "./chart-options.js";
import { type ChartArea, percent, readAreas, subjectOf } from "./chart-values.js";

/** Options of `toCircleStrips`. */
export type CircleStripsOptions = ChartOptions;

const LEFT = 150;
const RIGHT = 110;
const LENGTH = ROOM - LEFT - RIGHT;
const ROW_HEIGHT = 64;
/** Of the largest dot, in pixels. */
const LARGEST = 9;
const SMALLEST = 2;
/** So many dots of the largest size have room; of more, each is smaller. */
const ROOMY_COUNT = 80;

/**
 * Draws every neighborhood as a dot on one axis for each circle, as one SVG file: by score, or where the standard has none by the share of
 * people for whom the circle is complete. A dot is as large as its people are many; a bar is the city, a line is where it is enough.
 *
 * @throws {CoverageError} INVALID_ARGUMENT for what is no report
 *
 * @example
 * ```ts
 * import { toCircleStrips } from "quarterhour/charts";
 *
 * toCircleStrips(report, { locale: "zh" }).includes("便民生活圈"); // → true
 * ```
 */
export function toCircleStrips(report: CoverageReport, options: CircleStripsOptions = {}): string {
  return guardShape("toCircleStrips", () => {
    assertChart(report, options);
    const { locale = "en" } = options;
    const tell = chartTexts(locale);
    const { circles } = report.standard;
    const rows = circles.map((circle, row) => drawRow(report, circle, row, options));
    const bottom = circles.length * ROW_HEIGHT;
    const marks = AXIS.map((place) =>
      toTextElement(
        String(place),
        { x: LEFT + (LENGTH * place) / 100, y: bottom + 16, size: 11 },
        `text-anchor="middle" fill="${SOFT}"`,
      ),
    );
    const pass = LEFT + (LENGTH * (AXIS[3] as number)) / 100;
    return writeChart({
      locale,
      title: options.title ?? tell("chart.strips"),
      words: rows.map(({ words }) => words).join(locale === "en" ? " " : ""),
      body: [
        toLine(pass, 0, pass, bottom, `stroke="${SOFT}" stroke-dasharray="4 3"`),
        ...rows.map(({ svg }) => svg),
        toLine(LEFT, bottom, LEFT + LENGTH, bottom),
        ...marks,
      ].join("\n"),
      height: bottom + 24,
      notes: [tell("chart.strips.note")],
    });
  });
}

function drawRow(report: CoverageReport, circle: Circle, row: number, { locale = "en" }: CircleStripsOptions) {
  const areas = readAreas(report, subjectOf(report, circle.id, locale), locale).filter(({ value }) => value !== null);
  const view = viewCircles(report, report.city).find((one) => one.circle.id === circle.id);
  const isShare = scaleOf(report.standard) === "share";
  const basis = basisOf(report.city);
  const digits = digitsOf(report.city, basis);
  const ofCity = isShare ? percent(view?.share ?? null) : (view?.coverage.score ?? null);
  const write = (value: number) => (isShare ? formatShare(value / 100, digits) : formatScore(value, digits));
  const cityText =
    view === undefined || ofCity === null || view.state !== "judged"
      ? UNKNOWN_MARK
      : isShare
        ? write(ofCity)
        : toScoreText(view, locale);
  const middle = row * ROW_HEIGHT + ROW_HEIGHT / 2;
  const labels = wrapText(circle.label[locale], 13, LEFT - 16);
  const values = areas.map(({ value }) => value as number);
  return {
    words: chartTexts(locale)("chart.strips.words", {
      ...{ circle: circle.label[locale], city: cityText },
      least: values.length === 0 ? UNKNOWN_MARK : write(Math.min(...values)),
      most: values.length === 0 ? UNKNOWN_MARK : write(Math.max(...values)),
    }),
    svg: [
      ...labels.map((line, i) =>
        toTextElement(line, { x: 0, y: middle + 5 + 16 * (i - (labels.length - 1) / 2), size: 13 }),
      ),
      toLine(LEFT, middle, LEFT + LENGTH, middle, `stroke="${SOFT}" stroke-opacity="0.4"`),
      ...dodge(areas).map(({ one, x, y, radius }) => {
        const text = `${one.name}: ${one.text}`;
        return `<circle cx="${round(LEFT + x)}" cy="${round(middle + y)}" r="${round(radius)}" fill="${colorOfClass(one.band)}" stroke="${SOFT}" stroke-width="0.6"><title>${escapeXml(text)}</title></circle>`;
      }),
      ofCity === null
        ? ""
        : `<rect x="${round(LEFT + (LENGTH * ofCity) / 100 - 1.5)}" y="${round(middle - 22)}" width="3" height="44" fill="${INK}"><title>${escapeXml(cityText)}</title></rect>`,
      toTextElement(cityText, { x: ROOM, y: middle + 5, size: 13 }, 'text-anchor="end" font-weight="bold"'),
    ].join("\n"),
  };
}

/** Moves dots up and down, so that fewer lie on each other: the largest first, as near to the line as there is room. */
function dodge(areas: readonly ChartArea[]) {
  const most = Math.max(...areas.map(({ amount }) => amount), Number.MIN_VALUE);
  const room = ROW_HEIGHT / 2 - 4;
  const largest = LARGEST * Math.min(1, Math.sqrt(ROOMY_COUNT / areas.length));
  const placed: { readonly x: number; readonly y: number; readonly radius: number; readonly one: ChartArea }[] = [];
  const bySize = [...areas].sort((a, b) => b.amount - a.amount);
  for (const one of bySize) {
    const radius = Math.max(SMALLEST, largest * Math.sqrt(one.amount / most));
    const x = (LENGTH * (one.value as number)) / 100;
    const near = placed.filter((other) => Math.abs(other.x - x) < other.radius + radius).slice(0, 60);
    let best = { y: 0, overlap: Number.POSITIVE_INFINITY };
    for (let off = 0; off <= room - radius && best.overlap > 0; off += 2)
      for (const y of off === 0 ? [0] : [off, -off]) {
        const overlap = near.reduce(
          (sum, other) => sum + Math.max(0, other.radius + radius - distanceBetween(other.x - x, other.y - y)),
          0,
        );
        if (overlap < best.overlap) best = { y, overlap };
      }
    placed.push({ x, y: best.y, radius, one });
  }
  return placed;
}

function distanceBetween(dx: number, dy: number): number {
  return Math.sqrt(dx * dx + dy * dy);
}
