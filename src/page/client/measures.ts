import { pageTexts } from "../../base/texts/renderings/page.js";
import { toScoreText } from "../../report/circle-view.js";
import { type Digits, formatMinutes, formatShare, UNKNOWN_MARK } from "../../report/format-number.js";
import { toThresholdText } from "../../report/sentences.js";
import { CELL_STATUSES, CIRCLE_STATES, digitsOfArea, NONE, shareOfCell } from "../page-cells.js";
import { type PageModel, requirementsOf } from "./model.js";
import type { PageState } from "./state.js";

/** What a neighborhood shows of the measure that is chosen. */
export interface Reading {
  /** For sorting and charts; `null` = nothing is known. `Infinity` = beyond what was searched. */
  readonly value: number | null;
  /** Row of its color, 0 = best; -1 = hatched. */
  readonly rank: number;
  readonly text: string;
}
export interface ColorClass {
  readonly color: string;
  readonly label: string;
}

const UNKNOWN: Reading = { value: null, rank: NONE, text: UNKNOWN_MARK };
/** A share below 1 that is at least so much is of this class. */
const SHARE_STARTS = [0.95, 0.8, 0.6, 0.4, 0.2, 0] as const;
/** Minutes up to so many are of this class. */
const MINUTE_ENDS = [5, 10, 15, 20, 30, Number.POSITIVE_INFINITY] as const;
const MISSING_ENDS = [0, 1, 2, 4, 7, Number.POSITIVE_INFINITY] as const;

/** Reads the chosen measure for an area. */
export function readArea(model: PageModel, state: PageState, area: number): Reading {
  const reading = readJudged(model, state, area);
  // what a sliver tells is told, but neither colored nor ranked
  return state.result.cells.isSliver[area] === 1 ? { ...reading, value: null, rank: NONE } : reading;
}

function readJudged(model: PageModel, state: PageState, area: number): Reading {
  const unit = pageTexts(state.locale)("report.minutes");
  const { cells } = state.result;
  const digits = digitsOfArea(cells, area);
  if (state.requirement >= 0)
    return state.measure === "minutes"
      ? toMinuteReading(minutesOfRequirement(model, state, area, state.requirement), cutoffText(model, state), unit)
      : toShareReading(cells.share[area * model.requirementCount + state.requirement] as number, digits);
  const cell = area * model.circleCount + state.circle;
  if (CIRCLE_STATES[cells.state[cell] as number] !== "judged")
    return { ...UNKNOWN, text: scoreText(model, state, area, state.circle) };
  if (state.measure === "score") {
    const text = scoreText(model, state, area, state.circle);
    return { value: (cells.score[cell] as number) / 10, rank: cells.band[cell] as number, text };
  }
  if (state.measure === "share") return toShareReading(cells.circleShare[cell] as number, digits);
  if (state.measure === "minutes")
    return toMinuteReading(worstMinutes(model, state, area), cutoffText(model, state), unit);
  const count = missingOf(model, state, area, state.circle, true).length;
  return {
    value: count,
    rank: MISSING_ENDS.findIndex((end) => count <= end),
    text: pageTexts(state.locale)("page.countMissing", { count }),
  };
}

/** Lists the colors of the chosen measure, best first. */
export function listClasses({ facts }: PageModel, { measure, locale }: PageState): ColorClass[] {
  if (measure === "score") return facts.bands.map(({ color, label }) => ({ color, label: label[locale] }));
  const labels =
    measure === "share"
      ? SHARE_STARTS.map((start, i) => `${start * 100}–${100 * (SHARE_STARTS[i - 1] ?? 1)}%`)
      : rangesTo(
          measure === "minutes" ? MINUTE_ENDS : MISSING_ENDS,
          measure === "minutes" ? ` ${pageTexts(locale)("report.minutes")}` : "",
        );
  return facts.ramp.map((color, row) => ({ color, label: labels[row] ?? "" }));
}

