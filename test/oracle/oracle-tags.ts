import type { Tags } from "../../src/base/words.js";
import { addTo, type Match, ownValue, toValues } from "../../src/facilities/classify-text.js";
import type { Category } from "../../src/model/standard.js";

/** Finds the categories whose OSM tags (or whose Geofabrik `fclass`) a record has. */
type TagMatcher = (tags: Tags) => Match[];

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

/** The slow twin of `facilities/classify-tags.ts`: asks a record for every key of the table. */
export function buildSlowTagMatcher(categories: readonly Category[]): TagMatcher {
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

  return (tags) => {
    const matches: Match[] = [];
    for (const key of keys) {
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
