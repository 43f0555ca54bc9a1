import { describe, expect, test } from "vitest";
import { NO_WAY, NOT_ATTACHED } from "../../src/model/travel.js";
import { costTo, facilityTo } from "../../src/travel/nearest-table.js";
import { onNetwork } from "../../src/travel/on-network.js";
import {
  attachFacilityByBruteForce,
  attachPlace,
  OracleGraph,
  oracleEdges,
  townAccess,
  type Way,
} from "../oracle/oracle-network.js";
import { type RandomTown, randomTown } from "../support/random-town.js";
import { requestFor, travelCityOf, walkerOf } from "../support/travel-city.js";

const TOWNS = 250;
const FRAGMENT_METERS = 500;
/** Each edge of a way is rounded by at most half a unit, a millionth of a second. */
const SECONDS = 1e-4;
const walker = walkerOf(1.25, {
  stepsSpeedMetersPerSecond: 0.5,
  offStreetSpeedMetersPerSecond: 0.9,
  maxAccessMeters: 150,
});

interface Expected {
  /** Per origin: the ways to every facility that can be reached; `null` = the origin is not attached. */
  readonly ways: readonly (ReadonlyMap<number, Way> | null)[];
}

function askOracle({ streets, facilities, origins }: RandomTown, by: "seconds" | "meters"): Expected {
  const edges = oracleEdges(streets, townAccess, FRAGMENT_METERS);
  const snaps = origins.map((place) => attachPlace(place, edges, walker.maxAccessMeters));
  const entries = facilities.map((facility) => attachFacilityByBruteForce(facility, edges, walker.maxAccessMeters));
  const graph = new OracleGraph(edges, walker, snaps, entries);
  return {
    ways: snaps.map((snap, origin) => (snap === null ? null : graph.waysFrom(origin, facilities.length, by))),
  };
}

/** The facilities of a category in order of cost. */
function ranked(
  ways: ReadonlyMap<number, Way>,
  { facilities }: RandomTown,
  category: string,
  by: "seconds" | "meters",
): { readonly row: number; readonly cost: number; readonly way: Way }[] {
  return [...ways]
    .filter(([row]) => facilities[row]?.categories.includes(category))
    .map(([row, way]) => ({ row, cost: way[by], way }))
    .sort((a, b) => a.cost - b.cost || a.row - b.row);
}

function compare(seed: number, by: "seconds" | "meters", nearestCount: number): number {
  const town = randomTown(seed);
  const { streets, facilities, origins, categories } = town;
  const expected = askOracle(town, by);
  const city = travelCityOf(streets, facilities, origins, FRAGMENT_METERS);
  const within = by === "seconds" ? 420 : 500;
  const cutoff = by === "seconds" ? 900 : 1000;
  const table = onNetwork()
    .prepare(city, walker)
    .fillTable(requestFor(categories, { unit: by, cutoff, nearestCount, countWithin: categories.map(() => within) }));
  let compared = 0;
  expected.ways.forEach((ways, origin) => {
    categories.forEach((category, column) => {
      const where = `town ${seed}, origin ${origin}, ${category}`;
      if (ways === null) {
        expect(facilityTo(table, origin, column), where).toBe(NOT_ATTACHED);
        return;
      }
      const all = ranked(ways, town, category, by);
      const reached = all.filter(({ cost }) => cost <= cutoff);
      for (let rank = 0; rank < nearestCount; rank++) {
        const cost = costTo(table, origin, column, rank);
        const want = reached[rank];
        compared++;
        if (want === undefined) {
          expect(cost, where).toBe(Infinity);
          continue;
        }
        expect(Math.abs(cost - want.cost), `${where}, rank ${rank}: ${cost} for ${want.cost}`).toBeLessThan(SECONDS);
        const isTied = reached.some((other) => other !== want && Math.abs(other.cost - want.cost) < 2 * SECONDS);
        if (isTied) continue;
        expect(facilityTo(table, origin, column, rank), where).toBe(want.row);
        const other = by === "seconds" ? want.way.meters : want.way.seconds;
        expect(table.secondQuantity?.[(column * origins.length + origin) * nearestCount + rank], where).toBeCloseTo(
          other,
          5,
        );
      }
      if (facilityTo(table, origin, column) === NO_WAY) expect(all, where).toEqual([]);
      expect(table.counts[column]?.[origin], where).toBe(all.filter(({ cost }) => cost <= within).length);
    });
  });
  return compared;
}

describe("walking in random towns equals a plain Dijkstra over edges cut at every place", () => {
  test.each(
    Array.from({ length: 10 }, (_, i) => i),
  )("seconds to the three nearest, counts, metres alongside (%i)", (part) => {
    for (let seed = part; seed < TOWNS; seed += 10) compare(seed, "seconds", 3);
  });
  test("seconds to the nearest, found by one search from all facilities", () => {
    for (let seed = 0; seed < TOWNS; seed++) compare(seed, "seconds", 1);
  });
  test("metres, with seconds alongside", () => {
    for (let seed = 1000; seed < 1000 + 60; seed++) compare(seed, "meters", 1);
  });
  test("the towns hold all that is to be tested", () => {
    const found = new Set<string>();
    for (let seed = 0; seed < 30; seed++) {
      const town = randomTown(seed);
      for (const ways of askOracle(town, "seconds").ways) {
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
