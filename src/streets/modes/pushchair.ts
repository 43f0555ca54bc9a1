import type { Tags } from "../../base/words.js";
import type { Mode, WayAccess } from "../../model/mode.js";
import { CROSSING_TAG_KEYS, crossingWaits } from "./crossing-waits.js";
import { metersOf } from "./read-measures.js";
import { bothWays, closed, highwaysOf, opinion, valuesOf, wordsOf } from "./read-tags.js";
import { surfaceShareOf } from "./surfaces.js";
import { walking } from "./walking.js";

const STROLLER_OPEN = wordsOf("yes designated limited");
const STROLLER_CLOSED = wordsOf("no");
/** Nothing on small wheels gets along: our choice. @see OpenStreetMap wiki, Key:smoothness */
const UNFIT_SMOOTHNESS = wordsOf("very_bad horrible very_horrible impassable");
const UNFIT_SURFACES = wordsOf("mud rock rocks stone stepping_stones boulders");
/** Narrower than the wheels of most: our choice. */
const NARROWEST_METERS = 0.6;

/** Walks with a pushchair: carried over steps, slow on rough surfaces, not on escalators. */
export const pushchair: Mode = {
  id: "pushchair",
  label: { zh: "推婴儿车步行", en: "Walking with a pushchair" },
  tagKeys: [
    ...new Set([
      ...walking.tagKeys,
      ...["stroller", "ramp", "ramp:stroller", "surface", "smoothness", "width", ...CROSSING_TAG_KEYS],
    ]),
  ],
  accessOf: pushchairAccess,
  speedOf: (profile) => {
    const { speedMetersPerSecond: speed, stepsSpeedMetersPerSecond: onSteps = speed } = profile;
    return (tags) => bothWays(isCarried(tags) ? Math.min(onSteps, speed) : speed * surfaceShareOf(tags, profile));
  },
  ground: crossingWaits,
};

/**
 * Decides by OSM tags whether one gets along with a pushchair.
 *
 * In this order: closed to people on foot → closed; `stroller` → as it says; escalators, and what is too rough or narrow → closed;
 * everything else → open. Over steps without a ramp a pushchair is carried: that is slow, not closed.
 */
function pushchairAccess(tags: Tags): WayAccess {
  const onFoot = walking.accessOf(tags);
  if (!onFoot.forward && !onFoot.backward) return onFoot;
  const said = opinion(tags.stroller, STROLLER_OPEN, STROLLER_CLOSED);
  if (said === "closed") return closed("stroller", tags.stroller);
  return said === undefined ? (unfit(tags) ?? onFoot) : onFoot;
}

function unfit(tags: Tags): WayAccess | null {
  const moves = valuesOf(tags.conveying).some((value) => value !== "no");
  if (moves && highwaysOf(tags).includes("steps")) return closed("conveying", tags.conveying);
  if (valuesOf(tags.smoothness).some((value) => UNFIT_SMOOTHNESS.has(value)))
    return closed("smoothness", tags.smoothness);
  if (valuesOf(tags.surface).some((value) => UNFIT_SURFACES.has(value))) return closed("surface", tags.surface);
  const width = metersOf(tags.width);
  return width !== null && width < NARROWEST_METERS ? closed("width", tags.width) : null;
}

function isCarried(tags: Tags): boolean {
  if (!highwaysOf(tags).includes("steps")) return false;
  const hasRamp = valuesOf(tags["ramp:stroller"])[0] ?? valuesOf(tags.ramp)[0] ?? "no";
  return hasRamp === "no";
}
