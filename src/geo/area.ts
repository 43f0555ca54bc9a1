import type { Degrees, SquareMeters } from "../base/units.js";
import type { LonLat } from "../base/words.js";
import type { PolygonRings } from "../model/facts.js";
import { boundsOf } from "./bounds.js";
import { metersPerDegree } from "./distance.js";

/**
 * Computes the area of polygons on the WGS 84 ellipsoid, in square metres, to the square millimetre.
 *
 * Outer ring less holes, whatever their winding; edges are straight in longitude and latitude, as GeoJSON has them.
 * Within 5e-6 of the area between geodesics where edges are up to 10 km long, up to 70° of latitude; a tenth of that for edges of 3 km.
 */
export function polygonsSquareMeters(polygons: readonly PolygonRings[]): SquareMeters {
  let sum = 0;
  for (const [outer = [], ...holes] of polygons) {
    sum += ringSquareMeters(outer);
    for (const hole of holes) sum -= ringSquareMeters(hole);
  }
  return roundToSquareMillimeters(sum);
}

/** From here on, some 100 m, the square of an edge's height matters. */
const LONG_EDGE_DEGREES = 0.001;

/** Adds up the strips between each edge and the middle parallel, so that nothing large cancels out. */
function ringSquareMeters(ring: readonly LonLat[]): SquareMeters {
  const { south, north } = boundsOf(ring);
  const middle = (south + north) / 2;
  const middleDensity = densityAt(middle);
  /** Square metres per degree of longitude from the middle to another parallel (Simpson's rule). */
  const stripPerDegree = (to: Degrees): number =>
    ((to - middle) / 6) * (middleDensity + 4 * densityAt((middle + to) / 2) + densityAt(to));
  let sum = 0;
  let aStrip = ring.length === 0 ? 0 : stripPerDegree(ring[0][1]);
  for (let i = 1; i < ring.length; i++) {
    const bStrip = stripPerDegree(ring[i][1]);
    const [from, to] = [ring[i - 1][1], ring[i][1]];
    // along a long edge the strip does not grow evenly: Simpson's rule again
    const isLong = to - from > LONG_EDGE_DEGREES || from - to > LONG_EDGE_DEGREES;
    const mean = isLong ? (aStrip + 4 * stripPerDegree((from + to) / 2) + bStrip) / 6 : (aStrip + bStrip) / 2;
    sum += (ring[i][0] - ring[i - 1][0]) * mean;
    aStrip = bStrip;
  }
  return sum < 0 ? -sum : sum;
}

/** Computes the square metres per square degree at a latitude. */
export function densityAt(lat: Degrees): number {
  const scale = metersPerDegree(lat);
  return scale.lon * scale.lat;
}

/** Rounds an area to the square millimetre. */
export function roundToSquareMillimeters(squareMeters: SquareMeters): SquareMeters {
  return Math.round(squareMeters * 1e6) / 1e6;
}
