import type { Feature, Geometry } from "geojson";
import type { Diagnostics } from "../../base/diagnostics.js";
import type { Steps } from "../../base/steps.js";
import { Pace } from "../in-turns.js";
import { plainColumn } from "./column-words.js";
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
  const seen = new Map<string, Feature<Geometry>>();
  const features: Feature<Geometry>[] = [];
  const rows: number[] = [];
  const pace = new Pace();
  for (const [i, feature] of found.features.entries()) {
    if (pace.isDue(table.header.length)) yield;
    const row = found.rows[i] as number;
    const { cells = [], number = 0 } = table.rows[row] ?? {};
    const id = String(cells[column] ?? "").trim();
    const key = source === null ? JSON.stringify(cells) : id;
    const before = id === "" ? undefined : seen.get(key);
    if (before !== undefined && isNear(before.geometry, feature.geometry)) {
      diagnostics.add("row.repeated", null, id, `row ${number}`);
      continue;
    }
    if (before === undefined) seen.set(key, feature);
    features.push(feature);
    rows.push(row);
  }
  return { kept: { ...found, features, rows }, count: found.features.length - features.length };
}

function isNear(one: Geometry, other: Geometry): boolean {
  if (one.type !== "Point" || other.type !== "Point") return true;
  return one.coordinates.every((value, axis) => Math.abs(value - (other.coordinates[axis] as number)) <= SAME_DEGREES);
}
