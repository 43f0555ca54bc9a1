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
