import { pageTexts } from "../../base/texts/renderings/page.js";
import type { Locale } from "../../base/words.js";
import { AXIS, type Breaks, classOf, LIMIT_BREAKS, placeOf, serviceBreaks } from "../../charts/axis.js";
import { GRADE_MARKS, type GradedBy, toScoreText } from "../../report/circle-view.js";
import { type Digits, formatMinutes, formatShare, UNKNOWN_MARK } from "../../report/format-number.js";
import { toGradeNotes, toThresholdText } from "../../report/sentences.js";
import { toServicesRange } from "../../report/services-view.js";
import {
  CELL_STATUSES,
  CIRCLE_STATES,
  digitsOfArea,
  GRADED_BY,
  NONE,
  type PageCells,
  shareOfCell,
} from "../page-cells.js";
import type { PageChoice } from "./choice.js";
import type { PageData } from "./page-data.js";

/** What an area shows of what is chosen. */
export interface Reading {
  /** What is written, for sorting; `null` = nothing is known, or of a sliver only. */
  readonly value: number | null;
  /** On the axis, 0 to 100; `null` as above. */
  readonly place: number | null;
  /** On the axis, what it might be; as `place` where the data know all. */
  readonly ceiling: number | null;
  /** 0 = worst; -1 = hatched. */
  readonly band: number;
  /** As it is written; short, for labels of the map. */
  readonly text: string;
}

/** The part of a choice that decides about readings. */
export type Measured = Pick<PageChoice, "circle" | "requirement" | "by" | "locale">;

const UNKNOWN: Reading = { value: null, place: null, ceiling: null, band: -1, text: UNKNOWN_MARK };

/** Reads what is chosen for an area; the city is the area after the last. */
export function readArea(data: PageData, measured: Measured, area: number, cells: PageCells = data.cells): Reading {
  const reading = read(data, measured, area, cells);
  // what a sliver tells is told, but neither colored nor ranked
  return cells.isSliver[area] === 1 ? { ...reading, value: null, place: null, ceiling: null, band: -1 } : reading;
}

function read(data: PageData, measured: Measured, area: number, cells: PageCells): Reading {
  const { circle, requirement, by, locale } = measured;
  if (requirement >= 0)
    return by === "minutes"
      ? readMinutes(data, area, requirement, { cells, locale })
      : readShare(cells.share[area * data.requirementCount + requirement] as number, digitsOfArea(cells, area));
  if (circle < 0) return readServices(data, area, cells);
  const reading = readCircle(data, area, circle, { cells, locale });
  return { ...reading, text: `${reading.text}${GRADE_MARKS[gradedByOf(cells, area * data.circleCount + circle)]}` };
}

/** Reads how many services are within reach. */
export function readServices({ facts }: Pick<PageData, "facts">, area: number, cells: PageCells): Reading {
  const [known, most] = [cells.services[area] as number, cells.servicesCeiling[area] as number];
  if (known === NONE || facts.services.length === 0) return UNKNOWN;
  const breaks = serviceBreaks(facts.services.length);
  const reading = onAxis(known / 10, most / 10, breaks, servicesText(cells, area));
  return { ...reading, value: written(known / 10, cells.servicesDigits[area] === 1 ? 1 : 0) };
}

/** What is written of a number that is rounded down: lists are sorted by what they show. */
function written(value: number, digits: Digits): number {
  return digits === 1 ? value : Math.floor(value + 1e-9);
}

/** Writes how many services are within reach. */
export function servicesText(cells: PageCells, area: number): string {
  const of = (tenths: number) => (tenths === NONE ? null : tenths / 10);
  const digits: Digits = cells.servicesDigits[area] === 1 ? 1 : 0;
  const [value, ceiling] = [of(cells.services[area] as number), of(cells.servicesCeiling[area] as number)];
  return toServicesRange({ value, ceiling }, digits);
}

