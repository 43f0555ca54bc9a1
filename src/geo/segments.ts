import type { Degrees, Meters } from "../units.js";
import { distanceMeters, metersPerDegree } from "./distance.js";

/** The point of a segment that is nearest to a place. */
export interface ClosestPoint {
  /** 0 = the segment's start, 1 = its end. */
  readonly fraction: number;
  readonly lon: Degrees;
  readonly lat: Degrees;
  readonly meters: Meters;
}

/**
 * Finds the point of the segment a–b that is nearest to a place.
 *
 * The foot is found in the plane that touches the ellipsoid at the place; the distance to it is then measured on the
 * ellipsoid. Longitudes must be continuous (differ by less than 180°).
 */
export function closestPointOnSegment(
  lon: Degrees,
  lat: Degrees,
  [aLon, aLat]: readonly [Degrees, Degrees],
  [bLon, bLat]: readonly [Degrees, Degrees],
): ClosestPoint {
  const scale = metersPerDegree(lat);
  const dx = (bLon - aLon) * scale.lon;
  const dy = (bLat - aLat) * scale.lat;
  const lengthSquared = dx * dx + dy * dy;
  const along = ((lon - aLon) * scale.lon * dx + (lat - aLat) * scale.lat * dy) / lengthSquared;
  const fraction = lengthSquared === 0 || along <= 0 ? 0 : Math.min(along, 1);
  // the ends must come out exactly, so that a place at a crossing is the same place on every street there
  const footLon = fraction === 1 ? bLon : aLon + fraction * (bLon - aLon);
  const footLat = fraction === 1 ? bLat : aLat + fraction * (bLat - aLat);
  return { fraction, lon: footLon, lat: footLat, meters: distanceMeters(lon, lat, footLon, footLat) };
}

/**
 * Finds where the segments a–b and c–d cross, as fractions along each; `null` = they do not.
 *
 * Touching counts. Segments on one line give the first shared end.
 */
export function crossingOfSegments(
  a: readonly [Degrees, Degrees],
  b: readonly [Degrees, Degrees],
  c: readonly [Degrees, Degrees],
  d: readonly [Degrees, Degrees],
): readonly [alongAb: number, alongCd: number] | null {
  const abX = b[0] - a[0];
  const abY = b[1] - a[1];
  const cdX = d[0] - c[0];
  const cdY = d[1] - c[1];
  const determinant = abX * cdY - abY * cdX;
  if (determinant === 0) return sharedEnd(a, b, c, d);
  const acX = c[0] - a[0];
  const acY = c[1] - a[1];
  const alongAb = (acX * cdY - acY * cdX) / determinant;
  const alongCd = (acX * abY - acY * abX) / determinant;
  return alongAb >= 0 && alongAb <= 1 && alongCd >= 0 && alongCd <= 1 ? [alongAb, alongCd] : null;
}

function sharedEnd(
  a: readonly [Degrees, Degrees],
  b: readonly [Degrees, Degrees],
  c: readonly [Degrees, Degrees],
  d: readonly [Degrees, Degrees],
): readonly [number, number] | null {
  if (a[0] === c[0] && a[1] === c[1]) return [0, 0];
  if (a[0] === d[0] && a[1] === d[1]) return [0, 1];
  if (b[0] === c[0] && b[1] === c[1]) return [1, 0];
  if (b[0] === d[0] && b[1] === d[1]) return [1, 1];
  return null;
}
