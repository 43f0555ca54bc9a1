import { describe, expect, test } from "vitest";
import { chainsOfWhole, clipNetwork } from "../../src/graph/clip-network.js";
import { contractChains } from "../../src/graph/contract-chains.js";
import { buildNetworkFromEdges, type Network } from "../../src/graph/network.js";
import { draw, drawIndex, seededRandom } from "../support/random.js";

const WIDE = { south: -1, north: 1 };

/** A row of nodes at longitudes 0, 1, 2 … with these edges. */
function rowOf(nodeCount: number, edges: readonly (readonly [number, number])[]): Network {
  return buildNetworkFromEdges({
    nodeCount,
    nodeLon: Float64Array.from({ length: nodeCount }, (_, node) => node),
    nodeLat: new Float64Array(nodeCount),
    edgeFrom: Uint32Array.from(edges, ([from]) => from),
    edgeTo: Uint32Array.from(edges, ([, to]) => to),
    edgeMeters: new Float64Array(edges.length).fill(1),
  });
}

/** By edge of the whole: what its chain costs, one way and back; chains of a part may run the other way. `null` = it is on none. */
function chainsIn(network: Network, units: Float64Array, west: number, east: number): unknown {
  const clipped = clipNetwork(network, units, { ...WIDE, west, east });
  const chains = chainsOfWhole(contractChains(clipped.network, clipped.arcUnits), clipped.edgeOf, network.edgeCount);
  return Array.from(chains.chainOfEdge, (chain) =>
    chain < 0 ? null : [...chains.chainUnits.subarray(2 * chain, 2 * chain + 2)].sort((a, b) => a - b),
  );
}

describe("a network clipped to a box", () => {
  test("has the edges beyond closed, and those only, where most of it is in the box", () => {
    // edge 1 alone lies beyond
    const network = rowOf(8, [
      [0, 1],
      [6, 7],
      [1, 2],
      [2, 3],
      [3, 4],
    ]);
    const { arcUnits, edgeOf } = clipNetwork(network, new Float64Array(10).fill(1), { ...WIDE, west: 0, east: 4.5 });
    expect(edgeOf).toBeNull();
    expect([...arcUnits]).toEqual([1, 1, Infinity, Infinity, 1, 1, 1, 1, 1, 1]);
  });
  test("is numbered on its own where little of it is in the box", () => {
    const network = rowOf(8, [
      [0, 1],
      [6, 7],
      [5, 6],
      [4, 5],
      [1, 2],
    ]);
    const {
      network: part,
      arcUnits,
      edgeOf,
    } = clipNetwork(
      network,
      Float64Array.from({ length: 10 }, (_, arc) => arc),
      {
        ...WIDE,
        west: 0,
        east: 1.5,
      },
    );
    expect([...(edgeOf ?? [])]).toEqual([0, 4]);
    expect([...arcUnits]).toEqual([0, 1, 8, 9]);
    expect([part.nodeCount, ...part.nodeLon]).toEqual([3, 0, 1, 2]);
  });
  test("has the chains of the edges in the box, whichever way it was clipped, in 500 random networks", () => {
    const random = seededRandom(3);
    for (let round = 0; round < 500; round++) {
      const nodeCount = 3 + drawIndex(random, 12);
      const anyNode = () => drawIndex(random, nodeCount);
      const network = rowOf(
        nodeCount,
        Array.from({ length: 2 * nodeCount }, () => [anyNode(), anyNode()] as const),
      );
      const units = Float64Array.from({ length: 2 * network.edgeCount }, () => draw(random, [1, 2, 3, Infinity]));
      const [west, east] = [anyNode(), anyNode()].sort((a, b) => a - b) as [number, number];
      const closed = units.map((cost, arc) => {
        const ends = [network.edgeFrom[arc >> 1], network.edgeTo[arc >> 1]] as const;
        return Math.max(...ends) < west || Math.min(...ends) > east ? Infinity : cost;
      });
      const expected = chainsIn(network, closed, -1, nodeCount);
      expect(chainsIn(network, units.slice(), west, east), `round ${round}`).toEqual(expected);
    }
  });
});
