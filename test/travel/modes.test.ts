import { describe, expect, test } from "vitest";
import type { Tags } from "../../src/base/words.js";
import type { Mode } from "../../src/model/mode.js";
import type { Access } from "../oracle/oracle-network.js";
import { compareWithOracle, type Trips } from "../support/compare-with-oracle.js";
import { bicycle } from "../support/modes/bicycle.js";
import { car } from "../support/modes/car.js";
import { wheelchair } from "../support/modes/wheelchair.js";
import { draw, type Random } from "../support/random.js";
import { randomTown } from "../support/random-town.js";
import { walkerOf } from "../support/travel-city.js";

const TOWNS = 120;

/** How fast somebody is along a street and back; 0 = closed. */
type Speeds = readonly [forward: number, backward: number];
interface KnownWay {
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
const everyWay = [...WAYS, ...FIXED];

function accessOf(mode: "bicycle" | "wheelchair" | "car"): Access {
  const known = new Map(everyWay.map((way) => [JSON.stringify(way.tags), way[mode]]));
  return ({ tags }) => {
    const [forward, backward] = known.get(JSON.stringify(tags)) as Speeds;
    return { forward: forward > 0, backward: backward > 0, steps: false, speeds: { forward, backward } };
  };
}

const MODES: readonly (readonly ["bicycle" | "wheelchair" | "car", Mode, Trips])[] = [
  ["bicycle", bicycle, tripsAt(5, { cutoff: 400, within: 150 })],
  ["wheelchair", wheelchair, tripsAt(0.7, { cutoff: 1500, within: 600 })],
  ["car", car, tripsAt(25, { cutoff: 300, within: 60 })],
];

function tripsAt(speed: number, { cutoff, within }: { readonly cutoff: number; readonly within: number }): Trips {
  const profile = walkerOf(speed, {
    offStreetSpeedMetersPerSecond: Math.min(speed, 0.9),
    maxAccessMeters: 150,
  });
  return { profile, by: "seconds", cutoff, within, nearestCount: 2 };
}

describe.each(MODES)("a mode of one file: %s", (id, mode, trips) => {
  test("gives each way the access and the speeds worked out by hand", () => {
    const speed = mode.speedOf(trips.profile);
    for (const { tags, [id]: expected } of everyWay) {
      const { forward, backward, because } = mode.accessOf(tags);
      const speeds = typeof speed === "number" ? { forward: speed, backward: speed } : speed(tags);
      const [there, back] = expected;
      const name = JSON.stringify(tags);
      expect([forward, backward], name).toEqual([there > 0, back > 0]);
      expect(because !== "", name).toBe(there === 0 && back === 0);
      if (there > 0) expect(speeds.forward, name).toBeCloseTo(there, 12);
      if (back > 0) expect(speeds.backward, name).toBeCloseTo(back, 12);
    }
  });
  test("equals a plain Dijkstra over edges cut at every place, in random towns of such ways", () => {
    let reached = 0;
    for (let seed = 0; seed < TOWNS; seed++) {
      const tagsOf = (random: Random) => (random() < 0.3 ? { highway: "residential" } : draw(random, WAYS).tags);
      const town = randomTown(seed, { tagsOf });
      reached += compareWithOracle(
        town,
        {
          ...trips,
          mode,
          access: accessOf(id),
          nearestCount: 1 + (seed % 3),
          by: seed % 4 === 3 ? "meters" : "seconds",
        },
        `town ${seed}`,
      );
    }
    expect(reached).toBeGreaterThan(5 * TOWNS);
  });
});
