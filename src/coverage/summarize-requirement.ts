import type { CoverageStatus, Facility, Origins, RequirementCoverage, Share } from "../model.js";
import type { Area } from "./areas.js";
import { type OriginFindings, UNKNOWN } from "./judge-requirements.js";
import { shareOf, sumShares, unknownShare } from "./shares.js";
import { rowAtQuantile, sortByValue } from "./weighted-statistics.js";

/** What a summary reads besides the findings. */
export interface SummaryContext {
  readonly origins: Origins;
  readonly facilities: readonly Facility[];
}

/** Sums up one requirement over one neighborhood. */
export function summarizeRequirement(
  findings: OriginFindings,
  area: Area,
  context: SummaryContext,
): RequirementCoverage {
  const { origins } = context;
  const population = shareOf(findings.verdict, origins.population, area.range);
  const ground = shareOf(findings.verdict, origins.areaSquareMeters, area.range);
  return summarize(findings, area, { population, area: ground }, context);
}

/** Sums up one requirement over the city: shares from the neighborhoods, times from all origins. */
export function summarizeCityRequirement(
  findings: OriginFindings,
  area: Area,
  parts: readonly RequirementCoverage[],
  context: SummaryContext,
): RequirementCoverage {
  const shares = {
    population: sumShares(parts.map(({ population }) => population)),
    area: sumShares(parts.map((part) => part.area)),
  };
  return summarize(findings, area, shares, context);
}

/** Makes the summary of a requirement for which the input has no facility anywhere. */
export function noDataRequirement(area: Area): RequirementCoverage {
  return {
    status: "no-data",
    population: unknownShare(area.population ?? 0),
    area: unknownShare(area.areaSquareMeters),
    nearest: null,
    seconds: null,
    within: null,
  };
}

/** The share that an area is judged by: of its people, or of its ground where nobody lives. */
export function decidingShare({
  population,
  area,
}: {
  readonly population: Share;
  readonly area: Share;
}): number | null {
  return population.total > 0 ? population.share : area.share;
}

function summarize(
  findings: OriginFindings,
  area: Area,
  shares: { readonly population: Share; readonly area: Share },
  { origins, facilities }: SummaryContext,
): RequirementCoverage {
  const { seconds, meters, facilityRow, within, verdict } = findings;
  const known = knownRows(area.rows, verdict);
  const tieBreak = (a: number, b: number) =>
    facilityRow[a] - facilityRow[b] || origins.lon[a] - origins.lon[b] || origins.lat[a] - origins.lat[b];
  const sorted = sortByValue(known, seconds, area.weights, tieBreak);
  const medianRow = rowAtQuantile(sorted, 0.5);
  const p90Row = rowAtQuantile(sorted, 0.9);
  const worstRow = sorted.isComplete ? sorted.rows.at(-1) : undefined;
  const secondsOf = (row: number | null | undefined) => (row === null || row === undefined ? null : seconds[row]);
  return {
    status: statusOf(shares, known, findings.noWay),
    ...shares,
    nearest:
      medianRow === null
        ? null
        : {
            facilityId: facilities[facilityRow[medianRow]]?.id ?? "",
            seconds: seconds[medianRow],
            meters: meters[medianRow],
          },
    seconds:
      sorted.rows.length === 0
        ? null
        : { median: secondsOf(medianRow), p90: secondsOf(p90Row), worst: secondsOf(worstRow) },
    within: countsWithin(within, known, area.weights),
  };
}

function statusOf(
  shares: { readonly population: Share; readonly area: Share },
  known: Uint32Array,
  noWay: Uint8Array,
): CoverageStatus {
  const share = decidingShare(shares);
  if (share === 1) return "covered";
  if (share !== null && share > 0) return "partly";
  // nothing known at all is no way either: no street leads here
  return known.every((origin) => noWay[origin] === 1) ? "unreachable" : "uncovered";
}

function knownRows(rows: Uint32Array, verdict: Uint8Array): Uint32Array {
  let count = 0;
  const known = new Uint32Array(rows.length);
  for (const row of rows) if (verdict[row] !== UNKNOWN) known[count++] = row;
  return known.subarray(0, count);
}

/** Counts are small whole numbers: the weight of each is added up, nothing is sorted. */
function countsWithin(within: Uint32Array, known: Uint32Array, weights: Float64Array): RequirementCoverage["within"] {
  let min = Infinity;
  let max = -1;
  let total = 0;
  for (const row of known) {
    const count = within[row];
    if (count < min) min = count;
    if (count > max) max = count;
    total += weights[row];
  }
  if (max < 0) return null;
  const weightOfCount = new Float64Array(max + 1);
  for (const row of known) weightOfCount[within[row]] += weights[row];
  const half = (total / 2) * (1 - 1e-12); // a hair less, as in rowAtQuantile
  let median = min;
  for (let sum = weightOfCount[min]; sum < half && median < max; sum += weightOfCount[median]) median++;
  return { min, median, max };
}
