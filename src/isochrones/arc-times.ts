import type { ModeNetwork } from "../attach/mode-network.js";
import type { Seconds } from "../base/units.js";
import type { TravelProfile } from "../model/travel.js";
import { arcSpeedsOf, speedsOf } from "../streets/weigh.js";
import type { LocalStreets } from "./local-streets.js";
import { CLOSED_SECONDS } from "./reach.js";

/** How long a profile takes along each arc. */
export interface ArcTimes {
  /** Per arc; `CLOSED_SECONDS` = closed. */
  readonly seconds: Float64Array;
  /** The same in the order of `outArc`. */
  readonly outSeconds: Float64Array;
  readonly meanOpenSeconds: Seconds;
}

/** Tells how fast a profile is by the tags of streets, there and back; by edges, where the mode knows single edges. */
export function speedRowsOf(modeNetwork: ModeNetwork, profile: TravelProfile): Float64Array {
  return modeNetwork.mode.ground === undefined ? speedsOf(modeNetwork, profile) : arcSpeedsOf(modeNetwork, profile);
}

/** Computes how long a profile takes along each arc. @param speeds by rows of speeds, from `speedRowsOf` */
export function computeArcTimes(
  { meters, speedRow, isDrawnWestward, open, outArc }: LocalStreets,
  speeds: Float64Array,
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
    seconds[arc] = meters[edge] / speeds[2 * speedRow[edge] + ((arc & 1) ^ isDrawnWestward[edge])];
    sum += seconds[arc];
    openCount++;
  }
  const outSeconds = new Float64Array(outArc.length);
  for (let out = 0; out < outArc.length; out++) outSeconds[out] = seconds[outArc[out]];
  return { seconds, outSeconds, meanOpenSeconds: openCount === 0 ? 1 : sum / openCount };
}
