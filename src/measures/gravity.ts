import { assertNumber, checkObject } from "../base/check-argument.js";
import { guardLive } from "../base/guard-call.js";
import { fillLabel, MEASURE_LABELS } from "../base/texts/labels.js";
import type { Seconds } from "../base/units.js";
import type { ReachMeasure } from "../model/measure.js";
import type { ReachTable } from "../model/travel.js";
import { reachMeasure } from "./reach-measure.js";

/** The last term is below half a unit in the last place. */
const SERIES_LENGTH = 18;

/**
 * Makes the measure: facilities within reach, each worth the less the farther it is: 1 beside it, half after `halfSeconds`, a quarter
 * after twice that. `NaN` where no street is near.
 *
 * @see W. G. Hansen, "How accessibility shapes land use", Journal of the American Institute of Planners 25, 1959
 *
 * @example
 * ```ts
 * import { computeCoverage, minutes } from "quarterhour";
 * import { gravity } from "quarterhour/measures";
 *
 * const measured = computeCoverage(city, { measures: [gravity(minutes(5), { cutoffSeconds: minutes(15) })] });
 * measured.city.measures?.["gravity-300s"]?.median?.toFixed(1); // → "24.6"
 * ```
 */
export function gravity(halfSeconds: Seconds, options: { readonly cutoffSeconds: Seconds }): ReachMeasure {
  return guardLive("gravity", [halfSeconds, options], () => {
    assertNumber("halfSeconds", halfSeconds);
    checkObject("options", options);
    const { cutoffSeconds } = options;
    return reachMeasure({
      id: `gravity-${halfSeconds}s`,
      label: fillLabel(MEASURE_LABELS.gravity, { minutes: halfSeconds / 60 }),
      unit: "score",
      tableUnit: "seconds",
      cutoff: cutoffSeconds,
      perOrigin: (table) => weightsOf(table, halfSeconds),
      summary: ["mean", "median", "p90"],
    });
  });
}

function weightsOf({ originCount, parts, unattachedOrigins }: ReachTable, halfSeconds: Seconds): Float64Array {
  const values = new Float64Array(originCount);
  for (const { firstOrigin, firstPair, cost, originCount: count } of parts)
    for (let i = 0; i < count; i++)
      for (let at = firstPair[i]; at < firstPair[i + 1]; at++)
        values[firstOrigin + i] += halvedBy(cost[at] / halfSeconds);
  for (const origin of unattachedOrigins) values[origin] = Number.NaN;
  return values;
}

/** 2 to the power of `-x`, with the same bits on every engine: Taylor's series of the fraction, halved as often as the whole says. */
function halvedBy(x: number): number {
  const whole = Math.floor(x);
  const power = -(x - whole) * Math.LN2;
  let value = 1;
  for (let term = SERIES_LENGTH; term >= 1; term--) value = 1 + (value * power) / term;
  for (let halvings = 0; halvings < whole && value > 0; halvings++) value /= 2;
  return value;
}
