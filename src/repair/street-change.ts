import type { LonLat } from "../base/words.js";
import { type Bounds, boundsOf } from "../geo/bounds.js";
import type { Streets } from "../model/facts.js";

/** Streets before and after some of them came, or went. Those that stay keep their order. */
export interface StreetChange {
  readonly before: Streets;
  readonly after: Streets;
  /** Rows that are gone, ascending: of `before`. */
  readonly closed: readonly number[];
  /** Rows that are new: the last ones of `after`. */
  readonly opened: readonly number[];
}

/** Gives the row that each street of before has afterward; -1 = it is gone. */
export function rowsAfter({ before, closed }: StreetChange): Int32Array {
  const rowAfter = new Int32Array(before.count);
  for (let row = 0, gone = 0; row < before.count; row++) {
    const isClosed = closed[gone] === row;
    if (isClosed) gone++;
    rowAfter[row] = isClosed ? -1 : row - gone;
  }
  return rowAfter;
}

/** Gives the box around the streets that came or went, and all positions that are the same node by its id, wherever they are. */
export function boundsOfChange({ before, after, closed, opened }: StreetChange): Bounds {
  return boundsOf([...positionsOf(before, closed), ...positionsOf(after, opened)]);
}

function positionsOf({ firstVertex, lon, lat, nodeIds }: Streets, rows: readonly number[]): LonLat[] {
  const positions: LonLat[] = [];
  const own = new Set<number>();
  for (const row of rows) {
    for (let vertex = firstVertex[row]; vertex < firstVertex[row + 1]; vertex++) {
      positions.push([lon[vertex], lat[vertex]]);
      if (nodeIds.length > 0) own.add(nodeIds[vertex]);
    }
  }
  own.delete(Number.NaN);
  for (let vertex = 0; vertex < nodeIds.length && own.size > 0; vertex++)
    if (own.has(nodeIds[vertex])) positions.push([lon[vertex], lat[vertex]]);
  return positions;
}
