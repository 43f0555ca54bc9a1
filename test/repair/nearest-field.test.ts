import { describe, expect, test } from "vitest";
import { UnitQueue } from "../../src/graph/unit-queue.js";
import { buildFieldGraph, NOT_REACHED } from "../../src/repair/field-graph.js";
import { LocalReach } from "../../src/repair/local-reach.js";
import { type FieldSeed, NearestField } from "../../src/repair/nearest-field.js";
import { cheapestWays } from "../oracle/oracle-ways.js";
import { drawIndex, type Random, seededRandom } from "../support/random.js";
import { type RandomNetwork, randomNetwork } from "../support/random-network.js";

const NETWORKS = 150;
const EDITS = 40;

interface Opened {
  readonly owner: number;
  readonly seeds: readonly FieldSeed[];
}

function randomFacility(random: Random, owner: number, nodeCount: number): Opened {
  const seeds = Array.from({ length: 1 + drawIndex(random, 2) }, () => ({
    node: drawIndex(random, nodeCount),
    units: drawIndex(random, 5),
  }));
  return { owner, seeds };
}

function graphOf({ network, arcUnits }: RandomNetwork, limit: number) {
  return buildFieldGraph(
    network,
    Float64Array.from(arcUnits, (units) => (units < 0 ? Infinity : units)),
    limit,
  );
}

describe("a field of nearest facilities", () => {
  test(`repaired ${EDITS} times in ${NETWORKS} random networks, has the bits of one built anew, and equals trying every way`, () => {
    let edits = 0;
    for (let seed = 0; seed < NETWORKS; seed++) {
      const random = seededRandom(seed);
      const nodeCount = 2 + drawIndex(random, 40);
      const town = randomNetwork(random, nodeCount, seed % 2 === 0);
      const limit = random() < 0.3 ? 3000 : drawIndex(random, 60);
      const graph = graphOf(town, limit);
      const queue = new UnitQueue(limit);
      // an order of its own, so that no tie is decided by the row
      const order = Array.from({ length: EDITS + 8 }, () => random());
      const orderOf = (owner: number) => order[owner] ?? 0;
      const field = new NearestField(graph, queue, orderOf);
      const open = new Map<number, Opened>();
      for (let edit = 0; edit < EDITS; edit++) {
        field.clearChanges();
        const [before, ownersBefore] = [field.units.slice(), field.owner.slice()];
        const closing = [...open.keys()][drawIndex(random, open.size + 2)];
        if (closing === undefined) {
          const facility = randomFacility(random, edit, nodeCount);
          open.set(edit, facility);
          field.add([facility]);
        } else {
          open.delete(closing);
          field.remove(closing);
        }
        edits++;
        const anew = new NearestField(graph, new UnitQueue(limit), orderOf);
        anew.add([...open.values()].reverse());
        expect(field.units, `network ${seed}, edit ${edit}`).toEqual(anew.units);
        expect(field.owner, `network ${seed}, edit ${edit}`).toEqual(anew.owner);
        const changed = new Set(field.changed.subarray(0, field.changedCount));
        expect(changed.size).toBe(field.changedCount);
        for (let node = 0; node < nodeCount; node++)
          if (field.units[node] !== before[node] || field.owner[node] !== ownersBefore[node])
            expect(changed.has(node)).toBe(true);
      }
      const ways = cheapestWays(town);
      for (let node = 0; node < nodeCount; node++) {
        const best = [...open.values()]
          .flatMap(({ owner, seeds }) =>
            seeds.map((start) => ({ owner, units: start.units + (ways[node]?.[start.node] ?? 0) })),
          )
          .filter(({ units }) => units <= limit)
          .sort((a, b) => a.units - b.units || orderOf(a.owner) - orderOf(b.owner))[0];
        expect([field.units[node], field.owner[node]], `network ${seed}, node ${node}`).toEqual(
          best === undefined ? [NOT_REACHED, -1] : [best.units, best.owner],
        );
      }
    }
    expect(edits).toBe(NETWORKS * EDITS);
  });
  test("ends as it began, to the last bit, when all that was opened is closed again", () => {
    const town = randomNetwork(seededRandom(5), 300, true);
    const graph = graphOf(town, 500);
    const field = new NearestField(graph, new UnitQueue(500), (owner) => owner);
    const random = seededRandom(6);
    field.add(Array.from({ length: 20 }, (_, owner) => randomFacility(random, owner, 300)));
    const [units, owner] = [field.units.slice(), field.owner.slice()];
    for (let round = 0; round < 1000; round++) {
      field.add([randomFacility(random, 20 + round, 300)]);
      field.remove(20 + round);
    }
    expect(field.units).toEqual(units);
    expect(field.owner).toEqual(owner);
  });
  test("finds who reaches one facility", () => {
    for (let seed = 0; seed < 200; seed++) {
      const random = seededRandom(seed);
      const nodeCount = 1 + drawIndex(random, 24);
      const town = randomNetwork(random, nodeCount, true);
      const reach = new LocalReach(graphOf(town, 3000), new UnitQueue(3000));
      const ways = cheapestWays(town);
      for (const limit of [3000, 20]) {
        const { seeds } = randomFacility(random, 0, nodeCount);
        reach.run(seeds, limit);
        const expected = ways.map((row) => Math.min(...seeds.map(({ node, units }) => units + (row[node] ?? 0))));
        const found = new Set(reach.nodes.subarray(0, reach.count));
        expected.forEach((units, node) => {
          expect(found.has(node)).toBe(units <= limit);
          expect(reach.units[node]).toBe(units <= limit ? units : NOT_REACHED);
        });
      }
    }
  });
});