function rangesTo(ends: readonly number[], unit: string): string[] {
  return ends.map((end, i) => {
    const before = ends[i - 1];
    if (end === Number.POSITIVE_INFINITY) return `> ${before}${unit}`;
    if (unit !== "") return `${before ?? 0}–${end}${unit}`;
    return before === undefined || end === before + 1 ? `${end}` : `${before + 1}–${end}`;
  });
}

/** Writes what a circle is told by: `"82.5 良"`. */
export function scoreText(
  { facts, circleCount }: PageModel,
  { result, locale }: PageState,
  area: number,
  circle: number,
): string {
  const cell = area * circleCount + circle;
  const { cells } = result;
  const score = cells.score[cell] as number;
  const ceiling = cells.scoreCeiling[cell] as number;
  const view = {
    coverage: { score: score === NONE ? null : score / 10, scoreCeiling: ceiling === NONE ? null : ceiling / 10 },
    scale: facts.scale,
    share: shareOfCell(cells.circleShare[cell] as number),
    state: CIRCLE_STATES[cells.state[cell] as number] ?? "unknown",
    grade: facts.standard.grades[cells.grade[cell] as number] ?? null,
    isCapped: cells.isCapped[cell] === 1,
    betterGrade: facts.standard.grades[cells.betterGrade[cell] as number] ?? null,
    isSliver: cells.isSliver[area] === 1,
    digits: digitsOfArea(cells, area),
  };
  return toScoreText(view, locale);
}

/** Lists the requirements of a circle that an area misses, mandatory ones first. */
export function missingOf(
  model: PageModel,
  { result }: PageState,
  area: number,
  circle: number,
  onlyMandatory = false,
): number[] {
  const { requirements } = model.facts.standard;
  const rank = (row: number) => (requirements[row]?.necessity === "mandatory" ? 0 : 1);
  return requirementsOf(model, circle)
    .filter((row) => result.cells.isMissing[area * model.requirementCount + row] === 1)
    .filter((row) => !onlyMandatory || rank(row) === 0)
    .sort((a, b) => rank(a) - rank(b) || a - b);
}

/** Tenths of minutes to a requirement; `null` = nothing is known, `Infinity` = beyond what was searched. */
export function minutesOfRequirement(
  model: PageModel,
  { result }: PageState,
  area: number,
  requirement: number,
): number | null {
  const cell = area * model.requirementCount + requirement;
  const status = CELL_STATUSES[result.cells.status[cell] as number];
  if (status === "no-data" || status === "unknown") return null;
  const tenths = result.cells.minutes[cell] as number;
  return tenths === NONE ? Number.POSITIVE_INFINITY : tenths;
}

/** To the farthest mandatory requirement of the circle that has data. */
function worstMinutes(model: PageModel, state: PageState, area: number): number | null {
  const { requirements } = model.facts.standard;
  const times = requirementsOf(model, state.circle)
    .filter((row) => requirements[row]?.necessity === "mandatory")
    .map((row) => minutesOfRequirement(model, state, area, row))
    .filter((tenths) => tenths !== null);
  return times.length === 0 ? null : Math.max(...times);
}

/** How far was searched: for the category that is shown, else for the first of the circle. */
export function cutoffText(model: PageModel, { circle, requirement, locale }: PageState): string {
  const row = requirement < 0 ? requirementsOf(model, circle)[0] : requirement;
  const asked = model.facts.standard.requirements[row ?? -1];
  return asked === undefined ? UNKNOWN_MARK : toThresholdText({ ...asked, threshold: asked.cutoff, count: 1 }, locale);
}

function toMinuteReading(tenths: number | null, cutoff: string, unit: string): Reading {
  if (tenths === null) return UNKNOWN;
  const minutes = tenths / 10;
  const rank = MINUTE_ENDS.findIndex((end) => minutes <= end);
  const text = tenths === Number.POSITIVE_INFINITY ? `> ${cutoff}` : `${formatMinutes(tenths * 6)} ${unit}`;
  return { value: minutes, rank, text };
}

function toShareReading(millionths: number, digits: Digits): Reading {
  const share = shareOfCell(millionths);
  if (share === null) return UNKNOWN;
  return { value: share, rank: SHARE_STARTS.findIndex((start) => share >= start), text: formatShare(share, digits) };
}
