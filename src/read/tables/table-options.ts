import { assertChoice, assertKeys, assertText, invalid } from "../../base/check-argument.js";
import { DATUMS, type Datum } from "../../base/layers.js";
import { say } from "../../base/texts/files.js";
import { assertEncoding } from "../encoding-names.js";
import { TURN_KEYS, type TurnOptions } from "../in-turns.js";
import type { Projection } from "../projections/open-projection.js";

/** Which columns hold the positions: two, one with both, or one with geometries as well-known text. */
export type PositionColumns =
  | { readonly lon: string; readonly lat: string }
  | { readonly position: string }
  | { readonly geometry: string };

/** How a table is to be read: one option for each fact that a file may not tell. */
export interface TableReadOptions {
  /** The columns with positions. Default: found by their names. */
  readonly columns?: PositionColumns;
  /**
   * The datum of the positions; `header`: what the names of the columns say. Default: `wgs84`; a table of Amap or Baidu that says
   * nothing is refused.
   */
  readonly datum?: Datum | "header";
  /** The system of positions in metres, from `openProjection`. Default: degrees. */
  readonly projection?: Projection;
  /** `north-first`: the first of two numbers is the northing, or the latitude. Default: `east-first`. */
  readonly axes?: "east-first" | "north-first";
  /** What the table is called in messages. Default: `table`. */
  readonly path?: string;
  /** The file to read, where the table is in a zip archive with several. */
  readonly layer?: string;
  /** The most columns that are read. Default: 1000. */
  readonly maxColumns?: number;
  /** The most rows. Default: 10 million. */
  readonly maxRows?: number;
}

/** How a text with separators is to be read. */
export interface CsvReadOptions extends TableReadOptions {
  /** The encoding, where no byte order mark says it: `gb18030` (reads GBK, too), `big5`, `windows-1252` … Default: `utf-8`. */
  readonly encoding?: string;
  /** What stands between cells. Default: whichever of comma, semicolon, tab and bar gives rows of equal length. */
  readonly separator?: "," | ";" | "\t" | "|";
  /** The most characters of a cell. Default: 10 million. */
  readonly maxCellLength?: number;
}

/** How a workbook is to be read. */
export interface XlsxReadOptions extends TableReadOptions, TurnOptions {
  /** The name of the sheet. Default: the first with columns of positions. */
  readonly sheet?: string;
}

/** What an option names besides its value. */
export const AXES: readonly string[] = ["east-first", "north-first"];
export const SEPARATORS: readonly string[] = [",", ";", "\t", "|"];

const TABLE_KEYS = ["columns", "datum", "projection", "axes", "path", "layer", "maxColumns", "maxRows", ...TURN_KEYS];
const CSV_KEYS: ReadonlySet<string> = new Set([...TABLE_KEYS, "encoding", "separator", "maxCellLength"]);
const XLSX_KEYS: ReadonlySet<string> = new Set([...TABLE_KEYS, "sheet"]);
const COLUMN_SETS = ["lon,lat", "position", "geometry"];

/** @throws {CoverageError} INVALID_ARGUMENT, UNKNOWN_OPTION; INVALID_ENCODING for an encoding that nobody knows */
export function assertCsvOptions(options: CsvReadOptions): void {
  assertKeys(options, CSV_KEYS);
  assertShared(options);
  if (options.encoding !== undefined) {
    assertText("options.encoding", options.encoding);
    assertEncoding(options.encoding);
  }
  if (options.separator !== undefined) assertChoice("options.separator", options.separator, SEPARATORS);
  assertLimit("options.maxCellLength", options.maxCellLength);
}

/** @throws {CoverageError} INVALID_ARGUMENT, UNKNOWN_OPTION */
export function assertXlsxOptions(options: XlsxReadOptions): void {
  assertKeys(options, XLSX_KEYS);
  assertShared(options);
  if (options.sheet !== undefined) assertText("options.sheet", options.sheet);
}

function assertShared({ columns, datum, projection, axes, path, layer, maxColumns, maxRows }: TableReadOptions): void {
  if (columns !== undefined) assertColumns(columns);
  if (datum !== undefined) assertChoice("options.datum", datum, [...DATUMS, "header"]);
  if (projection !== undefined && typeof projection?.toLonLat !== "function")
    throw invalid("options.projection", projection, say("table.expectedProjection"));
  if (axes !== undefined) assertChoice("options.axes", axes, AXES);
  if (path !== undefined) assertText("options.path", path);
  if (layer !== undefined) assertText("options.layer", layer);
  assertLimit("options.maxColumns", maxColumns);
  assertLimit("options.maxRows", maxRows);
}

function assertColumns(columns: unknown): void {
  const keys = typeof columns === "object" && columns !== null ? Object.keys(columns).sort() : [];
  const isKnown = COLUMN_SETS.some((set) => set.split(",").sort().join() === keys.join());
  if (!isKnown) throw invalid("options.columns", columns, say("table.expectedColumns"));
  for (const [key, value] of Object.entries(columns as object)) assertText(`options.columns.${key}`, value);
}

function assertLimit(path: string, limit: unknown): void {
  if (limit === undefined || (typeof limit === "number" && limit >= 1)) return;
  throw invalid(path, limit, say("table.expectedLimit"));
}
