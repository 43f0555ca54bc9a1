import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CoverageError } from "../../src/base/errors.js";
import { nearestSource } from "../../src/graph/nearest-source.js";
import { arcCostBothWays, buildNetworkFromEdges } from "../../src/graph/network.js";
import { buildSearchGraph } from "../../src/graph/search-graph.js";

/** A grid of `columns` × `rows` nodes whose edges all cost 60. */
function blocks(columns: number, rows: number) {
  const node = (x: number, y: number) => y * columns + x;
  const edges: [number, number][] = [];
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      if (x + 1 < columns) edges.push([node(x, y), node(x + 1, y)]);
      if (y + 1 < rows) edges.push([node(x, y), node(x, y + 1)]);
    }
  const network = buildNetworkFromEdges({
    nodeCount: columns * rows,
    edgeFrom: Uint32Array.from(edges, ([from]) => from),
    edgeTo: Uint32Array.from(edges, ([, to]) => to),
    edgeMeters: new Float64Array(edges.length).fill(60),
  });
  return {
    network,
    node,
    graph: buildSearchGraph(network, arcCostBothWays(network.edgeMeters), { direction: "fromSources" }),
  };
}

describe("the nearest source", () => {
  test("is as far as its blocks", () => {
    const { graph, node } = blocks(11, 11);
    const { cost, sourceRow } = nearestSource(graph, [node(0, 0), node(10, 10)], 3600);
    expect(cost[node(3, 4)]).toBe(7 * 60); // 3 + 4 blocks to the first, 7 + 6 to the second
    expect(sourceRow[node(3, 4)]).toBe(0);
    expect(cost[node(9, 4)]).toBe(7 * 60); // 9 + 4 to the first, 1 + 6 to the second
    expect(sourceRow[node(9, 4)]).toBe(1);
    expect(sourceRow[node(4, 6)]).toBe(0); // 10 blocks to both: the smaller row
  });
  test("at the cutoff is reached, and beyond it is not", () => {
    const { graph, node } = blocks(11, 1);
    const { cost, sourceRow } = nearestSource(graph, [node(0, 0)], 7 * 60);
    expect(cost[node(7, 0)]).toBe(420);
    expect(cost[node(8, 0)]).toBe(Infinity);
    expect(sourceRow[node(8, 0)]).toBe(-1);
    expect(nearestSource(graph, [node(0, 0)], 419.999).cost[node(7, 0)]).toBe(Infinity);
  });
  test("of a one-way street lies ahead when walking to it, behind when walking from it", () => {
    const network = buildNetworkFromEdges({
      nodeCount: 2,
      edgeFrom: Uint32Array.of(0),
      edgeTo: Uint32Array.of(1),
      edgeMeters: Float64Array.of(5),
    });
    const forwardOnly = Float64Array.of(5, Infinity);
    const to = buildSearchGraph(network, forwardOnly, { direction: "toSources" });
    const from = buildSearchGraph(network, forwardOnly, { direction: "fromSources" });
    expect([...nearestSource(to, [1], Infinity).cost]).toEqual([5, 0]);
    expect([...nearestSource(from, [1], Infinity).cost]).toEqual([Infinity, 0]);
    expect([...nearestSource(to, [0], Infinity).cost]).toEqual([0, Infinity]);
  });
  test("equals Floyd–Warshall on 300 random one-way graphs, zero costs and self-loops included", () => {
    const graphs = fc.record({
      edges: fc.array(fc.tuple(fc.nat(8), fc.nat(8), fc.nat(20), fc.nat(20)), { maxLength: 25 }),
      sources: fc.array(fc.nat(8), { minLength: 1, maxLength: 4 }),
      cutoff: fc.oneof(fc.constant(Infinity), fc.nat(40)),
    });
    fc.assert(
      fc.property(graphs, ({ edges, sources, cutoff }) => {
        const network = buildNetworkFromEdges({
          nodeCount: 9,
          edgeFrom: Uint32Array.from(edges, ([from]) => from),
          edgeTo: Uint32Array.from(edges, ([, to]) => to),
          edgeMeters: new Float64Array(edges.length),
        });
        // 20 = closed
        const open = (cost: number) => (cost === 20 ? Infinity : cost);
        const arcCost = Float64Array.from(edges.flatMap(([, , there, back]) => [open(there), open(back)]));
        const distance = Array.from({ length: 9 }, (_, a) =>
          Array.from({ length: 9 }, (_, b) => (a === b ? 0 : Infinity)),
        );
        const row = (a: number) => distance[a] as number[];
        for (const [from, to, there, back] of edges) {
          row(from)[to] = Math.min(row(from)[to] as number, open(there));
          row(to)[from] = Math.min(row(to)[from] as number, open(back));
        }
        for (let k = 0; k < 9; k++)
          for (let a = 0; a < 9; a++)
            for (let b = 0; b < 9; b++)
              row(a)[b] = Math.min(row(a)[b] as number, (row(a)[k] as number) + (row(k)[b] as number));
        const graph = buildSearchGraph(network, arcCost, { direction: "toSources" });
        const { cost, sourceRow } = nearestSource(graph, sources, cutoff);
        for (let node = 0; node < 9; node++) {
          const costs = sources.map((source) => row(node)[source] as number);
          const least = Math.min(...costs);
          expect(cost[node]).toBe(least <= cutoff ? least : Infinity);
          expect(sourceRow[node]).toBe(least <= cutoff && least < Infinity ? costs.indexOf(least) : -1);
        }
      }),
      { numRuns: 300, seed: 1 },
    );
  });
  test("cannot be asked of nodes that do not exist", () => {
    const { graph } = blocks(2, 2);
    expect(() => nearestSource(graph, [4], 10)).toThrow(CoverageError);
    expect(() => nearestSource(graph, [-1], 10)).toThrow(CoverageError);
    expect(() => nearestSource(graph, [0], Number.NaN)).toThrow(CoverageError);
  });
  test("cannot be searched over negative costs", () => {
    const { network } = blocks(2, 1);
    expect(() => buildSearchGraph(network, Float64Array.of(-1, 1), { direction: "toSources" })).toThrow(
      /must be ≥ 0; got -1/,
    );
    expect(() => buildSearchGraph(network, Float64Array.of(1), { direction: "toSources" })).toThrow(CoverageError);
  });
});
