import type { Degrees } from "../base/units.js";
import type { PolygonRings } from "../model/facts.js";
import { type Bounds, boundsOf, isInBox, joinBounds } from "./bounds.js";

/** Polygons laid out as edges, so that many others can be held against them. Their ground is what any of them holds. */
export interface Outline {
  readonly bounds: Bounds;
  readonly boundsOfPolygons: readonly Bounds[];
  /** CSR: the edges of polygon `p` are `firstEdge[p]` to `firstEdge[p + 1] - 1`. Level ones are left out. */
  readonly firstEdge: Uint32Array;
  /** Of each edge, from its southern end: polygons that share one agree on it to the last bit. */
  readonly lonSouth: Float64Array;
  readonly latSouth: Float64Array;
  readonly lonNorth: Float64Array;
  readonly latNorth: Float64Array;
  /** The level edges, three numbers each: longitudes of the western and the eastern end, latitude. */
  readonly level: Float64Array;
}

/** Where a place is, seen from an outline. */
export type Whereabouts = "inside" | "outside" | "on the outline";

/** As near as this a place is on an outline: a tenth of a millimetre, the noise of coordinates. */
const ON_OUTLINE: Degrees = 1e-9;

/** Lays polygons out as edges. */
export function outlineOf(polygons: readonly PolygonRings[]): Outline {
  const firstEdge = new Uint32Array(polygons.length + 1);
  polygons.forEach((polygon, row) => {
    firstEdge[row + 1] = firstEdge[row] + polygon.reduce((sum, ring) => sum + Math.max(0, ring.length - 1), 0);
  });
  const most = firstEdge[polygons.length];
  const [lonSouth, latSouth, lonNorth, latNorth] = Array.from({ length: 4 }, () => new Float64Array(most));
  const level: number[] = [];
  let edge = 0;
  polygons.forEach((polygon, row) => {
    firstEdge[row] = edge;
    for (const ring of polygon)
      for (let i = 1; i < ring.length; i++) {
        const [one, other] = [ring[i - 1], ring[i]];
        if (one[1] === other[1]) {
          level.push(Math.min(one[0], other[0]), Math.max(one[0], other[0]), one[1]);
          continue;
        }
        const [from, to] = one[1] < other[1] ? [one, other] : [other, one];
        lonSouth[edge] = from[0];
        latSouth[edge] = from[1];
        lonNorth[edge] = to[0];
        latNorth[edge++] = to[1];
      }
  });
  firstEdge[polygons.length] = edge;
  const boundsOfPolygons = polygons.map((polygon) => boundsOf(polygon.flat()));
  return {
    ...{ bounds: joinBounds(boundsOfPolygons), boundsOfPolygons, firstEdge },
    ...{ lonSouth, latSouth, lonNorth, latNorth, level: Float64Array.from(level) },
  };
}

/**
 * Tells whether a place lies in the polygons, outside or on the outline of one of them; whatever polygons share or hold together has
 * outlines inside, and is on the outline there. The same in a mirror, and turned round.
 */
export function whereIs(outline: Outline, lon: Degrees, lat: Degrees): Whereabouts {
  const { west, south, east, north } = outline.bounds;
  if (lon < west - ON_OUTLINE || lon > east + ON_OUTLINE) return "outside";
  if (lat < south - ON_OUTLINE || lat > north + ON_OUTLINE) return "outside";
  if (isOnOutline(outline, lon, lat)) return "on the outline";
  return holdsPlace(outline, lon, lat) ? "inside" : "outside";
}

function isOnOutline(outline: Outline, lon: Degrees, lat: Degrees): boolean {
  const { firstEdge, lonSouth, latSouth, lonNorth, latNorth, level } = outline;
  const count = firstEdge[firstEdge.length - 1];
  for (let edge = 0; edge < count; edge++) {
    const south = latSouth[edge];
    if (south > lat + ON_OUTLINE || latNorth[edge] < lat - ON_OUTLINE) continue;
    const from = lonSouth[edge];
    const to = lonNorth[edge];
    if (from < lon - ON_OUTLINE && to < lon - ON_OUTLINE) continue;
    if (from > lon + ON_OUTLINE && to > lon + ON_OUTLINE) continue;
    const [dLon, dLat] = [to - from, latNorth[edge] - south];
    if (Math.abs(dLon * (lat - south) - dLat * (lon - from)) <= ON_OUTLINE * Math.sqrt(dLon * dLon + dLat * dLat))
      return true;
  }
  for (let i = 0; i < level.length; i += 3)
    if (Math.abs(level[i + 2] - lat) <= ON_OUTLINE && level[i] - ON_OUTLINE <= lon && lon <= level[i + 1] + ON_OUTLINE)
      return true;
  return false;
}

/** Tells whether a place lies in one of the polygons, by the rule of `containsPoint`. */
export function holdsPlace(outline: Outline, lon: Degrees, lat: Degrees): boolean {
  const { boundsOfPolygons, firstEdge, lonSouth, latSouth, lonNorth, latNorth } = outline;
  return boundsOfPolygons.some((bounds, polygon) => {
    if (!isInBox(bounds, lon, lat)) return false;
    let isInside = false;
    for (let edge = firstEdge[polygon]; edge < firstEdge[polygon + 1]; edge++) {
      if (latSouth[edge] > lat || latNorth[edge] <= lat) continue;
      const part = (lat - latSouth[edge]) / (latNorth[edge] - latSouth[edge]);
      if (lonSouth[edge] + part * (lonNorth[edge] - lonSouth[edge]) <= lon) isInside = !isInside;
    }
    return isInside;
  });
}

/** Tells whether an edge comes into a box. Errs on the safe side. */
export function comesNear(outline: Outline, { west, south, east, north }: Bounds): boolean {
  const { lonSouth, latSouth, lonNorth, latNorth, firstEdge, level } = outline;
  const count = firstEdge[firstEdge.length - 1];
  for (let edge = 0; edge < count; edge++) {
    if (latSouth[edge] > north || latNorth[edge] < south) continue;
    if ((lonSouth[edge] < west && lonNorth[edge] < west) || (lonSouth[edge] > east && lonNorth[edge] > east)) continue;
    return true;
  }
  for (let i = 0; i < level.length; i += 3)
    if (south <= level[i + 2] && level[i + 2] <= north && level[i] <= east && level[i + 1] >= west) return true;
  return false;
}
