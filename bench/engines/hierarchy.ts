import { buildNetworkFromEdges, type Network } from "../../src/graph/network.js";
import { NodesWithin } from "../../src/graph/nodes-within.js";
import { UnitQueue } from "../../src/graph/unit-queue.js";
import { buildHierarchy } from "../../src/hierarchy/build-hierarchy.js";
import { CountingSearch } from "../../src/hierarchy/counting-search.js";
import { HierarchySearch, rankedAt } from "../../src/hierarchy/hierarchy-search.js";
import type { ColumnSeeds, Seeds } from "../../src/hierarchy/leaves.js";
import { buildFieldGraph } from "../../src/repair/field-graph.js";
import { NearestField } from "../../src/repair/nearest-field.js";
import type { Answer, EditableCategory, EngineUnderTest } from "../engine.js";
import { arcUnitsOf, toMeters, toUnits } from "./units.js";

const NOWHERE: Seeds = { row: [], units: [], owner: [] };

/** The library's engine: a hierarchy, and passes over it for all categories at once. One thread. */
export const hierarchy: EngineUnderTest = {
  name: "hierarchy",
  prepare(streets, limitMeters) {
    const network = buildNetworkFromEdges(streets);
    const arcUnits = arcUnitsOf(network.edgeMeters);
    const limit = toUnits(limitMeters);
    const built = buildHierarchy(network, arcUnits, { direction: "toSources", limit });
    if (built === null) throw new Error("the network is too dense for a hierarchy");
    const { rankOfNode, nodeCount } = built;
    const search = new HierarchySearch(built);
    const ranksOf = (nodes: Uint32Array) => Array.from(nodes, (node) => rankOfNode[node] ?? 0);
    let counting: CountingSearch | null = null;
    let within: NodesWithin | null = null;
    const metersOf = (units: number) => toMeters(units, limitMeters);
    return {
      // half a unit for every edge of a way
      roundingMeters: 1e-3,
      floorBytes: {
        arcs: 8 * built.upTarget.length,
        labels: 4 * 12 * nodeCount,
        result: 4 * 10 * nodeCount,
      },
      nearest: (categories): Answer => {
        const costs = search.nearestCosts(categories.map(ranksOf));
        return { at: (node, category) => metersOf(costs[category * nodeCount + (rankOfNode[node] ?? 0)] ?? 0) };
      },
      nearestSome: (categories, count): Answer => {
        const columns = categories.map((nodes): ColumnSeeds => ({ ranks: seedsOf(ranksOf(nodes)), leaves: NOWHERE }));
        const ranked = search.nearestRankedOfRanks(columns, count);
        return {
          at: (node, category, rank) => {
            const labels = ranked[category];
            return labels === undefined ? Infinity : metersOf(rankedAt(labels, rankOfNode[node] ?? 0, rank).units);
          },
        };
      },
      countWithin: (categories): Answer => {
        counting ??= new CountingSearch(search);
        const sources = categories.flatMap((nodes, column) =>
          ranksOf(nodes).map((rank) => ({ column, limit, ranks: seedsOf([rank]), leaves: NOWHERE })),
        );
        const counts = counting.countForRanks(sources, categories.length);
        return { at: (node, category) => counts[(rankOfNode[node] ?? 0) * categories.length + category] ?? 0 };
      },
      within: (places) => {
        within ??= new NodesWithin(network, arcUnits, { direction: "fromPlace", limit });
        const own = within;
        return Array.from(places, (place) => own.nodes.slice(0, own.from(place)));
      },
      edit: (facilities) => editable(network, arcUnits, limitMeters, facilities),
    };
  },
};

/** A field that is repaired with each edit. */
function editable(
  network: Network,
  arcUnits: Int32Array,
  limitMeters: number,
  facilities: Uint32Array,
): EditableCategory {
  const limit = toUnits(limitMeters);
  const graph = buildFieldGraph(network, Float64Array.from(arcUnits), limit);
  const field = new NearestField(graph, new UnitQueue(limit), (owner) => owner);
  const opened = (owner: number, node: number) => ({ owner, seeds: [{ node, units: 0 }] });
  field.add(Array.from(facilities, (node, owner) => opened(owner, node)));
  let count = facilities.length;
  const edit = (change: () => void) => {
    change();
    field.clearChanges();
  };
  edit(() => undefined);
  return {
    open: (node) => {
      edit(() => field.add([opened(count, node)]));
      return count++;
    },
    close: (facility) => edit(() => field.remove(facility)),
    move: (facility, node) =>
      edit(() => {
        field.remove(facility);
        field.add([opened(facility, node)]);
      }),
    facilityOf: (row) => row,
    metersAt: (node) => toMeters(field.units[node] ?? 0, limitMeters),
  };
}

function seedsOf(ranks: readonly number[]): Seeds {
  return { row: ranks, units: ranks.map(() => 0), owner: ranks.map((_, row) => row) };
}
