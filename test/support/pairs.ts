import type { ReachTable } from "../../src/model/travel.js";

/** A pair of a reach table. */
export interface Pair {
  readonly origin: number;
  readonly row: number;
  readonly cost: number;
  /** `null` where the table has none; `NaN` where it is not known. */
  readonly second: number | null;
}

/** Reads all pairs of a table in the order in which they stand there, and sees that its parts are what they say. */
export function readPairs(table: ReachTable): Pair[] {
  const pairs: Pair[] = [];
  let next = 0;
  for (const { firstOrigin, originCount, firstPair, facilityRow, cost, secondQuantity } of table.parts) {
    if (firstOrigin !== next) throw new Error(`a part begins at origin ${firstOrigin}, not at ${next}`);
    if (firstPair.length !== originCount + 1 || firstPair[originCount] !== cost.length)
      throw new Error("offsets do not fit");
    if (facilityRow.length !== cost.length) throw new Error("columns differ in length");
    for (let i = 0; i < originCount; i++)
      for (let at = firstPair[i] as number; at < (firstPair[i + 1] as number); at++)
        pairs.push({
          origin: firstOrigin + i,
          row: facilityRow[at] as number,
          cost: cost[at] as number,
          second: secondQuantity === null ? null : (secondQuantity[at] as number),
        });
    next += originCount;
  }
  if (next !== table.originCount) throw new Error(`the parts hold ${next} of ${table.originCount} origins`);
  if (pairs.length !== table.pairCount) throw new Error(`${pairs.length} pairs, said to be ${table.pairCount}`);
  return pairs;
}
