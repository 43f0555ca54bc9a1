import type { AreaCoverage, CoverageReport, CoverageStatus, RequirementCoverage, Share } from "../model/report.js";
import { type GradedBy, hasResult, viewCircles } from "../report/circle-view.js";
import { type Digits, digitsOf } from "../report/format-number.js";
import { isKnown } from "../report/requirement-view.js";
import { servicesDigitsOf } from "../report/services-view.js";
import { basisOf, isSliver, judgedShare } from "../report/shortfalls.js";
import type { CompactColumn } from "./compact-columns.js";

/**
 * The numbers of a report as the page shows them, rounded as every rendering rounds them.
 *
 * A cell is `area * circleCount + circle` or `area * requirementCount + requirement`. The last area is the city. -1: none.
 */
export interface PageCells {
  /** People, `NaN` = no input tells. */
  readonly population: Float64Array;
  readonly squareMeters: Float64Array;
  /** 1 = told by its people, 0 = by its ground. */
  readonly isByPeople: Uint8Array;
  /** 1 = a sliver of it was judged only: not colored, and in no list of the worst. */
  readonly isSliver: Uint8Array;
  /** Decimals with which its shares and scores are written: 0 or 1. */
  readonly digits: Uint8Array;
  /** Everyday services within reach: tenths, rounded down; what is known, and what it might be. */
  readonly services: Int32Array;
  readonly servicesCeiling: Int32Array;
  /** Decimals with which they are written: 0 or 1. */
  readonly servicesDigits: Uint8Array;
  /** Per circle: tenths, rounded down. */
  readonly score: Int32Array;
  /** Per circle: tenths of what the score might be, rounded down. */
  readonly scoreCeiling: Int32Array;
  /** Per circle: row of the grade. */
  readonly grade: Int32Array;
  /** Per circle: row of the grade that it might have; only where it is a better one. */
  readonly betterGrade: Int32Array;
  /** Per circle, as in `CIRCLE_STATES`. */
  readonly state: Uint8Array;
  /** Per circle, as in `GRADED_BY`. */
  readonly gradedBy: Uint8Array;
  /** Per circle: millionths of the people (or ground) with every mandatory category. */
  readonly circleShare: Int32Array;
  /** Per requirement, as in `CELL_STATUSES`. */
  readonly status: Uint8Array;
  /** Per requirement: millionths. */
  readonly share: Int32Array;
  /** Per requirement: people (or square metres) without it. */
  readonly without: Float64Array;
  /** Per requirement: tenths of minutes to the nearest, of the median resident, rounded up. -1 = beyond the cutoff. */
  readonly minutes: Int32Array;
  /** Per requirement: of the median resident. */
  readonly meters: Int32Array;
  /** Per requirement: row of the nearest facility of the median resident. */
  readonly nearest: Int32Array;
}

export const CIRCLE_STATES = ["judged", "no-data", "unknown", "labels"] as const;
export const GRADED_BY: readonly GradedBy[] = ["score", "cap", "mandatory"];
export const CELL_STATUSES: readonly (CoverageStatus | "unknown")[] = [
  "covered",
  "partly",
  "uncovered",
  "unreachable",
  "no-data",
  "unknown",
];
export const NONE = -1;
const MILLION = 1_000_000;

