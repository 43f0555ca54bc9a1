import { assertNumber } from "./check-argument.js";
/** A length of time in seconds. */
export type Seconds = number;
/** A length on the ground in metres, on the WGS 84 ellipsoid. */
export type Meters = number;
/** An area on the ground in square metres. */
export type SquareMeters = number;
/** A speed in metres per second. */
export type MetersPerSecond = number;
/** An angle in degrees; only longitudes and latitudes are told in degrees. */
export type Degrees = number;

/**
 * Converts minutes to seconds.
 *
 * @example
 * ```ts
 * import { minutes } from "quarterhour";
 *
 * minutes(15); // → 900
 * ```
 */
export function minutes(count: number): Seconds {
  assertNumber("count", count);
  return count * 60;
}

/** Converts kilometres per hour to metres per second. */
export function kilometersPerHour(speed: number): MetersPerSecond {
  assertNumber("speed", speed);
  return speed / 3.6;
}
