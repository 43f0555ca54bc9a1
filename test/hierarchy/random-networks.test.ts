import { expect, test } from "vitest";
import { buildHierarchy } from "../../src/hierarchy/build-hierarchy.js";
import { CountingSearch } from "../../src/hierarchy/counting-search.js";
import { CLOSED, type Hierarchy } from "../../src/hierarchy/hierarchy.js";
import {
  HierarchySearch,
  type LabelColumn,
  type RankedColumn,
  rankedAt,
} from "../../src/hierarchy/hierarchy-search.js";
import { ownerOf, unitsOf } from "../../src/hierarchy/kernels.js";
import type { ColumnSeeds, Leaves, Seeds } from "../../src/hierarchy/leaves.js";
import { type KernelSet, makeKernels, makePlainKernels } from "../../src/hierarchy/make-kernels.js";
import { PairSearch } from "../../src/hierarchy/pair-search.js";
import { cheapestWays } from "../oracle/oracle-ways.js";
import { seededRandom } from "../support/random.js";
import { type RandomNetwork, randomNetwork } from "../support/random-network.js";

const NETWORKS = 1000;

/** A source: some nodes, with what it costs to be there, and some leaves that it reaches directly. */
interface Source {
  readonly nodes: readonly (readonly [node: number, units: number])[];
  readonly leaves: readonly (readonly [leaf: number, units: number])[];
}
/** What is asked of a network. */
interface Question {
  readonly town: RandomNetwork;
  readonly direction: "fromSources" | "toSources";
  readonly limit: number;
  readonly columns: readonly (readonly Source[])[];
  /** Both ends of each leaf, as nodes, with costs. */
  readonly leaves: readonly (readonly [node: number, units: number])[][];
  readonly k: number;
  readonly countLimit: number;
}

function randomQuestion(seed: number): Question {
  const random = seededRandom(seed);
  const pick = (count: number) => Math.floor(random() * count);
  const nodeCount = 1 + pick(seed % 20 === 0 ? 60 : 24);
  const town = randomNetwork(random, nodeCount, seed % 2 === 0);
  const limit = random() < 0.3 ? 1_000_000 : pick(60);
  const leafCount = pick(8);
  const cost = () => (random() < 0.1 ? CLOSED : pick(6));
  const source = (): Source => ({
    nodes: Array.from({ length: pick(3) }, () => [pick(nodeCount), pick(4)] as const),
    leaves: leafCount > 0 && random() < 0.3 ? [[pick(leafCount), pick(20)] as const] : [],
  });
  return {
    town,
    direction: random() < 0.5 ? "fromSources" : "toSources",
    limit,
    columns: Array.from({ length: 1 + pick(11) }, () => Array.from({ length: pick(6) }, source)),
    leaves: Array.from({ length: leafCount }, () => [
      [pick(nodeCount), cost()] as const,
      [pick(nodeCount), cost()] as const,
    ]),
    k: 1 + pick(8),
    countLimit: Math.floor(limit * random()),
  };
}

/** Labels `[cost, owner]` of one column: every source that reaches a place within the limit, cheapest first. */
type Reached = readonly (readonly [cost: number, owner: number])[];

function askOracle({ town, direction, limit, columns, leaves }: Question) {
  const ways = cheapestWays(town);
  const wayFrom = (source: number, place: number) =>
    (direction === "fromSources" ? ways[source]?.[place] : ways[place]?.[source]) ?? Infinity;
  const toNode = (source: Source, node: number) =>
    Math.min(Infinity, ...source.nodes.map(([start, units]) => units + wayFrom(start, node)));
  const toLeaf = (source: Source, leaf: number) =>
    Math.min(
      Infinity,
      ...source.leaves.filter(([own]) => own === leaf).map(([, units]) => units),
      ...(leaves[leaf] ?? []).map(([node, units]) => (units === CLOSED ? Infinity : units + toNode(source, node))),
    );
  const reach = (sources: readonly Source[], cost: (source: Source) => number): Reached =>
    sources
      .map((source, owner) => [cost(source), owner] as const)
      .filter(([units]) => units <= limit)
      .sort(([a, x], [b, y]) => a - b || x - y);
  return {
    nodes: columns.map((sources) =>
      Array.from({ length: town.network.nodeCount }, (_, node) => reach(sources, (source) => toNode(source, node))),
    ),
    leaves: columns.map((sources) => leaves.map((_, leaf) => reach(sources, (source) => toLeaf(source, leaf)))),
  };
}

function seedsOf(places: readonly (readonly [row: number, units: number, owner: number])[]): Seeds {
  return { row: places.map(([row]) => row), units: places.map(([, units]) => units), owner: places.map((p) => p[2]) };
}

