import type { Tags } from "../base/words.js";
import type { Category } from "../model/standard.js";
import { addTo, type Match, ownValue, toValues } from "./classify-text.js";
import { readSchoolLevels } from "./school-levels.js";
import { ROUTE_TYPE_KEYS, readRouteTypes } from "./stop-routes.js";

/** Finds the categories whose OSM tags (or whose Geofabrik `fclass`) a record has. */
export type TagMatcher = (tags: Tags) => Match[];

interface Condition {
  readonly key: string;
  /** `*`: any value. */
  readonly value: string;
  /** Whether it must not hold. */
  readonly isNot: boolean;
}
interface Pattern {
  readonly match: Match;
  /** What must hold besides the tag that led here. */
  readonly others: readonly Condition[];
}

/** Every footpath of a city would become a greenway, and every rack a bike share. */
const isOnlyWithKeyword = ({ key, value }: Condition) => key === "highway" || value === "bicycle_parking";

/** Where the names of Geofabrik's shapefiles, or of files like them, are not the OSM values. */
const FCLASS_TAGS: ReadonlyMap<string, string> = new Map(
  (
    "beauty_shop shop=beauty,bookshop shop=books,market_place amenity=marketplace,nursing_home amenity=nursing_home," +
    "railway_station railway=station,railway_halt railway=halt,toilet amenity=toilets,town_hall amenity=townhall," +
    "tennis_court leisure=pitch,stadium leisure=stadium,recycling_glass amenity=recycling,recycling_paper amenity=recycling," +
    "recycling_clothes amenity=recycling,recycling_metal amenity=recycling,bus_stop highway=bus_stop,doctor amenity=doctors," +
    "dry_cleaner shop=dry_cleaning,dry_cleaners shop=dry_cleaning,hair_salon shop=hairdresser,salon shop=hairdresser," +
    "barber shop=hairdresser,gym leisure=fitness_centre,grocery shop=supermarket,shopping_centre shop=mall," +
    "shopping_mall shop=mall,metro_station railway=station,subway_station railway=station,subway_entrance railway=subway_entrance"
  )
    .split(",")
    .map((pair) => pair.split(" ") as [string, string]),
);

/** Keys that tell best what a place is, the most telling first. */
const TELLING_KEYS = ["amenity", "shop", "leisure", "healthcare", "office", "craft", "public_transport", "railway"]
  .concat(["highway", "emergency", "tourism", "sport", "place", "landuse", "natural", "building"])
  .concat(["fclass", "typecode", "type", ...ROUTE_TYPE_KEYS, "location_type", "stop_id"]);

/** Prepares the search for tags; the work per record does not grow with the number of categories. */
export function buildTagMatcher(categories: readonly Category[]): TagMatcher {
  const byTag = new Map<string, Pattern[]>();
  const byFclass = new Map<string, Pattern[]>();
  categories.forEach(({ osmTags, osmTagsWithKeyword }, row) => {
    for (const tag of osmTags) addPattern(byTag, byFclass, tag, row, false);
    for (const tag of osmTagsWithKeyword) addPattern(byTag, byFclass, tag, row, true);
  });
  for (const [fclass, tag] of FCLASS_TAGS)
    for (const pattern of byTag.get(tag) ?? [])
      if (!byFclass.get(fclass)?.includes(pattern)) addTo(byFclass, fclass, pattern);
  const keys = [...new Set([...byTag.keys()].map((tag) => tag.slice(0, tag.indexOf("="))))].filter(
    (key) => key !== ROUTES_KEY,
  );
  const rankOfKey = new Map(keys.map((key, rank) => [key, rank]));

  return (tags) => {
    const matches: Match[] = [];
    let levels: readonly string[] | null = null;
    const holds = ({ key, value, isNot }: Condition): boolean => {
      if (key === SCHOOL_LEVEL_KEY) levels ??= readSchoolLevels(tags);
      const values = key === SCHOOL_LEVEL_KEY ? (levels ?? []) : toValues(ownValue(tags, key));
      return (value === "*" ? values.some((own) => own !== "no") : values.includes(value)) !== isNot;
    };
    // a record has few tags, and a table of categories many keys
    const ranks: number[] = [];
    for (const key of Object.keys(tags)) {
      const rank = rankOfKey.get(key);
      if (rank !== undefined) ranks.push(rank);
    }
    if (ranks.length > 1) ranks.sort((a, b) => a - b);
    for (const rank of ranks) {
      const key = keys[rank] as string;
      for (const value of toValues(ownValue(tags, key))) {
        for (const { match, others } of byTag.get(`${key}=${value}`) ?? []) {
          if (others.every(holds)) matches.push(match);
        }
      }
    }
    // told by the lack of a key, too
    for (const type of readRouteTypes(tags))
      for (const { match, others } of byTag.get(`${ROUTES_KEY}=${type}`) ?? [])
        if (others.every(holds)) matches.push(match);
    for (const fclass of toValues(ownValue(tags, "fclass"))) {
      for (const { match, others } of byFclass.get(fclass) ?? [])
        if (others.every(holds)) matches.push({ ...match, about: `fclass=${fclass}` });
    }
    return matches;
  };
}

function addPattern(
  byTag: Map<string, Pattern[]>,
  byFclass: Map<string, Pattern[]>,
  tag: string,
  row: number,
  needsKeyword: boolean,
): void {
  const conditions = tag.split("&").map(toCondition);
  const first = conditions.find(({ isNot }) => !isNot) as Condition;
  const others = conditions.filter((condition) => condition !== first);
  const onlyWithKeyword = needsKeyword && isOnlyWithKeyword(first);
  const about = tag.replace(/&![^&]*/g, "");
  const pattern: Pattern = { match: { row, why: "tags", needsKeyword, onlyWithKeyword, about }, others };
  addTo(byTag, `${first.key}=${first.value}`, pattern);
  // the numbers of routes are no names
  if (first.key !== ROUTES_KEY) addTo(byFclass, first.value, pattern);
}

/** `key=value`, `key=*`, or either after `!`: it must not hold. */
function toCondition(tag: string): Condition {
  const isNot = tag.trim().startsWith("!");
  const [key = "", value = "*"] = tag.replace("!", "").split("=");
  return { key: key.trim(), value: value.trim().toLowerCase(), isNot };
}

/** Read off all that a stop of a timetable says of its routes. */
const ROUTES_KEY = ROUTE_TYPE_KEYS[0];
/** Read off all that a school says of its level. */
const SCHOOL_LEVEL_KEY = "isced:level";

/** Picks the tag that tells best what a record is, for people to read. */
export function toTellingTag(tags: Tags): string {
  for (const key of TELLING_KEYS) {
    const values = toValues(ownValue(tags, key));
    if (values.length > 0) return `${key}=${values.join(";")}`;
  }
  return "no tags";
}
