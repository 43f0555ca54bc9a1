import { describe, expect, test } from "vitest";
import { askOracle, compareWithOracle, type Trips } from "../support/compare-with-oracle.js";
import { randomTown } from "../support/random-town.js";
import { walkingAt } from "../support/travel-city.js";

const TOWNS = 250;
const profile = walkingAt(1.25, {
  stepsSpeedMetersPerSecond: 0.5,
  offStreetSpeedMetersPerSecond: 0.9,
  maxAccessMeters: 150,
});
const bySeconds: Trips = { profile, by: "seconds", cutoff: 900, within: 420, nearestCount: 1 };
const byMeters: Trips = { profile, by: "meters", cutoff: 1000, within: 500, nearestCount: 1 };

describe("walking in random towns equals a plain Dijkstra over edges cut at every place", () => {
  test.each(
    Array.from({ length: 10 }, (_, i) => i),
  )("seconds to the three nearest, counts, metres alongside (%i)", (part) => {
    for (let seed = part; seed < TOWNS; seed += 10)
      compareWithOracle(randomTown(seed), { ...bySeconds, nearestCount: 3 }, `town ${seed}`);
  });
  test("seconds to the nearest, found by one search from all facilities", () => {
    for (let seed = 0; seed < TOWNS; seed++) compareWithOracle(randomTown(seed), bySeconds, `town ${seed}`);
  });
  test("metres, with seconds alongside", () => {
    for (let seed = 1000; seed < 1000 + 60; seed++) compareWithOracle(randomTown(seed), byMeters, `town ${seed}`);
  });
  test("the towns hold all that is to be tested", () => {
    const found = new Set<string>();
    for (let seed = 0; seed < 30; seed++) {
      const town = randomTown(seed);
      for (const ways of askOracle(town, bySeconds)) {
        if (ways === null) found.add("not attached");
        else if (ways.size === 0) found.add("nothing reached");
        else found.add("reached");
      }
      for (const { entrances, outline } of town.facilities)
        found.add(`${Math.min(entrances.length, 2)} entrances, ${outline.length} outlines`);
      for (const { tags, nodeIds } of town.streets)
        found.add(`${tags.highway} ${tags["oneway:foot"]} ${nodeIds === null}`);
    }
    expect([...found].sort()).toEqual(
      [
        "0 entrances, 1 outlines",
        "1 entrances, 0 outlines",
        "1 entrances, 1 outlines",
        "2 entrances, 0 outlines",
        "footway -1 false",
        "footway -1 true",
        "footway undefined false",
        "footway undefined true",
        "footway yes false",
        "footway yes true",
        "motorway undefined false",
        "motorway undefined true",
        "not attached",
        "nothing reached",
        "reached",
        "residential undefined false",
        "residential undefined true",
        "steps undefined false",
        "steps undefined true",
      ].sort(),
    );
  });
});
