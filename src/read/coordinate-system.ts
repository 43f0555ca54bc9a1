import { CoverageError } from "../base/errors.js";
import type { Layer } from "../base/layers.js";
import { say } from "../base/texts/core.js";
import type { PhraseValue } from "../base/texts/phrase.js";
import type { LonLat } from "../base/words.js";
import { isOnEarth } from "./positions.js";

/** Larger values than this are no slip of the pen in degrees. */
const METERS_FROM = 1000;

/**
 * Checks that a layer as a whole is in degrees, longitude first.
 *
 * @param outOfRange one position of every feature that is not on Earth
 * @param given how many features the layer has
 * @throws {CoverageError} SWAPPED_COORDINATES if more than half of the features are not on Earth, but would be if swapped
 * @throws {CoverageError} PROJECTED_COORDINATES if more than half of the features are not on Earth, and look like metres
 */
export function assertDegrees(outOfRange: readonly LonLat[], given: number, layer: Layer): void {
  if (outOfRange.length * 2 <= given) return;
  const sample = [...outOfRange].sort((a, b) => a[0] - b[0] || a[1] - b[1])[outOfRange.length >> 1] as LonLat;
  const named = say("coordinates.found", {
    layer,
    count: outOfRange.length,
    given,
    x: sample[0],
    y: sample[1],
  });
  const isMost = (test: (position: LonLat) => boolean): boolean =>
    outOfRange.filter(test).length * 2 > outOfRange.length;
  if (isMost(([lon, lat]) => isOnEarth(lat, lon))) {
    throw new CoverageError("SWAPPED_COORDINATES", say("coordinates.swapped", { named }), {
      path: layer,
      hint: say("coordinates.swapped.hint", { layer }),
    });
  }
  if (isMost(([x, y]) => Math.abs(x) >= METERS_FROM || Math.abs(y) >= METERS_FROM)) {
    const systems = likelySystems(sample);
    const likely = systems.length === 0 ? "" : say("coordinates.likely", { systems: eitherOf(systems) });
    throw new CoverageError("PROJECTED_COORDINATES", say("coordinates.projected", { named, likely }), {
      path: layer,
      hint: say("coordinates.projected.hint", { layer }),
    });
  }
}

function eitherOf([first = "", ...others]: readonly string[]): PhraseValue {
  return others.length === 0 ? first : say("coordinates.either", { first, second: eitherOf(others) });
}

/** Names the projected systems whose range a position fits, the most particular first; China writes north first. */
export function likelySystems([x, y]: LonLat): string[] {
  const systems = [...gaussKruegerSystems(x, y, ""), ...gaussKruegerSystems(y, x, ", north first")];
  if (Math.abs(x) <= 20_037_509 && Math.abs(y) <= 20_048_967 && (Math.abs(x) > 834_000 || y < 0)) {
    systems.push("Web Mercator (EPSG:3857)");
  }
  if (x >= 166_000 && x <= 834_000 && y >= 0 && y <= 10_000_000) systems.push("UTM (EPSG:326xx, 327xx)");
  return systems;
}

/** CGCS2000 / Gauss-Krüger over China: false easting 500 km, perhaps with the zone number in front. */
function gaussKruegerSystems(east: number, north: number, remark: string): string[] {
  if (north < 380_000 || north > 6_000_000) return [];
  const zone = Math.floor(east / 1e6);
  const easting = east - zone * 1e6;
  if (easting < 166_000 || easting > 834_000) return [];
  if (zone === 0) return [`CGCS2000 / 3-degree Gauss-Krüger (EPSG:4534–4554, such as 4544 or 4547${remark})`];
  if (zone >= 25 && zone <= 45) return [`CGCS2000 / 3-degree Gauss-Krüger zone ${zone} (EPSG:${4488 + zone}${remark})`];
  if (zone >= 13 && zone <= 23) return [`CGCS2000 / Gauss-Krüger zone ${zone} (EPSG:${4478 + zone}${remark})`];
  return [];
}
