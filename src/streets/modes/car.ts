import { kilometersPerHour } from "../../base/units.js";
import type { Tags } from "../../base/words.js";
import type { Mode, WayAccess } from "../../model/mode.js";
import { builtHighwaysOf, closedIfMissing, closedIfNoStreet, STREET_TAG_KEYS } from "./no-street.js";
import { vehicleDirections } from "./one-way.js";
import { kilometersPerHourOf } from "./read-measures.js";
import { bothWays, closed, highwaysOf, opinion, wordsOf } from "./read-tags.js";

/**
 * How fast cars are where no sign tells, in km/h. In cities 30 without and 50 with a middle line: article 45 of the regulation on the
 * implementation of the Road Traffic Safety Law of China (道路交通安全法实施条例, 2017; recalled). Motorways, ramps, services and living streets: our
 * choice.
 */
const FREE_FLOW: Readonly<Record<string, number>> = {
  motorway: 100,
  motorway_link: 50,
  trunk: 70,
  trunk_link: 50,
  primary: 50,
  primary_link: 50,
  secondary: 50,
  secondary_link: 50,
  tertiary: 50,
  tertiary_link: 50,
  unclassified: 30,
  residential: 30,
  road: 30,
  living_street: 10,
  service: 15,
};
/** A line without tags, and streets that are open to cars by their own tags only. */
const OTHERWISE = 30;
const CAR_OPEN = wordsOf("yes designated official permissive destination customers public");
const CAR_CLOSED = wordsOf(
  "no private agricultural forestry delivery emergency military permit employees bus psv use_sidepath restricted",
);
/** The first that says something decides. @see OpenStreetMap wiki, Key:access */
const ACCESS_KEYS = ["motorcar", "motor_vehicle", "vehicle", "access"];

/** Drives where cars may, as fast as signs or the kind of street allow, in free flow: no lights, no queues, no looking for a place to park. */
export const car: Mode = {
  id: "car",
  label: { zh: "驾车（自由流）", en: "Driving in free flow" },
  tagKeys: [...STREET_TAG_KEYS, ...ACCESS_KEYS, "oneway", "junction", "maxspeed"],
  accessOf: carAccess,
  speedOf:
    ({ speedMetersPerSecond: most }) =>
    (tags) => {
      const known = builtHighwaysOf(tags).filter((highway) => Object.hasOwn(FREE_FLOW, highway));
      const byKind = Math.max(0, ...known.map((highway) => FREE_FLOW[highway] ?? 0));
      const allowed = kilometersPerHourOf(tags.maxspeed) ?? (byKind === 0 ? OTHERWISE : byKind);
      return bothWays(Math.min(kilometersPerHour(allowed), most));
    },
};

/**
 * Decides by OSM tags whether a street may be driven along.
 *
 * In this order: what is not there → closed; the first of `motorcar`, `motor_vehicle`, `vehicle`, `access` that says something → as it
 * says; what is no street or none for cars → closed, unless one of the first two opens it; all else → open. `oneway` binds; roundabouts and
 * motorways are one-way.
 */
function carAccess(tags: Tags): WayAccess {
  const missing = closedIfMissing(tags);
  if (missing !== null) return missing;
  const opinions = ACCESS_KEYS.map((key) => opinion(tags[key], CAR_OPEN, CAR_CLOSED));
  const deciding = opinions.findIndex((said) => said !== undefined);
  const key = ACCESS_KEYS[deciding];
  if (key !== undefined && opinions[deciding] === "closed") return closed(key, tags[key]);
  const isOpened = key === "motorcar" || key === "motor_vehicle";
  const other = isOpened ? null : closedIfNoStreet(tags);
  if (other !== null) return other;
  const built = builtHighwaysOf(tags);
  const isForCars = built.length === 0 || built.some((highway) => Object.hasOwn(FREE_FLOW, highway));
  if (!isForCars && !isOpened) return closed("highway", built.join(";"));
  return { ...vehicleDirections(tags, highwaysOf(tags)), because: "" };
}
