import { arcCostBothWays, buildNetworkFromEdges } from "../../src/graph/network.js";
import { Search } from "../../src/graph/search.js";
import { buildSearchGraph } from "../../src/graph/search-graph.js";
import type { Answer, EditableCategory, EngineUnderTest } from "../engine.js";

/** The library's search with a bucket queue, one category or one facility at a time; no hierarchy. */
export const bucketSearch: EngineUnderTest = {
  name: "bucket search",
  prepare(streets, limitMeters) {
    const network = buildNetworkFromEdges(streets);
    const graph = buildSearchGraph(network, arcCostBothWays(network.edgeMeters), { direction: "toSources" });
    const search = new Search(graph);
    const { nodeCount } = graph;
    return {
      roundingMeters: 1e-6,
      nearest: (categories) => nearest(search, categories, limitMeters),
      nearestSome: (categories, count) => nearestSome(search, categories, { limitMeters, nodeCount, count }),
      countWithin: (categories) => countWithin(search, categories, { limitMeters, nodeCount }),
      within: (places) =>
        Array.from(places, (place) => {
          searchFrom(search, [place], limitMeters);
          return search.reached.slice(0, search.reachedCount);
        }),
      edit: (facilities) => edit(search, facilities, limitMeters),
    };
  },
};

function searchFrom(search: Search, node: readonly number[], limitMeters: number): void {
  const zeros = node.map(() => 0);
  search.run({ node, cost: zeros, owner: node.map((_, row) => row), secondQuantity: zeros }, limitMeters);
}

function nearest(search: Search, categories: readonly Uint32Array[], limitMeters: number): Answer {
  const meters = categories.map((nodes) => {
    searchFrom(search, Array.from(nodes), limitMeters);
    return search.cost.slice();
  });
  return { at: (node, category) => meters[category]?.[node] ?? Number.NaN };
}

interface Sizes {
  readonly limitMeters: number;
  readonly nodeCount: number;
}

/** Searches from each facility and keeps the best at every node that it reaches. */
function nearestSome(
  search: Search,
  categories: readonly Uint32Array[],
  { limitMeters, nodeCount, count }: Sizes & { readonly count: number },
): Answer {
  const perCategory = categories.map((nodes) => {
    const meters = new Float64Array(nodeCount * count).fill(Infinity);
    for (const facility of nodes) {
      searchFrom(search, [facility], limitMeters);
      for (let i = 0; i < search.reachedCount; i++) insert(meters, search.reached[i], count, search.cost);
    }
    return meters;
  });
  return { at: (node, category, rank) => perCategory[category]?.[node * count + rank] ?? Number.NaN };
}

function insert(meters: Float64Array, node: number, count: number, cost: Float64Array): void {
  const first = node * count;
  let at = first + count - 1;
  if (cost[node] >= meters[at]) return;
  for (; at > first && meters[at - 1] > cost[node]; at--) meters[at] = meters[at - 1];
  meters[at] = cost[node];
}

function countWithin(search: Search, categories: readonly Uint32Array[], { limitMeters, nodeCount }: Sizes): Answer {
  const perCategory = categories.map((nodes) => {
    const counts = new Uint32Array(nodeCount);
    for (const facility of nodes) {
      searchFrom(search, [facility], limitMeters);
      for (let i = 0; i < search.reachedCount; i++) counts[search.reached[i]]++;
    }
    return counts;
  });
  return { at: (node, category) => perCategory[category]?.[node] ?? Number.NaN };
}

/** Searches the whole category anew after each edit: what there is to do without a better idea. */
function edit(search: Search, facilities: Uint32Array, limitMeters: number): EditableCategory {
  const nodeOf = new Map(facilities.entries());
  let next = facilities.length;
  const searchAnew = () => searchFrom(search, [...nodeOf.values()], limitMeters);
  searchAnew();
  let meters = search.cost.slice();
  const change = (facility: number, node: number | null) => {
    if (node === null) nodeOf.delete(facility);
    else nodeOf.set(facility, node);
    searchAnew();
    meters = search.cost.slice();
  };
  return {
    open: (node) => {
      change(next, node);
      return next++;
    },
    close: (facility) => change(facility, null),
    move: change,
    facilityOf: (row) => row,
    metersAt: (node) => meters[node] ?? Number.NaN,
  };
}
