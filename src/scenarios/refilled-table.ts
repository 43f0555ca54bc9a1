import type { MetersPerSecond } from "../base/units.js";
import type { PlannedRequest } from "../coverage/plan.js";
import type { CategoryId } from "../model/facts.js";
import type { NearestTable, TravelRequest } from "../model/travel.js";
import type { ColumnChange } from "../repair/repaired-table.js";
import { cellOf, emptyTable, secondColumn } from "../travel/nearest-table.js";

/** What a table is filled again by. */
export interface Refill {
  /** Fills a table of its own; by row of a facility in it: its row in the scenario. */
  readonly fill: (request: PlannedRequest) => NearestTable;
  readonly facilityRows: readonly number[];
  /** Categories whose columns are to be filled. */
  readonly stale: ReadonlySet<CategoryId>;
  /** Categories that have a facility, or had one: only these can be asked for. */
  readonly known: ReadonlySet<CategoryId>;
}

/** The table of one request, of which columns are filled again. */
export class RefilledTable {
  readonly #request: PlannedRequest;
  #table: NearestTable;

  constructor(request: PlannedRequest, originCount: number) {
    this.#request = request;
    this.#table = emptyTable(request, originCount, null);
  }

  /** Changed in place, but another one where it began to tell second quantities in another way. */
  get table(): NearestTable {
    return this.#table;
  }

  /** Fills stale columns. @returns the cells that hold something else now */
  refill({ fill, facilityRows, stale, known }: Refill): ColumnChange[] {
    let columns = columnsOf(this.#request, stale);
    if (columns.length === 0) return [];
    let part = fill(pickColumns(this.#request, columns));
    const { originCount } = this.#table;
    const isLike = () => kindOf(part) === kindOf(this.#table);
    if (!isLike()) {
      // how a table tells second quantities is one for all its cells, by what is asked for together
      columns = columnsOf(this.#request, known);
      part = fill(pickColumns(this.#request, columns));
    }
    if (!isLike()) this.#table = emptyTable(this.#request, originCount, kindOf(part));
    return columns.map((column, i) => ({
      column,
      origins: putColumn(this.#table, column, { part, from: i, facilityRows }),
    }));
  }
}

/** How a table tells second quantities. */
function kindOf({ secondQuantity }: NearestTable): "column" | MetersPerSecond | null {
  return secondQuantity instanceof Float64Array ? "column" : secondQuantity;
}

function columnsOf({ categories }: TravelRequest, wanted: ReadonlySet<CategoryId>): number[] {
  return categories.flatMap((category, column) => (wanted.has(category) ? [column] : []));
}

/** Asks for some of the columns of a request only. The cutoff stays, so that costs are rounded alike. */
function pickColumns(request: PlannedRequest, columns: readonly number[]): PlannedRequest {
  const pick = <T>(list: readonly T[]) => columns.map((column) => list[column] as T);
  return { ...request, categories: pick(request.categories), countWithin: pick(request.countWithin) };
}

/** A column of a table that was filled again. */
interface FilledColumn {
  readonly part: NearestTable;
  readonly from: number;
  readonly facilityRows: readonly number[];
}

/** Writes a column. @returns the origins whose cells hold something else now, ascending */
function putColumn(table: NearestTable, column: number, { part, from, facilityRows }: FilledColumn): number[] {
  const { originCount, nearestCount } = table;
  const [first, firstOfPart] = [cellOf(table, 0, column), cellOf(part, 0, from)];
  const [second, secondOfPart] = [secondColumn(table), secondColumn(part)];
  const [counts, countsOfPart] = [table.counts[column] ?? null, part.counts[from] ?? null];
  const changed: number[] = [];
  let isChanged = false;
  const put = (cells: Float64Array | Int32Array | Uint32Array, at: number, value: number) => {
    if (Object.is(cells[at], value)) return;
    cells[at] = value;
    isChanged = true;
  };
  for (let origin = 0; origin < originCount; origin++) {
    isChanged = false;
    for (let cell = origin * nearestCount; cell < (origin + 1) * nearestCount; cell++) {
      const row = part.facilityRow[firstOfPart + cell];
      put(table.cost, first + cell, part.cost[firstOfPart + cell]);
      put(table.facilityRow, first + cell, row < 0 ? row : (facilityRows[row] as number));
      if (second !== null && secondOfPart !== null) put(second, first + cell, secondOfPart[firstOfPart + cell]);
    }
    if (counts !== null && countsOfPart !== null) put(counts, origin, countsOfPart[origin]);
    if (isChanged) changed.push(origin);
  }
  return changed;
}
