import { assertChoice, checkObject } from "../base/check-argument.js";
import { guardLive } from "../base/guard-call.js";
import type { Measure, Statistic } from "../model/measure.js";
import { type Equity, type EquityOptions, equity } from "./equity.js";
import { percentileOf } from "./indices.js";

/** The least share of people that the lowest percentile is of. */
const LOWEST = 0.1;

/**
 * Gives the statistics that tell how a measure is shared among the people of an area: `gini`, `palma` (by the value itself), `ede` (Kolm and
 * Pollak's equivalent at ε = 1) and `p10`. They are of the people who reach something: `reached` is their share.
 *
 * `null` where nobody does. The equivalents of two areas are each at the κ of their own people; those of the groups of an area are at
 * the κ of everybody in it, so that they can be compared.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT`
 */
export function equityStatistics(direction: EquityOptions["direction"]): readonly Statistic[] {
  assertChoice("direction", direction, ["benefit", "burden"]);
  const of = (id: string, tell: (found: Equity) => number | null | undefined): Statistic => ({
    id,
    compute: (values, weights, everybody) => {
      const kappa = everybody === undefined ? 0 : equity(...everybody, { direction }).kolmPollak?.kappa;
      return tell(equity(values, weights, { direction, ...(kappa && { kappa }) })) ?? null;
    },
  });
  return [
    of("gini", ({ gini }) => gini),
    of("palma", ({ palma }) => palma),
    of("ede", ({ kolmPollak }) => kolmPollak?.ede),
    { id: "p10", compute: (values, weights) => (values.length === 0 ? null : lowestTenth(values, weights)) },
    of("reached", ({ people, unreachedPeople }) =>
      people + unreachedPeople === 0 ? null : people / (people + unreachedPeople),
    ),
  ];
}

/** Of all people, as the other percentiles of a report. */
function lowestTenth(values: Float64Array, weights: Float64Array): number {
  const people = weights.reduce((sum, weight) => sum + weight, 0);
  return percentileOf({ rows: new Uint32Array(0), values, weights, people, mean: Number.NaN }, LOWEST);
}

/**
 * Adds to what a report tells of a measure how it is shared among people: Gini, Palma, the equivalent of Kolm and Pollak, the tenth
 * percentile, and the share of people who reach anything. Minutes and metres are burdens, all else is a benefit.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT`
 *
 * @example
 * ```ts
 * import { computeCoverage, minutes } from "quarterhour";
 * import { withEquity } from "quarterhour/inequality";
 * import { costToNearest } from "quarterhour/measures";
 *
 * const pharmacy = withEquity(costToNearest(minutes(60), { categories: ["pharmacy"], id: "pharmacy" }));
 * const { city: all } = computeCoverage(city, { measures: [pharmacy] });
 * all.measures?.pharmacy?.gini?.toFixed(3); // → "0.387"
 * all.measures?.pharmacy?.reached?.toFixed(3); // → "0.997"
 * ```
 */
export function withEquity<Asked extends Measure>(measure: Asked): Asked {
  return guardLive("withEquity", [measure], () => {
    checkObject("measure", measure);
    const { unit, summary } = measure;
    const own = equityStatistics(unit === "seconds" || unit === "meters" ? "burden" : "benefit");
    const kept = Array.isArray(summary) ? summary.filter((one) => !own.some(({ id }) => id === one?.id)) : [];
    return { ...measure, summary: [...kept, ...own] };
  });
}
