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
  ["railway_halt", "railway=halt"],
  ["tennis_court", "leisure=pitch"],
  ["recycling_glass", "amenity=recycling"],
  ["dry_cleaners", "shop=dry_cleaning"],
  ["hair_salon", "shop=hairdresser"],
  ["gym", "leisure=fitness_centre"],
  ["grocery", "shop=supermarket"],
];

/** Lists the signs, without an order. */
export function signsOf(tags: Tags, categories: readonly Category[]): Sign[] {
  return categories.flatMap(({ osmTags, osmTagsWithKeyword }, row) => {
    const named = osmTagsWithKeyword.map((tag) => ({
      tag,
      counts:
        tag.startsWith("highway=") || tag === "amenity=bicycle_parking"
          ? ("onlyWithName" as const)
          : ("withName" as const),
    }));
    return [...osmTags.map((tag) => ({ tag, counts: "alone" as const })), ...named].flatMap(({ tag, counts }) => [
      ...(tag.split("&").every((part) => holds(part, tags)) ? [{ row, about: withoutNots(tag), counts }] : []),
      ...valuesOf(tags, "fclass")
        .filter((fclass) => isCalled(fclass, tag, tags))
        .map((fclass) => ({ row, about: `fclass=${fclass}`, counts })),
    ]);
  });
}

/** "amenity=bank" holds where bank is one of the values that amenity has, "name=*" where there is any but "no", "!name" where not. */
function holds(part: string, tags: Tags): boolean {
  if (part.startsWith("!")) return !holds(part.slice(1), tags);
  const [key = "", value = "*"] = part.split("=").map((text) => text.trim());
  const values = key === "isced:level" ? levelsOf(tags) : key === "route_types" ? routesOf(tags) : valuesOf(tags, key);
  return value === "*" ? values.some((own) => own !== "no") : values.includes(value.toLowerCase());
}

/** The kinds of route of a stop, which may be written as words. */
function routesOf(tags: Tags): string[] {
  return valuesOf(tags, "route_types").map((value) => (value === "subway" ? "1" : value));
}

/** Where nothing but numbers tells the level of a school. */
function levelsOf(tags: Tags): string[] {
  const numbers = valuesOf(tags, "isced:level").filter((value) => /^\d/.test(value));
  const levels = numbers.filter((value) => ["1", "2", "3"].includes(value));
  return levels.length > 0 ? levels : numbers.length > 0 ? ["other"] : [];
}

/** What must not be there is not seen. */
function withoutNots(tag: string): string {
  return tag
    .split("&")
    .filter((part) => !part.startsWith("!"))
    .join("&");
}

/** A shapefile has no keys: the first value alone must do, or Geofabrik's own name; whatever else is needed must hold. */
function isCalled(fclass: string, tag: string, tags: Tags): boolean {
  const [first = "", ...others] = tag.split("&");
  // the numbers of routes are no names
  const isName = first.split("=")[1]?.trim() === fclass && !first.startsWith("route_types=");
  const isGeofabrik = GEOFABRIK_NAMES.some(([name, of]) => name === fclass && of === first);
  return (isName || isGeofabrik) && others.every((part) => holds(part, tags));
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
