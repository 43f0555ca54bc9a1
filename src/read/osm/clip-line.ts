import type { LonLat } from "../../base/words.js";
import { type Bounds, isInBox } from "../../geo/bounds.js";

/** Gives the part of a stretch inside a box, its ends on the sides exactly where it crosses them; `null`: no part is. */
export function clipStretch(from: LonLat, to: LonLat, box: Bounds): readonly [LonLat, LonLat] | null {
  if (isInBox(box, ...from) && isInBox(box, ...to)) return [from, to];
  const { west, south, east, north } = box;
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  let [first, last] = [0, 1];
  // what is left of each side, and how fast it is left
  for (const [speed, room] of [
    [-dx, from[0] - west],
    [dx, east - from[0]],
    [-dy, from[1] - south],
    [dy, north - from[1]],
  ]) {
    if (speed === 0 && room < 0) return null;
    if (speed < 0) first = Math.max(first, room / speed);
    if (speed > 0) last = Math.min(last, room / speed);
  }
  if (first >= last) return null;
  // a rounding may have put the place beside the side
  const at = (share: number) => nearestOnSides([from[0] + share * dx, from[1] + share * dy], box);
  return [first === 0 ? from : at(first), last === 1 ? to : at(last)];
}

/** Gives the place on the sides of a box nearest to a place, in degrees. */
export function nearestOnSides([lon, lat]: LonLat, { west, south, east, north }: Bounds): LonLat {
  const clampedLon = Math.min(Math.max(lon, west), east);
  const clampedLat = Math.min(Math.max(lat, south), north);
  const sides: readonly (readonly [distance: number, place: LonLat])[] = [
    [Math.abs(lon - west), [west, clampedLat]],
    [Math.abs(lon - east), [east, clampedLat]],
    [Math.abs(lat - south), [clampedLon, south]],
    [Math.abs(lat - north), [clampedLon, north]],
  ];
  return sides.reduce((best, side) => (side[0] < best[0] ? side : best))[1];
}
