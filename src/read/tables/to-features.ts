import type { Feature, Geometry } from "geojson";
import type { Diagnostics } from "../../base/diagnostics.js";
import { setOwn } from "../../base/json-object.js";
import type { Steps } from "../../base/steps.js";
import { Pace } from "../in-turns.js";
import { type Convert, convertGeometry } from "../projections/convert-geometry.js";
import type { Projection } from "../projections/open-projection.js";
import { plainColumn } from "./column-words.js";
import { type Cell, isEmptyCell } from "./read-cell.js";
import type { PlacedRows } from "./read-places.js";
import type { Table } from "./table.js";

/** Features of a table, and the row that each is from. */
export interface TableFeatures {
  readonly features: readonly Feature<Geometry>[];
  /** Places in `Table.rows`, one per feature. */
  readonly rows: readonly number[];
  readonly leftOutCount: number;
}

const LONG = 40;

/**
 * Makes features of the rows that have a position; the others are counted under `row.noPosition`, with their numbers.
 *
 * Cells become properties as they are, empty ones none; codes of Amap get back the zero that a spreadsheet took from them.
 */
export function* toFeatures(
  table: Table,
  placed: PlacedRows,
  { projection, isTurned }: { readonly projection: Projection | undefined; readonly isTurned: boolean },
  diagnostics: Diagnostics,
): Steps<TableFeatures> {
  const names = toNames(table.header);
  const skipped = new Set(placed.place.columns);
  const writers = names.map((name, column) => (skipped.has(column) ? null : writerOf(table, name, column, placed)));
  const convert = toConversion(projection, isTurned);
  const features: Feature<Geometry>[] = [];
  const rows: number[] = [];
  let leftOutCount = 0;
  const pace = new Pace();
  for (const [row, { cells, number }] of table.rows.entries()) {
    if (pace.isDue(names.length)) yield;
    const geometry = geometryOf(placed, row, convert);
    if (geometry === null) {
      leftOutCount++;
      diagnostics.add("row.noPosition", null, `row ${number}`, shown(placed, cells));
      continue;
    }
    const properties: Record<string, unknown> = {};
    for (let column = 0; column < names.length; column++) {
      const value = writers[column]?.(cells[column]);
      if (value === undefined) continue;
      const name = names[column] as string;
      if (name in Object.prototype) setOwn(properties, name, value);
      else properties[name] = value;
    }
    addType(properties);
    features.push({ type: "Feature", properties, geometry });
    rows.push(row);
  }
  return { features, rows, leftOutCount };
}

function toConversion(projection: Projection | undefined, isTurned: boolean): Convert {
  const toLonLat = projection?.toLonLat ?? ((x: number, y: number) => [x, y] as const);
  return isTurned ? (x, y) => [...toLonLat(y, x)] : (x, y) => [...toLonLat(x, y)];
}

function geometryOf({ x, y, geometries }: PlacedRows, row: number, convert: Convert): Geometry | null {
  const geometry = geometries?.[row];
  if (geometry !== undefined && geometry !== null) return convertGeometry(geometry, convert);
  const [east, north] = [x[row] as number, y[row] as number];
  // 0, 0 is what programs write for nothing, and lies in the sea
  if (Number.isNaN(east) || (east === 0 && north === 0)) return null;
  const coordinates = convert(east, north);
  return coordinates.some(Number.isNaN) ? null : { type: "Point", coordinates };
}

function shown({ place }: PlacedRows, cells: readonly Cell[]): string {
  const text = place.columns.map((column) => String(cells[column] ?? "")).join(", ");
  return text.length > LONG ? `${text.slice(0, LONG - 1)}…` : text;
}

/** Names of properties: those of the columns, each once; a column without a name is called after its number. */
function toNames(header: readonly string[]): string[] {
  const taken = new Set<string>();
  return header.map((given, column) => {
    const plain = plainColumn(given);
    const own = plain === "typecode" && !taken.has("typecode") ? "typecode" : given.trim() || `column ${column + 1}`;
    let name = own;
    for (let number = 2; taken.has(name); number++) name = `${own}~${number}`;
    taken.add(name);
    return name;
  });
}

/** How the cells of a column become values: codes are padded, and decimal commas become points where positions have them, too. */
function writerOf({ rows }: Table, name: string, column: number, { hasDecimalComma }: PlacedRows) {
  const isCode = name === "typecode";
  const cells = () => rows.map((row) => row.cells[column]).filter((cell) => !isEmptyCell(cell));
  const isNumeric =
    hasDecimalComma && cells().every((cell) => typeof cell === "string" && /^\s*[+-]?\d+(?:,\d+)?\s*$/.test(cell));
  return (cell: Cell | undefined): Cell | undefined => {
    if (isEmptyCell(cell)) return undefined;
    if (isCode) return String(cell).replace(/\d+/g, padCode);
    return isNumeric ? (cell as string).trim().replace(",", ".") : cell;
  };
}

/** `50100` was `050100` before a spreadsheet took it for a number. */
function padCode(code: string): string {
  return code.length === 5 ? `0${code}` : code;
}

/** The text types of Amap under a Chinese name (`购物服务;综合市场;综合市场`), and those of Baidu. */
function addType(properties: Record<string, unknown>): void {
  const kind = properties.类型 ?? properties["detail_info.tag"];
  if (properties.type === undefined && typeof kind === "string" && kind.includes(";")) properties.type = kind;
}
