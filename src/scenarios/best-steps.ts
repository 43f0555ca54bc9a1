import { isListOfObjects, withFound } from "../assess/with-found.js";
import { invalid } from "../base/check-argument.js";
import { guardShape } from "../base/guard-call.js";
import { say } from "../base/texts/library.js";
import type { LonLat } from "../base/words.js";
import { PreparedCity } from "../city/prepared-city.js";
import { NOT_COVERED } from "../coverage/origin-findings.js";
import { isTraveled } from "../coverage/plan.js";
import { decidingShare } from "../coverage/summarize-requirement.js";
import { containsPoint } from "../geo/rings.js";
import { Search } from "../graph/search.js";
import { buildSearchGraph } from "../graph/search-graph.js";
import type { CoverageReport } from "../model/report.js";
import type { Step } from "../model/services.js";
import type { CostUnit } from "../model/travel.js";
import { assertRendering } from "../report/check-report.js";
import { reachOf } from "../travel/fill-network-table.js";
import { computeNetworkCosts, partCost } from "../travel/network-costs.js";
import { travelCityFor } from "../travel/travel-city.js";
import type { CityStreets } from "../travel/travel-model.js";
import { judgeServices, type ServiceVerdict, type ServiceVerdicts } from "./service-verdicts.js";

/**
 * Finds where one more facility would help most: for every everyday service of a report (see `ServicesInReach`) the best of all
 * crossings, the most helpful service first.
 *
 * Nothing is tried out: from every place whose people are without a service the streets are searched once, as far as the largest limit, and
 * its people are added to every crossing from which they would be within reach. So all crossings are compared at once, exactly: the gain
 * is what a scenario with a facility there finds. Services without data, and those judged as the crow flies, have no step.
 *
 * @returns empty for a city without streets, or a report that was not made along them
 * @throws {CoverageError} `INVALID_ARGUMENT` for what is no prepared city, or no report
 *
 * @example
 * ```ts
 * import { bestSteps } from "quarterhour";
 *
 * const [step] = bestSteps(city, report);
 * step?.requirement; // → "elderly_care_home"
 * Math.round(step?.gain ?? 0); // → 25834
 * ```
 */
export function bestSteps(city: PreparedCity, report: CoverageReport): Step[] {
  return guardShape("bestSteps", () => {
    if (!(city instanceof PreparedCity)) throw invalid("city", city, say("expected.preparedCity"));
    assertRendering(report, {});
    return hasSteps(city, report) ? stepsAmong(city, report, judgeServices(city, report)) : [];
  });
}

/** Tells whether a report was made along the streets of its city, and of nothing else: only then have its services steps. */
export function hasSteps(city: PreparedCity, { travel }: CoverageReport): boolean {
  return city.streets !== null && travel.length === 1 && travel[0]?.id === "onNetwork";
}

/**
 * Gives a report with its steps: text, Markdown, workbook and page tell them.
 *
 * @param steps from {@link bestSteps} of the same report
 * @throws {CoverageError} `INVALID_ARGUMENT` for what is no report, or no list of steps
 */
export function withSteps(report: CoverageReport, steps: readonly Step[]): CoverageReport {
  const expected = say("expected.steps");
  return withFound("withSteps", report, { name: "steps", value: steps, isFound: isListOfObjects, expected });
}

/** The same, where the verdicts are known already. */
export function stepsAmong(city: PreparedCity, report: CoverageReport, verdicts: ServiceVerdicts): Step[] {
  const { streets } = travelCityFor(PreparedCity.parts(city), verdicts.categories, verdicts.profile);
  if (streets === null) return [];
  const neighborhoodAt = ([lon, lat]: LonLat) =>
    city.neighborhoods.find(({ polygons }) => containsPoint(polygons, lon, lat))?.id ?? null;
  const steps = (["seconds", "meters"] as const).flatMap((unit) => {
    const wanted = verdicts.services.filter(({ planned: { own, ways }, findings }) => {
      return findings !== null && isTraveled(own.reach) && own.unit === unit && ways.length > 0;
    });
    return wanted.length === 0 ? [] : stepsIn(unit, wanted, { streets, verdicts, report, neighborhoodAt });
  });
  const order = new Map(verdicts.services.map(({ planned }, row) => [planned.requirement.id, row]));
  return steps.sort((a, b) => b.gain - a.gain || (order.get(a.requirement) ?? 0) - (order.get(b.requirement) ?? 0));
}

interface StepWork {
  readonly streets: CityStreets;
  readonly verdicts: ServiceVerdicts;
  readonly report: CoverageReport;
  readonly neighborhoodAt: (location: LonLat) => string | null;
}

