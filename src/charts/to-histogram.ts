import { guardShape } from "../base/guard-call.js";
import { chartTexts } from "../base/texts/renderings/chart.js";
import type { PreparedCity } from "../city/prepared-city.js";
import { toTextElement } from "../maps/svg-text.js";
import type { CoverageReport } from "../model/report.js";
import type { CircleId, RequirementId } from "../model/standard.js";
import { basisOf } from "../report/shortfalls.js";
import { AXIS, type Breaks, CLASS_COUNT, classOf } from "./axis.js";
import { colorOfClass, ROOM, SOFT, toBar, toLine, writeChart } from "./chart-frame.js";
import { assertChart, type ChartOptions } from "./chart-options.js";
import { overlapNotes, readAreas, type Subject, subjectOf, writeAmount } from "./chart-values.js";
import { spreadOf } from "./services-of.js";

/** Options of `toHistogram`. */
export interface HistogramOptions extends ChartOptions {
  /** What people are counted by: everyday services within reach, the score of a circle or the share of a requirement. Default: `everydayServices`. */
  readonly of?: "everydayServices" | CircleId | RequirementId;
  /** The city of the report: everyday services are then counted at every place where people live, not as means of neighborhoods. */
  readonly city?: PreparedCity;
}

/** People (or ground) from one value up to the next. */
interface Bin {
  readonly from: number;
  /** `null`: only `from` itself. */
  readonly to: number | null;
  readonly amount: number;
}

const HEIGHT = 200;
/** Of what is counted in hundredths. */
const BIN_WIDTH = 5;

/**
 * Draws how many people there are by what they reach, as one SVG file: bars in the colors of the map, a line where it is enough.
 *
 * Neighborhoods of which nothing is known, or a sliver only, are in no bar and told below. Where nobody lives, ground is counted.
 *
 * @throws {CoverageError} INVALID_ARGUMENT for what is no report, or what its standard does not know
 *
 * @example
 * ```ts
 * import { toHistogram } from "quarterhour/charts";
 *
 * toHistogram(report, { city, locale: "zh" }).includes("<svg"); // → true
 * ```
 */
export function toHistogram(report: CoverageReport, options: HistogramOptions = {}): string {
  return guardShape("toHistogram", () => {
    assertChart(report, options);
    const { of, city, locale = "en" } = options;
    const tell = chartTexts(locale);
    const basis = basisOf(report.city);
    const subject = subjectOf(report, of, locale);
    const isServices = of === undefined || of === "everydayServices";
    const spread = isServices ? spreadOf(report, city) : null;
    const areas = readAreas(report, subject, locale);
    const unknown = areas.reduce((sum, { value, amount }) => sum + (value === null ? amount : 0), 0);
    const bins =
      spread === null
        ? binAreas(areas, subject, isServices)
        : spread.map((amount, services): Bin => ({ from: services, to: null, amount }));
    const all = bins.reduce((sum, { amount }) => sum + amount, 0);
    const pass = subject.breaks[3] as number;
    const enough = bins.reduce((sum, { from, amount }) => sum + (from >= pass ? amount : 0), 0);
    const words = tell("chart.histogram.words", {
      amount: writeAmount(enough, basis, locale),
      ...{ all: writeAmount(all, basis, locale), pass },
    });
    return writeChart({
      locale,
      title:
        options.title ??
        tell(basis === "population" ? "chart.histogram.people" : "chart.histogram.ground", { subject: subject.label }),
      words: all === 0 ? tell("chart.nothing") : words,
      body: drawBins(bins, subject.breaks, (amount) => writeAmount(amount, basis, locale)),
      height: HEIGHT + 26,
      notes: [
        all === 0 ? tell("chart.nothing") : words,
        tell(spread === null ? "chart.fromAreas" : "chart.fromOrigins"),
        ...(spread === null ? overlapNotes(report, locale) : []),
        ...(unknown > 0 ? [tell("chart.unknown", { amount: writeAmount(unknown, basis, locale) })] : []),
      ],
    });
  });
}

function binAreas(areas: ReturnType<typeof readAreas>, { breaks }: Subject, isServices: boolean): Bin[] {
  const most = breaks[CLASS_COUNT] as number;
  const width = isServices ? 1 : BIN_WIDTH;
  const count = isServices ? Math.floor(most) + 1 : most / BIN_WIDTH;
  const amounts = new Array<number>(count).fill(0);
  for (const { value, amount } of areas) {
    if (value === null) continue;
    const row = Math.min(count - 1, Math.floor(value / width));
    amounts[row] = (amounts[row] as number) + amount;
  }
  return amounts.map((amount, row) => ({
    from: row * width,
    to: isServices && row === count - 1 ? null : (row + 1) * width,
    amount,
  }));
}

function drawBins(bins: readonly Bin[], breaks: Breaks, write: (amount: number) => string): string {
  const most = Math.max(...bins.map(({ amount }) => amount), Number.MIN_VALUE);
  const step = ROOM / bins.length;
  const last = bins.length - 1;
  const bars = bins.map(({ from, to, amount }, row) => {
    const height = (HEIGHT * amount) / most;
    const range = to === null ? `${from}` : `${from}–${to}`;
    const box = { x: row * step + 1, y: HEIGHT - height, width: step - 2, height };
    return amount === 0 ? "" : toBar(box, colorOfClass(classOf(from, breaks)), `${range}: ${write(amount)}`);
  });
  /** Where a value begins: bars of whole numbers stand in the middle of theirs. */
  const unit = (bins[1]?.from ?? 1) - (bins[0]?.from ?? 0);
  const xOf = (value: number) => Math.min(bins.length, value / unit) * step;
  const isWhole = bins[last]?.to === null;
  const marks = breaks
    .slice(0, AXIS.length)
    .map((value) =>
      toTextElement(
        String(value),
        { x: xOf(value) + (isWhole ? step / 2 : 0), y: HEIGHT + 16, size: 11 },
        `text-anchor="${value === breaks[0] && !isWhole ? "start" : value === breaks[CLASS_COUNT] && !isWhole ? "end" : "middle"}" fill="${SOFT}"`,
      ),
    );
  const pass = xOf(breaks[3] as number);
  return [
    ...bars,
    toLine(0, HEIGHT, ROOM, HEIGHT),
    toLine(pass, 0, pass, HEIGHT, `stroke="${SOFT}" stroke-dasharray="4 3"`),
    ...marks,
  ].join("\n");
}
