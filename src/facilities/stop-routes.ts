import type { Tags } from "../base/words.js";
import { ownValue, toValues } from "./classify-text.js";

/** The keys under which a stop made from a GTFS timetable has the kinds of route that serve it. */
export const ROUTE_TYPE_KEYS = ["route_types", "route_type"] as const;
/** Said of a stop whose kinds of route are not known. */
export const UNKNOWN_ROUTES = "unknown";

/** Keys that only stops of a timetable have. */
const STOP_KEYS = ["stop_id", "location_type", "stop_code"] as const;
/** Places inside a station that nobody goes to for themselves: nodes of its paths, and where along a platform one boards. */
const INSIDE_STATIONS = new Set(["3", "4"]);

/** What the extended route types are among the basic ones, by their hundreds: `7xx` is a bus. */
const BY_HUNDREDS: Readonly<Record<number, string>> = {
  ...{ 1: "2", 2: "3", 3: "2", 4: "1", 5: "1", 6: "1", 7: "3", 8: "11", 9: "0" },
  ...{ 10: "4", 12: "4", 13: "6", 14: "7" },
};
const MONORAILS = new Set([405, 605]);
const WORDS: Readonly<Record<string, string>> = {
  ...{ tram: "0", streetcar: "0", light_rail: "0", metro: "1", subway: "1", rail: "2", train: "2", bus: "3" },
  ...{ coach: "3", ferry: "4", cable_tram: "5", gondola: "6", funicular: "7", trolleybus: "11", monorail: "12" },
};

/**
 * Reads which kinds of route serve a stop: the basic GTFS route types as texts (`0` tram, `1` metro, `2` rail, `3` bus, `4` ferry …),
 * from `route_types` or `route_type`, which may be a number, a list, a text of either, extended types (`700`) or words.
 *
 * @returns empty: no stop, or one where no route calls; {@link UNKNOWN_ROUTES}: a stop that does not tell
 */
export function readRouteTypes(tags: Tags): readonly string[] {
  const key = ROUTE_TYPE_KEYS.find((name) => isGiven(tags, name));
  if (key === undefined) return isStop(tags) ? [UNKNOWN_ROUTES] : [];
  const values = toValues(ownValue(tags, key)).flatMap((value) => value.split(/[\s,|/[\]"']+/));
  return [...new Set(values.filter((value) => value !== "").map(toBasicType))];
}

/** Whether a stop says that no route calls there: its list of route types is empty. */
export function isUnserved(tags: Tags): boolean {
  return ROUTE_TYPE_KEYS.some((key) => isGiven(tags, key)) && readRouteTypes(tags).length === 0;
}

/** Whether anything is said, be it an empty list. */
function isGiven(tags: Tags, key: string): boolean {
  const value = ownValue(tags, key);
  return value !== undefined && value !== null && (typeof value !== "string" || value.trim() !== "");
}

function isStop(tags: Tags): boolean {
  if (!STOP_KEYS.some((key) => isGiven(tags, key))) return false;
  return !toValues(ownValue(tags, "location_type")).some((type) => INSIDE_STATIONS.has(type));
}

function toBasicType(value: string): string {
  const word = WORDS[value];
  if (word !== undefined && Object.hasOwn(WORDS, value)) return word;
  const type = Number(value);
  if (!Number.isInteger(type)) return value;
  if (MONORAILS.has(type)) return "12";
  return BY_HUNDREDS[Math.floor(type / 100)] ?? String(type);
}
