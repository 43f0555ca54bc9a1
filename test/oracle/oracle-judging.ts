// Judging by the definitions of docs/guides/what-the-numbers-mean.md: everybody is asked one by one, for every area anew, and
// every sum is exact. Written without looking at src/coverage; the city is no sum of its neighborhoods, but all of them.

import type { JudgedCity, JudgeInput } from "../../src/coverage/city-judge.js";
import type { AreaCoverage, RequirementCoverage } from "../../src/model/report.js";
import type { Requirement } from "../../src/model/standard.js";
import { type NearestTable, NO_WAY, NOT_ATTACHED } from "../../src/model/travel.js";
import { exact, type Fraction, sum } from "./exact.js";
import { judgeCircle } from "./oracle-circles.js";
import { countServices } from "./oracle-services.js";
import {
  deciding,
  type Finding,
  nothingKnown,
  type Person,
  type Shares,
  sharesOver,
  type Totals,
  type Trip,
} from "./oracle-shares.js";

type Planned = JudgeInput["plan"]["requirements"][number];

/** Judges a city. Sums, shares and scores are the nearest numbers to what is true, or one beside them; all else is exact. */
export function judgeByDefinition(input: JudgeInput): JudgedCity {
  const { count, neighborhoodRow, lon, lat, population, areaSquareMeters } = input.context.origins;
  const withData = input.plan.requirements.filter(({ ways }) => ways.length > 0);
  const persons = Array.from(
    { length: count },
    (_, origin): Person => ({
      neighborhood: neighborhoodRow[origin] as number,
      place: [lon[origin] as number, lat[origin] as number],
      people: exact(population[origin] as number),
      ground: exact(areaSquareMeters[origin] as number),
      findings: new Map(withData.map((planned) => [planned.requirement, find(input, planned, origin)])),
    }),
  );
  const livingIn = (row: number) => persons.filter(({ neighborhood }) => neighborhood === row);
  return {
    areas: input.areas.map((area, row) => judgeArea(input, livingIn(row), area)),
    city: judgeArea(input, persons, input.city),
  };
}

/** What a travel model knows of a way besides its cost: a column, what one speed makes of the cost, or nothing. */
function secondOf({ unit, cost, secondQuantity }: NearestTable, cell: number): number | null {
  if (secondQuantity === null) return null;
  if (typeof secondQuantity === "object") return secondQuantity[cell] as number;
  return unit === "seconds" ? (cost[cell] as number) * secondQuantity : (cost[cell] as number) / secondQuantity;
}

/** Trips are told in seconds if every alternative can be, else in metres if every one can; else as the first is. */
function toldIn({ tables }: JudgeInput, ways: Planned["ways"]): "seconds" | "meters" {
  const isTold = (wanted: string) =>
    ways.every(({ unit, request }) => unit === wanted || tables[request]?.secondQuantity !== null);
  return isTold("seconds") ? "seconds" : isTold("meters") ? "meters" : (ways[0]?.unit ?? "seconds");
}

/** Covered: cost ≤ threshold, for any of the alternatives. Told is the one that takes the smallest part of its threshold. */
function find(input: JudgeInput, { ways }: Planned, origin: number): Finding {
  const cells = ways.map(({ request, unit, column, threshold, count }) => {
    const table = input.tables[request] as NearestTable;
    const cell = (column * table.originCount + origin) * table.nearestCount + (count - 1);
    const cost = table.cost[cell] as number;
    const second = secondOf(table, cell);
    return {
      cost,
      threshold,
      facilityRow: table.facilityRow[cell] as number,
      seconds: unit === "seconds" ? cost : second,
      meters: unit === "meters" ? cost : second,
      within: table.counts[column]?.[origin] ?? 0,
    };
  });
  const isCovered = cells.some(({ cost, threshold }) => cost <= threshold);
  const isUnknown = cells.some(({ facilityRow }) => facilityRow === NOT_ATTACHED);
  const [best = null] = cells
    .filter(({ cost }) => cost < Infinity)
    .sort((a, b) => Number(exact(a.cost) * exact(b.threshold) - exact(b.cost) * exact(a.threshold)));
  return {
    verdict: isCovered ? "yes" : isUnknown ? "unknown" : "no",
    trip: best === null || best[toldIn(input, ways)] === null ? null : best,
    hasNoWay: cells.every(({ facilityRow }) => facilityRow === NO_WAY),
    within: cells.reduce((total, { within }) => total + within, 0),
  };
}

