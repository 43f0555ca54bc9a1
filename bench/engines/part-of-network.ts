import type { StreetColumns } from "../networks/bench-network.js";

/** Half a network, with the streets around it: its own nodes first. */
export interface PartColumns extends StreetColumns {
  readonly ownCount: number;
}

/** To a thread. It answers with any message when it is done; `copy` it answers in `isDone` alone. */
export type ToPart =
  | { readonly kind: "prepare"; readonly columns: PartColumns; readonly limitMeters: number }
  | { readonly kind: "nearest"; readonly categories: readonly Uint32Array[] }
  /** Wants units of own nodes, column by column. */
  | { readonly kind: "copy"; readonly answer: Int32Array; readonly isDone: Int32Array };
