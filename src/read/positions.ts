import type { Datum } from "../base/layers.js";
import type { Degrees } from "../base/units.js";
import type { LonLat } from "../base/words.js";
import { lonNear } from "../geo/antimeridian.js";
import { toWgs84 } from "../geo/datums.js";

/** The coordinate system that a layer is read from. */
export interface Frame {
  readonly datum: Datum;
  /** Longitudes come out within 180 degrees of this one; `null`: as they are. */
  readonly referenceLon: Degrees | null;
}

// What a look at a list of positions found, as bits.
/** Not a list of at least two numbers. */
export const BAD_TYPE = 1;
/** Infinite or not a number. */
export const NOT_FINITE = 2;
/** Not on Earth. */
export const OUT_OF_RANGE = 4;
/** More than half way around the Earth from one position to the next. */
export const JUMP = 8;
/** More than half way around the Earth from the reference. */
export const FAR = 16;
/** More than two ordinates. */
export const EXTRA = 32;

/**
 * Looks at every position of a list, once.
 *
 * @param referenceLon `NaN` = none
 * @returns 0 if all are plain pairs that can be used as they are; else the bits of what was found
 */
export function surveyPositions(positions: readonly unknown[], referenceLon: number): number {
  let found = 0;
  let previous = Number.NaN;
  for (let i = 0; i < positions.length; i++) {
    const position = positions[i];
    if (!Array.isArray(position)) return BAD_TYPE;
    const lon: unknown = position[0];
    const lat: unknown = position[1];
    // typeof, because Number(null) is 0 and +[5] is 5
    if (typeof lon !== "number" || typeof lat !== "number") return BAD_TYPE;
    if (!isOnEarth(lon, lat)) found |= Number.isFinite(lon) && Number.isFinite(lat) ? OUT_OF_RANGE : NOT_FINITE;
    if (Math.abs(lon - previous) > 180) found |= JUMP;
    if (Math.abs(lon - referenceLon) > 180) found |= FAR;
    if (position.length > 2) found |= EXTRA;
    previous = lon;
  }
  return found;
}

/** Tells whether a pair is a longitude and a latitude. */
export function isOnEarth(lon: number, lat: number): boolean {
  return lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90;
}

/**
 * Converts positions that passed the survey to WGS 84; lines that jump across the antimeridian become continuous.
 *
 * The caller's list itself comes back where there is nothing to change.
 *
 * @param found what {@link surveyPositions} found
 * @param referenceLon the first longitude comes out within 180 degrees of it; `NaN` = as it is
 */
export function toLonLats(
  positions: readonly unknown[],
  found: number,
  datum: Datum,
  referenceLon: number,
): readonly LonLat[] {
  const pairs = positions as readonly LonLat[];
  if (found === 0 && (datum === "wgs84" || datum === "cgcs2000")) return pairs;
  const isTurned = (found & (JUMP | FAR)) !== 0;
  let near = referenceLon;
  return pairs.map((pair) => {
    const [lon, lat] = toWgs84(datum, [pair[0], pair[1]]);
    if (!isTurned) return [lon, lat];
    near = Number.isNaN(near) ? lon : lonNear(lon, near);
    return [near, lat];
  });
}
