import { compareText, type Diagnostics } from "../base/diagnostics.js";
import { CoverageError } from "../base/errors.js";
import { type JsonObject, ownValue } from "../base/json-object.js";
import type { Layer } from "../base/layers.js";
import { say } from "../base/texts/core.js";
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
    return isTyped ? { ...found, id: `${osmType}/${found.id}`, isNumber: false } : found;
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

/** A row that was read, before its id is made unique. */
export interface Draft<Row> {
  readonly row: Row;
  readonly first: LonLat;
  readonly isNumber: boolean;
  /** Whether the feature calls itself so; else the id was made up, and gives way to others. */
  readonly isOwn: boolean;
}

/**
 * Makes the ids of a layer unique: `park`, `park~2`, `park~3`, numbered from west to east, not in the order of the file; features
 * that call themselves so come before those whose id was made up.
 *
 * @throws {CoverageError} DUPLICATE_ID if `mayRename` is false; 1 and "1" are renamed all the same, as they are two ids, and so are
 *   ids that were made up
 */
export function makeIdsUnique<Row extends { readonly id: string }>(
  drafts: readonly Draft<Row>[],
  layer: Layer,
  mayRename: boolean,
  diagnostics: Diagnostics,
): Row[] {
  const rows = drafts.map(({ row }) => row);
  if (new Set(rows.map(({ id }) => id)).size === rows.length) return rows;
  const places = new Map<string, number[]>();
  for (const [place, { row }] of drafts.entries()) {
    const same = places.get(row.id);
    if (same === undefined) places.set(row.id, [place]);
    else same.push(place);
  }
  const duplicates = [...places].filter(([, same]) => same.length > 1).sort(([a], [b]) => compareText(a, b));
  const ownOf = (same: readonly number[]) => same.filter((place) => drafts[place]?.isOwn);
  const forbidden = mayRename ? [] : duplicates.filter(([, same]) => isSameKind(drafts, ownOf(same))).map(([id]) => id);
  if (forbidden.length > 0) throw duplicateIds(layer, forbidden);
  const taken = new Set(places.keys());
  for (const [id, same] of duplicates) {
    const ordered = [...same].sort((a, b) => compareDrafts(drafts[a] as Draft<Row>, drafts[b] as Draft<Row>));
    let number = 2;
    for (const place of ordered.slice(1)) {
      while (taken.has(`${id}~${number}`)) number++;
      const unique = `${id}~${number}`;
      taken.add(unique);
      rows[place] = { ...(rows[place] as Row), id: unique };
      diagnostics.add("id.duplicate", layer, unique);
    }
  }
  return rows;
}

function isSameKind(drafts: readonly Draft<unknown>[], places: readonly number[]): boolean {
  const [first, second] = places.map((place) => drafts[place]);
  return places.length > 2 || (second !== undefined && first?.isNumber === second.isNumber);
}

/** Own ids first, then by place; then by everything else, so that no two different rows are ever in the order of the file. */
function compareDrafts(a: Draft<unknown>, b: Draft<unknown>): number {
  return (
    Number(b.isOwn) - Number(a.isOwn) ||
    a.first[0] - b.first[0] ||
    a.first[1] - b.first[1] ||
    compareText(JSON.stringify(a.row), JSON.stringify(b.row))
  );
}

function duplicateIds(layer: Layer, ids: readonly string[]): CoverageError {
  const named = ids.slice(0, 5).map((id) => JSON.stringify(id.slice(0, 60)));
  const more = ids.length > named.length ? say("ids.more", { count: ids.length - named.length }) : "";
  return new CoverageError("DUPLICATE_ID", say("ids.duplicate", { layer, named: named.join(", "), more }), {
    path: layer,
    hint: say("ids.duplicate.hint"),
  });
}
