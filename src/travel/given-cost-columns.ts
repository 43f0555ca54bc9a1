import { invalid } from "../base/check-argument.js";
import { say } from "../base/texts/library.js";

/** One known cost: from an origin to a facility. */
export interface GivenCost {
  /** Row of the origin in the prepared city's `origins`. */
  readonly originRow: number;
  readonly facilityId: string;
  /** In the unit of `givenCosts`, >= 0; `null` and `Infinity` = no way. */
  readonly cost: number | null;
  /** Length of the same way, where the costs are seconds; with all pairs, or with none. */
  readonly meters?: number;
  /** Time of the same way, where the costs are metres; with all pairs, or with none. */
  readonly seconds?: number;
}

/** Known costs as columns, for matrices of millions of pairs: lists or typed arrays of one length. */
export interface GivenCostColumns {
  readonly originRow: ArrayLike<number>;
  /** Either the id of each facility, or its row in the prepared city's `facilities`. */
  readonly facilityId?: ArrayLike<string>;
  readonly facilityRow?: ArrayLike<number>;
  readonly cost: ArrayLike<number | null>;
  readonly meters?: ArrayLike<number>;
  readonly seconds?: ArrayLike<number>;
}

/** Costs as they were given, checked as far as that goes without a city, and copied. */
export interface CheckedCosts {
  readonly count: number;
  readonly originRow: Uint32Array;
  /** Ids, or rows. */
  readonly facility: readonly string[] | Uint32Array;
  readonly cost: Float64Array;
  readonly secondQuantity: Float64Array | null;
}

/** What the second quantity is called: the one that the costs are not in. */
type SecondKey = "meters" | "seconds";
type Key = keyof GivenCostColumns;

/** Columns of rows have room for this. */
const MAX_ROW = 0xffff_ffff;

/** Where values come from, and how to call one of them. */
interface Source {
  readonly count: number;
  readonly has: (key: Key) => boolean;
  /** @throws {CoverageError} `INVALID_ARGUMENT` unless there is a value for every pair */
  readonly column: (key: Key) => ArrayLike<unknown>;
  readonly path: (key: Key, i: number) => string;
}

/**
 * Checks costs that were given as a list or as columns.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT`, which names the pair
 */
export function checkCosts(costs: unknown, secondKey: SecondKey): CheckedCosts {
  if (typeof costs !== "object" || costs === null) throw invalid("costs", costs, say("givenCosts.costs"));
  const source = Array.isArray(costs) ? fromList(costs) : fromColumns(costs as GivenCostColumns);
  return {
    count: source.count,
    originRow: rowsOf(source, "originRow"),
    facility: source.has("facilityRow") ? rowsOf(source, "facilityRow") : idsOf(source),
    cost: costsOf(source, "cost", Infinity),
    secondQuantity: source.has(secondKey) ? costsOf(source, secondKey, null) : null,
  };
}

function fromList(costs: readonly unknown[]): Source {
  const pairs = Array.from(costs, (pair, i) => {
    if (typeof pair !== "object" || pair === null) throw invalid(`costs[${i}]`, pair, say("givenCosts.pair"));
    return pair as Readonly<Partial<Record<Key, unknown>>>;
  });
  return {
    count: pairs.length,
    has: (key) => key !== "facilityRow" && pairs.some((pair) => pair[key] !== undefined),
    column: (key) => pairs.map((pair) => pair[key]),
    path: (key, i) => `costs[${i}].${key}`,
  };
}

function fromColumns(costs: GivenCostColumns): Source {
  const has = (key: Key) => costs[key] !== undefined;
  if (has("facilityId") === has("facilityRow"))
    throw invalid("costs.facilityId", costs.facilityId, say("givenCosts.oneFacility"));
  const count = Math.max(lengthOf(costs.originRow), 0);
  return {
    count,
    has,
    column: (key) => {
      const column = costs[key];
      if (column === undefined || lengthOf(column) !== count)
        throw invalid(`costs.${key}`, column, say("givenCosts.column", { count }));
      return column;
    },
    path: (key, i) => `costs.${key}[${i}]`,
  };
}

/** -1 = this is no column. */
function lengthOf(column: unknown): number {
  const isColumn = Array.isArray(column) || (ArrayBuffer.isView(column) && !(column instanceof DataView));
  return isColumn ? (column as unknown as ArrayLike<unknown>).length : -1;
}

function rowsOf({ count, column, path }: Source, key: Key): Uint32Array {
  const values = column(key);
  const rows = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const row = values[i];
    const isRow = typeof row === "number" && Number.isInteger(row) && row >= 0 && row <= MAX_ROW;
    if (!isRow) throw invalid(path(key, i), row, say("givenCosts.row"));
    rows[i] = row;
  }
  return rows;
}

function idsOf({ count, column, path }: Source): string[] {
  const values = column("facilityId");
  const ids: string[] = [];
  for (let i = 0; i < count; i++) {
    const id = values[i];
    if (typeof id !== "string") throw invalid(path("facilityId", i), id, say("expected.text"));
    ids.push(id);
  }
  return ids;
}

/** @param ofNull what `null` means; `null` = it is wrong */
function costsOf({ count, column, path }: Source, key: Key, ofNull: number | null): Float64Array {
  const values = column(key);
  const costs = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const cost = values[i] === null ? ofNull : values[i];
    if (!(typeof cost === "number" && cost >= 0)) throw invalid(path(key, i), cost, say("expected.notNegative"));
    costs[i] = cost;
  }
  return costs;
}
