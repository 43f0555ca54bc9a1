import { reportTexts } from "../base/texts/renderings/report.js";
import type { Locale } from "../base/words.js";
import type {
  AreaCoverage,
  CoverageReport,
  NeighborhoodCoverage,
  RequirementCoverage,
  Share,
} from "../model/report.js";
import type { RequirementSummary, StandardSummary } from "../model/standard-summary.js";
import { formatArea } from "./format-area.js";
import { formatCount, UNKNOWN_MARK } from "./format-number.js";

/** What is counted: people, or square metres where no people are known. */
export type Basis = "population" | "area";

/** People (or ground) of one neighborhood without one mandatory category. */
export interface Shortfall {
  readonly neighborhood: NeighborhoodCoverage;
  readonly requirement: RequirementSummary;
  readonly coverage: RequirementCoverage;
  readonly basis: Basis;
  /** People, or square metres. Greater than 0. */
  readonly uncovered: number;
}

/** Writes the name of an area, with a mark where a sliver of it was judged only. */
export function toAreaName(report: CoverageReport, area: NeighborhoodCoverage, locale: Locale): string {
  const name = area.name ?? area.id;
  return isSliver(report.standard, area) ? reportTexts(locale)("report.sliver", { name }) : name;
}

/** Tells whether so little of an area was judged that what is told of it stands for a sliver only. */
export function isSliver(
  { sliverBelowShare }: Pick<StandardSummary, "sliverBelowShare">,
  { knownShare }: Pick<AreaCoverage, "knownShare">,
): boolean {
  return knownShare !== null && knownShare > 0 && knownShare < sliverBelowShare;
}

/** Tells whether an area is told by its people, or by its ground because nobody is known to live there. */
export function basisOf({ population }: AreaCoverage): Basis {
  return population !== null && population > 0 ? "population" : "area";
}

/**
 * Lists the worst shortfalls of the city: neighborhood by mandatory requirement, most people without it first.
 *
 * Requirements without data, places about which nothing is known and areas judged on a sliver are not in the list. Ties: report order, then the
 * standard's order.
 */
export function listShortfalls(report: CoverageReport, count: number): Shortfall[] {
  const basis = basisOf(report.city);
  const mandatory = report.standard.requirements.filter(({ necessity }) => necessity === "mandatory");
  return report.neighborhoods
    .filter((neighborhood) => !isSliver(report.standard, neighborhood))
    .flatMap((neighborhood) =>
      mandatory.map((requirement): Shortfall => {
        const coverage = neighborhood.requirements[requirement.id];
        return { neighborhood, requirement, coverage, basis, uncovered: uncoveredOf(coverage, basis) };
      }),
    )
    .filter(({ uncovered }) => uncovered > 0)
    .sort((a, b) => b.uncovered - a.uncovered) // a stable sort: ties keep their order
    .slice(0, count);
}

/** No neighborhood, and no requirement, stands more often than this in the list of the worst. */
const MOST_OF_AREA = 2;
const MOST_OF_REQUIREMENT = 3;

/** Lists the worst shortfalls so that they tell of the whole city: not of the three largest neighborhoods, nor of one requirement. */
export function listWorst(report: CoverageReport, count: number): Shortfall[] {
  const counts = new Map<unknown, number>();
  const countOf = (one: unknown) => counts.get(one) ?? 0;
  return listShortfalls(report, Number.POSITIVE_INFINITY)
    .filter(({ neighborhood, requirement }) => {
      if (countOf(neighborhood) >= MOST_OF_AREA || countOf(requirement) >= MOST_OF_REQUIREMENT) return false;
      for (const one of [neighborhood, requirement]) counts.set(one, countOf(one) + 1);
      return true;
    })
    .slice(0, count);
}

/**
 * Lists all missing requirements of an area over its circles, the most important first: mandatory before optional,
 * then most people (or ground) without it, then the standard's order.
 */
export function listMissing({ standard }: CoverageReport, area: AreaCoverage): RequirementSummary[] {
  const missing = new Set(standard.circles.flatMap(({ id }) => area.circles[id].missing));
  const basis = basisOf(area);
  return standard.requirements
    .filter(({ id }) => missing.has(id))
    .map((requirement) => ({
      requirement,
      rank: requirement.necessity === "mandatory" ? 0 : 1,
      uncovered: uncoveredOf(area.requirements[requirement.id], basis),
    }))
    .sort((a, b) => a.rank - b.rank || b.uncovered - a.uncovered)
    .map(({ requirement }) => requirement);
}

/** Lists the labels of requirements, given by id. An id that the standard does not list stands for itself. */
export function toRequirementLabels({ standard }: CoverageReport, ids: readonly string[], locale: Locale): string[] {
  const labels = new Map(standard.requirements.map(({ id, label }) => [id, label[locale]]));
  return ids.map((id) => labels.get(id) ?? id);
}

/**
 * Writes a list of labels, or why there is none: nothing is missing, or nothing is known.
 *
 * @param atMost further ones are only counted
 */
export function toListText(
  labels: readonly string[],
  isJudged: boolean,
  locale: Locale,
  atMost: number = Number.POSITIVE_INFINITY,
): string {
  const tell = reportTexts(locale);
  if (labels.length === 0) return isJudged ? tell("report.none") : UNKNOWN_MARK;
  const shown = labels.slice(0, atMost);
  const rest = labels.length - shown.length;
  return [...shown, ...(rest > 0 ? [tell("report.more", { count: rest })] : [])].join(tell("report.listSeparator"));
}

/** Writes an amount of people or of ground with its unit. */
export function toAmountText(amount: number, basis: Basis, locale: Locale): string {
  return basis === "population"
    ? reportTexts(locale)("report.people", { count: formatCount(amount) })
    : formatArea(amount, locale);
}

/** Gives the share that decides for a requirement: of what its standard says, else of the people, or of the ground. */
export function judgedShare(coverage: Pick<RequirementCoverage, Basis | "judgedBy" | "amount">, basis: Basis): Share {
  return coverage.amount ?? coverage[coverage.judgedBy === "area" ? "area" : basis];
}

/** Counts the people (or the ground) without a requirement; 0 where nothing is known. */
export function uncoveredOf(coverage: RequirementCoverage, basis: Basis): number {
  const { share, covered, total, unknown }: Share = coverage[basis];
  return share === null || coverage.status === "no-data" ? 0 : total - unknown - covered;
}
