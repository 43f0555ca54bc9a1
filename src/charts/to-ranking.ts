import { assertChoice, invalid } from "../base/check-argument.js";
import { guardShape } from "../base/guard-call.js";
import { say } from "../base/texts/library.js";
import { chartTexts } from "../base/texts/renderings/chart.js";
import type { Locale } from "../base/words.js";
import { everydayServices } from "../coverage/summarize-services.js";
import { fitText, toTextElement } from "../maps/svg-text.js";
import type { CoverageReport } from "../model/report.js";
import type { CircleId, RequirementId } from "../model/standard.js";
import { digitsOf, formatShare } from "../report/format-number.js";
import { basisOf } from "../report/shortfalls.js";
import { AXIS, CLASS_COUNT, classOf } from "./axis.js";
import { colorOfClass, ROOM, toBar, writeChart } from "./chart-frame.js";
import { assertChart, type ChartOptions } from "./chart-options.js";
import { readAreas, type Subject, subjectOf, writeAmount } from "./chart-values.js";

/** Options of `toRanking`. */
export interface RankingOptions extends ChartOptions {
  /** What is ranked: the services that most people are without, or the neighborhoods that have least. Default: `services`. */
  readonly by?: "services" | "neighborhoods";
  /** What neighborhoods are ranked by: everyday services, or a circle or a requirement by its id. Default: `everydayServices`. */
  readonly of?: "everydayServices" | CircleId | RequirementId;
  /** How many, from 1. Default: 10. */
  readonly count?: number;
}

interface RankedRow {
  readonly name: string;
  readonly value: string;
  /** Of the whole bar, 0 to 1. */
  readonly part: number;
  readonly band: number;
}

const LEFT = 210;
const RIGHT = 150;
const LENGTH = ROOM - LEFT - RIGHT;
const ROW_HEIGHT = 26;

/**
 * Draws a ranked list as bars, as one SVG file: what is missing most (people without each everyday service), or where it is worst.
 *
 * Services without data, neighborhoods of which nothing is known and those judged on a sliver are in no list.
 *
 * @throws {CoverageError} INVALID_ARGUMENT for what is no report, a wrong option, or what its standard does not know
 *
 * @example
 * ```ts
 * import { toRanking } from "quarterhour/charts";
 *
 * toRanking(report, { by: "neighborhoods", count: 5 }).includes("<svg"); // → true
 * ```
 */
export function toRanking(report: CoverageReport, options: RankingOptions = {}): string {
  return guardShape("toRanking", () => {
    assertChart(report, options);
    const { by = "services", count = 10, locale = "en" } = options;
    assertChoice("by", by, ["services", "neighborhoods"]);
    if (!(Number.isInteger(count) && count >= 1))
      throw invalid("count", count, say("expected.wholeNumber", { most: 1000 }));
    const tell = chartTexts(locale);
    const subject = subjectOf(report, options.of, locale);
    const ranked = (by === "services" ? rankServices(report, locale) : rankAreas(report, subject, locale)).slice(
      0,
      count,
    );
    const [first] = ranked;
    return writeChart({
      locale,
      title:
        options.title ??
        (by === "services" ? tell("chart.ranking.missing") : tell("chart.ranking.places", { subject: subject.label })),
      words: first === undefined ? tell("chart.nothing") : tell("chart.ranking.words", { ...first }),
      body: ranked.map(drawRow).join("\n"),
      height: ranked.length * ROW_HEIGHT,
      notes: first === undefined ? [tell("chart.nothing")] : [],
    });
  });
}

function rankServices({ standard, city }: CoverageReport, locale: Locale): RankedRow[] {
  const basis = basisOf(city);
  const digits = digitsOf(city, basis);
  return everydayServices(standard.requirements)
    .flatMap((requirement) => {
      const { status, [basis]: share } = city.requirements[requirement.id];
      if (status === "no-data" || share.share === null) return [];
      return [{ requirement, share: share.share, without: share.total - share.unknown - share.covered }];
    })
    .sort((a, b) => b.without - a.without) // a stable sort: ties keep the standard's order
    .map(({ requirement, share, without }) => ({
      name: requirement.label[locale],
      value: `${writeAmount(without, basis, locale)} · ${formatShare(1 - share, digits)}`,
      ...{ part: 1 - share, band: classOf(100 * share, AXIS) },
    }));
}

function rankAreas(report: CoverageReport, subject: Subject, locale: Locale): RankedRow[] {
  const most = subject.breaks[CLASS_COUNT] as number;
  return readAreas(report, subject, locale)
    .filter(({ value }) => value !== null)
    .sort((a, b) => (a.value as number) - (b.value as number) || b.amount - a.amount)
    .map(({ name, value, text, band, amountText }) => ({
      name,
      value: `${text} · ${amountText}`,
      ...{ part: most === 0 ? 0 : (value as number) / most, band },
    }));
}

function drawRow({ name, value, part, band }: RankedRow, row: number): string {
  const y = row * ROW_HEIGHT;
  const box = {
    x: LEFT,
    y: y + 5,
    width: Math.max(1, LENGTH * Math.max(0, Math.min(1, part))),
    height: ROW_HEIGHT - 10,
  };
  return [
    toTextElement(fitText(name, 12, LEFT - 12), { x: LEFT - 8, y: y + 17, size: 12 }, 'text-anchor="end"'),
    toBar(box, colorOfClass(band), `${name}: ${value}`),
    toTextElement(fitText(value, 12, RIGHT + 20), { x: ROOM, y: y + 17, size: 12 }, 'text-anchor="end"'),
  ].join("\n");
}
