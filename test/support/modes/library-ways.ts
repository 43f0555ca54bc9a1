import type { Tags } from "../../../src/base/words.js";
import type { TravelProfile } from "../../../src/model/travel.js";
import { cycling, driving, pushchairWalking, wheelchairRolling } from "../../../src/standards/wheeled-profiles.js";
import type { Access } from "../../oracle/oracle-network.js";
import { draw, type Random } from "../random.js";

/** The library's modes besides walking, and who travels by them in tests. */
export const TRAVELERS: Readonly<Record<LibraryMode, TravelProfile>> = {
  wheelchair: wheelchairRolling,
  pushchair: pushchairWalking,
  bicycle: cycling,
  car: driving,
};
export type LibraryMode = "wheelchair" | "pushchair" | "bicycle" | "car";

/** In km/h for bicycles and cars, in m/s for who walks or rolls; 0 = closed. One number: both ways. */
type Speed = number | readonly [there: number, back: number];
type LibraryWay = readonly [tags: Tags, wheelchair: Speed, pushchair: Speed, bicycle: Speed, car: Speed];

const ON_FOOT = 3.6;
/** A bicycle against a one-way is pushed. */
const PUSHED = ON_FOOT;

/** What each way is to whom, worked out by hand from the documents that the modes name. */
export const LIBRARY_WAYS: readonly LibraryWay[] = [
  [{ highway: "residential" }, 0.8, 0.9, 15, 30],
  [{}, 0.8, 0.9, 15, 30],
  [{ highway: "primary" }, 0.8, 0.9, 15, 50],
  [{ highway: "motorway" }, 0, 0, 0, [100, 0]],
  [{ highway: "motorway", oneway: "no" }, 0, 0, 0, 100],
  [{ highway: "steps" }, 0, 0.225, 0, 0],
  [{ highway: "steps", "ramp:wheelchair": "yes" }, 0.8, 0.225, 0, 0],
  [{ highway: "steps", "ramp:stroller": "yes", "ramp:bicycle": "yes" }, 0, 0.9, PUSHED, 0],
  [{ highway: "steps", conveying: "forward" }, 0, 0, 0, 0],
  [{ highway: "footway" }, 0.8, 0.9, PUSHED, 0],
  [{ highway: "footway", bicycle: "yes" }, 0.8, 0.9, 15, 0],
  [{ highway: "footway", surface: "sett" }, 0.7 * 0.8, 0.7 * 0.9, PUSHED, 0],
  [{ highway: "footway", surface: "gravel" }, 0, 0.6 * 0.9, PUSHED, 0],
  [{ highway: "path", surface: "gravel" }, 0, 0.6 * 0.9, 0.6 * 15, 0],
  [{ highway: "path", smoothness: "bad" }, 0, 0.9, 15, 0],
  [{ highway: "path", smoothness: "very_bad" }, 0, 0, 15, 0],
  [{ highway: "path", width: "0.8" }, 0, 0.9, 15, 0],
  [{ highway: "path", width: "50 cm" }, 0, 0, 15, 0],
  [{ highway: "path", width: "3'" }, 0.8, 0.9, 15, 0],
  [{ highway: "path", incline: "8%" }, 0.8, 0.9, 15, 0],
  [{ highway: "path", incline: "-9 %" }, 0, 0.9, 15, 0],
  [{ highway: "path", incline: "5°" }, 0, 0.9, 15, 0],
  [{ highway: "path", incline: "up" }, 0.8, 0.9, 15, 0],
  [{ highway: "path", kerb: "raised" }, 0, 0.9, 15, 0],
  [{ highway: "path", kerb: "lowered" }, 0.8, 0.9, 15, 0],
  [{ highway: "path", kerb: "raised", wheelchair: "yes" }, 0.8, 0.9, 15, 0],
  [{ highway: "residential", wheelchair: "no" }, 0, 0.9, 15, 30],
  [{ highway: "residential", stroller: "no" }, 0.8, 0, 15, 30],
  [{ highway: "path", sac_scale: "hiking" }, 0, 0.9, 15, 0],
  [{ highway: "track", tracktype: "grade4" }, 0, 0.9, 15, 0],
  [{ highway: "cycleway", foot: "no" }, 0, 0, 15, 0],
  [{ highway: "cycleway", foot: "no", oneway: "yes" }, 0, 0, [15, 0], 0],
  [{ highway: "cycleway", oneway: "yes" }, 0.8, 0.9, [15, PUSHED], 0],
  [{ highway: "residential", oneway: "yes" }, 0.8, 0.9, [15, PUSHED], [30, 0]],
  [{ highway: "residential", oneway: "-1" }, 0.8, 0.9, [PUSHED, 15], [0, 30]],
  [{ highway: "residential", oneway: "yes", "oneway:bicycle": "no" }, 0.8, 0.9, 15, [30, 0]],
  [{ highway: "residential", oneway: "yes", cycleway: "opposite_lane" }, 0.8, 0.9, 15, [30, 0]],
  [{ highway: "residential", oneway: "yes", "cycleway:left:oneway": "-1" }, 0.8, 0.9, 15, [30, 0]],
  [{ highway: "tertiary", junction: "roundabout" }, 0.8, 0.9, [15, PUSHED], [50, 0]],
  [{ highway: "tertiary", maxspeed: "20" }, 0.8, 0.9, 15, 20],
  [{ highway: "tertiary", maxspeed: "30 mph" }, 0.8, 0.9, 15, 48.28032],
  [{ highway: "motorway", maxspeed: "130" }, 0, 0, 0, [120, 0]],
  [{ highway: "tertiary", maxspeed: "none" }, 0.8, 0.9, 15, 50],
  [{ highway: "living_street" }, 0.8, 0.9, 15, 10],
  [{ highway: "residential", motor_vehicle: "no" }, 0.8, 0.9, 15, 0],
  [{ highway: "residential", access: "no", motorcar: "yes" }, 0, 0, 0, 30],
  [{ highway: "track", motor_vehicle: "yes" }, 0.8, 0.9, 15, 30],
  [{ highway: "residential", access: "destination" }, 0.8, 0.9, 15, 30],
  [{ highway: "residential", vehicle: "no" }, 0.8, 0.9, PUSHED, 0],
  [{ highway: "residential", bicycle: "dismount" }, 0.8, 0.9, PUSHED, 30],
  [{ highway: "trunk", sidewalk: "no" }, 0, 0, 15, 70],
  [{ highway: "trunk", motorroad: "yes" }, 0, 0, 0, 70],
  [{ highway: "construction" }, 0, 0, 0, 0],
  [{ railway: "rail" }, 0, 0, 0, 0],
  [{ highway: "residential", foot: "no" }, 0, 0, 15, 30],
];

