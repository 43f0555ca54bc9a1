import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/core.js";
import type { MetersPerSecond } from "../base/units.js";
import {
  type CostUnit,
  type NearestTable,
  NONE_WITHIN_CUTOFF,
  type SecondQuantity,
  type TravelRequest,
} from "../model/travel.js";

/** A table that is being filled. */
export interface TableDraft extends NearestTable {
  readonly counts: readonly (Uint32Array | null)[];
}

/**
 * Makes an empty table for a request: every cost `Infinity`, every facility `NONE_WITHIN_CUTOFF`.
 *
 * @param secondQuantity `"column"`: of each cell; else how it is known of all of them
 */
export function emptyTable(
  request: TravelRequest,
  originCount: number,
  secondQuantity: "column" | Exclude<SecondQuantity, Float64Array>,
): TableDraft {
  const { unit, cutoff, nearestCount, categories, countWithin } = request;
  if (categories.length !== countWithin.length) throw new CoverageError("INVALID_ARGUMENT", say("travel.countWithin"));
  const cells = categories.length * originCount * nearestCount;
  return {
    unit,
    originCount,
    categories,
    nearestCount,
    cutoff,
    cost: new Float64Array(cells).fill(Infinity),
    facilityRow: new Int32Array(cells).fill(NONE_WITHIN_CUTOFF),
    secondQuantity: secondQuantity === "column" ? new Float64Array(cells) : secondQuantity,
    counts: countWithin.map((threshold) => (threshold === null ? null : new Uint32Array(originCount))),
  };
}

/** Gives the place of a cell in the table's columns. */
export function cellOf(
  { originCount, nearestCount }: NearestTable,
  origin: number,
  category: number,
  rank = 0,
): number {
  return (category * originCount + origin) * nearestCount + rank;
}

/** Gives the cost from an origin to the `rank`-nearest facility of a category; `Infinity` = none. */
export function costTo(table: NearestTable, origin: number, category: number, rank = 0): number {
  return table.cost[cellOf(table, origin, category, rank)];
}

/** Gives the row of that facility, or `NONE_WITHIN_CUTOFF`, `NO_WAY`, `NOT_ATTACHED`. */
export function facilityTo(table: NearestTable, origin: number, category: number, rank = 0): number {
  return table.facilityRow[cellOf(table, origin, category, rank)];
}

/** Gives the second quantity of that way: metres, if seconds were minimized, and the other way round; `NaN` = not known. */
export function secondQuantityTo(table: NearestTable, origin: number, category: number, rank = 0): number {
  return secondQuantityIn(table, cellOf(table, origin, category, rank));
}

/** Gives the second quantity of a cell; `NaN` = not known. */
export function secondQuantityIn({ unit, cost, secondQuantity }: NearestTable, cell: number): number {
  if (secondQuantity === null) return Number.NaN;
  return typeof secondQuantity === "number" ? secondOf(unit, cost[cell], secondQuantity) : secondQuantity[cell];
}

/** Computes the second quantity of a way at one speed. */
export function secondOf(unit: CostUnit, cost: number, speed: MetersPerSecond): number {
  return unit === "seconds" ? cost * speed : cost / speed;
}

/** Gives the column of second quantities, if the table has one. */
export function secondColumn({ secondQuantity }: NearestTable): Float64Array | null {
  return secondQuantity instanceof Float64Array ? secondQuantity : null;
}

/**
 * Puts the cells of a part of the origins where they belong.
 *
 * @param rows of the origins of `part`, in its order; those that follow each other are copied at once
 */
export function putOrigins(table: NearestTable, part: NearestTable, rows: ArrayLike<number>): void {
  const second = secondColumn(part);
  for (let first = 0, end = 0; first < rows.length; first = end) {
    do end++;
    while (end < rows.length && rows[end] === (rows[end - 1] as number) + 1);
    for (let column = 0; column < table.categories.length; column++) {
      const [from, to] = [cellOf(part, first, column), cellOf(part, end, column)];
      const at = cellOf(table, rows[first] as number, column);
      table.cost.set(part.cost.subarray(from, to), at);
      table.facilityRow.set(part.facilityRow.subarray(from, to), at);
      if (second !== null) secondColumn(table)?.set(second.subarray(from, to), at);
      const counted = part.counts[column];
      if (counted) table.counts[column]?.set(counted.subarray(first, end), rows[first] as number);
    }
  }
}

/** Makes a table of the same request for other origins, of which every cell is to be written. */
export function roomFor(table: NearestTable, originCount: number): NearestTable {
  const cells = table.categories.length * originCount * table.nearestCount;
  return {
    ...table,
    originCount,
    cost: new Float64Array(cells),
    facilityRow: new Int32Array(cells),
    secondQuantity: secondColumn(table) === null ? table.secondQuantity : new Float64Array(cells),
    counts: table.counts.map((counts) => counts && new Uint32Array(originCount)),
  };
}

/** Takes the cells of a part of the origins out, as a table of their own: what `putOrigins` puts back. */
export function takeOrigins(table: NearestTable, rows: ArrayLike<number>): NearestTable {
  const { nearestCount, categories } = table;
  const part = roomFor(table, rows.length);
  const [second, partSecond] = [secondColumn(table), secondColumn(part)];
  for (let i = 0; i < rows.length; i++) {
    const origin = rows[i] as number;
    for (let column = 0; column < categories.length; column++) {
      const [from, to] = [cellOf(table, origin, column), cellOf(part, i, column)];
      for (let rank = 0; rank < nearestCount; rank++) {
        part.cost[to + rank] = table.cost[from + rank];
        part.facilityRow[to + rank] = table.facilityRow[from + rank];
        if (second !== null && partSecond !== null) partSecond[to + rank] = second[from + rank];
      }
      const counts = part.counts[column];
      if (counts) counts[i] = table.counts[column]?.[origin] ?? 0;
    }
  }
  return part;
}

/** Puts a facility among the nearest of an origin, if it belongs there. Ties go to the smaller row. */
export function insertNearest(
  table: NearestTable,
  firstCell: number,
  found: { readonly cost: number; readonly facilityRow: number; readonly secondQuantity: number },
): void {
  const { cost, facilityRow, nearestCount } = table;
  const second = secondColumn(table);
  const end = firstCell + nearestCount;
  let cell = end;
  while (
    cell > firstCell &&
    (found.cost < cost[cell - 1] || (found.cost === cost[cell - 1] && found.facilityRow < facilityRow[cell - 1]))
  )
    cell--;
  if (cell === end) return;
  cost.copyWithin(cell + 1, cell, end - 1);
  facilityRow.copyWithin(cell + 1, cell, end - 1);
  second?.copyWithin(cell + 1, cell, end - 1);
  cost[cell] = found.cost;
  facilityRow[cell] = found.facilityRow;
  if (second !== null) second[cell] = found.secondQuantity;
}
