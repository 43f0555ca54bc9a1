import { compareText } from "../base/diagnostics.js";
import { isJsonObject, type JsonObject } from "../base/json-object.js";
import type { LonLat } from "../base/words.js";

/** Collections in collections: deeper ones have no first position. */
const MAX_DEPTH = 10;

/** Numbers those features of a list that need it, from west to east by their first positions: `1`, `2`, whatever their order. */
export function numberFeatures(
  features: readonly unknown[],
  needsNumber: (feature: JsonObject) => boolean,
): ReadonlyMap<object, string> {
  const unnamed = features.filter(isJsonObject).filter(needsNumber);
  const placed = unnamed.map((feature) => ({ feature, place: firstPlaceOf(feature.geometry) }));
  placed.sort(
    (a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1] || compareText(textOf(a.feature), textOf(b.feature)),
  );
  return new Map(placed.map(({ feature }, i) => [feature, String(i + 1)]));
}

/** The first position, read or not; features without one come last. */
function firstPlaceOf(geometry: unknown): LonLat {
  let part: unknown = isJsonObject(geometry) ? (geometry.coordinates ?? geometry.geometries) : null;
  for (let depth = 0; depth < MAX_DEPTH && Array.isArray(part); depth++) {
    const [lon, lat]: readonly unknown[] = part;
    if (Number.isFinite(lon) && Number.isFinite(lat)) return [lon as number, lat as number];
    part = isJsonObject(lon) ? (lon.coordinates ?? lon.geometries) : lon;
  }
  return [Number.MAX_VALUE, 0];
}

/** Two features at one place are told apart by all they hold; those that refuse are left as they come. */
function textOf(feature: JsonObject): string {
  try {
    return JSON.stringify(feature);
  } catch {
    return "";
  }
}
