import type { OriginMeasures } from "../assess/measure-origins.js";
import { checkColumns } from "../base/guard-call.js";
import { rowAtQuantile, sortByValue } from "../coverage/weighted-statistics.js";

/** The places where people start, by the cell of a grid that they lie in. */
export interface OriginCell<Key> {
  readonly key: Key;
  /** Rows of the origins, ascending. */
  readonly rows: Uint32Array;
  readonly population: number;
  /** People by row of origin; of places alike, where nobody lives in the cell. */
  readonly weights: Float64Array;
}

/** Sorts origins into cells; cells come in the order of their first origin. */
export function toCells<Key>(
  { count, population }: OriginMeasures,
  keyOf: (row: number) => Key,
): readonly OriginCell<Key>[] {
  const cells = new Map<Key, number[]>();
  for (let row = 0; row < count; row++) {
    const key = keyOf(row);
    const rows = cells.get(key);
    if (rows === undefined) cells.set(key, [row]);
    else rows.push(row);
  }
  const alike = new Float64Array(count).fill(1);
  return [...cells].map(([key, rows]) => {
    const people = rows.reduce((sum, row) => sum + (population[row] as number), 0);
    return { key, rows: Uint32Array.from(rows), population: people, weights: people > 0 ? population : alike };
  });
}

/**
 * Gives the value that half of the people of a cell have or less; of its places alike, where nobody lives. `Infinity`: beyond what was
 * searched. `NaN`: nothing is known.
 */
export function medianOf({ rows, weights }: OriginCell<unknown>, values: Float64Array): number {
  const known = rows.filter((row) => !Number.isNaN(values[row]) && (weights[row] as number) > 0);
  if (known.length === 0) return Number.NaN;
  const row = rowAtQuantile(
    sortByValue(known, values, weights, (a, b) => a - b),
    0.5,
  );
  return row === null ? Infinity : (values[row] as number);
}

/** Checks, within `guardShape`, that measured origins have a number in each column. @throws {TypeError} */
export function checkMeasured(origins: OriginMeasures): void {
  const { count, measures, values } = origins;
  checkColumns("origins", origins, { lon: count, lat: count, population: count });
  checkColumns("origins.values", values, Object.fromEntries(measures.map(({ id }) => [id, count])));
}