/** Reads what a circle is told by: its score, or for whom it is complete. Its class is one of its grade, whatever the score alone would have. */
export function readCircle(
  data: PageData,
  area: number,
  circle: number,
  { cells, locale }: { readonly cells: PageCells; readonly locale: Locale },
): Reading {
  const cell = area * data.circleCount + circle;
  if (CIRCLE_STATES[cells.state[cell] as number] !== "judged")
    return { ...UNKNOWN, text: circleText(data, area, circle, { cells, locale }) };
  if (data.facts.scale === "share") return readShare(cells.circleShare[cell] as number, digitsOfArea(cells, area));
  const [known, most] = [cells.score[cell] as number, cells.scoreCeiling[cell] as number];
  if (known === NONE) return UNKNOWN;
  const reading = onAxis(known / 10, most / 10, AXIS, scoreAlone(cells, area, cell));
  return {
    ...reading,
    value: written(known / 10, digitsOfArea(cells, area)),
    band: bandOfGrade(reading.band, cells.grade[cell] as number, data),
  };
}

/** The nearest class to that of a score in which a grade has scores, as they are written. */
function bandOfGrade(band: number, row: number, { facts }: Pick<PageData, "facts">): number {
  const { grades } = facts.standard;
  const [grade, better] = [grades[row], grades[row - 1]];
  if (grade === undefined) return band;
  const most = better === undefined ? band : Math.min(band, classOf(better.minScore - 0.1, AXIS));
  return Math.max(most, classOf(grade.minScore, AXIS));
}

/** Writes what a circle is told by, with its grade: `"82.5 良"`. */
export function circleText(
  { facts, circleCount }: PageData,
  area: number,
  circle: number,
  { cells, locale }: { readonly cells: PageCells; readonly locale: Locale },
): string {
  return toScoreText(viewOf(facts, cells, area, area * circleCount + circle), locale);
}

/** Writes the grade of a circle, or nothing where there is none. */
export function gradeText(
  { facts, circleCount }: PageData,
  area: number,
  circle: number,
  { cells, locale }: { readonly cells: PageCells; readonly locale: Locale },
): string {
  const { grade, gradedBy, betterGrade } = viewOf(facts, cells, area, area * circleCount + circle);
  if (grade === null) return "";
  return `${grade.label[locale]}${GRADE_MARKS[gradedBy]}${betterGrade === null ? "" : `–${betterGrade.label[locale]}`}`;
}

/** Explains the marks behind the grades of some areas, in all circles or one; the city is the area after the last. */
export function gradeNotes(
  { circleCount, cells }: PageData,
  areas: readonly number[],
  locale: Locale,
  circles: readonly number[] = [...Array(circleCount).keys()],
): string[] {
  const views = areas.flatMap((area) =>
    circles.map((circle) => ({ gradedBy: gradedByOf(cells, area * circleCount + circle) })),
  );
  return toGradeNotes(views, locale);
}

/** Tells what decided about the grade of a circle. */
export function gradedByOf(cells: PageCells, cell: number): GradedBy {
  return GRADED_BY[cells.gradedBy[cell] as number] ?? "score";
}

function viewOf(facts: PageData["facts"], cells: PageCells, area: number, cell: number) {
  const [score, ceiling] = [cells.score[cell] as number, cells.scoreCeiling[cell] as number];
  return {
    coverage: { score: score === NONE ? null : score / 10, scoreCeiling: ceiling === NONE ? null : ceiling / 10 },
    scale: facts.scale,
    share: shareOfCell(cells.circleShare[cell] as number),
    state: CIRCLE_STATES[cells.state[cell] as number] ?? ("unknown" as const),
    grade: facts.standard.grades[cells.grade[cell] as number] ?? null,
    gradedBy: gradedByOf(cells, cell),
    betterGrade: facts.standard.grades[cells.betterGrade[cell] as number] ?? null,
    isSliver: cells.isSliver[area] === 1,
    digits: digitsOfArea(cells, area),
  };
}

