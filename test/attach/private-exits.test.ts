import { describe, expect, test } from "vitest";
import { buildModeNetwork } from "../../src/attach/mode-network.js";
import type { LonLat, Tags } from "../../src/base/words.js";
import { buildNetwork } from "../../src/streets/build-network.js";
import { tagKeysOf } from "../../src/streets/modes/modes.js";
import { walking } from "../../src/streets/modes/walking.js";
import { geodesicMeters, type Place } from "../oracle/oracle-geodesy.js";
import { privateExitsByBruteForce } from "../oracle/oracle-private-exits.js";
import { desertGrid, streetOf } from "../support/desert-grid.js";
import { draw, drawIndex, seededRandom } from "../support/random.js";
import { columnsOf, type Street } from "../support/streets.js";

const OPEN: Tags = { highway: "residential" };
const PRIVATE: Tags = { highway: "service", access: "private" };
const { at } = desertGrid({ columns: 2, rows: 2, blockMeters: 100 });

function networkOf(streets: readonly Street[]) {
  return buildModeNetwork(buildNetwork(columnsOf(streets, tagKeysOf([walking]))), walking, 500);
}
/** Ids of the closed streets that are used all the same. */
function opened(streets: readonly Street[]): string[] {
  const { network, arcs, streets: columns } = networkOf(streets);
  const ids = new Set<string>();
  for (let edge = 0; edge < network.edgeCount; edge++) {
    const row = network.edgeStreetRow[edge] as number;
    const tags = columns.tagSets[columns.tagSetRow[row] as number] as Tags;
    if (tags.access !== undefined && arcs.open[2 * edge] === 1) ids.add(columns.ids[row] as string);
  }
  return [...ids].sort();
}

describe("a private way", () => {
  const town = streetOf("town", [at(0, 0), at(10, 0)]);
  const estate = streetOf("estate", [at(2, 3), at(3, 3)]);
  const drive = (id: string, x: number, tags: Tags = PRIVATE) => streetOf(id, [at(x, 0), at(2, 3)], tags);

  test("is used where it is the only way out, and said", () => {
    const modeNetwork = networkOf([town, estate, drive("drive", 2)].map(withVertex));
    expect(modeNetwork.islands.count).toBe(1);
    expect(modeNetwork.diagnostics.find(({ code }) => code === "street.privateExit")).toMatchObject({
      count: 1,
      sampleIds: ["drive"],
      severity: "info",
    });
    expect(modeNetwork.arcs.closedStreetCount).toBe(0);
  });
  test("is used once: of two the shorter", () => {
    expect(opened([town, estate, drive("near", 2), drive("far", 6)].map(withVertex))).toEqual(["near"]);
  });
  test("is not used where there is another way out, and saves nobody anything", () => {
    const road = streetOf("road", [at(0, 0), at(2, 3)], OPEN);
    expect(opened([town, estate, road, drive("drive", 2)].map(withVertex))).toEqual([]);
  });
  test.each([
    { access: "no" },
    { access: "private", highway: "construction" },
    { foot: "no", access: "private" },
  ])("is not used if it is closed for another reason, too: %o", (tags) => {
    expect(opened([town, estate, drive("drive", 2, { highway: "service", ...tags })].map(withVertex))).toEqual([]);
  });
  test.each([
    { access: "private" },
    { access: "residents" },
    { foot: "private", access: "private" },
  ])("may be %o", (tags) => {
    expect(opened([town, estate, drive("drive", 2, { highway: "service", ...tags })].map(withVertex))).toEqual([
      "drive",
    ]);
  });
  test("may lead over several ways, and past dead ends", () => {
    const parts = [
      streetOf("first", [at(2, 0), at(2, 1)], PRIVATE),
      streetOf("second", [at(2, 1), at(2, 3)], PRIVATE),
      streetOf("dead end", [at(2, 1), at(5, 1)], PRIVATE),
    ];
    expect(opened([town, estate, ...parts].map(withVertex))).toEqual(["first", "second"]);
  });
});

/** The town has a vertex at every 100 m, so that others join it. */
function withVertex(street: Street): Street {
  if (street.id !== "town") return street;
  return { ...street, coordinates: Array.from({ length: 11 }, (_, x) => at(x, 0)) };
}

test("the private edges that are opened in 150 random estates are those that brute force opens", () => {
  let count = 0;
  for (let seed = 0; seed < 150; seed++) {
    const random = seededRandom(seed);
    const size = 4;
    const crooked = () => (random() - 0.5) * 0.6;
    const nodes: LonLat[] = Array.from({ length: size * size }, (_, i) =>
      at((i % size) + crooked(), Math.floor(i / size) + crooked()),
    );
    const streets: Street[] = [];
    for (let i = 0; i < nodes.length; i++)
      for (const other of [i + 1, i + size]) {
        const isNeighbor = other < nodes.length && (other !== i + 1 || other % size !== 0);
        if (!isNeighbor || random() < 0.1) continue;
        const tags = draw(random, [OPEN, PRIVATE, PRIVATE, { highway: "service", access: "no" }]);
        streets.push(streetOf(`w${streets.length}`, [nodes[i] as LonLat, nodes[other] as LonLat], tags));
      }
    if (drawIndex(random, 2) === 0) streets.reverse();
    const toEdge = ({ coordinates: [from, to] }: Street) => ({
      a: String(from),
      b: String(to),
      meters: geodesicMeters(from as Place, to as Place),
    });
    const closed = streets.filter(({ tags }) => tags.access === "private");
    const rows = privateExitsByBruteForce(
      streets.filter(({ tags }) => tags.access === undefined).map(toEdge),
      closed.map(toEdge),
    );
    count += rows.size;
    expect(opened(streets), `seed ${seed}`).toEqual([...rows].map((row) => closed[row]?.id).sort());
  }
  expect(count).toBeGreaterThan(200);
});
