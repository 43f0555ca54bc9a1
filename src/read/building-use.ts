import type { Tags } from "../base/words.js";

/** Where people live, by the value of `building`; `yes` says nothing of the use. */
const HOMES: ReadonlySet<unknown> = new Set([
  ..."yes residential house apartments detached semidetached_house terrace dormitory bungalow".split(" "),
  ..."farm cabin villa ger hut stilt_house houseboat static_caravan annexe tower_house".split(" "),
]);
/** A building of unknown use with one of these is no home. */
const OTHER_USES = [
  "amenity",
  "office",
  "leisure",
  "tourism",
  "healthcare",
  "industrial",
  "man_made",
  "military",
  "shop",
];
/** Tells what a building is, if nobody lives in it. */
export function otherUseOf(tags: Tags): string | null {
  const { building } = tags;
  if (isPartOfBuilding(tags)) return "building:part";
  if (building === undefined || building === null) return null;
  if (!HOMES.has(building)) return `building=${String(building).slice(0, 40)}`;
  if (building !== "yes") return null;
  const use = OTHER_USES.find((key) => tags[key] !== undefined && tags[key] !== null && tags[key] !== "no");
  return use === undefined ? null : `${use}=${String(tags[use]).slice(0, 40)}`;
}

/** Tells whether an outline is but a part of a building, which has one of its own. */
export function isPartOfBuilding(tags: Tags): boolean {
  return (tags.building === undefined || tags.building === null) && tags["building:part"] !== undefined;
}
