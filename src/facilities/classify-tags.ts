import type { Tags } from "../base/words.js";
import type { Category } from "../model/standard.js";
import { addTo, type Match, ownValue, toValues } from "./classify-text.js";

/** Finds the categories whose OSM tags (or whose Geofabrik `fclass`) a record has. */
export type TagMatcher = (tags: Tags) => Match[];

interface Condition {
  readonly key: string;
  readonly value: string;
}
interface Pattern {
  readonly match: Match;
  /** What must hold besides the tag that led here. */
  readonly others: readonly Condition[];
}

/** Every footpath of a city would become a greenway. */
const ONLY_WITH_KEYWORD_KEY = "highway";

/** Where the names of Geofabrik's shapefiles are not the OSM values. */
const FCLASS_TAGS: ReadonlyMap<string, string> = new Map([
  ["beauty_shop", "shop=beauty"],
  ["bookshop", "shop=books"],
  ["market_place", "amenity=marketplace"],
  ["nursing_home", "amenity=nursing_home"],
  ["railway_station", "railway=station"],
  ["toilet", "amenity=toilets"],
  ["town_hall", "amenity=townhall"],
]);

/** Keys that tell best what a place is, the most telling first. */
const TELLING_KEYS = ["amenity", "shop", "leisure", "healthcare", "office", "craft", "public_transport", "railway"]
  .concat(["highway", "emergency", "tourism", "sport", "place", "landuse", "natural", "building"])
  .concat(["fclass", "typecode", "type"]);

/** Prepares the search for tags; the work per record does not grow with the number of categories. */
export function buildTagMatcher(categories: readonly Category[]): TagMatcher {
  const byTag = new Map<string, Pattern[]>();
  const byFclass = new Map<string, Pattern[]>();
  categories.forEach(({ osmTags, osmTagsWithKeyword }, row) => {
    for (const tag of osmTags) addPattern(byTag, byFclass, tag, row, false);
    for (const tag of osmTagsWithKeyword) addPattern(byTag, byFclass, tag, row, true);
  });
  for (const [fclass, tag] of FCLASS_TAGS) {
    for (const pattern of byTag.get(tag) ?? []) if (pattern.others.length === 0) addTo(byFclass, fclass, pattern);
  }
  const keys = [...new Set([...byTag.keys()].map((tag) => tag.slice(0, tag.indexOf("="))))];
  const rankOfKey = new Map(keys.map((key, rank) => [key, rank]));

  return (tags) => {
    const matches: Match[] = [];
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
          if (others.every((other) => toValues(ownValue(tags, other.key)).includes(other.value))) matches.push(match);
        }
      }
    }
    for (const fclass of toValues(ownValue(tags, "fclass"))) {
      for (const { match } of byFclass.get(fclass) ?? []) matches.push({ ...match, about: `fclass=${fclass}` });
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
  const [first, ...others] = tag.split("&").map(toCondition);
  const onlyWithKeyword = needsKeyword && first.key === ONLY_WITH_KEYWORD_KEY;
  const pattern: Pattern = { match: { row, why: "tags", needsKeyword, onlyWithKeyword, about: tag }, others };
  addTo(byTag, `${first.key}=${first.value}`, pattern);
  if (others.length === 0) addTo(byFclass, first.value, pattern);
}

function toCondition(tag: string): Condition {
  const split = tag.indexOf("=");
  return {
    key: tag.slice(0, split).trim(),
    value: tag
      .slice(split + 1)
      .trim()
      .toLowerCase(),
  };
}

/** Says that a place is out of use; `disused:shop=…` needs no rule, it is another key. `null`: it is not. */
export function toLifecycleTag(tags: Tags): string | null {
  const key = ["disused", "abandoned"].find((state) => toValues(ownValue(tags, state)).includes("yes"));
  return key === undefined ? null : `${key}=yes`;
}

/** Picks the tag that tells best what a record is, for people to read. */
export function toTellingTag(tags: Tags): string {
  for (const key of TELLING_KEYS) {
    const values = toValues(ownValue(tags, key));
    if (values.length > 0) return `${key}=${values.join(";")}`;
  }
  return "no tags";
}
