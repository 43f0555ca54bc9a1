import type { Tags } from "../../../src/base/words.js";
import type { Access } from "../../oracle/oracle-network.js";
import { draw, type Random } from "../random.js";

/** The modes of the tests. */
export type KnownMode = "bicycle" | "wheelchair" | "car";

/** How fast somebody is along a street and back; 0 = closed. */
type Speeds = readonly [forward: number, backward: number];
export interface KnownWay {
  readonly tags: Tags;
  /** At 5 m/s. */
  readonly bicycle: Speeds;
  /** At 0.7 m/s. */
  readonly wheelchair: Speeds;
  /** At most 25 m/s. */
  readonly car: Speeds;
}

const CLOSED: Speeds = [0, 0];
const bothWays = (speed: number): Speeds => [speed, speed];
const kilometersPerHour = (speed: number) => speed / 3.6;
const ROLLING = bothWays(0.7);

/** Draws the tags of a street: a third of them plain, so that towns hang together. */
export function drawKnownTags(random: Random): Tags {
  return random() < 0.3 ? { highway: "residential" } : draw(random, WAYS).tags;
}

/** What each way is to whom, worked out by hand. */
const WAYS: readonly KnownWay[] = [
  { tags: { highway: "residential" }, bicycle: bothWays(5), wheelchair: ROLLING, car: bothWays(kilometersPerHour(30)) },
  {
    tags: { highway: "residential", oneway: "yes", maxspeed: "20" },
    bicycle: [5, 0],
    wheelchair: ROLLING,
    car: [kilometersPerHour(20), 0],
  },
  {
    tags: { highway: "residential", oneway: "-1", "oneway:bicycle": "no", surface: "cobblestone" },
    bicycle: bothWays(0.7 * 5),
    wheelchair: ROLLING,
    car: [0, kilometersPerHour(30)],
  },
  {
    tags: { highway: "tertiary", incline: "up", maxspeed: "30 mph" },
    bicycle: [2.5, 5],
    wheelchair: ROLLING,
    car: bothWays(kilometersPerHour(48.28032)),
  },
  {
    tags: { highway: "service", incline: "down", surface: "gravel" },
    bicycle: [0.5 * 5, 0.5 * 0.5 * 5],
    wheelchair: ROLLING,
    car: bothWays(kilometersPerHour(20)),
  },
  { tags: { highway: "motorway" }, bicycle: CLOSED, wheelchair: CLOSED, car: [25, 0] },
  {
    tags: { highway: "motorway", oneway: "no", maxspeed: "80" },
    bicycle: CLOSED,
    wheelchair: CLOSED,
    car: bothWays(kilometersPerHour(80)),
  },
  { tags: { highway: "footway" }, bicycle: bothWays(0.3 * 5), wheelchair: ROLLING, car: CLOSED },
  { tags: { highway: "footway", bicycle: "no" }, bicycle: CLOSED, wheelchair: ROLLING, car: CLOSED },
  { tags: { highway: "steps" }, bicycle: CLOSED, wheelchair: CLOSED, car: CLOSED },
  { tags: { highway: "steps", "ramp:wheelchair": "yes" }, bicycle: CLOSED, wheelchair: ROLLING, car: CLOSED },
  {
    tags: { highway: "residential", wheelchair: "no" },
    bicycle: bothWays(5),
    wheelchair: CLOSED,
    car: bothWays(kilometersPerHour(30)),
  },
  { tags: { highway: "residential", motor_vehicle: "no" }, bicycle: bothWays(5), wheelchair: ROLLING, car: CLOSED },
  { tags: { highway: "residential", access: "private" }, bicycle: CLOSED, wheelchair: CLOSED, car: CLOSED },
];
/** The ways that every random town has besides. */
const FIXED: readonly KnownWay[] = [
  { tags: { highway: "footway", bridge: "yes", layer: "1" }, bicycle: bothWays(1.5), wheelchair: ROLLING, car: CLOSED },
];
/** All that is known of. */
export const KNOWN_WAYS: readonly KnownWay[] = [...WAYS, ...FIXED];

/** Tells what a way is to a mode, by the table. */
export function accessByTable(mode: KnownMode): Access {
  const known = new Map(KNOWN_WAYS.map((way) => [JSON.stringify(way.tags), way[mode]]));
  return ({ tags }) => {
    const [forward, backward] = known.get(JSON.stringify(tags)) as Speeds;
    return { forward: forward > 0, backward: backward > 0, steps: false, speeds: { forward, backward } };
  };
}
