import type { Diagnostic } from "../base/diagnostics.js";
import type { Origins } from "../model/facts.js";
import type { NearestTable } from "../model/travel.js";
import { originRowsOf } from "../origins/pick-origins.js";
import { putOrigins, roomFor } from "../travel/nearest-table.js";

/** The table of the origins of some neighborhoods. */
export interface PartTable {
  readonly neighborhoodRows: readonly number[];
  readonly table: NearestTable;
}

/** Puts the tables of parts of the origins together to the table of all. Every neighborhood is in one of the parts. */
export function joinTables(parts: readonly PartTable[], origins: Origins): NearestTable {
  const first = parts[0]?.table;
  if (first === undefined) throw new Error("there is no part");
  if (parts.length === 1) return first;
  const whole = roomFor(first, origins.count);
  for (const { neighborhoodRows, table } of parts) putOrigins(whole, table, originRowsOf(origins, neighborhoodRows));
  return whole;
}

/** Joins what parts found: what was found about origins adds up; what was found about facilities, every part has found. */
export function joinDiagnostics(parts: readonly (readonly Diagnostic[])[]): Diagnostic[] {
  const joined = new Map<string, Diagnostic>();
  for (const diagnostic of parts.flat()) {
    const { code, layer, count } = diagnostic;
    const known = joined.get(code);
    if (known === undefined) joined.set(code, diagnostic);
    else if (layer === null) joined.set(code, { ...known, count: known.count + count });
  }
  return [...joined.values()];
}
