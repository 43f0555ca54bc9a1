import type { Meters, Seconds } from "../base/units.js";
import { sumOf } from "../geo/sum.js";
import type { Facility, Origins } from "../model/facts.js";
import type { CoverageStatus, RequirementCoverage } from "../model/report.js";
import type { Denominator } from "../model/standard.js";
import { NO_WAY } from "../model/travel.js";
import { type Area, mapGroups } from "./areas.js";
import { type OriginFindings, UNKNOWN } from "./origin-findings.js";
import { medianAndP90 } from "./quantile-rows.js";
import { shareOf, sumShares, unknownShare } from "./shares.js";
import { Tally } from "./tally.js";

/** What a summary reads besides the findings. */
export interface SummaryContext {
  /** Where origins lie decides between two of the same cost. */
  readonly origins: Pick<Origins, "lon" | "lat">;
  /** By row. */
  readonly facilities: readonly Pick<Facility, "id">[];
}
/** Shares of the people and of the ground; of what else decides, and of groups of people, where they are asked for. */
export type Shares = Pick<RequirementCoverage, "population" | "area" | "judgedBy" | "amount" | "groups">;

/**
 * Adds up who (and what ground) is covered in an area.
 *
 * @param common the verdict of all its origins, or `MIXED`
 * @param amounts of what decides at each origin, if that is neither people nor ground
 */
export function areaShares(
  verdict: Uint8Array,
  common: number,
  { range, originTotals, groups }: Pick<Area, "range" | "originTotals" | "groups">,
  origins: Origins,
  { judgedBy, amounts = null }: { readonly judgedBy?: Denominator; readonly amounts?: Float64Array | null } = {},
): Shares {
  return {
    population: shareOf(verdict, common, origins.population, range, originTotals.population),
    area: shareOf(verdict, common, origins.areaSquareMeters, range, originTotals.area),
    ...(judgedBy === undefined ? {} : { judgedBy }),
    ...(amounts && { amount: shareOf(verdict, common, amounts, range, sumOf(amounts, ...range)) }),
    ...(groups && {
      groups: mapGroups(groups, (total, id) =>
        shareOf(verdict, common, origins.groups[id] as Float64Array, range, total),
      ),
    }),
  };
}

/** Adds up the shares of areas. */
export function sumOfShares(parts: readonly Shares[]): Shares {
  const { judgedBy, amount, groups } = parts[0] ?? {};
  return {
    population: sumShares(parts.map(({ population }) => population)),
    area: sumShares(parts.map(({ area }) => area)),
    ...(judgedBy === undefined ? {} : { judgedBy }),
    ...(amount && { amount: sumShares(parts.flatMap(({ amount }) => amount ?? [])) }),
    ...(groups && {
      groups: mapGroups(groups, (_, id) => sumShares(parts.flatMap(({ groups }) => groups?.[id] ?? []))),
    }),
  };
}

/** Makes the shares of an area about which nothing is known. */
export function unknownShares({
  population,
  areaSquareMeters,
  groups,
}: Pick<Area, "population" | "areaSquareMeters" | "groups">): Shares {
  return {
    population: unknownShare(population ?? 0),
    area: unknownShare(areaSquareMeters),
    ...(groups && { groups: mapGroups(groups, unknownShare) }),
  };
}

/** Makes the summary of a requirement for which the input has no facility anywhere. */
export function noDataRequirement(area: Pick<Area, "population" | "areaSquareMeters" | "groups">): RequirementCoverage {
  return { status: "no-data", ...unknownShares(area), nearest: null, seconds: null, within: null };
}

/** The share that an area is judged by: of what the standard says, else of its people, or of its ground where nobody lives. */
export function decidingShare({ population, area, judgedBy, amount }: Shares): number | null {
  if (amount !== undefined) return amount.share;
  return judgedBy !== "area" && population.total > 0 ? population.share : area.share;
}

/**
 * Sums up one requirement over an area (or the city) from the tally of its origins.
 *
 * @param isGone that there were such facilities, and none is left
 */
export function summarizeRequirement(
  findings: OriginFindings,
  area: Pick<Area, "rows" | "weights">,
  { tally, shares, isGone }: { readonly tally: Tally; readonly shares: Shares; readonly isGone: boolean },
  { origins, facilities }: SummaryContext,
): RequirementCoverage {
  const { unit, cost, facilityRow } = findings;
  const tieBreak = (a: number, b: number) =>
    facilityRow[a] - facilityRow[b] || origins.lon[a] - origins.lon[b] || origins.lat[a] - origins.lat[b];
  const [median, p90] = medianAndP90(tally, findings, area, tieBreak);
  const isComplete = tally.reachedCount === tally.knownCount;
  const hasTimes = unit === "seconds" && tally.reachedCount > 0;
  return {
    status: isGone && decidingShare(shares) !== null ? "uncovered" : statusOf(findings, area, decidingShare(shares)),
    ...shares,
    nearest:
      median === null
        ? null
        : { facilityId: facilities[facilityRow[median]]?.id ?? "", ...quantitiesOf(findings, median) },
    seconds: hasTimes
      ? {
          median: median === null ? null : cost[median],
          p90: p90 === null ? null : cost[p90],
          worst: isComplete ? tally.worstCost : null,
        }
      : null,
    within: withinOf(tally, findings, area),
  };
}

/** What a way takes, and how long it is, as far as the travel models know. */
function quantitiesOf(
  { unit, cost, secondQuantityOf }: OriginFindings,
  origin: number,
): { readonly seconds: Seconds | null; readonly meters: Meters | null } {
  const second = secondQuantityOf(origin);
  const known = Number.isNaN(second) ? null : second;
  return unit === "seconds" ? { seconds: cost[origin], meters: known } : { seconds: known, meters: cost[origin] };
}

function statusOf(
  { verdict, facilityRow }: OriginFindings,
  { rows }: Pick<Area, "rows">,
  share: number | null,
): CoverageStatus {
  if (share === 1) return "covered";
  if (share !== null && share > 0) return "partly";
  for (let i = 0; i < rows.length; i++)
    if (verdict[rows[i]] !== UNKNOWN && facilityRow[rows[i]] !== NO_WAY) return "uncovered";
  // nothing known at all is no way either: no street leads here
  return "unreachable";
}

function withinOf(
  tally: Tally,
  findings: OriginFindings,
  area: Pick<Area, "rows" | "weights">,
): RequirementCoverage["within"] {
  if (tally.knownCount === 0) return null;
  let median = tally.medianWithin();
  if (median === null) {
    const inOrder = new Tally(new Uint16Array(findings.verdict.length));
    inOrder.addArea(findings, area, 1);
    median = inOrder.medianWithin() ?? tally.mostWithin;
  }
  return { min: tally.leastWithin, median, max: tally.mostWithin };
}
