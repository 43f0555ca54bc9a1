import type { Degrees } from "../base/units.js";
import type { LonLat } from "../base/words.js";
import type { PolygonRings } from "../model/facts.js";

/**
 * Finds the longitudes where a parallel crosses the outlines of polygons, ascending.
 *
 * Inside is between the first and the second, the third and the fourth, and so on (even-odd rule). A vertex on the
 * parallel belongs to the edge north of it, so that every crossing is counted once.
 */
export function crossingsAtLatitude(polygon: PolygonRings, lat: Degrees): number[] {
  const crossings: number[] = [];
  for (const ring of polygon)
    for (let i = 1; i < ring.length; i++)
      if (ring[i - 1][1] <= lat !== ring[i][1] <= lat) crossings.push(crossingAt(ring[i - 1], ring[i], lat));
  return crossings.sort((a, b) => a - b);
}

/** Always from the southern end: two polygons that share an edge must agree on it to the last bit. */
function crossingAt(one: LonLat, other: LonLat, lat: Degrees): Degrees {
  const from = one[1] < other[1] ? one : other;
  const to = from === one ? other : one;
  return from[0] + ((lat - from[1]) / (to[1] - from[1])) * (to[0] - from[0]);
}

/**
 * Tells whether a place lies in one of the polygons.
 *
 * On an outline that is so where the polygon lies to the east (on a level edge: to the north). Where people on a border are to be
 * counted, with whom is told by another rule, which knows no compass: see `Grounds.holding`.
 */
export function containsPoint(polygons: readonly PolygonRings[], lon: Degrees, lat: Degrees): boolean {
  return polygons.some((polygon) => {
    let isInside = false;
    for (const ring of polygon)
      for (let i = 1; i < ring.length; i++)
        if (ring[i - 1][1] <= lat !== ring[i][1] <= lat && crossingAt(ring[i - 1], ring[i], lat) <= lon)
          isInside = !isInside;
    return isInside;
  });
}

/**
 * Finds a point well inside a polygon: the middle of its widest stretch along the parallel through its middle.
 *
 * Falls back to other parallels where the middle one grazes a vertex, and to the first vertex of a polygon without area.
 */
export function interiorPoint(polygon: PolygonRings): LonLat {
  const outer = polygon[0] ?? [];
  let south = Infinity;
  let north = -Infinity;
  for (const [, lat] of outer) {
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  for (const share of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9]) {
    const lat = south + share * (north - south);
    const widest = widestStretch(crossingsAtLatitude(polygon, lat));
    if (widest !== null) return [(widest[0] + widest[1]) / 2, lat];
  }
  return outer[0] ?? [Number.NaN, Number.NaN];
}

function widestStretch(crossings: readonly number[]): readonly [number, number] | null {
  let widest: readonly [number, number] | null = null;
  for (let i = 1; i < crossings.length; i += 2) {
    const stretch = [crossings[i - 1] as number, crossings[i] as number] as const;
    const width = stretch[1] - stretch[0];
    if (width > 0 && (widest === null || width > widest[1] - widest[0])) widest = stretch;
  }
  return widest;
}