function judgeArea(input: JudgeInput, persons: readonly Person[], totals: Totals): AreaCoverage {
  const { standard, plan, context } = input;
  const shares = new Map<Requirement, Shares>();
  const requirements = plan.requirements.map(({ requirement, ways, facilityCount }): [string, RequirementCoverage] => {
    const findingOf = ({ findings }: Person) => findings.get(requirement) as Finding;
    const hasData = ways.length > 0;
    const own = hasData ? sharesOver(persons, (person) => findingOf(person).verdict) : nothingKnown(totals);
    shares.set(requirement, own);
    const told = { population: own.population.told, area: own.area.told };
    if (!hasData) return [requirement.id, { status: "no-data", ...told, nearest: null, seconds: null, within: null }];
    const isPeopled = persons.some(({ people }) => people > 0n);
    const known = persons
      .map((person) => ({
        ...findingOf(person),
        place: person.place,
        weight: isPeopled ? person.people : person.ground,
      }))
      .filter(({ weight, verdict }) => weight > 0n && verdict !== "unknown");
    // nobody reaches what is gone, and that is no lack of ways
    const status = facilityCount === 0 && deciding(own) !== null ? "uncovered" : statusOf(deciding(own), known);
    const trips = tripsOf(known, toldIn(input, ways), context.facilities);
    return [requirement.id, { status, ...told, ...trips, within: countsOf(known) }];
  });
  const hasData = ({ ways }: Planned) => ways.length > 0;
  const withData = new Set(plan.requirements.filter(hasData).map(({ requirement }) => requirement));
  const hardlyKnown = new Set(
    plan.requirements.filter(({ data }) => data === "hardlyKnown").map(({ requirement }) => requirement),
  );
  const circles = standard.circles.map(({ id }) => [
    id,
    judgeCircle({ standard, circle: id, persons, totals, shares, withData, hardlyKnown }),
  ]);
  const { population, areaSquareMeters } = totals;
  return {
    population,
    areaSquareMeters,
    uncertainty: { population: null, area: 0 }, // has a test of its own
    knownShare: knownShareOf([...withData].map((requirement) => shares.get(requirement) as Shares)),
    services: countServices(
      standard.requirements.map((requirement) => ({
        necessity: requirement.necessity,
        share: withData.has(requirement) ? deciding(shares.get(requirement) as Shares) : null,
        mayBeMore: hardlyKnown.has(requirement),
      })),
    ),
    circles: Object.fromEntries(circles),
    requirements: Object.fromEntries(requirements),
  };
}

/** The part of the people (of the ground, where nobody lives) that is known for everything that was judged. */
function knownShareOf(judged: readonly Shares[]): number | null {
  const parts = judged
    .map(({ population, area }) => (population.told.total > 0 ? population : area).told)
    .filter(({ total }) => total > 0)
    .map(({ total, unknown }) => (total - unknown) / total);
  return parts.length === 0 ? null : Math.round(1e9 * Math.min(...parts)) / 1e9;
}

type Known = Finding & Pick<Person, "place"> & { readonly weight: bigint };

function statusOf(share: Fraction | null, known: readonly Known[]): RequirementCoverage["status"] {
  if (share !== null && share.top === share.bottom) return "covered";
  if (share !== null && share.top > 0n) return "partly";
  return known.every(({ hasNoWay }) => hasNoWay) ? "unreachable" : "uncovered";
}

function tripsOf(
  known: readonly Known[],
  unit: "seconds" | "meters",
  facilities: readonly { readonly id: string }[],
): Pick<RequirementCoverage, "nearest" | "seconds"> {
  const byTime = [...known].sort((a, b) => compareTrips(a.trip, b.trip, unit) || comparePlaces(a.place, b.place));
  const median = quantile(byTime, 5n)?.trip ?? null;
  const p90 = quantile(byTime, 9n)?.trip ?? null;
  const worst = byTime.at(-1)?.trip ?? null;
  const times = { median: median?.seconds ?? null, p90: p90?.seconds ?? null, worst: worst?.seconds ?? null };
  const nearest = median && { facilityId: facilities[median.facilityRow]?.id ?? "", ...median };
  return {
    nearest: nearest && { facilityId: nearest.facilityId, seconds: nearest.seconds, meters: nearest.meters },
    seconds: unit === "seconds" && known.some(({ trip }) => trip !== null) ? times : null,
  };
}

function countsOf(known: readonly Known[]): RequirementCoverage["within"] {
  const byCount = [...known].sort((a, b) => a.within - b.within);
  const [least] = byCount;
  if (least === undefined) return null;
  const most = byCount.at(-1) ?? least;
  return { min: least.within, median: (quantile(byCount, 5n) ?? least).within, max: most.within };
}

/** The first with whom at least so many tenths of the weight are reached. */
function quantile(inOrder: readonly Known[], tenths: bigint): Known | undefined {
  const total = sum(inOrder.map(({ weight }) => weight));
  let reached = 0n;
  return inOrder.find(({ weight }) => {
    reached += weight;
    return 10n * reached >= tenths * total;
  });
}

/** By time (or length), those who reach nothing last; among equal ones by the facility's row. */
function compareTrips(a: Trip | null, b: Trip | null, unit: "seconds" | "meters"): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return (a[unit] as number) - (b[unit] as number) || a.facilityRow - b.facilityRow;
}

/** From west to east, then from south to north. */
function comparePlaces([lonA, latA]: Person["place"], [lonB, latB]: Person["place"]): number {
  return lonA - lonB || latA - latB;
}
