import type { Degrees, Meters } from "../base/units.js";
import { metersPerDegree, shortestLonDifference } from "../geo/distance.js";
import { cosineOfDegrees } from "../geo/trigonometry.js";

/** A box in degrees, in rbush's words. */
export interface Box {
  readonly minX: Degrees;
  readonly minY: Degrees;
  readonly maxX: Degrees;
  readonly maxY: Degrees;
}

/** A degree is at least this long: of latitude at the equator, of longitude (times the cosine) likewise. */
const LEAST_METERS_PER_DEGREE = metersPerDegree(0).lat;

/** Computes a distance that no place in the box is nearer than; 0 inside. */
export function boxDistanceAtLeast(lon: Degrees, lat: Degrees, { minX, minY, maxX, maxY }: Box): Meters {
  const latGap = Math.max(0, minY - lat, lat - maxY);
  const lonGap = circularGap(lon, minX, maxX);
  const farthestLat = Math.min(90, Math.max(Math.abs(lat), Math.abs(minY), Math.abs(maxY)));
  const x = lonGap * cosineOfDegrees(farthestLat);
  // a hair less, so that rounding never makes the bound larger than a distance
  return Math.sqrt(x * x + latGap * latGap) * LEAST_METERS_PER_DEGREE * (1 - 1e-9);
}

function circularGap(lon: Degrees, west: Degrees, east: Degrees): Degrees {
  const middle = (west + east) / 2;
  const fromMiddle = Math.abs(shortestLonDifference(lon - middle));
  return Math.max(0, fromMiddle - (east - west) / 2);
}
