import { describe, expect, test } from "vitest";
import type { Mode } from "../../src/model/mode.js";
import { compareWithOracle, type Trips } from "../support/compare-with-oracle.js";
import { bicycle } from "../support/modes/bicycle.js";
import { car } from "../support/modes/car.js";
import { expectByHand } from "../support/modes/expect-by-hand.js";
import { accessByTable, drawKnownTags, KNOWN_WAYS, type KnownMode } from "../support/modes/known-ways.js";
import { wheelchair } from "../support/modes/wheelchair.js";
import { randomTown } from "../support/random-town.js";
import { walkingAt } from "../support/travel-city.js";

const TOWNS = 120;

const MODES: readonly (readonly [KnownMode, Mode, Trips])[] = [
  ["bicycle", bicycle, tripsAt(5, { cutoff: 400, within: 150 })],
  ["wheelchair", wheelchair, tripsAt(0.7, { cutoff: 1500, within: 600 })],
  ["car", car, tripsAt(25, { cutoff: 300, within: 60 })],
];

function tripsAt(speed: number, { cutoff, within }: { readonly cutoff: number; readonly within: number }): Trips {
  const profile = walkingAt(speed, {
    offStreetSpeedMetersPerSecond: Math.min(speed, 0.9),
    maxAccessMeters: 150,
  });
  return { profile, by: "seconds", cutoff, within, nearestCount: 2 };
}

describe.each(MODES)("a mode of one file: %s", (id, mode, trips) => {
  test("gives each way the access and the speeds worked out by hand", () => {
    for (const { tags, [id]: expected } of KNOWN_WAYS) expectByHand(mode, trips.profile, tags, expected);
  });
  test("equals a plain Dijkstra over edges cut at every place, in random towns of such ways", () => {
    let reached = 0;
    for (let seed = 0; seed < TOWNS; seed++) {
      const town = randomTown(seed, { tagsOf: drawKnownTags });
      reached += compareWithOracle(
        town,
        {
          ...trips,
          mode,
          access: accessByTable(id),
          nearestCount: 1 + (seed % 3),
          by: seed % 4 === 3 ? "meters" : "seconds",
        },
        `town ${seed}`,
      );
    }
    expect(reached).toBeGreaterThan(5 * TOWNS);
  });
});
