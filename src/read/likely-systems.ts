import { say } from "../base/texts/files.js";
import type { PhraseValue } from "../base/texts/phrase.js";

/** Tells whether meters stand north first: Chinese surveying writes X for north. */
export function looksNorthFirst(first: number, second: number): boolean {
  return first > 1_900_000 && Math.abs(second - Math.floor(second / 1e6) * 1e6 - 500_000) < 400_000 && isZone(second);
}

/** Without a zone in front, or with one that there is in China. */
function isZone(easting: number): boolean {
  const zone = Math.floor(easting / 1e6);
  return zone === 0 || (zone >= 13 && zone <= 23) || (zone >= 25 && zone <= 45);
}

/** Names the systems whose range a position in metres fits. */
export function systemsOf(east: number, north: number): PhraseValue {
  const zone = Math.floor(east / 1e6);
  const easting = east - zone * 1e6;
  const isZoned = easting >= 100_000 && easting <= 900_000 && north >= 380_000 && north <= 6_000_000;
  const systems: PhraseValue[] = [];
  if (isZoned && zone >= 25 && zone <= 45) systems.push(gaussKrueger(3, zone, zone - 25, [4513, 2349, 2401]));
  if (isZoned && zone >= 13 && zone <= 23) systems.push(gaussKrueger(6, zone, zone - 13, [4491, 2327, 21413]));
  if (zone === 0 && isZoned) systems.push(say("table.withoutZone"));
  if (east >= 8_100_000 && east <= 15_100_000 && north >= 400_000 && north <= 7_100_000)
    systems.push(say("table.webOrBaidu"));
  else if (Math.abs(east) <= 20_037_509 && Math.abs(north) <= 20_048_967 && (Math.abs(east) > 900_000 || north < 0))
    systems.push(say("table.webMercator"));
  if (systems.length === 0) return say("table.someProjection");
  return systems.reduce((first, second) => say("table.either", { first, second }));
}

function gaussKrueger(degrees: 3 | 6, zone: number, step: number, firstCodes: readonly number[]): PhraseValue {
  const [cgcs2000, xian, beijing] = firstCodes.map((code) => code + step) as [number, number, number];
  return say("table.zone", { degrees, zone, cgcs2000, xian, beijing });
}
