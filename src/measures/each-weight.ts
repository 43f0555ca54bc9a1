import type { ReachTable } from "../model/travel.js";
import type { Decay } from "./decay.js";

/** Visits all pairs of a table whose weight is more than 0, origin by origin, the cheapest first. */
export function eachWeight(
  { parts }: ReachTable,
  { weight }: Pick<Decay, "weight">,
  visit: (origin: number, facilityRow: number, weight: number) => void,
): void {
  for (const { firstOrigin, originCount, firstPair, facilityRow, cost } of parts)
    for (let i = 0; i < originCount; i++)
      for (let at = firstPair[i]; at < firstPair[i + 1]; at++) {
        const found = weight(cost[at]);
        if (found > 0) visit(firstOrigin + i, facilityRow[at], found);
      }
}
