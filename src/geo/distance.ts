import type { Degrees, Meters } from "../base/units.js";
import { sineOfDegrees } from "./trigonometry.js";

/** WGS 84 ellipsoid: half its equatorial axis, and its first eccentricity squared. */
const EQUATOR_RADIUS_METERS = 6_378_137;
const FLATTENING = 1 / 298.257223563;
const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);
const RADIANS_PER_DEGREE = Math.PI / 180;

/** Metres that one degree of longitude and one of latitude span at a latitude. */
export interface MetersPerDegree {
  readonly lon: Meters;
  readonly lat: Meters;
}

/** Computes the metres per degree at a latitude, from the ellipsoid's two radii of curvature there. */
export function metersPerDegree(lat: Degrees): MetersPerDegree {
  const sine = sineOfDegrees(lat);
  const sineSquared = sine * sine;
  const w = 1 - ECCENTRICITY_SQUARED * sineSquared;
  const primeVerticalRadius = EQUATOR_RADIUS_METERS / Math.sqrt(w);
  const meridianRadius = (primeVerticalRadius * (1 - ECCENTRICITY_SQUARED)) / w;
  return {
    lon: primeVerticalRadius * Math.sqrt(1 - sineSquared) * RADIANS_PER_DEGREE,
    lat: meridianRadius * RADIANS_PER_DEGREE,
  };
}

/**
 * Computes the distance of two places on the WGS 84 ellipsoid, in metres.
 *
 * Flat, with the radii of curvature at the mean latitude of the pair: within 1e-7 of the geodesic up to 5 km and
 * 1e-6 at 15 km, up to 60° of latitude (four times as much at 75°); meant for distances within a city. Longitudes may differ by more than 180°:
 * the shorter way around is taken.
 *
 * @see C. F. F. Karney, "Algorithms for geodesics", 2013, for the exact geodesic that the tests compare with
 */
export function distanceMeters(lon1: Degrees, lat1: Degrees, lon2: Degrees, lat2: Degrees): Meters {
  const scale = metersPerDegree((lat1 + lat2) / 2);
  const x = shortestLonDifference(lon2 - lon1) * scale.lon;
  const y = (lat2 - lat1) * scale.lat;
  return Math.sqrt(x * x + y * y);
}

/** Brings a difference of longitudes into -180 to 180, without arithmetic where it is there already. */
export function shortestLonDifference(difference: Degrees): Degrees {
  if (difference >= -180 && difference <= 180) return difference;
  return difference - 360 * Math.round(difference / 360);
}
