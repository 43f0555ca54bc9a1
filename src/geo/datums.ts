import gcoordModule from "gcoord";
import { invalid } from "../base/check-argument.js";
import type { Datum } from "../base/layers.js";
import { say } from "../base/texts/core.js";
import type { LonLat } from "../base/words.js";

/** The part of `gcoord` that is used: its forward formulas. */
interface Gcoord {
  transform(position: [number, number], from: string, to: string): readonly number[];
}
// the package declares an ES default export but ships CommonJS to Node, so the types are one level off
const gcoord = gcoordModule as unknown as Gcoord;

/** A hundredth of a millimetre on the ground; the search gains about two digits a step. */
const TOLERANCE_DEGREES = 1e-10;
const MAX_STEPS = 30;
const DECIMALS = 1e9;

/**
 * Converts a position from a datum to WGS 84.
 *
 * `wgs84` and `cgcs2000` (equal here within centimetres) come back as they are. The Chinese map datums have no closed
 * inverse: the forward formulas are inverted by fixed-point iteration. The result is rounded to 1e-9 degrees (0.1 mm),
 * because the formulas use sines, whose last bits differ between JavaScript engines, and a report must not.
 *
 * GCJ-02 shifts only inside longitude 72.004–137.8347 and latitude 0.8293–55.8271; elsewhere `gcj02` is WGS 84.
 */
export function toWgs84(datum: Datum, position: LonLat): LonLat {
  if (datum === "wgs84" || datum === "cgcs2000") return position;
  if (!isPosition(position)) throw invalid("position", position, say("expected.location"));
  const [lon, lat] = position;
  let wgsLon = lon;
  let wgsLat = lat;
  for (let step = 0; step < MAX_STEPS; step++) {
    const [guessLon, guessLat] = forward(datum, wgsLon, wgsLat);
    const lonError = guessLon - lon;
    const latError = guessLat - lat;
    wgsLon -= lonError;
    wgsLat -= latError;
    if (Math.abs(lonError) < TOLERANCE_DEGREES && Math.abs(latError) < TOLERANCE_DEGREES) break;
  }
  return [round(wgsLon), round(wgsLat)];
}

/** Converts a position from WGS 84 to a datum, rounded to 1e-9 degrees as in {@link toWgs84}. */
export function fromWgs84(datum: Datum, position: LonLat): LonLat {
  if (datum === "wgs84" || datum === "cgcs2000") return position;
  const [lon, lat] = forward(datum, position[0], position[1]);
  return [round(lon), round(lat)];
}

function forward(datum: "gcj02" | "bd09", lon: number, lat: number): LonLat {
  const [gcjLon, gcjLat] = gcoord.transform([lon, lat], "WGS84", "GCJ02") as [number, number];
  if (datum === "gcj02") return [gcjLon, gcjLat];
  const [bdLon, bdLat] = gcoord.transform([gcjLon, gcjLat], "GCJ02", "BD09") as [number, number];
  return [bdLon, bdLat];
}

function round(degrees: number): number {
  return Math.round(degrees * DECIMALS) / DECIMALS;
}

function isPosition(position: unknown): boolean {
  try {
    return Array.isArray(position) && typeof position[0] === "number" && typeof position[1] === "number";
  } catch {
    return false; // a proxy whose traps throw
  }
}
