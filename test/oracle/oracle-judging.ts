/**
 * Judging as one would write it down: everything is sorted, every sum runs over all origins. The slow twin of
 * `coverage/city-judge.ts`, which must give the same report to the last bit.
 */

import type { MetersPerSecond } from "../../src/base/units.js";
import type { Area } from "../../src/coverage/areas.js";
import type { JudgedCity, JudgeInput } from "../../src/coverage/city-judge.js";
import type { JudgedWay } from "../../src/coverage/plan.js";
import { decidingShare, type SummaryContext } from "../../src/coverage/summarize-requirement.js";
import { rowAtQuantile, sortByValue, sumInOrder } from "../../src/coverage/weighted-statistics.js";
import { Sum } from "../../src/geo/sum.js";
import type {
  AreaCoverage,
  CircleCoverage,
  CoverageStatus,
  RequirementCoverage,
  Share,
} from "../../src/model/report.js";
import type { Circle, CircleId, Grade, Requirement, RequirementId, Standard } from "../../src/model/standard.js";
import { type CostUnit, type NearestTable, NO_WAY, NOT_ATTACHED } from "../../src/model/travel.js";

/** What each origin reaches for one requirement. */
interface OriginFindings {
  /** `COVERED`, `NOT_COVERED`, or `UNKNOWN` (not attached). */
  readonly verdict: Uint8Array;
  /** To the facility that counts; `Infinity` = none within the cutoff. */
  readonly seconds: Float64Array;
  readonly meters: Float64Array;
  /** Row of that facility; -1 = none. */
  readonly facilityRow: Int32Array;
  /** 1 = there is such a facility, but no way to it. */
  readonly noWay: Uint8Array;
  /** Facilities within the threshold. */
  readonly within: Uint32Array;
}
const NOT_COVERED = 0;
const COVERED = 1;
const UNKNOWN = 2;

/**
 * Judges one requirement at every origin: covered when the cost is at most the threshold, compared unrounded.
 *
 * With several ways, the one that covers counts, and among those (or where none does) the one that uses the smallest
 * part of its threshold.
 */
function judgeRequirement(
  ways: readonly JudgedWay[],
  tableOf: (unit: CostUnit) => NearestTable,
  speed: MetersPerSecond,
): OriginFindings {
  const [first] = ways;
  const originCount = tableOf(first?.unit ?? "seconds").originCount;
  const findings: OriginFindings = {
    verdict: new Uint8Array(originCount),
    seconds: new Float64Array(originCount).fill(Infinity),
    meters: new Float64Array(originCount).fill(Infinity),
    facilityRow: new Int32Array(originCount).fill(-1),
    noWay: new Uint8Array(originCount).fill(1),
    within: new Uint32Array(originCount),
  };
  const leastPart = new Float64Array(originCount).fill(Infinity);
  for (const { column, unit, threshold } of ways) {
    const table = tableOf(unit);
    const { cost, facilityRow, secondQuantity, nearestCount } = table;
    const counts = table.counts[column] ?? null;
    for (let origin = 0; origin < originCount; origin++) {
      const cell = (column * originCount + origin) * nearestCount;
      const row = facilityRow[cell];
      if (row === NOT_ATTACHED) findings.verdict[origin] = UNKNOWN;
      if (row !== NO_WAY) findings.noWay[origin] = 0;
      if (counts !== null) findings.within[origin] += counts[origin];
      const part = cost[cell] / threshold;
      if (!(part < leastPart[origin])) continue;
      leastPart[origin] = part;
      findings.facilityRow[origin] = row;
      const other =
        secondQuantity === null ? (unit === "seconds" ? cost[cell] * speed : cost[cell] / speed) : secondQuantity[cell];
      findings.seconds[origin] = unit === "seconds" ? cost[cell] : other;
      findings.meters[origin] = unit === "meters" ? cost[cell] : other;
      if (cost[cell] <= threshold) findings.verdict[origin] = COVERED;
    }
  }
  return findings;
}

/** Adds up the weight of the origins by verdict. */
function shareOf(verdict: Uint8Array, weights: Float64Array, [first, end]: readonly [number, number]): Share {
  const sums = { covered: new Sum(), uncovered: new Sum(), unknown: new Sum(), total: new Sum() };
  for (let origin = first; origin < end; origin++) {
    sums.total.add(weights[origin]);
    if (verdict[origin] === COVERED) sums.covered.add(weights[origin]);
    else if (verdict[origin] === UNKNOWN) sums.unknown.add(weights[origin]);
    else sums.uncovered.add(weights[origin]);
  }
  let covered = sums.covered.value;
  let unknown = sums.unknown.value;
  const uncovered = sums.uncovered.value;
  const total = sums.total.value;
  // sums of the same weights in another order differ by a rounding: all and nothing must stay all and nothing
  if (uncovered === 0 && unknown === 0) covered = total;
  if (covered === 0 && uncovered === 0) unknown = total;
  return toShare(covered, total, unknown, uncovered === 0);
}