/** All answers of the hierarchy, in the form of the oracle's. */
function askHierarchy(question: Question, hierarchy: Hierarchy, kernels: KernelSet) {
  const { columns, limit, k, countLimit } = question;
  const search = new HierarchySearch(hierarchy, kernels);
  const counting = new CountingSearch(search);
  const { rankOfNode } = hierarchy;
  const leaves: Leaves = {
    count: question.leaves.length,
    endRank: Uint32Array.from(question.leaves.flat(), ([node]) => rankOfNode[node] as number),
    endCost: Int32Array.from(question.leaves.flat(), ([, units]) => units),
  };
  const seeds = columns.map(
    (sources): ColumnSeeds => ({
      ranks: seedsOf(
        sources.flatMap((s, i) => s.nodes.map(([node, u]) => [rankOfNode[node] as number, u, i] as const)),
      ),
      leaves: seedsOf(sources.flatMap((source, owner) => source.leaves.map(([leaf, u]) => [leaf, u, owner] as const))),
    }),
  );
  const read = ({ labels, first, stride }: LabelColumn, row: number): Reached => {
    const label = labels[first + row * stride] as number;
    return unitsOf(label) <= limit ? [[unitsOf(label), ownerOf(label)]] : [];
  };
  const readRanked = (labels: RankedColumn, row: number): Reached =>
    Array.from({ length: k }, (_, i) => rankedAt(labels, row, i))
      .map(({ units, owner }) => [units, owner] as const)
      .filter(([units]) => units <= limit);
  const rowsOf = (count: number) => Array.from({ length: count }, (_, row) => row);
  const nearest: Reached[][] = [];
  search.nearestOwners(seeds, leaves, (column, labels) => {
    nearest[column] = rowsOf(leaves.count).map((leaf) => read(labels, leaf));
  });
  const ranked: Reached[][] = [];
  search.nearestRanked(seeds, leaves, k, (column, labels) => {
    ranked[column] = rowsOf(leaves.count).map((leaf) => readRanked(labels, leaf));
  });
  const rankedOfNodes = search
    .nearestRankedOfRanks(seeds, k)
    .map((labels) => Array.from(rankOfNode, (rank) => readRanked(labels, rank)));
  const starts = columns.map((sources) =>
    sources.flatMap((s) => s.nodes.filter(([, units]) => units === 0).map(([node]) => rankOfNode[node] as number)),
  );
  const sources = columns.flatMap((own, column) =>
    own.map((source) => ({
      column,
      limit: countLimit,
      ranks: seedsOf(source.nodes.map(([node, units]) => [rankOfNode[node] as number, units, 0] as const)),
      leaves: seedsOf(source.leaves.map(([leaf, units]) => [leaf, units, 0] as const)),
    })),
  );
  const pairing = new PairSearch(search, leaves);
  const pairs = columns.map((own): Reached[] => {
    const found = leaves.count === 0 ? [] : rowsOf(leaves.count).map((): [number, number][] => []);
    const pairSources = own.map((source, owner) => ({
      owner,
      limit: countLimit,
      ranks: seedsOf(source.nodes.map(([node, units]) => [rankOfNode[node] as number, units, 0] as const)),
      leaves: seedsOf(source.leaves.map(([leaf, units]) => [leaf, units, 0] as const)),
    }));
    pairing.eachPair(pairSources, (leaf, owner, units) => found[leaf]?.push([units, owner]));
    return found.map((reached) => reached.sort(([a, x], [b, y]) => a - b || x - y));
  });
  return {
    pairs,
    nearest,
    ranked,
    rankedOfNodes,
    costs: search.nearestCosts(starts).slice(),
    nodeCounts: counting.countForRanks(sources, columns.length).slice(),
    leafCounts: counting.countForLeaves(sources, leaves, columns.length).slice(),
  };
}

function compare(seed: number): void {
  const question = randomQuestion(seed);
  const { town, direction, limit, columns, leaves, k, countLimit } = question;
  const arcUnits = town.arcUnits.map((units) => (units < 0 ? CLOSED : units));
  const hierarchy = buildHierarchy(town.network, arcUnits, { direction, limit });
  if (hierarchy === null) throw new Error(`network ${seed} is too dense`);
  const found = askHierarchy(question, hierarchy, makeKernels());
  expect(askHierarchy(question, hierarchy, makePlainKernels()), `network ${seed}: twins`).toEqual(found);
  const expected = askOracle(question);
  const where = `network ${seed}`;
  expect(found.nearest, where).toEqual(expected.leaves.map((rows) => rows.map((reached) => reached.slice(0, 1))));
  expect(found.ranked, where).toEqual(expected.leaves.map((rows) => rows.map((reached) => reached.slice(0, k))));
  expect(found.rankedOfNodes, where).toEqual(expected.nodes.map((rows) => rows.map((r) => r.slice(0, k))));
  const within = (reached: Reached) => reached.filter(([units]) => units <= countLimit);
  expect(found.pairs, where).toEqual(expected.leaves.map((rows) => rows.map(within)));
  const countOf = (reached: Reached | undefined) => within(reached ?? []).length;
  const { nodeCount } = town.network;
  columns.forEach((sources, column) => {
    const freeStarts = sources.map((source) => ({
      nodes: source.nodes.filter(([, units]) => units === 0),
      leaves: [],
    }));
    const costs = askOracle({ ...question, columns: [freeStarts] }).nodes[0] ?? [];
    const ranks = Array.from(hierarchy.rankOfNode);
    const within = (cost: number) => (cost <= limit ? cost : null);
    expect(
      ranks.map((rank) => within(found.costs[column * nodeCount + rank] as number)),
      where,
    ).toEqual(costs.map(([nearest]) => nearest?.[0] ?? null));
    expect(
      ranks.map((rank) => found.nodeCounts[rank * columns.length + column]),
      where,
    ).toEqual(expected.nodes[column]?.map(countOf));
    expect(
      leaves.map((_, leaf) => found.leafCounts[leaf * columns.length + column]),
      where,
    ).toEqual(expected.leaves[column]?.map(countOf));
  });
}

test("here, kernels are in WebAssembly", () => expect(makeKernels().kind).toBe("wasm"));

test(`nearest, k nearest and counts of a hierarchy equal trying every way, in ${NETWORKS} random networks, with kernels in WebAssembly and in TypeScript`, () => {
  for (let seed = 0; seed < NETWORKS; seed++) compare(seed);
});