/** Lays the numbers of a report into columns. @param rowOfFacility row by id; ids that it does not know get a row there */
export function toPageCells(report: CoverageReport, rowOfFacility: (id: string) => number): PageCells {
  const { circles, requirements } = report.standard;
  const areas: readonly AreaCoverage[] = [...report.neighborhoods, report.city];
  const cells = emptyCells(areas.length, circles.length, requirements.length);
  areas.forEach((area, row) => {
    const basis = basisOf(area);
    cells.population[row] = area.population ?? Number.NaN;
    cells.squareMeters[row] = area.areaSquareMeters;
    cells.isByPeople[row] = basis === "population" ? 1 : 0;
    cells.isSliver[row] = isSliver(report.standard, area) ? 1 : 0;
    cells.digits[row] = digitsOf(area, basis);
    cells.services[row] = toTenths(area.services.value);
    cells.servicesCeiling[row] = toTenths(area.services.ceiling);
    cells.servicesDigits[row] = servicesDigitsOf(area);
    viewCircles(report, area).forEach((view, circle) => {
      const { coverage, grade, betterGrade, state, gradedBy } = view;
      const cell = row * circles.length + circle;
      cells.score[cell] = toTenths(coverage.score);
      cells.scoreCeiling[cell] = toTenths(coverage.scoreCeiling);
      cells.betterGrade[cell] = betterGrade === null ? NONE : report.standard.grades.indexOf(betterGrade);
      cells.grade[cell] = grade === null ? NONE : report.standard.grades.indexOf(grade);
      cells.state[cell] = CIRCLE_STATES.indexOf(state);
      cells.gradedBy[cell] = GRADED_BY.indexOf(gradedBy);
      cells.circleShare[cell] = hasResult(state) ? toMillionths(coverage[basis]) : NONE;
    });
    requirements.forEach(({ id }, column) => {
      const cell = row * requirements.length + column;
      const coverage = area.requirements[id];
      const { nearest, seconds } = coverage;
      const isUnknown = coverage.status !== "no-data" && !isKnown(coverage);
      cells.status[cell] = CELL_STATUSES.indexOf(isUnknown ? "unknown" : coverage.status);
      cells.share[cell] = coverage.status === "no-data" ? NONE : toMillionths(judgedShare(coverage, basis));
      cells.without[cell] = toWithout(coverage, basis);
      const median = seconds?.median ?? null;
      cells.minutes[cell] = median === null ? NONE : Math.ceil(median / 6 - 1e-9);
      cells.meters[cell] = nearest?.meters == null ? NONE : Math.round(nearest.meters);
      cells.nearest[cell] = nearest === null ? NONE : rowOfFacility(nearest.facilityId);
    });
  });
  return cells;
}

/** The columns of the cells, by name, for packing. */
export function columnsOfCells(cells: PageCells): Readonly<Record<string, CompactColumn>> {
  return { ...cells };
}

function emptyCells(areaCount: number, circleCount: number, requirementCount: number): PageCells {
  const perCircle = () => new Int32Array(areaCount * circleCount);
  const perRequirement = () => new Int32Array(areaCount * requirementCount);
  return {
    population: new Float64Array(areaCount),
    squareMeters: new Float64Array(areaCount),
    isByPeople: new Uint8Array(areaCount),
    isSliver: new Uint8Array(areaCount),
    digits: new Uint8Array(areaCount),
    services: new Int32Array(areaCount),
    servicesCeiling: new Int32Array(areaCount),
    servicesDigits: new Uint8Array(areaCount),
    score: perCircle(),
    scoreCeiling: perCircle(),
    grade: perCircle(),
    betterGrade: perCircle(),
    state: new Uint8Array(areaCount * circleCount),
    gradedBy: new Uint8Array(areaCount * circleCount),
    circleShare: perCircle(),
    status: new Uint8Array(areaCount * requirementCount),
    share: perRequirement(),
    without: new Float64Array(areaCount * requirementCount),
    minutes: perRequirement(),
    meters: perRequirement(),
    nearest: perRequirement(),
  };
}

/** Rounds a score as every rendering does: down. */
function toTenths(score: number | null): number {
  return score === null ? NONE : Math.floor(score * 10 + 1e-9);
}

/** Counts who (or what ground) is known to be without, to a thousandth: sums are written as those of all renderings. */
function toWithout(coverage: RequirementCoverage, basis: "population" | "area"): number {
  const { share, covered, total, unknown } = coverage[basis];
  return share === null || coverage.status === "no-data" ? NONE : Math.round(1000 * (total - unknown - covered)) / 1000;
}

/** Gives the decimals with which shares and scores of an area are written; the city stands last. */
export function digitsOfArea({ digits }: Pick<PageCells, "digits">, area: number): Digits {
  return digits[area] === 1 ? 1 : 0;
}

/** Gives the share that a cell tells; `null` = nothing is known. */
export function shareOfCell(millionths: number): number | null {
  return millionths === NONE ? null : millionths / MILLION;
}

/** Only exactly nobody is 0, and only exactly everybody is a million. */
function toMillionths({ share }: Share): number {
  if (share === null) return NONE;
  if (share === 0 || share === 1) return share * MILLION;
  return Math.min(MILLION - 1, Math.max(1, Math.round(share * MILLION)));
}
