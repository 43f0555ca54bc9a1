import type { LonLat, Polygon } from "../model.js";
import type { Degrees, SquareMeters } from "../units.js";
import { boundsOf } from "./bounds.js";
import { metersPerDegree } from "./distance.js";
import { crossingsAtLatitude } from "./rings.js";

/**
 * Computes the area of polygons on the WGS 84 ellipsoid, in square metres, to the square millimetre.
 *
 * Outer ring less holes, whatever their winding; edges are straight in longitude and latitude. Within 1e-6 of the
 * geodesic area for outlines of the size of a city.
 */
export function polygonsSquareMeters(polygons: readonly Polygon[]): SquareMeters {
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
  const middleDensity = densityAt(middle);
  let sum = 0;
  let stripBefore = 0;
  for (let i = 0; i < ring.length; i++) {
    const [lon, lat] = ring[i] as LonLat;
    // square metres per degree of longitude between the middle and here (Simpson's rule)
    const strip = ((lat - middle) / 6) * (middleDensity + 4 * densityAt((middle + lat) / 2) + densityAt(lat));
    if (i > 0) sum += ((lon - (ring[i - 1] as LonLat)[0]) * (stripBefore + strip)) / 2;
    stripBefore = strip;
  }
  return sum < 0 ? -sum : sum;
}

/** Square metres per square degree at a latitude. */
function densityAt(latitude: Degrees): number {
  const { lon, lat } = metersPerDegree(latitude);
  return lon * lat;
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
export function evenOddSquareMeters(polygons: readonly Polygon[]): SquareMeters {
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
