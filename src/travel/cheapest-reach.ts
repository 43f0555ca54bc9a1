import type { ReachPart, ReachRequest, ReachTable } from "../model/travel.js";
import { BestWays, type WayVisit } from "./best-ways.js";
import { fillReachTable, type PairVisit, type ReachPlaces } from "./fill-reach-table.js";

/**
 * Joins reach tables of several travel models: for every pair the cheapest way, whichever model has found it; at equal cost that
 * of the lesser second quantity. A table may tell a pair twice.
 */
export function cheapestReach(
  tables: readonly ReachTable[],
  request: ReachRequest,
  { originCount, facilities }: ReachPlaces,
): ReachTable {
  const hasSecondQuantity = tables.some(({ parts }) => parts.some(({ secondQuantity }) => secondQuantity !== null));
  const [first, ...others] = tables.map(({ unattachedOrigins }) => new Set(unattachedOrigins));
  const unattached = [...(first ?? [])].filter((origin) => others.every((rows) => rows.has(origin)));
  const best = new BestWays(facilities.length);
  const each = (visit: PairVisit) => {
    const walks = tables.map(({ parts }) => pairsByOrigin(parts));
    for (let origin = 0; origin < originCount; origin++) {
      for (const walk of walks) walk((row, cost, secondQuantity) => best.offer(row, cost, secondQuantity));
      best.take((row, cost, secondQuantity) => visit(origin, row, cost, secondQuantity));
    }
  };
  return fillReachTable(
    { originCount, facilities, hasSecondQuantity, unattachedOrigins: Uint32Array.from(unattached), each },
    request,
  );
}

/** Gives a function that visits the pairs of the first origin, then those of the second, and so on. */
function pairsByOrigin(parts: readonly ReachPart[]): (visit: WayVisit) => void {
  let row = 0;
  let i = 0;
  return (visit) => {
    while (parts[row]?.originCount === i) {
      row++;
      i = 0;
    }
    const part = parts[row];
    if (part === undefined) return;
    const { firstPair, facilityRow, cost, secondQuantity } = part;
    for (let at = firstPair[i]; at < firstPair[i + 1]; at++)
      visit(facilityRow[at], cost[at], secondQuantity?.[at] ?? Number.NaN);
    i++;
  };
}
