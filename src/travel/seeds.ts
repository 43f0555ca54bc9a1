import type { Network } from "../graph/network.js";
import type { SearchSeeds } from "../graph/search.js";
import { type Entry, type NetworkCosts, partCost, partSecondQuantity } from "./network-costs.js";

/** Seeds both ends of every entry's edge, at what it costs to walk from the end to the entry. */
export function seedsOf(entries: readonly Entry[], costs: NetworkCosts, network: Network): SearchSeeds {
  const seeds = { node: [] as number[], cost: [] as number[], owner: [] as number[], secondQuantity: [] as number[] };
  for (const { attachment, facilityRow, cost, secondQuantity } of entries) {
    const { edge, fraction } = attachment;
    const ends = [
      { node: network.edgeFrom[edge], arc: 2 * edge, part: fraction },
      { node: network.edgeTo[edge], arc: 2 * edge + 1, part: 1 - fraction },
    ];
    for (const { node, arc, part } of ends) {
      seeds.node.push(node);
      seeds.cost.push(cost + partCost(costs, part, arc));
      seeds.owner.push(facilityRow);
      seeds.secondQuantity.push(secondQuantity + partSecondQuantity(costs, part, arc));
    }
  }
  return seeds;
}
