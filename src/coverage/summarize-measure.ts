import { setOwn } from "../base/json-object.js";
import type { Measure, MeasureSummary, StatisticName } from "../model/measure.js";
import type { Area } from "./areas.js";
import { rowAtQuantile, type SortedWeights, sortByValue } from "./weighted-statistics.js";

/** The statistics that a measure may name. */
const STATISTICS: Readonly<Record<StatisticName, (sorted: SortedWeights, values: Float64Array) => number | null>> = {
  mean: meanOf,
  median: (sorted, values) => valueAt(0.5, sorted, values),
  p90: (sorted, values) => valueAt(0.9, sorted, values),
};

/** Lists what a measure's `summary` may name. */
export const STATISTIC_NAMES: readonly string[] = Object.keys(STATISTICS);

/**
 * Sums up a measure over the people of an area.
 *
 * @param values by origin row
 * @param everybody whose part the people are, where they are a group
 */
export function summarizeMeasure(
  { summary }: Pick<Measure, "summary">,
  values: Float64Array,
  area: Pick<Area, "rows" | "weights">,
  everybody?: Pick<Area, "rows" | "weights">,
): MeasureSummary {
  const { rows, sorted } = sortKnown(area, values);
  const all = everybody === undefined ? undefined : sortKnown(everybody, values);
  const whole = all && inOrder(all.rows, all.sorted, values);
  const found: Record<string, number | null> = {};
  for (const statistic of summary)
    if (typeof statistic === "string") found[statistic] = STATISTICS[statistic](sorted, values);
    else setOwn(found, statistic.id, finiteOrNull(statistic.compute(...inOrder(rows, sorted, values), whole)));
  return found;
}

function sortKnown(area: Pick<Area, "rows" | "weights">, values: Float64Array) {
  const rows = area.rows.filter((row) => !Number.isNaN(values[row]));
  return { rows, sorted: sortByValue(rows, values, area.weights, (a, b) => a - b) };
}

function meanOf({ rows, weights, totalWeight, isComplete }: SortedWeights, values: Float64Array): number | null {
  let sum = 0;
  for (const row of rows) sum += weights[row] * values[row];
  return isComplete && rows.length > 0 ? sum / totalWeight : null;
}

function valueAt(share: number, sorted: SortedWeights, values: Float64Array): number | null {
  const row = rowAtQuantile(sorted, share);
  return row === null ? null : values[row];
}

/** Values, ascending, and their weights; those beyond what was searched come last. */
function inOrder(rows: Uint32Array, sorted: SortedWeights, values: Float64Array): [Float64Array, Float64Array] {
  const beyond = sorted.isComplete ? [] : rows.filter((row) => values[row] === Infinity);
  const all = [...sorted.rows, ...beyond];
  return [Float64Array.from(all, (row) => values[row]), Float64Array.from(all, (row) => sorted.weights[row])];
}

/** A report is JSON: it holds no `Infinity`. */
function finiteOrNull(value: number | null): number | null {
  return Number.isFinite(value) ? value : null;
}
