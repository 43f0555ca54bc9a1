// Which categories the tags of a place speak for. Asked like a person who has the list of categories in one hand and the
// place in the other: category by category, tag by tag, "does this hold here?"

import type { Tags } from "../../src/base/words.js";
import type { Category } from "../../src/model/standard.js";

/** Someone who reads the place's tags and finds a sign of a category. */
export interface Sign {
  /** Row of the category. */
  readonly row: number;
  /** What the place has. */
  readonly about: string;
  /** `alone`: enough without a name. `withName`: too broad alone. `onlyWithName`: says nothing alone, such as any path. */
  readonly counts: "alone" | "withName" | "onlyWithName";
}

/**
 * How Geofabrik's shapefiles call what OSM has under another value.
 *
 * @see F. Ramm, "OpenStreetMap Data in Layered GIS Format", Geofabrik, the tables of points of interest and of transport
 */
const GEOFABRIK_NAMES: readonly (readonly [fclass: string, tag: string])[] = [
  ["town_hall", "amenity=townhall"],
  ["market_place", "amenity=marketplace"],
  ["nursing_home", "amenity=nursing_home"],
  ["bookshop", "shop=books"],
  ["beauty_shop", "shop=beauty"],
  ["toilet", "amenity=toilets"],
  ["railway_station", "railway=station"],
];

/** Lists the signs, without an order. */
export function signsOf(tags: Tags, categories: readonly Category[]): Sign[] {
  return categories.flatMap(({ osmTags, osmTagsWithKeyword }, row) => {
    const named = osmTagsWithKeyword.map((tag) => ({
      tag,
      counts: tag.startsWith("highway=") ? ("onlyWithName" as const) : ("withName" as const),
    }));
    return [...osmTags.map((tag) => ({ tag, counts: "alone" as const })), ...named].flatMap(({ tag, counts }) => [
      ...(tag.split("&").every((part) => holds(part, tags)) ? [{ row, about: tag, counts }] : []),
      ...valuesOf(tags, "fclass")
        .filter((fclass) => isCalled(fclass, tag))
        .map((fclass) => ({ row, about: `fclass=${fclass}`, counts })),
    ]);
  });
}

/** "amenity=bank" holds where bank is one of the values that amenity has. */
function holds(part: string, tags: Tags): boolean {
  const [key = "", value = ""] = part.split("=").map((text) => text.trim());
  return valuesOf(tags, key).includes(value.toLowerCase());
}

/** A shapefile has no keys: the value alone must do, or Geofabrik's own name. Tags that need a second one never do. */
function isCalled(fclass: string, tag: string): boolean {
  if (tag.includes("&")) return false;
  return tag.split("=")[1]?.trim() === fclass || GEOFABRIK_NAMES.some(([name, of]) => name === fclass && of === tag);
}

/** All values of a key: lists are written with semicolons or as arrays, in any case. */
function valuesOf(tags: Tags, key: string): string[] {
  const value = Object.entries(tags).find(([name]) => name === key)?.[1];
  const parts = Array.isArray(value) ? value : [value];
  return parts
    .filter((part) => ["string", "number", "boolean"].includes(typeof part))
    .flatMap((part) => (typeof part === "boolean" ? [part ? "yes" : "no"] : String(part).split(";")))
    .map((text) => text.trim().toLowerCase())
    .filter((text) => text !== "");
}
