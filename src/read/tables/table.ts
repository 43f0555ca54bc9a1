import type { Cell } from "./read-cell.js";

/** One row of a table below its header. */
export interface TableRow {
  readonly cells: readonly Cell[];
  /** The line of the text, or the row of the sheet, from 1. */
  readonly number: number;
}

/** A table: names of columns, and rows. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  /** What it is called in messages. */
  readonly path: string;
}

/** Who makes tables like this, by their columns. Coordinates of both need a datum: GCJ-02, BD-09, or whatever they were converted to. */
export type TableSource = "amap" | "baidu";
