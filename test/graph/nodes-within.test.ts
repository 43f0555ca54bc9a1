import { describe, expect, test } from "vitest";
import { CoverageError } from "../../src/base/errors.js";
import { NodesWithin } from "../../src/graph/nodes-within.js";
import { cheapestWays } from "../oracle/oracle-ways.js";
import { drawIndex, seededRandom } from "../support/random.js";
import { randomNetwork } from "../support/random-network.js";

const NETWORKS = 500;
const CLOSED = 0x3fff_ffff;

describe("nodes within a cost of a place", () => {
  test(`equal trying every way, from every node, in ${NETWORKS} random networks`, () => {
    let reached = 0;
    for (let seed = 0; seed < NETWORKS; seed++) {
      const random = seededRandom(seed);
      const nodeCount = 1 + drawIndex(random, 24);
      const town = randomNetwork(random, nodeCount, seed % 2 === 0);
      const arcUnits = town.arcUnits.map((units) => (units < 0 ? CLOSED : units));
      const limit = random() < 0.2 ? 20_000 : drawIndex(random, 60);
      const direction = random() < 0.5 ? "fromPlace" : "toPlace";
      const within = new NodesWithin(town.network, arcUnits, { direction, limit });
      const ways = cheapestWays(town);
      for (let place = 0; place < nodeCount; place++) {
        const count = within.from(place);
        const found = Array.from({ length: count }, (_, i) => [within.nodes[i], within.units[i]] as const);
        const expected = Array.from({ length: nodeCount }, (_, node) => {
          const units = direction === "fromPlace" ? ways[place]?.[node] : ways[node]?.[place];
          return [node, units ?? Infinity] as const;
        }).filter(([, units]) => units <= limit);
        expect(
          found.sort(([a = 0], [b = 0]) => a - b),
          `network ${seed} from ${place}`,
        ).toEqual(expected);
        reached += count;
      }
    }
    expect(reached).toBeGreaterThan(10 * NETWORKS);
  });
  test.each([-1, 0.5, Number.NaN, 2 ** 30])("refuse the limit %s", (limit) => {
    const { network, arcUnits } = randomNetwork(seededRandom(1), 3, false);
    expect(() => new NodesWithin(network, arcUnits, { direction: "fromPlace", limit })).toThrow(CoverageError);
  });
});
