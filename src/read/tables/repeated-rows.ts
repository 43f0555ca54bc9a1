import type { Feature, Geometry } from "geojson";
import type { Diagnostics } from "../../base/diagnostics.js";
import type { Steps } from "../../base/steps.js";
import { Pace } from "../in-turns.js";
import { plainColumn } from "./column-words.js";
import type { Cell } from "./read-cell.js";
import type { Table, TableSource } from "./table.js";
import type { TableFeatures } from "./to-features.js";

/** Names of columns with ids, the surest first. */
const IDS = ["id", "uid", "poiid", "pid"];
/** Some 100 m: the same place, asked for twice, may move a little. */
const SAME_DEGREES = 0.001;

/** The column that tells rows apart; -1 = none. */
export function idColumnOf(header: readonly string[]): number {
  const names = header.map(plainColumn);
  return IDS.map((id) => names.indexOf(id)).find((column) => column >= 0) ?? -1;
}

/**
 * Takes out rows that stand in the table once more: tables of places are put together from tiles, so that a place near an edge is
 * in both. In other tables only rows that are the same in every cell, and have an id, are taken for one.
 *
 * @returns how many were left out
 */
export function* withoutRepeated(
  table: Table,
  found: TableFeatures,
  source: TableSource | null,
  diagnostics: Diagnostics,
): Steps<{ readonly kept: TableFeatures; readonly count: number }> {
  const column = idColumnOf(table.header);
  if (column === -1) return { kept: found, count: 0 };
  const idOf = (i: number) => String(cellsOf(i)[column] ?? "").trim();
  const cellsOf = (i: number) => table.rows[found.rows[i] as number]?.cells ?? [];
  const isSame = (one: number, other: number) => source !== null || areSame(cellsOf(one), cellsOf(other));
  const seen = new FirstOfIds(found.features.length, isSame);
  const features: Feature<Geometry>[] = [];
  const rows: number[] = [];
  const pace = new Pace();
  for (const [i, feature] of found.features.entries()) {
    if (pace.isDue(table.header.length)) yield;
    const row = found.rows[i] as number;
    const id = idOf(i);
    const before = id === "" ? i : seen.find(id, i);
    if (before !== i && isNear((found.features[before] as Feature<Geometry>).geometry, feature.geometry)) {
      diagnostics.add("row.repeated", null, id, `row ${table.rows[row]?.number ?? 0}`);
      continue;
    }
    features.push(feature);
    rows.push(row);
  }
  return { kept: { ...found, features, rows }, count: found.features.length - features.length };
}

/** Finds the first row that is the same as another, among those of one id: mostly there is none. */
class FirstOfIds {
  readonly #isSame: (one: number, other: number) => boolean;
  /** The row of each id that came last, and of each row the one of its id that came before; -1 = none. */
  readonly #last = new Map<string, number>();
  readonly #before: Int32Array;

  constructor(count: number, isSame: (one: number, other: number) => boolean) {
    this.#isSame = isSame;
    this.#before = new Int32Array(count).fill(-1);
  }

  /** Gives the first row that is the same; the row itself, if there is none: it is remembered. */
  find(id: string, row: number): number {
    const last = this.#last.get(id) ?? -1;
    for (let other = last; other >= 0; other = this.#before[other] as number)
      if (this.#isSame(other, row)) return other;
    this.#before[row] = last;
    this.#last.set(id, row);
    return row;
  }
}

function areSame(cells: readonly Cell[], others: readonly Cell[]): boolean {
  return (
    cells.length === others.length &&
    cells.every((cell, i) => cell === others[i] || JSON.stringify([cell]) === JSON.stringify([others[i]]))
  );
}

function isNear(one: Geometry, other: Geometry): boolean {
  if (one.type !== "Point" || other.type !== "Point") return true;
  return one.coordinates.every((value, axis) => Math.abs(value - (other.coordinates[axis] as number)) <= SAME_DEGREES);
}
