import type { Tags } from "../../base/words.js";
import type { WayAccess } from "../../model/mode.js";
import { closed, highwaysOf, valuesOf, wordsOf } from "./read-tags.js";

/** Not there (yet, or any more): `foot=yes` does not open them. */
const MISSING_HIGHWAYS = wordsOf(
  "construction proposed planned abandoned disused razed demolished removed dismantled closed no",
);
/** With `yes`, a street that is not there; and beginnings of keys, which tell what a line was or will be. */
const STATES = "abandoned disused razed demolished removed proposed planned construction".split(" ");
const LIFECYCLE_KEYS = [...STATES, "dismantled", "destroyed", "was"].map((state) => `${state}:*`);
/** Without `highway`, a line with one of these keys is no way for anybody, whatever `foot` says: it hangs in the air, or is a line on a map. */
const NEVER_STREETS = [..."aerialway boundary communication power route telecom".split(" "), ...LIFECYCLE_KEYS];
/** Without `highway`, a line with one of these keys is no street, unless it is said who may go there: a platform, a pier, a dyke. */
const NOT_STREETS = [
  "railway waterway aeroway barrier natural landuse building man_made leisure amenity shop tourism historic military",
  "geological piste:type golf attraction playground pipeline place seamark:type contour",
].flatMap((keys) => keys.split(" "));

/** The keys of the tags that tell whether a line is a street, and which. */
export const STREET_TAG_KEYS: readonly string[] = ["highway", "fclass", ...STATES, ...NEVER_STREETS, ...NOT_STREETS];

/** Lists what kinds of street a line is, without those that are not there. */
export function builtHighwaysOf(tags: Tags): readonly string[] {
  return highwaysOf(tags).filter((highway) => !MISSING_HIGHWAYS.has(highway));
}

/** Closes lines in the air or on maps, and streets that do not exist yet or any more; `null` = it is none. */
export function closedIfMissing(tags: Tags): WayAccess | null {
  const highways = highwaysOf(tags);
  const isPlain = highways.length === 0;
  const never = isPlain ? NEVER_STREETS.find((key) => isSet(tags[key])) : undefined;
  if (never !== undefined) return closed(never, tags[never]);
  if (!isPlain && builtHighwaysOf(tags).length === 0) return closed("highway", highways.join(";"));
  for (const key of STATES) if (valuesOf(tags[key]).includes("yes")) return closed(key, "yes");
  return null;
}

/** Closes lines of something else than streets; `null` = it is none. */
export function closedIfNoStreet(tags: Tags): WayAccess | null {
  const other = highwaysOf(tags).length === 0 ? NOT_STREETS.find((key) => isSet(tags[key])) : undefined;
  return other === undefined ? null : closed(other, tags[other]);
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "no";
}
