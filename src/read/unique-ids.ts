import { compareText, type Diagnostics } from "../base/diagnostics.js";
import { CoverageError } from "../base/errors.js";
import type { Layer } from "../base/layers.js";
import { say } from "../base/texts/core.js";
import type { LonLat } from "../base/words.js";

/** A row that was read, before its id is made unique. */
export interface Draft<Row> {
  readonly row: Row;
  readonly first: LonLat;
  readonly isNumber: boolean;
  /** Whether the feature calls itself so; else the id was made up, and gives way to others. */
  readonly isOwn: boolean;
}

/** Rows and what they are called, wherever they are held: there may be ten million. */
export interface NamedRows {
  readonly count: number;
  readonly idOf: (row: number) => string;
  /** As {@link Draft} says. */
  readonly isNumber: (row: number) => boolean;
  readonly isOwn: (row: number) => boolean;
  /** Gives an order for the rows of one id, by what they hold, never by where they stand in the file. */
  readonly comparer: () => (a: number, b: number) => number;
}

/**
 * Finds the ids of a layer that make each row the only one that is called so: `park`, `park~2`, `park~3`, numbered from west to east,
 * not in the order of the file; features that call themselves so come before those whose id was made up. `null` = they are unique.
 *
 * @throws {CoverageError} DUPLICATE_ID if `mayRename` is false; 1 and "1" are renamed all the same, as they are two ids, and so are
 *   ids that were made up
 */
export function findUniqueIds(
  rows: NamedRows,
  layer: Layer,
  mayRename: boolean,
  diagnostics: Diagnostics,
): string[] | null {
  const { count, idOf } = rows;
  const firstRow = new Map<string, number>();
  const nextRow = new Int32Array(count);
  for (let row = count - 1; row >= 0; row--) {
    const id = idOf(row);
    nextRow[row] = firstRow.get(id) ?? NONE;
    firstRow.set(id, row);
  }
  if (firstRow.size === count) return null;
  const duplicates: string[] = [];
  for (const [id, row] of firstRow) if (nextRow[row] !== NONE) duplicates.push(id);
  duplicates.sort(compareText);
  const sameOf = (id: string): number[] => {
    const same: number[] = [];
    for (let row = firstRow.get(id) ?? NONE; row !== NONE; row = nextRow[row] as number) same.push(row);
    return same;
  };
  const forbidden = mayRename ? [] : duplicates.filter((id) => isSameKind(rows, sameOf(id).filter(rows.isOwn)));
  if (forbidden.length > 0) throw duplicateIds(layer, forbidden);
  const ids = Array.from({ length: count }, (_, row) => idOf(row));
  for (const id of duplicates) {
    const compare = rows.comparer();
    const same = sameOf(id).sort((a, b) => Number(rows.isOwn(b)) - Number(rows.isOwn(a)) || compare(a, b));
    let number = 2;
    for (const row of same.slice(1)) {
      while (firstRow.has(`${id}~${number}`)) number++;
      ids[row] = `${id}~${number++}`;
      diagnostics.add("id.duplicate", layer, ids[row]);
    }
  }
  return ids;
}

const NONE = -1;

/** Makes the ids of a layer unique, as {@link findUniqueIds} does. */
export function makeIdsUnique<Row extends { readonly id: string }>(
  drafts: readonly Draft<Row>[],
  layer: Layer,
  mayRename: boolean,
  diagnostics: Diagnostics,
): Row[] {
  const at = (row: number) => drafts[row] as Draft<Row>;
  const comparer = () => {
    const textOf = remember((row) => JSON.stringify(at(row).row));
    return (a: number, b: number): number => {
      const [[lon, lat], [otherLon, otherLat]] = [at(a).first, at(b).first];
      return lon - otherLon || lat - otherLat || compareText(textOf(a), textOf(b));
    };
  };
  const rows: NamedRows = {
    ...{ count: drafts.length, idOf: (row) => at(row).row.id, comparer },
    ...{ isNumber: (row) => at(row).isNumber, isOwn: (row) => at(row).isOwn },
  };
  const ids = findUniqueIds(rows, layer, mayRename, diagnostics);
  return drafts.map(({ row }, i) => (ids === null || ids[i] === row.id ? row : { ...row, id: ids[i] as string }));
}

/** Thousands may stand at one place: each is written out once, not once for every comparison. */
export function remember(textOf: (row: number) => string): (row: number) => string {
  const texts = new Map<number, string>();
  return (row) => {
    const text = texts.get(row) ?? textOf(row);
    texts.set(row, text);
    return text;
  };
}

function isSameKind({ isNumber }: NamedRows, [first, second, ...others]: readonly number[]): boolean {
  if (first === undefined || second === undefined) return false;
  return others.length > 0 || isNumber(first) === isNumber(second);
}

function duplicateIds(layer: Layer, ids: readonly string[]): CoverageError {
  const named = ids.slice(0, 5).map((id) => JSON.stringify(id.slice(0, 60)));
  const more = ids.length > named.length ? say("ids.more", { count: ids.length - named.length }) : "";
  return new CoverageError("DUPLICATE_ID", say("ids.duplicate", { layer, named: named.join(", "), more }), {
    path: layer,
    hint: say("ids.duplicate.hint"),
  });
}
