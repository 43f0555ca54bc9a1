import type { Tags } from "../../base/words.js";
import type { Mode, WayAccess } from "../../model/mode.js";
import { builtHighwaysOf, closedIfMissing, closedIfNoStreet, STREET_TAG_KEYS } from "./no-street.js";
import { bothWays, closed, highwaysOf, OPEN_BOTH_WAYS, opinion, valuesOf, wordsOf } from "./read-tags.js";

/** `highway` values that are closed to walkers unless `foot` says otherwise. All other values are open. */
export const CLOSED_HIGHWAYS: ReadonlySet<string> = wordsOf(
  "motorway motorway_link bus_guideway busway raceway escape services rest_area via_ferrata",
  // what Geofabrik calls railways, lifts and waters
  "rail light_rail subway tram monorail narrow_gauge miniature_railway funicular rack drag_lift chair_lift cable_car gondola",
  "goods other_lift river stream canal drain riverbank water reservoir dock wetland glacier",
);
/** Roads that are closed to walkers when tagged `sidewalk=no` or `motorroad=yes`. */
const FAST_HIGHWAYS = wordsOf("trunk trunk_link");
/** Values of `foot` that open a street, whatever `access` says. */
const FOOT_OPEN = wordsOf("yes designated official permissive destination customers bridge");
const FOOT_CLOSED = wordsOf("no private use_sidepath restricted");
/** Values of `access` and its kin that close a street, and that open it. */
export const ACCESS_CLOSED: ReadonlySet<string> = wordsOf(
  "no private military agricultural forestry emergency delivery permit employees",
);
export const ACCESS_OPEN: ReadonlySet<string> = wordsOf("yes permissive destination customers public designated");
const NO_SIDEWALK = wordsOf("no none");
const SIDEWALK_KEYS = ["sidewalk:both", "sidewalk:left", "sidewalk:right"];

/** Walks along every street that is not closed to people on foot, on steps at a speed of their own. */
export const walking: Mode = {
  id: "walking",
  label: { zh: "步行", en: "Walking" },
  tagKeys: [
    ...["highway", "fclass", "foot", "access", "motorroad", "sidewalk", ...SIDEWALK_KEYS, "oneway:foot", "conveying"],
    ...STREET_TAG_KEYS.filter((key) => key !== "highway" && key !== "fclass"),
  ],
  accessOf: footAccess,
  speedOf: ({ speedMetersPerSecond: speed, stepsSpeedMetersPerSecond: onSteps = speed }) =>
    onSteps === speed ? speed : (tags) => bothWays(highwaysOf(tags).includes("steps") ? onSteps : speed),
};

/**
 * Decides by OSM tags whether a street may be walked. Lines without tags may.
 *
 * In this order: lines in the air or on maps, streets that do not exist yet or any more → closed; `foot` → as it says; lines of
 * something else than streets → closed; `access` → closed if private or for others; `motorroad=yes`, fast roads without
 * sidewalk, motorways → closed; everything else → open. Of several values of `highway` one that is open is enough. `oneway`
 * does not bind walkers; `oneway:foot` and escalators (`conveying`) do. The table in docs/guides/what-the-numbers-mean.md says the same.
 */
function footAccess(tags: Tags): WayAccess {
  const missing = closedIfMissing(tags);
  if (missing !== null) return missing;
  const foot = opinion(tags.foot, FOOT_OPEN, FOOT_CLOSED);
  if (foot === "closed") return closed("foot", tags.foot);
  if (foot === undefined) {
    const other = closedIfNoStreet(tags);
    if (other !== null) return other;
    if (opinion(tags.access, ACCESS_OPEN, ACCESS_CLOSED) === "closed") return closed("access", tags.access);
    if (valuesOf(tags.motorroad).includes("yes")) return closed("motorroad", "yes");
    const built = builtHighwaysOf(tags);
    const open = built.filter((highway) => !CLOSED_HIGHWAYS.has(highway));
    if (built.length > 0 && open.length === 0) return closed("highway", built.join(";"));
    const isFast = built.length > 0 && open.every((highway) => FAST_HIGHWAYS.has(highway));
    if (isFast && lacksSidewalk(tags)) return closed("sidewalk", tags.sidewalk ?? "no");
  }
  return oneWay(tags);
}

/** On neither side: what is told side by side goes before what is told of the whole. */
function lacksSidewalk(tags: Tags): boolean {
  const [both = [], left = [], right = []] = SIDEWALK_KEYS.map((key) => valuesOf(tags[key]));
  const sides = [...both, ...left, ...right];
  if (sides.some((value) => !NO_SIDEWALK.has(value))) return false;
  return (
    both.length > 0 ||
    (left.length > 0 && right.length > 0) ||
    valuesOf(tags.sidewalk).some((value) => NO_SIDEWALK.has(value))
  );
}

/** Escalators and marked one-way footways run one way. */
function oneWay(tags: Tags): WayAccess {
  const [oneWayFoot] = valuesOf(tags["oneway:foot"]);
  const direction = oneWayFoot ?? valuesOf(tags.conveying)[0];
  // `conveying=yes` tells no direction
  if (oneWayFoot === undefined && direction === "yes") return OPEN_BOTH_WAYS;
  return {
    forward: direction !== "-1" && direction !== "backward",
    backward: direction !== "yes" && direction !== "1" && direction !== "forward",
    because: "",
  };
}
