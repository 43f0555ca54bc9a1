import type { MetersPerSecond, Seconds } from "../base/units.js";
import type { TravelProfile } from "../model/travel.js";
import type { LocalStreets } from "./local-streets.js";
import { CLOSED_SECONDS } from "./reach.js";

/** How long a profile walks along each arc. */
export interface ArcTimes {
  readonly speedMetersPerSecond: MetersPerSecond;
  readonly stepsSpeedMetersPerSecond: MetersPerSecond;
  /** Per arc; `CLOSED_SECONDS` = closed. */
  readonly seconds: Float64Array;
  /** The same in the order of `outArc`. */
  readonly outSeconds: Float64Array;
  readonly meanOpenSeconds: Seconds;
}

/** Computes how long a profile walks along each arc. */
export function computeArcTimes(
  { meters, steps, open, outArc }: LocalStreets,
  { speedMetersPerSecond, stepsSpeedMetersPerSecond }: TravelProfile,
): ArcTimes {
  const seconds = new Float64Array(open.length);
  let sum = 0;
  let openCount = 0;
  for (let arc = 0; arc < seconds.length; arc++) {
    if (open[arc] === 0) {
      seconds[arc] = CLOSED_SECONDS;
      continue;
    }
    const edge = arc >> 1;
    seconds[arc] = meters[edge] / (steps[edge] === 1 ? stepsSpeedMetersPerSecond : speedMetersPerSecond);
    sum += seconds[arc];
    openCount++;
  }
  const outSeconds = new Float64Array(outArc.length);
  for (let out = 0; out < outArc.length; out++) outSeconds[out] = seconds[outArc[out]];
  const meanOpenSeconds = openCount === 0 ? 1 : sum / openCount;
  return { speedMetersPerSecond, stepsSpeedMetersPerSecond, seconds, outSeconds, meanOpenSeconds };
}
