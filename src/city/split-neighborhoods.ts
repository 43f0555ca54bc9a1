import type { Bounds } from "../geo/bounds.js";
import { metersPerDegree } from "../geo/distance.js";
import type { Origins } from "../model/facts.js";

/** A neighborhood, seen as a point. */
interface Place {
  readonly row: number;
  readonly lon: number;
  readonly lat: number;
  readonly weight: number;
}

/**
 * Splits the neighborhoods of a city into parts that lie together and weigh about as much: cut in two across the longer side, and
 * each half again.
 *
 * Every part needs the streets around it only, so that as much is shared out as possible.
 *
 * @param weights of each neighborhood, such as how many origins it has; what weighs nothing is in no part
 * @param bounds of each neighborhood
 * @returns rows of neighborhoods, ascending; at most `count` parts, none without weight unless nothing weighs anything
 */
export function splitNeighborhoods(
  weights: ArrayLike<number>,
  bounds: readonly Bounds[],
  count: number,
): (readonly number[])[] {
  const places = bounds.map(
    ({ west, south, east, north }, row): Place => ({
      ...{ row, lon: (west + east) / 2, lat: (south + north) / 2 },
      weight: weights[row] as number,
    }),
  );
  const settled = places.filter(({ weight }) => weight > 0);
  return split(settled, count).map((part) => part.map(({ row }) => row).sort((a, b) => a - b));
}

/** Counts the origins of each neighborhood. */
export function originCounts({ firstOrigin }: Pick<Origins, "firstOrigin">): Uint32Array {
  return Uint32Array.from({ length: firstOrigin.length - 1 }, (_, row) => firstOrigin[row + 1] - firstOrigin[row]);
}

function split(places: readonly Place[], count: number): (readonly Place[])[] {
  if (count === 1 || places.length <= 1) return [places];
  const total = places.reduce((sum, { weight }) => sum + weight, 0);
  const before = Math.floor(count / 2);
  const ordered = acrossLongerSide(places);
  let end = 0;
  for (let sum = 0; end < ordered.length - 1; end++) {
    const next = sum + (ordered[end]?.weight ?? 0);
    // at least one on either side; the one in the middle goes where it leaves the parts more alike
    if (end > 0 && (sum + next) * count > 2 * total * before) break;
    sum = next;
  }
  return [...split(ordered.slice(0, end), before), ...split(ordered.slice(end), count - before)];
}

function acrossLongerSide(places: readonly Place[]): Place[] {
  const lons = places.map(({ lon }) => lon);
  const lats = places.map(({ lat }) => lat);
  const extent = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  const scale = metersPerDegree(lats[0] ?? 0);
  const isWide = extent(lons) * scale.lon > extent(lats) * scale.lat;
  return [...places].sort((a, b) => (isWide ? a.lon - b.lon : a.lat - b.lat) || a.row - b.row);
}
