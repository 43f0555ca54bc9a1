import type { Tags } from "../../base/words.js";
import type { Mode, WayAccess } from "../../model/mode.js";
import { CROSSING_TAG_KEYS, crossingWaits } from "./crossing-waits.js";
import { builtHighwaysOf, closedIfMissing, closedIfNoStreet } from "./no-street.js";
import { BOTH, type Directions, directionsOf, vehicleDirections } from "./one-way.js";
import { closed, highwaysOf, opinion, valuesOf, wordsOf } from "./read-tags.js";
import { surfaceShareOf } from "./surfaces.js";
import { ACCESS_CLOSED, ACCESS_OPEN, CLOSED_HIGHWAYS, walking } from "./walking.js";

const BICYCLE_OPEN = wordsOf("yes designated official permissive destination customers optional_sidepath");
const BICYCLE_CLOSED = wordsOf("no private dismount use_sidepath restricted");
/** Where one rides only if `bicycle` says so. @see OpenStreetMap wiki, OSM tags for routing/Access restrictions */
const WALKING_HIGHWAYS = wordsOf("footway pedestrian steps corridor platform elevator bridleway");
/** Values that let bicycles go against a one-way street. @see OpenStreetMap wiki, Key:cycleway */
const OPPOSITE = wordsOf("opposite opposite_lane opposite_track opposite_share_busway");
const LANE_KEYS = ["cycleway", "cycleway:left", "cycleway:right", "cycleway:both"];
const LANE_ONE_WAY_KEYS = ["cycleway:left:oneway", "cycleway:right:oneway"];
const NOWHERE: Directions = { forward: false, backward: false };

/** Rides where bicycles may, and is pushed where one may only walk, against one-ways too; not carried over steps. */
export const bicycle: Mode = {
  id: "bicycle",
  label: { zh: "骑行", en: "Cycling" },
  tagKeys: [
    ...new Set([
      ...walking.tagKeys,
      ...["bicycle", "vehicle", "oneway", "oneway:bicycle", "junction", ...LANE_KEYS, ...LANE_ONE_WAY_KEYS],
      ...["surface", "ramp", "ramp:bicycle", ...CROSSING_TAG_KEYS],
    ]),
  ],
  accessOf: (tags) => {
    const ridden = ridingDirections(tags);
    const pushed = pushingAccess(tags);
    const forward = ridden.forward || pushed.forward;
    const backward = ridden.backward || pushed.backward;
    return { forward, backward, because: forward || backward ? "" : pushed.because };
  },
  speedOf: (profile) => (tags) => {
    const ridden = ridingDirections(tags);
    const riding = profile.speedMetersPerSecond * surfaceShareOf(tags, profile);
    const pushing = Math.min(profile.offStreetSpeedMetersPerSecond, riding);
    return { forward: ridden.forward ? riding : pushing, backward: ridden.backward ? riding : pushing };
  },
  ground: crossingWaits,
};

/** In this order: `bicycle`, `vehicle`, `access` as they say; what is no street, motorways, ways for walking → not ridden; all else is. */
function ridingDirections(tags: Tags): Directions {
  return mayRide(tags) ? bicycleDirections(tags) : NOWHERE;
}

function mayRide(tags: Tags): boolean {
  if (closedIfMissing(tags) !== null) return false;
  const own = opinion(tags.bicycle, BICYCLE_OPEN, BICYCLE_CLOSED);
  if (own !== undefined) return own === "open";
  const general = opinion(tags.vehicle, ACCESS_OPEN, ACCESS_CLOSED) ?? opinion(tags.access, ACCESS_OPEN, ACCESS_CLOSED);
  if (general === "closed" || closedIfNoStreet(tags) !== null) return false;
  if (valuesOf(tags.motorroad).includes("yes")) return false;
  const built = builtHighwaysOf(tags);
  return built.length === 0 || built.some((highway) => !CLOSED_HIGHWAYS.has(highway) && !WALKING_HIGHWAYS.has(highway));
}

/** `oneway:bicycle` goes before lanes that run against the street, these before `oneway`. */
function bicycleDirections(tags: Tags): Directions {
  const own = directionsOf(tags["oneway:bicycle"]);
  if (own !== undefined) return own;
  const lanes = LANE_KEYS.flatMap((key) => valuesOf(tags[key]));
  const isOpposite = lanes.some((value) => OPPOSITE.has(value));
  const laneWays = LANE_ONE_WAY_KEYS.flatMap((key) => valuesOf(tags[key]));
  if (isOpposite || laneWays.some((value) => value === "no" || value === "-1")) return BOTH;
  return vehicleDirections(tags, highwaysOf(tags));
}

/** Whoever pushes is on foot; on steps there must be a ramp. */
function pushingAccess(tags: Tags): WayAccess {
  const onFoot = walking.accessOf(tags);
  const isSteps = highwaysOf(tags).includes("steps");
  const ramp = valuesOf(tags["ramp:bicycle"])[0] ?? valuesOf(tags.ramp)[0] ?? "no";
  return isSteps && ramp === "no" ? closed("highway", "steps") : onFoot;
}
