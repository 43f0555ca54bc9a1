import type { StreetColumns } from "../networks/bench-network.js";

/** Half a network, with the streets around it: its own nodes first. */
export interface PartColumns extends StreetColumns {
  readonly ownCount: number;
}

/** To a thread. It answers "done", or what went wrong; `copy` it answers in `isDone` alone. */
export type ToPart =
  | { readonly kind: "prepare"; readonly columns: PartColumns; readonly limitMeters: number }
  | { readonly kind: "nearest"; readonly categories: readonly Uint32Array[] }
  /** Wants units of own nodes, column by column. */
  | { readonly kind: "copy"; readonly answer: Int32Array; readonly isDone: Int32Array };
export type FromPart = string;

const UNITS_PER_METER = 2 ** 19;

/** Gives metres as whole units. */
export function toUnits(meters: number): number {
  return Math.floor(meters * UNITS_PER_METER + 0.5);
}

/** Gives units as metres; beyond the limit `Infinity`. */
export function toMeters(units: number, limitMeters: number): number {
  return units > limitMeters * UNITS_PER_METER ? Infinity : units / UNITS_PER_METER;
}

/** Gives what each arc of a network costs, in units: the same both ways. */
export function arcUnitsOf(edgeMeters: Float64Array): Int32Array {
  const arcUnits = new Int32Array(2 * edgeMeters.length);
  for (let edge = 0; edge < edgeMeters.length; edge++) {
    const units = Math.min(toUnits(edgeMeters[edge] ?? 0), 2 ** 30 - 1);
    arcUnits[2 * edge] = units;
    arcUnits[2 * edge + 1] = units;
  }
  return arcUnits;
}