function stepsIn(
  unit: CostUnit,
  wanted: readonly ServiceVerdict[],
  { streets, verdicts, report, neighborhoodAt }: StepWork,
): Step[] {
  const { modeNetwork } = streets;
  const { network, arcs, islands } = modeNetwork;
  const { profile, weights } = verdicts;
  const asked = verdicts.requests.filter((request) => request.unit === unit && isTraveled(request.reach));
  const reach = Math.max(...asked.map(reachOf), ...wanted.map(({ planned }) => planned.own.threshold));
  const costs = computeNetworkCosts(modeNetwork, profile, { unit, reach });
  const search = new Search(buildSearchGraph(network, costs.arcCost, { direction: "fromSources" }));
  const attached = streets.attachedOrigins(profile.maxAccessMeters);
  const gains = wanted.map(() => new Float64Array(network.nodeCount));
  const isLacking = wanted.map((one) => lackingOf(one, verdicts));
  for (let origin = 0; origin < weights.length; origin++) {
    const weight = weights[origin] as number;
    const edge = attached.edge[origin] as number;
    const rows = weight > 0 && edge >= 0 ? [...wanted.keys()].filter((row) => isLacking[row]?.(origin)) : [];
    if (rows.length === 0) continue;
    const limits = rows.map((row) => wanted[row]?.planned.own.threshold ?? 0);
    const leg = costs.legCost(attached.accessMeters[origin] as number);
    const fraction = attached.fraction[origin] as number;
    search.run(
      {
        node: [network.edgeFrom[edge] as number, network.edgeTo[edge] as number],
        cost: [leg + partCost(costs, fraction, 2 * edge + 1), leg + partCost(costs, 1 - fraction, 2 * edge)],
        owner: [0, 0],
        secondQuantity: [0, 0],
      },
      Math.max(...limits),
    );
    for (let i = 0; i < search.reachedCount; i++) {
      const node = search.reached[i] as number;
      const cost = search.cost[node] as number;
      for (let j = 0; j < rows.length; j++)
        if (cost <= (limits[j] as number)) (gains[rows[j] as number] as Float64Array)[node] += weight;
    }
  }
  const canStand = (node: number) => {
    if (islands.isFragment[islands.nodeIsland[node] as number] === 1) return false;
    for (let out = network.firstOut[node] as number; out < (network.firstOut[node + 1] as number); out++) {
      const arc = network.outArc[out] as number;
      if (arcs.open[arc] === 1 || arcs.open[arc ^ 1] === 1) return true;
    }
    return false;
  };
  return wanted.flatMap(({ planned }, row) => {
    const node = bestNode(gains[row] as Float64Array, network, canStand);
    const gain = node < 0 ? 0 : (gains[row]?.[node] ?? 0);
    const coverage = report.city.requirements[planned.requirement.id];
    const shareBefore = coverage === undefined ? null : decidingShare(coverage);
    if (!(gain > 0) || coverage === undefined || shareBefore === null) return [];
    const { total, unknown, covered } = coverage[verdicts.isByPeople ? "population" : "area"];
    const location = [network.nodeLon[node] as number, network.nodeLat[node] as number] as const;
    return [
      {
        requirement: planned.requirement.id,
        ...{ location, neighborhoodId: neighborhoodAt(location) },
        gain,
        shareBefore,
        shareAfter: Math.min(1, (covered + gain) / (total - unknown)),
      },
    ];
  });
}

/** Who is one facility short: not covered, and with all but one of those that are needed. */
function lackingOf({ planned, findings }: ServiceVerdict, { tables }: ServiceVerdicts): (origin: number) => boolean {
  const { own, ways } = planned;
  if (own.count === 1) return (origin) => findings?.verdict[origin] === NOT_COVERED;
  const way = ways.find(({ category, threshold }) => category === own.category && threshold === own.threshold);
  const counts = way === undefined ? null : (tables[way.request]?.counts[way.column] ?? null);
  return (origin) => findings?.verdict[origin] === NOT_COVERED && (counts?.[origin] ?? 0) >= own.count - 1;
}

/** The node with the most; of equal ones the western one, then the southern one. */
function bestNode(
  gain: Float64Array,
  { nodeLon, nodeLat }: { readonly nodeLon: Float64Array; readonly nodeLat: Float64Array },
  canStand: (node: number) => boolean,
): number {
  let best = -1;
  for (let node = 0; node < gain.length; node++) {
    const own = gain[node] as number;
    if (own <= 0 || (best >= 0 && own < (gain[best] as number))) continue;
    if (best >= 0 && own === gain[best]) {
      const [west, south] = [
        (nodeLon[node] as number) - (nodeLon[best] as number),
        (nodeLat[node] as number) - (nodeLat[best] as number),
      ];
      if (west > 0 || (west === 0 && south >= 0)) continue;
    }
    if (canStand(node)) best = node;
  }
  return best;
}
