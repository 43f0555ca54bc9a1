import { type JsonObject, ownValue } from "../base/json-object.js";
import type { LonLat } from "../base/words.js";

/** Where an id is looked for, after `properties.id` and the feature's own `id`. */
export const ID_PROPERTIES: readonly string[] = [
  "osm_id", // with osm_type, if there is one: "way/123"
  "@id", // osmtogeojson, Overpass turbo
  "@osmId", // ohsome
  "full_id", // QuickOSM
  "adcode", // Chinese administrative divisions
  "geoid", // US census
  "GEOID",
  "nta_id", // New York
  "stop_id", // GTFS
];

/** The same for streets, which are read one by one and have no layer to compare with. */
export const STREET_ID_PROPERTIES: readonly string[] = [
  ...ID_PROPERTIES,
  "osmid",
  "ID",
  "OBJECTID",
  "fid",
  "FID",
  "gid",
];

/** What a feature calls itself. */
export interface FeatureId {
  /** `null` = it has no id. */
  readonly id: string | null;
  /** 1 and "1" are two ids. */
  readonly isNumber: boolean;
  /** An integer beyond 2^53, which may have lost digits. */
  readonly isUnsafe: boolean;
}

/** Finds the id of a feature: in the named property if there is a name, else in the usual places. */
export function identifyFeature(
  feature: JsonObject,
  properties: JsonObject,
  idProperty: string | undefined,
  idProperties: readonly string[] = ID_PROPERTIES,
): FeatureId {
  if (idProperty !== undefined) return toFeatureId(ownValue(properties, idProperty)) ?? NO_ID;
  const plain = toFeatureId(ownValue(properties, "id")) ?? toFeatureId(ownValue(feature, "id"));
  if (plain !== null) return plain;
  for (const name of idProperties) {
    const found = toFeatureId(ownValue(properties, name));
    if (found === null) continue;
    const osmType = name === "osm_id" ? ownValue(properties, "osm_type") : undefined;
    const isTyped = typeof osmType === "string" && osmType !== "";
    // joined, not added up: what is added up keeps its parts beside it, which is half of the memory of millions of ids
    return isTyped ? { ...found, id: [osmType, found.id].join("/"), isNumber: false } : found;
  }
  return NO_ID;
}

/** Names a feature without an id after its place: `@104.063300,30.659400`. */
export function idOfPlace([lon, lat]: LonLat): string {
  return `@${lon.toFixed(6)},${lat.toFixed(6)}`;
}

const NO_ID: FeatureId = { id: null, isNumber: false, isUnsafe: false };

/** Takes a value as an id: a text that is not blank, or a finite number; `null` = it is none. */
export function toFeatureId(value: unknown): FeatureId | null {
  if (typeof value === "string" && value.trim() !== "") return { id: value, isNumber: false, isUnsafe: false };
  if (typeof value !== "number" || !Number.isFinite(value)) return null;
  return { id: String(value), isNumber: true, isUnsafe: Math.abs(value) > Number.MAX_SAFE_INTEGER };
}
