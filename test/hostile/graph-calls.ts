import * as network from "../../src/attach/index.js";
import * as hierarchy from "../../src/hierarchy/index.js";
import { standardWalking } from "../../src/standards/travel-profiles.js";
import { desertGrid } from "../support/desert-grid.js";
import { columnsOf } from "../support/streets.js";
import type { Call } from "./calls.js";

// The doors for those with a graph of their own: streets in columns, networks, hierarchies, and searches over them.

const streets = columnsOf(
  desertGrid({ columns: 4, rows: 3, blockMeters: 100 }).streets,
  network.tagKeysOf(network.MODES),
);
const built = network.buildNetwork(streets);
const graph = built.network;
const arcs = network.findArcAccess(graph, streets, network.walking);
const weighed = { network: graph, streets, arcs, mode: network.walking };
const arcMeters = network.weighInMeters(weighed);
const units = Int32Array.from(arcMeters, Math.round);
const searchGraph = network.buildSearchGraph(graph, arcMeters, { direction: "fromSources" });
const asked = { direction: "fromSources", limit: 1000 } as const;
const ranks = hierarchy.buildHierarchy(graph, units, asked);
if (ranks === null) throw new Error("no hierarchy of a grid");
const noSeeds = { row: [], units: [], owner: [] };
const seeds = [{ ranks: { row: [0], units: [0], owner: [0] }, leaves: noSeeds }];
const sources = [{ column: 0, limit: 500, ...{ ranks: seeds[0]?.ranks, leaves: noSeeds } }];
const leaves = { count: 1, endRank: Uint32Array.of(0, 1), endCost: Int32Array.of(5, 5) };
const { nodeCount, edgeFrom, edgeTo, edgeMeters } = graph;

function call(run: unknown, ...args: readonly unknown[]): Call {
  return { run: run as Call["run"], args: () => args };
}

/** By name. */
export const GRAPH_CALLS: Readonly<Record<string, Call>> = {
  buildNetworkFromEdges: call(network.buildNetworkFromEdges, { nodeCount, edgeFrom, edgeTo, edgeMeters }),
  arcCostBothWays: call(network.arcCostBothWays, edgeMeters),
  buildNetwork: call(network.buildNetwork, streets),
  tagKeysOf: call(network.tagKeysOf, network.MODES),
  findArcAccess: call(network.findArcAccess, graph, streets, network.walking),
  findIslands: call(network.findIslands, graph, arcs.open, 500),
  buildModeNetwork: call(network.buildModeNetwork, built, network.walking, 500),
  weighInMeters: call(network.weighInMeters, weighed),
  weighInSeconds: call(network.weighInSeconds, weighed, standardWalking),
  buildSearchGraph: call(network.buildSearchGraph, graph, arcMeters, { direction: "fromSources" }),
  nearestSource: call(network.nearestSource, searchGraph, [0], 900),
  NodesWithin: call(
    (of: never, costs: never, options: never, node: never) => new network.NodesWithin(of, costs, options).from(node),
    graph,
    units,
    { direction: "fromPlace", limit: 1000 },
    0,
  ),
  buildHierarchy: call(hierarchy.buildHierarchy, graph, units, asked),
  HierarchySearch: call((of: never, columns: never) => new hierarchy.HierarchySearch(of).nearestCosts(columns), ranks, [
    [0],
  ]),
  nearestOwners: call(
    (of: never, columns: never, leaf: never) =>
      new hierarchy.HierarchySearch(of).nearestOwners(columns, leaf, () => undefined),
    ranks,
    seeds,
    leaves,
  ),
  nearestRanked: call(
    (of: never, columns: never, leaf: never, k: never) =>
      new hierarchy.HierarchySearch(of).nearestRanked(columns, leaf, k, () => undefined),
    ranks,
    seeds,
    leaves,
    2,
  ),
  CountingSearch: call(
    (of: never, counted: never, columnCount: never) =>
      new hierarchy.CountingSearch(new hierarchy.HierarchySearch(of)).countForRanks(counted, columnCount),
    ranks,
    sources,
    1,
  ),
  countForLeaves: call(
    (of: never, counted: never, leaf: never, columnCount: never) =>
      new hierarchy.CountingSearch(new hierarchy.HierarchySearch(of)).countForLeaves(counted, leaf, columnCount),
    ranks,
    sources,
    leaves,
    1,
  ),
  makeKernels: call(hierarchy.makeKernels),
  makePlainKernels: call(hierarchy.makePlainKernels),
};
