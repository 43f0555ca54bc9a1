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

/** And at most this long: at the poles, of longitude again times the cosine. */
const MOST_METERS_PER_DEGREE = metersPerDegree(90).lat;

/** A hair less, so that rounding never makes a bound larger than a distance. */
const HAIR_LESS = 1 - 1e-9;

/** More than that, as distances to outlines are measured in planes of their own. */
const MORE = 1 + 1e-4;

/** Tells whether every place in the box is farther than so many metres; where it is not sure, it says no. */
export function isBoxBeyond(lon: Degrees, lat: Degrees, box: Box, meters: Meters): boolean {
  // the latitudes alone decide about most boxes
  if (Math.max(box.minY - lat, lat - box.maxY) * LEAST_METERS_PER_DEGREE * HAIR_LESS > meters) return true;
  return boxDistanceAtLeast(lon, lat, box) > meters;
}

/** Computes a distance that no place in the box is nearer than; 0 inside. */
export function boxDistanceAtLeast(lon: Degrees, lat: Degrees, { minX, minY, maxX, maxY }: Box): Meters {
  const latGap = Math.max(0, minY - lat, lat - maxY);
  const lonGap = circularGap(lon, minX, maxX);
  const farthestLat = Math.min(90, Math.max(Math.abs(lat), Math.abs(minY), Math.abs(maxY)));
  const x = lonGap * cosineOfDegrees(farthestLat);
  return Math.sqrt(x * x + latGap * latGap) * LEAST_METERS_PER_DEGREE * HAIR_LESS;
}

/** Computes a distance that no place in the box is farther than. */
export function boxDistanceAtMost(lon: Degrees, lat: Degrees, { minX, minY, maxX, maxY }: Box): Meters {
  const latGap = Math.max(maxY - lat, lat - minY);
  const lonGap = Math.abs(shortestLonDifference(lon - (minX + maxX) / 2)) + (maxX - minX) / 2;
  const isOneSide = (lat > 0 && minY > 0) || (lat < 0 && maxY < 0);
  const nearestLat = isOneSide ? Math.min(Math.abs(lat), Math.abs(minY), Math.abs(maxY)) : 0;
  const x = lonGap * cosineOfDegrees(nearestLat);
  return Math.sqrt(x * x + latGap * latGap) * MOST_METERS_PER_DEGREE * MORE;
}

function circularGap(lon: Degrees, west: Degrees, east: Degrees): Degrees {
  const middle = (west + east) / 2;
  const fromMiddle = Math.abs(shortestLonDifference(lon - middle));
  return Math.max(0, fromMiddle - (east - west) / 2);
}
