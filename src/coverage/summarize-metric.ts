import type { MetricSummary } from "../model/report.js";
import type { Area } from "./areas.js";
import { rowAtQuantile, sortByValue } from "./weighted-statistics.js";

/** Sums up a metric over the people of an area. */
export function summarizeMetric(values: Float64Array, area: Area): MetricSummary {
  const rows = area.rows.filter((row) => !Number.isNaN(values[row]));
  const sorted = sortByValue(rows, values, area.weights, (a, b) => a - b);
  const median = rowAtQuantile(sorted, 0.5);
  const p90 = rowAtQuantile(sorted, 0.9);
  let sum = 0;
  for (const row of sorted.rows) sum += area.weights[row] * values[row];
  const valueAt = (row: number | null) => (row === null ? null : values[row]);
  const mean = sorted.isComplete && sorted.rows.length > 0 ? sum / sorted.totalWeight : null;
  return { mean, median: valueAt(median), p90: valueAt(p90) };
}
