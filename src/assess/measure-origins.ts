import { guardLive } from "../base/guard-call.js";
import { QUESTION_KEYS } from "../city/check-input.js";
import { PreparedCity } from "../city/prepared-city.js";
import { assertCityOptions, toPreparedCity } from "../city/to-prepared-city.js";
import type { CityInput } from "../model/input.js";
import type { MeasureAbout } from "../model/measure.js";
import type { CoverageOptions } from "./compute-coverage.js";
import { type FilledTables, fillTables } from "./fill-tables.js";
import { measureValuesOf } from "./judge-tables.js";
import { planCity } from "./plan-city.js";
import { toQuestion } from "./question.js";

/** Measures at every place where people start, as columns: one entry for each origin, in the order of the city. */
export interface OriginMeasures {
  readonly count: number;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** People who start there; those of a place that several neighborhoods hold stand in each of them. */
  readonly population: Float64Array;
  readonly neighborhoodIds: readonly string[];
  /** What was measured, in the order asked for. */
  readonly measures: readonly MeasureAbout[];
  /** By the id of the measure. `NaN` = unknown, `Infinity` = beyond what was searched. */
  readonly values: Readonly<Record<string, Float64Array>>;
}

/**
 * Measures every place where people start: the same values that a report sums up, one by one.
 *
 * @param city GeoJSON layers, or a city from `prepareCity`
 * @param options as for `computeCoverage`
 * @throws {CoverageError} as `computeCoverage`
 *
 * @example
 * ```ts
 * import { minutes } from "quarterhour";
 * import { costToNearest } from "quarterhour/measures";
 * import { measureOrigins } from "quarterhour/tables";
 *
 * const pharmacy = costToNearest(minutes(60), { categories: ["pharmacy"], id: "pharmacy" });
 * const { values, count } = measureOrigins(city, { measures: [pharmacy] });
 * values.pharmacy?.length === count; // → true
 * ```
 */
export function measureOrigins(city: CityInput | PreparedCity, options: CoverageOptions = {}): OriginMeasures {
  return guardLive("measureOrigins", [city, options], () => {
    assertCityOptions(city, options, QUESTION_KEYS);
    const prepared = toPreparedCity(city, options);
    const parts = PreparedCity.parts(prepared);
    // the whole plan, as for a report: costs are then those of a report, to the last bit
    const plan = planCity(parts, toQuestion(prepared, options));
    const [filled] = fillTables(parts, [plan], options.onProgress);
    const found = measureValuesOf(parts, plan, filled as FilledTables);
    const { neighborhoods, origins } = parts.city;
    const { count, lon, lat, population, neighborhoodRow } = origins;
    return {
      ...{ count, lon: lon.slice(), lat: lat.slice(), population: population.slice() },
      neighborhoodIds: Array.from(neighborhoodRow, (row) => neighborhoods[row]?.id ?? ""),
      measures: found.map(({ measure: { id, label, unit } }) => ({ id, label, unit })),
      values: Object.fromEntries(found.map(({ measure, values }) => [measure.id, values])),
    };
  });
}
