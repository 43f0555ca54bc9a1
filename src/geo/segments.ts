import type { Degrees, Meters } from "../base/units.js";
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
 * ellipsoid. Longitudes must be continuous (differ by less than 180°). A segment drawn the other way has the same
 * closest point, to the last bit: a street that was drawn twice, once each way, is one place.
 */
export function closestPointOnSegment(
  lon: Degrees,
  lat: Degrees,
  a: readonly [Degrees, Degrees],
  b: readonly [Degrees, Degrees],
): ClosestPoint {
  const isEastward = a[0] < b[0] || (a[0] === b[0] && a[1] <= b[1]);
  const [fromLon, fromLat] = isEastward ? a : b;
  const [toLon, toLat] = isEastward ? b : a;
  const scale = metersPerDegree(lat);
  const part = partNearestTo(lon, lat, fromLon, fromLat, toLon, toLat, scale.lon, scale.lat);
  const footLon = pointAlong(fromLon, toLon, part);
  const footLat = pointAlong(fromLat, toLat, part);
  const meters = distanceMeters(lon, lat, footLon, footLat);
  return { fraction: isEastward ? part : 1 - part, lon: footLon, lat: footLat, meters };
}

/**
 * Finds how far along a segment, drawn eastward (or north), the point is that is nearest to a place: 0 to 1.
 *
 * @param lonScale metres per degree at the place
 */
export function partNearestTo(
  lon: Degrees,
  lat: Degrees,
  fromLon: Degrees,
  fromLat: Degrees,
  toLon: Degrees,
  toLat: Degrees,
  lonScale: Meters,
  latScale: Meters,
): number {
  const dx = (toLon - fromLon) * lonScale;
  const dy = (toLat - fromLat) * latScale;
  const lengthSquared = dx * dx + dy * dy;
  const along = ((lon - fromLon) * lonScale * dx + (lat - fromLat) * latScale * dy) / lengthSquared;
  return lengthSquared === 0 || along <= 0 ? 0 : Math.min(along, 1);
}

/** Gives a coordinate so far along: the ends exactly, so that a place at a crossing is the same place on every street there. */
export function pointAlong(from: Degrees, to: Degrees, part: number): Degrees {
  return part === 1 ? to : from + part * (to - from);
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
