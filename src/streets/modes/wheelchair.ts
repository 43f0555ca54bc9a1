import type { Tags } from "../../base/words.js";
import type { Mode, WayAccess } from "../../model/mode.js";
import { CROSSING_TAG_KEYS, crossingWaits } from "./crossing-waits.js";
import { inclineOf, metersOf } from "./read-measures.js";
import { bothWays, closed, highwaysOf, opinion, valuesOf, wordsOf } from "./read-tags.js";
import { surfaceShareOf } from "./surfaces.js";
import { walking } from "./walking.js";

/**
 * No ramp for wheelchairs may be steeper: 1:12.
 *
 * @see GB 55019-2021, 2.3.1; 2010 ADA Standards, 405.2: both recalled, no text of them was read
 */
export const STEEPEST_FOR_WHEELCHAIRS: number = 1 / 12;
/** Narrower ways are closed. @see 2010 ADA Standards, 403.5.1: 36 inches, 915 mm (recalled); mappers write 0.9 */
const NARROWEST_METERS = 0.9;

const WHEELCHAIR_OPEN = wordsOf("yes designated official limited permissive");
const WHEELCHAIR_CLOSED = wordsOf("no bad");
/** Wheels sink in or are stopped: our choice. */
const UNFIT_SURFACES = wordsOf(
  "sand mud gravel pebblestone cobblestone unhewn_cobblestone rock rocks stone stepping_stones boulders",
  "grass woodchips snow ice",
);
/** From `bad` on, wheels of wheelchairs are too small. @see OpenStreetMap wiki, Key:smoothness: a wheelchair takes `intermediate` */
const UNFIT_SMOOTHNESS = wordsOf("bad very_bad horrible very_horrible impassable");
/** More soil than stone: our choice. @see OpenStreetMap wiki, Key:tracktype */
const UNFIT_TRACKS = wordsOf("grade3 grade4 grade5");
/** Higher than 3 cm or rounded. @see OpenStreetMap wiki, Key:kerb */
const UNFIT_KERBS = wordsOf("raised rolled yes regular");
const UNFIT: readonly (readonly [key: string, values: ReadonlySet<string>])[] = [
  ["surface", UNFIT_SURFACES],
  ["smoothness", UNFIT_SMOOTHNESS],
  ["tracktype", UNFIT_TRACKS],
  ["kerb", UNFIT_KERBS],
];

/** Rolls where people walk, but not over steps, kerbs, and ways that are too rough, narrow or steep. */
export const wheelchair: Mode = {
  id: "wheelchair",
  label: { zh: "轮椅", en: "By wheelchair" },
  tagKeys: [
    ...new Set([
      ...walking.tagKeys,
      ...["wheelchair", "ramp:wheelchair", "surface", "smoothness", "tracktype", "kerb", "width", "incline"],
      ...["sac_scale", ...CROSSING_TAG_KEYS],
    ]),
  ],
  accessOf: wheelchairAccess,
  speedOf: (profile) => (tags) => bothWays(profile.speedMetersPerSecond * surfaceShareOf(tags, profile)),
  ground: crossingWaits,
};

/**
 * Decides by OSM tags whether a street may be used in a wheelchair.
 *
 * In this order: closed to people on foot → closed; `wheelchair` → as it says (`limited` is open); steps without a ramp for
 * wheelchairs, escalators → closed; surface, smoothness, track, kerb, width, incline, alpine paths that are unfit → closed; everything
 * else → open, as for people on foot.
 */
function wheelchairAccess(tags: Tags): WayAccess {
  const onFoot = walking.accessOf(tags);
  if (!onFoot.forward && !onFoot.backward) return onFoot;
  const said = opinion(tags.wheelchair, WHEELCHAIR_OPEN, WHEELCHAIR_CLOSED);
  if (said === "closed") return closed("wheelchair", tags.wheelchair);
  return said === undefined ? (unfit(tags) ?? onFoot) : onFoot;
}

function unfit(tags: Tags): WayAccess | null {
  const hasRamp = valuesOf(tags["ramp:wheelchair"]).includes("yes");
  if (!hasRamp && highwaysOf(tags).includes("steps")) return closed("highway", "steps");
  const moves = valuesOf(tags.conveying).some((value) => value !== "no");
  if (moves && !highwaysOf(tags).includes("elevator")) return closed("conveying", tags.conveying);
  for (const [key, values] of UNFIT)
    if (valuesOf(tags[key]).some((value) => values.has(value))) return closed(key, tags[key]);
  const width = metersOf(tags.width);
  if (width !== null && width < NARROWEST_METERS) return closed("width", tags.width);
  const incline = inclineOf(tags.incline);
  if (incline !== null && incline > STEEPEST_FOR_WHEELCHAIRS) return closed("incline", tags.incline);
  const isAlpine = valuesOf(tags.sac_scale).some((value) => value !== "strolling");
  return isAlpine ? closed("sac_scale", tags.sac_scale) : null;
}
