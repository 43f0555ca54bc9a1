import type { LonLat } from "../base/words.js";

// The forward formulas of the datums of Chinese web maps, as they have been known in public since 2010. Sines are the engine's: whoever
// calls these rounds.

const { PI, abs, atan2, cos, sin, sqrt } = Math;
/** The ellipsoid of Krasovsky, on which the shift is told. */
const SEMI_MAJOR_METERS = 6_378_245;
const SQUARED_ECCENTRICITY = 0.006_693_421_622_965_823;
/** Around which the polynomials are written. */
const [MIDDLE_LON, MIDDLE_LAT] = [105, 35];
const BAIDU_FACTOR = (PI * 3000) / 180;

/** Shifts a position of WGS 84 to GCJ-02, which moves it inside longitude 72.004–137.8347 and latitude 0.8293–55.8271 only. */
export function toGcj02([lon, lat]: LonLat): LonLat {
  const isInside = lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;
  if (!isInside) return [lon, lat];
  const [x, y] = [lon - MIDDLE_LON, lat - MIDDLE_LAT];
  const radians = (lat / 180) * PI;
  const sine = sin(radians);
  const magic = 1 - SQUARED_ECCENTRICITY * sine * sine;
  const root = sqrt(magic);
  const metersNorth = (SEMI_MAJOR_METERS * (1 - SQUARED_ECCENTRICITY)) / (magic * root);
  const metersEast = (SEMI_MAJOR_METERS / root) * cos(radians);
  return [lon + (shiftEast(x, y) * 180) / (metersEast * PI), lat + (shiftNorth(x, y) * 180) / (metersNorth * PI)];
}

/** Shifts a position of GCJ-02 to BD-09. */
export function toBd09([lon, lat]: LonLat): LonLat {
  const radius = sqrt(lon * lon + lat * lat) + 0.000_02 * sin(lat * BAIDU_FACTOR);
  const angle = atan2(lat, lon) + 0.000_003 * cos(lon * BAIDU_FACTOR);
  return [radius * cos(angle) + 0.0065, radius * sin(angle) + 0.006];
}

function shiftEast(x: number, y: number): number {
  const plain = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x));
  return plain + ripple(x) + wave(20, x, 40, x / 3) + wave(150, x / 12, 300, x / 30);
}

function shiftNorth(x: number, y: number): number {
  const plain = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x));
  return plain + ripple(x) + wave(20, y, 40, y / 3) + wave(160, y / 12, 320, y / 30);
}

function ripple(x: number): number {
  return ((20 * sin(6 * x * PI) + 20 * sin(2 * x * PI)) * 2) / 3;
}

function wave(high: number, short: number, higher: number, long: number): number {
  return ((high * sin(short * PI) + higher * sin(long * PI)) * 2) / 3;
}
