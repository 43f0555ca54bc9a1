import type { Tags } from "../base/words.js";

/** How levels and height are called: by OpenStreetMap, in Shapefiles, which cut names, and by others. */
const LEVEL_KEYS =
  "building:levels building_l building:l levels floors num_floors numfloors floor storeys 层数 楼层 楼层数 建筑层数".split(
    " ",
  );
const HEIGHT_KEYS = "height building:height bldg_height 高度 楼高 建筑高度".split(" ");
const DWELLING_KEYS = "building:flats flats dwellings num_flats units 户数 总户数 套数 住宅套数 户数量".split(" ");
const METERS_OF_LEVEL = 3;
/** No building is higher. */
const MOST_LEVELS = 200;
const MOST_DWELLINGS = 20_000;

/** Tells how many levels a building has; `null`: it does not tell. */
export function levelsOf(tags: Tags): number | null {
  const levels = firstNumber(firstOf(tags, LEVEL_KEYS));
  if (levels !== null && levels > 0) return Math.min(levels, MOST_LEVELS);
  const meters = firstNumber(firstOf(tags, HEIGHT_KEYS));
  return meters !== null && meters > 0
    ? Math.min(Math.max(1, Math.round(meters / METERS_OF_LEVEL)), MOST_LEVELS)
    : null;
}

/** Tells how many dwellings a building has; `null`: it does not tell. Levels alone do not. */
export function dwellingsOf(tags: Tags): number | null {
  const count = firstNumber(firstOf(tags, DWELLING_KEYS));
  return count !== null && count >= 0 && count <= MOST_DWELLINGS ? count : null;
}

/** Of several keys the first that is there, in whatever case. */
function firstOf(tags: Tags, keys: readonly string[]): unknown {
  const [usual = ""] = keys;
  if (tags[usual] !== undefined) return tags[usual];
  const names = Object.keys(tags);
  const plain = names.map((name) => name.toLowerCase());
  const key = keys.find((one) => plain.includes(one));
  return key === undefined ? undefined : tags[names[plain.indexOf(key)] as string];
}

/** `5`, `"5"`, `"5.5"`, `"12 m"`; of `"2;3"` the first. */
function firstNumber(value: unknown): number | null {
  const found =
    typeof value === "number"
      ? value
      : Number(/^\s*(\d+(?:[.,]\d+)?)\s*(?:m|;|-|$)/.exec(String(value))?.[1]?.replace(",", "."));
  return Number.isFinite(found) ? found : null;
}
