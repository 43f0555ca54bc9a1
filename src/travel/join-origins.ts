import type { ReachRequest, ReachTable } from "../model/travel.js";
import { BestWays } from "./best-ways.js";
import { eachPair, fillReachTable, type PairVisit, type ReachPlaces } from "./fill-reach-table.js";

/**
 * Joins the origins of a place: from a place the way is the cheapest of those from its origins. In the answer, an origin is a place.
 *
 * @param firstOrigin CSR offsets: the origins of place `p` are `firstOrigin[p]` to `firstOrigin[p + 1] - 1`
 */
export function joinOrigins(
  table: ReachTable,
  firstOrigin: Uint32Array,
  request: ReachRequest,
  { facilities }: Pick<ReachPlaces, "facilities">,
): ReachTable {
  const originCount = firstOrigin.length - 1;
  const placeOf = new Uint32Array(table.originCount);
  for (let place = 0; place < originCount; place++) placeOf.fill(place, firstOrigin[place], firstOrigin[place + 1]);
  const best = new BestWays(facilities.length);
  const each = (visit: PairVisit) => {
    const takePlace = (place: number) =>
      best.take((row, cost, secondQuantity) => visit(place, row, cost, secondQuantity));
    let place = 0;
    eachPair(table, (origin, row, cost, secondQuantity) => {
      if (placeOf[origin] !== place) takePlace(place);
      place = placeOf[origin];
      best.offer(row, cost, secondQuantity);
    });
    takePlace(place);
  };
  const unattached = new Set(table.unattachedOrigins);
  const isUnattached = (place: number) => {
    for (let origin = firstOrigin[place]; origin < firstOrigin[place + 1]; origin++)
      if (!unattached.has(origin)) return false;
    return true;
  };
  const unattachedOrigins = Uint32Array.from(
    Array.from({ length: originCount }, (_, place) => place).filter(isUnattached),
  );
  const hasSecondQuantity = table.parts.some(({ secondQuantity }) => secondQuantity !== null);
  return fillReachTable({ originCount, facilities, unattachedOrigins, hasSecondQuantity, each }, request);
}