function scoreAlone(cells: PageCells, area: number, cell: number): string {
  const digits = digitsOfArea(cells, area);
  const write = (tenths: number) => (digits === 1 ? (tenths / 10).toFixed(1) : String(Math.floor(tenths / 10)));
  const [known, most] = [write(cells.score[cell] as number), write(cells.scoreCeiling[cell] as number)];
  return known === most ? known : `${known}–${most}`;
}

/** Reads a share of millionths. */
export function readShare(millionths: number, digits: Digits): Reading {
  const share = shareOfCell(millionths);
  if (share === null) return UNKNOWN;
  const reading = onAxis(100 * share, 100 * share, AXIS, formatShare(share, digits));
  const shown = Number((100 * share).toFixed(digits));
  // only nobody is 0 and only everybody is 100
  const value = share > 0 && share < 1 ? Math.min(100 - 1e-6, Math.max(1e-6, shown)) : shown;
  return { ...reading, value };
}

/** Reads the way to the nearest of a requirement, against its limit. */
export function readMinutes(
  { facts, requirementCount }: PageData,
  area: number,
  requirement: number,
  { cells, locale }: { readonly cells: PageCells; readonly locale: Locale },
): Reading {
  const cell = area * requirementCount + requirement;
  const asked = facts.standard.requirements[requirement];
  const status = CELL_STATUSES[cells.status[cell] as number];
  if (asked === undefined || status === "no-data" || status === "unknown") return UNKNOWN;
  const cost = costOfCell(cells, cell, asked.unit);
  const beyond = `> ${toThresholdText({ ...asked, threshold: asked.cutoff, count: 1 }, locale)}`;
  const tell = pageTexts(locale);
  if (cost === null) return { value: Number.POSITIVE_INFINITY, place: 0, ceiling: 0, band: 0, text: beyond };
  const text =
    asked.unit === "seconds" ? `${formatMinutes(cost)} ${tell("report.minutes")}` : `${cost} ${tell("report.meters")}`;
  return { ...onAxis(cost / asked.threshold, cost / asked.threshold, LIMIT_BREAKS, text), value: cost };
}

/** What the way to the nearest takes: seconds or metres; `null` = beyond what was searched. */
export function costOfCell(cells: PageCells, cell: number, unit: "seconds" | "meters"): number | null {
  const own = (unit === "seconds" ? cells.minutes[cell] : cells.meters[cell]) as number;
  return own === NONE ? null : unit === "seconds" ? 6 * own : own;
}

function onAxis(value: number, most: number, breaks: Breaks, text: string): Reading {
  return { value, place: placeOf(value, breaks), ceiling: placeOf(most, breaks), band: classOf(value, breaks), text };
}

/** Writes the range of each class of what is chosen, the worst first. */
export function classLabels({ facts }: PageData, { circle, requirement, by, locale }: Measured): string[] {
  const asked = facts.standard.requirements[requirement];
  if (asked !== undefined && by === "minutes") {
    const limits = [3, 2, 1, 0.75, 0.5].map((times) => toLimit(asked, times));
    const unit = pageTexts(locale)(asked.unit === "seconds" ? "report.minutes" : "report.meters");
    return [
      `> ${limits[0]}`,
      ...limits.slice(1).map((to, row) => `${to}–${limits[row]}`),
      `≤ ${limits.at(-1)} ${unit}`,
    ];
  }
  const isShare = requirement >= 0 || (circle >= 0 && facts.scale === "share");
  const breaks = requirement < 0 && circle < 0 ? serviceBreaks(facts.services.length) : AXIS;
  return breaks.slice(1).map((end, row) => `${breaks[row]}–${end}${isShare ? "%" : ""}`);
}

function toLimit({ unit, threshold }: { readonly unit: string; readonly threshold: number }, times: number): string {
  const value = (times * threshold) / (unit === "seconds" ? 60 : 1);
  return String(Math.round(10 * value) / 10);
}
