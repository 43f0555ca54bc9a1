import type { Feature, FeatureCollection, Geometry } from "geojson";
import { invalid } from "../base/check-argument.js";
import { guardShape } from "../base/guard-call.js";
import { isJsonObject } from "../base/json-object.js";
import { say } from "../base/texts/library.js";
import type { LonLat } from "../base/words.js";
import type { Edit } from "./edit.js";

/**
 * A list of edits as GeoJSON: what the page saves, QGIS draws and `run --edits` reads. Each feature is one edit, named by its property
 * `edit`, with the members that the edit has as properties; where it is stands in the geometry.
 *
 * | `edit` | geometry | properties |
 * | --- | --- | --- |
 * | `addFacility` | Point | `id`, `categories`, `name` |
 * | `moveFacility` | Point, where it goes | `id` |
 * | `closeFacility` | none, or where it is | `id` |
 * | `addStreet` | LineString | `id`, `tags` |
 * | `closeStreet` | none, or where it is | `id` |
 *
 * `categories` is a list, or a text with `;` between (`"pharmacy;clinic"`), or JSON; `tags` an object, or JSON. Properties that are `null`,
 * and `fid`, which a GIS adds, are nothing. The order of the features is the order of the edits.
 */
export type EditCollection = FeatureCollection<Geometry | null>;

/** What a GIS adds of its own. */
const FOREIGN_KEYS = new Set(["fid", "ogc_fid"]);
/** Where an edit is stands in the geometry, and only there. */
const PLACES = new Set(["location", "coordinates"]);
const placeOf = (type: unknown) => (type === "Point" ? "location" : type === "LineString" ? "coordinates" : "geometry");
const CLOSINGS = new Set<unknown>(["closeFacility", "closeStreet"]);

/** Tells whether edits are given as GeoJSON. */
export function isEditCollection(value: unknown): value is EditCollection {
  return isJsonObject(value) && value.type === "FeatureCollection" && Array.isArray(value.features);
}

/** Reads edits from GeoJSON. What is wrong with one is found when it is done. */
export function readEditFeatures({ features }: EditCollection): Edit[] {
  return features.map((feature) => readEdit(feature) as Edit);
}

function readEdit(feature: unknown): unknown {
  if (!isJsonObject(feature)) return feature;
  const { type, geometry } = feature;
  if (type !== "Feature") return { type };
  const properties = isJsonObject(feature.properties) ? feature.properties : {};
  const edit: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(properties))
    if (value !== null && !FOREIGN_KEYS.has(key))
      edit[PLACES.has(key) ? `properties.${key}` : key] = readMember(key, value);
  if (!isJsonObject(geometry) || CLOSINGS.has(edit.edit)) return edit;
  return { ...edit, [placeOf(geometry.type)]: geometry.coordinates };
}

/** A GIS keeps lists and objects as texts. */
function readMember(key: string, value: unknown): unknown {
  if (key === "id" && typeof value === "number") return String(value);
  if (typeof value !== "string" || (key !== "categories" && key !== "tags")) return value;
  if (/^\s*[[{]/.test(value))
    try {
      return JSON.parse(value);
    } catch {
      return value;
    }
  return key === "categories" ? value.split(";").map((one) => one.trim()) : value;
}

/**
 * Writes edits as GeoJSON.
 *
 * @param whereIs gives the place of a facility that closes, so that a map can show it; `null` = nobody knows
 * @throws {CoverageError} `INVALID_ARGUMENT` for what is no list of edits
 */
export function toEditFeatures(
  edits: readonly Edit[],
  whereIs: (facilityId: string) => LonLat | null = () => null,
): EditCollection {
  return guardShape("toEditFeatures", () => {
    if (!Array.isArray(edits) || !edits.every((one) => isJsonObject(one)))
      throw invalid("edits", edits, say("expected.edits"));
    if (typeof whereIs !== "function") throw invalid("whereIs", whereIs, say("value.function"));
    return {
      type: "FeatureCollection",
      features: (edits as unknown as readonly Edit[]).map((edit) => toFeature(edit, whereIs)),
    };
  });
}

function toFeature(edit: Edit, whereIs: (facilityId: string) => LonLat | null): Feature<Geometry | null> {
  const { location, coordinates, ...properties } = edit as Edit & {
    readonly location?: LonLat;
    readonly coordinates?: readonly LonLat[];
  };
  const place = location ?? (edit.edit === "closeFacility" ? whereIs(edit.id) : null);
  const geometry: Geometry | null =
    coordinates !== undefined
      ? { type: "LineString", coordinates: coordinates.map((one) => [...one]) }
      : place === null
        ? null
        : { type: "Point", coordinates: [...place] };
  return { type: "Feature", properties, geometry };
}
