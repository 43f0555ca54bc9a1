import { area } from "@turf/turf";
import type { LonLat, Polygon } from "../model.js";
import type { SquareMeters } from "../units.js";
import { boundsOf } from "./bounds.js";
import { metersPerDegree } from "./distance.js";
import { crossingsAtLatitude } from "./rings.js";
import { cosineOfDegrees } from "./trigonometry.js";

/** The sphere that `@turf/turf` measures areas on: the mean radius, since its version 7. */
const TURF_RADIUS_METERS = 6_371_008.8;
const RADIANS_PER_DEGREE = Math.PI / 180;

/**
 * Computes the area of polygons on the WGS 84 ellipsoid, in square metres, to the square millimetre.
 *
 * Turf measures on a sphere, up to 0.7 % off; its result is scaled by the ellipsoid's curvature at the middle latitude.
 * Rounded, because the last bits of Turf's sines differ between JavaScript engines.
 */
export function polygonsSquareMeters(polygons: readonly Polygon[]): SquareMeters {
  let sum = 0;
  for (const polygon of polygons) {
    const { south, north } = boundsOf(polygon[0] ?? []);
    const mid = (south + north) / 2;
    const scale = metersPerDegree(mid);
    const spherical = TURF_RADIUS_METERS * RADIANS_PER_DEGREE;
    const correction = (scale.lon * scale.lat) / (spherical * spherical * cosineOfDegrees(mid));
    sum += area({ type: "Polygon", coordinates: polygon.map(toPositions) }) * correction;
  }
  return Math.round(sum * 1e6) / 1e6;
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
  return Math.round(sum * 1e6) / 1e6;
}

function toPositions(ring: readonly LonLat[]): number[][] {
  return ring.map(([lon, lat]) => [lon, lat]);
}