const MODES: readonly LibraryMode[] = ["wheelchair", "pushchair", "bicycle", "car"];

/** Gives the speeds of a row, in m/s, there and back. */
export function speedsByHand(way: LibraryWay, mode: LibraryMode): readonly [there: number, back: number] {
  const speed = way[MODES.indexOf(mode) + 1] as Speed;
  const [there, back] = typeof speed === "number" ? [speed, speed] : speed;
  const unit = mode === "bicycle" || mode === "car" ? 3.6 : 1;
  return [there / unit, back / unit];
}

/** Draws the tags of a street: a third of them plain, so that towns hang together. */
export function drawLibraryTags(random: Random): Tags {
  return random() < 0.3 ? { highway: "residential" } : draw(random, LIBRARY_WAYS)[0];
}

/** A bridge that every random town has besides. */
const BRIDGE: LibraryWay = [{ highway: "footway", bridge: "yes", layer: "1" }, 0.8, 0.9, PUSHED, 0];

/** Tells what a way is to a mode, by the table. */
export function libraryAccess(mode: LibraryMode): Access {
  const known = new Map([...LIBRARY_WAYS, BRIDGE].map((way) => [JSON.stringify(way[0]), speedsByHand(way, mode)]));
  return ({ tags }) => {
    const speeds = known.get(JSON.stringify(tags));
    if (speeds === undefined) throw new Error(`no such way: ${JSON.stringify(tags)}`);
    const [forward, backward] = speeds;
    return { forward: forward > 0, backward: backward > 0, steps: false, speeds: { forward, backward } };
  };
}
