import type { Degrees, SquareMeters } from "../base/units.js";
import type { LonLat } from "../base/words.js";
import type { PolygonRings } from "../model/facts.js";
import { boundsOf } from "./bounds.js";
import { metersPerDegree } from "./distance.js";
import { crossingsAtLatitude } from "./rings.js";

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

/** Adds up the strips between each edge and the middle parallel, so that nothing large cancels out. */
function ringSquareMeters(ring: readonly LonLat[]): SquareMeters {
  const { south, north } = boundsOf(ring);
  const middle = (south + north) / 2;
  const middleDensity = density(middle);
  /** Square metres per degree of longitude from the middle to another parallel (Simpson's rule). */
  const stripPerDegree = (to: Degrees): number =>
    ((to - middle) / 6) * (middleDensity + 4 * density((middle + to) / 2) + density(to));
  let sum = 0;
  let aStrip = ring.length === 0 ? 0 : stripPerDegree(ring[0][1]);
  for (let i = 1; i < ring.length; i++) {
    const bStrip = stripPerDegree(ring[i][1]);
    sum += ((ring[i][0] - ring[i - 1][0]) * (aStrip + bStrip)) / 2;
    aStrip = bStrip;
  }
  return sum < 0 ? -sum : sum;
}

/** Square metres per square degree at a latitude. */
function density(lat: Degrees): number {
  const scale = metersPerDegree(lat);
  return scale.lon * scale.lat;
}

function roundToSquareMillimeters(squareMeters: SquareMeters): SquareMeters {
  return Math.round(squareMeters * 1e6) / 1e6;
}

/** Parallels on which the width of a polygon is measured. */
const PARALLEL_COUNT = 4096;

/**
 * Computes the area of polygons that cross themselves: what is inside by the even-odd rule, to about a thousandth.
 *
 * Adds up the widths along parallels, since the signed areas of the halves of a bow-tie cancel.
 */
export function evenOddSquareMeters(polygons: readonly PolygonRings[]): SquareMeters {
  let sum = 0;
  for (const polygon of polygons) {
    const { south, north } = boundsOf(polygon.flat());
    const step = (north - south) / PARALLEL_COUNT;
    for (let row = 0; row < PARALLEL_COUNT; row++) {
      const lat = south + (row + 0.5) * step;
      const scale = metersPerDegree(lat);
      const crossings = crossingsAtLatitude(polygon, lat);
      for (let i = 1; i < crossings.length; i += 2)
        sum += ((crossings[i] as number) - (crossings[i - 1] as number)) * scale.lon * step * scale.lat;
    }
  }
  return roundToSquareMillimeters(sum);
}
