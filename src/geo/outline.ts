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
}

/** Lays polygons out as edges. */
export function outlineOf(polygons: readonly PolygonRings[]): Outline {
  const firstEdge = new Uint32Array(polygons.length + 1);
  polygons.forEach((polygon, row) => {
    firstEdge[row + 1] = firstEdge[row] + polygon.reduce((sum, ring) => sum + Math.max(0, ring.length - 1), 0);
  });
  const most = firstEdge[polygons.length];
  const [lonSouth, latSouth, lonNorth, latNorth] = Array.from({ length: 4 }, () => new Float64Array(most));
  let edge = 0;
  polygons.forEach((polygon, row) => {
    firstEdge[row] = edge;
    for (const ring of polygon)
      for (let i = 1; i < ring.length; i++) {
        const [one, other] = [ring[i - 1], ring[i]];
        if (one[1] === other[1]) continue;
        const [from, to] = one[1] < other[1] ? [one, other] : [other, one];
        lonSouth[edge] = from[0];
        latSouth[edge] = from[1];
        lonNorth[edge] = to[0];
        latNorth[edge++] = to[1];
      }
  });
  firstEdge[polygons.length] = edge;
  const boundsOfPolygons = polygons.map((polygon) => boundsOf(polygon.flat()));
  return { bounds: joinBounds(boundsOfPolygons), boundsOfPolygons, firstEdge, lonSouth, latSouth, lonNorth, latNorth };
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
  const { lonSouth, latSouth, lonNorth, latNorth, firstEdge } = outline;
  const count = firstEdge[firstEdge.length - 1];
  for (let edge = 0; edge < count; edge++) {
    if (latSouth[edge] > north || latNorth[edge] < south) continue;
    if ((lonSouth[edge] < west && lonNorth[edge] < west) || (lonSouth[edge] > east && lonNorth[edge] > east)) continue;
    return true;
  }
  return false;
}