/** Adds up the shares of parts. */
function sumShares(parts: readonly Share[]): Share {
  const nothingUncovered = parts.every(({ share }) => share === null || share === 1);
  return toShare(
    sumInOrder(parts.map(({ covered }) => covered)),
    sumInOrder(parts.map(({ total }) => total)),
    sumInOrder(parts.map(({ unknown }) => unknown)),
    nothingUncovered,
  );
}

/** Makes the share about which nothing is known. */
function unknownShare(total: number): Share {
  return { share: null, covered: 0, total, unknown: total };
}

function toShare(covered: number, total: number, unknown: number, nothingUncovered: boolean): Share {
  const known = total - unknown;
  if (!(known > 0)) return { share: null, covered, total, unknown };
  return { share: nothingUncovered ? 1 : Math.min(1, covered / known), covered, total, unknown };
}

/** Sums up one requirement over one neighborhood. */
function summarizeRequirement(findings: OriginFindings, area: Area, context: SummaryContext): RequirementCoverage {
  const { origins } = context;
  const population = shareOf(findings.verdict, origins.population, area.range);
  const ground = shareOf(findings.verdict, origins.areaSquareMeters, area.range);
  return summarize(findings, area, { population, area: ground }, context);
}

/** Sums up one requirement over the city: shares from the neighborhoods, times from all origins. */
function summarizeCityRequirement(
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
function noDataRequirement(area: Area): RequirementCoverage {
  return {
    status: "no-data",
    population: unknownShare(area.population ?? 0),
    area: unknownShare(area.areaSquareMeters),
    nearest: null,
    seconds: null,
    within: null,
  };
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

/** Shares are quotients of sums: exactly half of the people may come out a rounding below one half. */
const ROUNDING_SHARE = 1e-12;

type Requirements = AreaCoverage["requirements"];

/**
 * Tells for every origin whether a circle is complete: every mandatory requirement that has data is covered.
 *
 * `null` = no mandatory requirement of the circle has data, so nothing can be said.
 */
function judgeCircle(
  circle: Circle,
  standard: Standard,
  findingsOf: ReadonlyMap<RequirementId, OriginFindings>,
): Uint8Array | null {
  const mandatory = standard.requirements
    .filter(({ necessity, circle: id }) => necessity === "mandatory" && id === circle.id)
    .map(({ id }) => findingsOf.get(id))
    .filter((findings) => findings !== undefined);
  const [first, ...others] = mandatory;
  if (first === undefined) return null;
  const complete = first.verdict.slice();
  for (const { verdict } of others) {
    for (let origin = 0; origin < complete.length; origin++) {
      if (verdict[origin] === UNKNOWN) complete[origin] = UNKNOWN;
      else if (verdict[origin] === NOT_COVERED && complete[origin] === COVERED) complete[origin] = NOT_COVERED;
    }
  }
  return complete;
}

/**
 * Sums up a circle over an area.
 *
 * Score = 100 × Σ weight × share / Σ weight over its requirements with data; the grade follows from the score, and a
 * missing mandatory requirement caps it. Missing: within reach of less than `missingBelowShare` of the people.
 */
function summarizeCircle(
  circle: Circle,
  standard: Standard,
  requirements: Requirements,
  complete: { readonly population: Share; readonly area: Share },
): CircleCoverage {
  const own = standard.requirements.filter((requirement) => requirement.circle === circle.id);
  const counted = own.filter(({ necessity }) => necessity !== "label");
  const score = scoreOf(own, standard, requirements);
  const missing = byNecessity(counted).filter(({ id }) => isMissing(requirements[id], standard));
  return {
    score,
    grade: gradeOf(score, standard, missing),
    ...complete,
    missing: missing.map(({ id }) => id),
    noData: byNecessity(counted)
      .filter(({ id }) => requirements[id]?.status === "no-data")
      .map(({ id }) => id),
  };
}

function scoreOf(own: readonly Requirement[], { weights }: Standard, requirements: Requirements): number | null {
  let sum = 0;
  let weightSum = 0;
  for (const { id, necessity } of own) {
    const requirement = requirements[id];
    const share = requirement === undefined ? null : decidingShare(requirement);
    if (share === null) continue;
    sum += weights[necessity] * share;
    weightSum += weights[necessity];
  }
  return weightSum > 0 ? (100 * sum) / weightSum : null;
}

function gradeOf(
  score: number | null,
  { grades, gradeCapWhenMissing }: Standard,
  missing: readonly Requirement[],
): Grade["id"] | null {
  if (score === null) return null;
  const cap = grades.findIndex(({ id }) => id === gradeCapWhenMissing);
  const earned = grades.findIndex(({ minScore }) => score >= minScore - 100 * ROUNDING_SHARE);
  const capped = missing.some(({ necessity }) => necessity === "mandatory") ? Math.max(earned, cap) : earned;
  return grades[capped]?.id ?? null;
}

function isMissing(requirement: RequirementCoverage | undefined, { missingBelowShare }: Standard): boolean {
  const share = requirement === undefined ? null : decidingShare(requirement);
  return share !== null && share < missingBelowShare - ROUNDING_SHARE;
}

function byNecessity(requirements: readonly Requirement[]): Requirement[] {
  const rank = ({ necessity }: Requirement) => (necessity === "mandatory" ? 0 : 1);
  return [...requirements].sort((a, b) => rank(a) - rank(b));
}

/** Judges every requirement at every origin, and sums up requirements and circles for every area and the city. */
export function judgeSlowly(input: JudgeInput): JudgedCity {
  const { standard, plan, areas, city } = input;
  const requirements = areas.map((): Record<RequirementId, RequirementCoverage> => ({}));
  const cityRequirements: Record<RequirementId, RequirementCoverage> = {};
  const findingsOf = new Map<RequirementId, OriginFindings>();
  plan.requirements.forEach(({ requirement: { id }, ways }) => {
    if (ways.length === 0) {
      for (const [row, area] of areas.entries()) setOwn(requirements[row], id, noDataRequirement(area));
      setOwn(cityRequirements, id, noDataRequirement(city));
    } else {
      const findings = judgeRequirement(ways, input.tableOf, input.speedMetersPerSecond);
      findingsOf.set(id, findings);
      const parts = areas.map((area) => summarizeRequirement(findings, area, input.context));
      for (const [row, part] of parts.entries()) setOwn(requirements[row], id, part);
      setOwn(cityRequirements, id, summarizeCityRequirement(findings, city, parts, input.context));
    }
  });
  const completeByCircle = standard.circles.map((circle) => judgeCircle(circle, standard, findingsOf));
  const completeShares = areas.map((area) =>
    completeByCircle.map((complete) => completeShare(complete, area, input.context)),
  );
  return {
    areas: areas.map((area, row) => toAreaCoverage(input, area, requirements[row] ?? {}, completeShares[row] ?? [])),
    city: toAreaCoverage(
      input,
      city,
      cityRequirements,
      standard.circles.map((_, i) => {
        const parts = completeShares.flatMap((shares) => shares[i] ?? []);
        return {
          population: sumShares(parts.map(({ population }) => population)),
          area: sumShares(parts.map((part) => part.area)),
        };
      }),
    ),
  };
}

type CompleteShares = Pick<AreaCoverage["circles"][CircleId], "population" | "area">;

function completeShare(complete: Uint8Array | null, area: Area, { origins }: SummaryContext): CompleteShares {
  if (complete === null)
    return { population: unknownShare(area.population ?? 0), area: unknownShare(area.areaSquareMeters) };
  return {
    population: shareOf(complete, origins.population, area.range),
    area: shareOf(complete, origins.areaSquareMeters, area.range),
  };
}

function toAreaCoverage(
  { standard }: JudgeInput,
  area: Area,
  requirements: AreaCoverage["requirements"],
  complete: readonly CompleteShares[],
): AreaCoverage {
  const circles: Record<CircleId, AreaCoverage["circles"][CircleId]> = {};
  standard.circles.forEach((circle, i) => {
    setOwn(circles, circle.id, summarizeCircle(circle, standard, requirements, complete[i] as CompleteShares));
  });
  return {
    population: area.population,
    areaSquareMeters: area.areaSquareMeters,
    circles,
    requirements,
  };
}

/** Plain assignment would not keep an id like `__proto__`. */
function setOwn<T>(record: Record<string, T> | undefined, key: string, value: T): void {
  if (record !== undefined)
    Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
}
