import type { Geometry } from "geojson";
import type { Steps } from "../../base/steps.js";
import { ROWS_OF_STEP } from "../in-turns.js";
import type { PositionPlace } from "./find-columns.js";
import { parseGeometry } from "./parse-geometry.js";
import { DecimalCommas, isEmptyCell, readCoordinate, readPair } from "./read-cell.js";
import type { Table } from "./table.js";

/** What the cells of a place of positions hold, row by row. */
export interface PlacedRows {
  readonly place: PositionPlace;
  /** As in the file: east, north, or as its columns come. NaN = none. Of geometries: their first position. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Of a column of geometries only; `null` = none. */
  readonly geometries: readonly (Geometry | null)[] | null;
  /** The codes of systems that EWKT names. */
  readonly srids: ReadonlySet<number>;
  readonly hasDecimalComma: boolean;
  /** Rows that hold anything there, and those of them that can be read. */
  readonly filledCount: number;
  readonly readCount: number;
}

/** Reads the cells of a place as far as they can be read. */
export function* readPlaces({ rows }: Table, place: PositionPlace): Steps<PlacedRows> {
  const [first = 0, second = first] = place.columns;
  const x = new Float64Array(rows.length).fill(Number.NaN);
  const y = new Float64Array(rows.length).fill(Number.NaN);
  const geometries: (Geometry | null)[] | null = place.kind === "geometry" ? rows.map(() => null) : null;
  const srids = new Set<number>();
  const commas = new DecimalCommas();
  if (place.kind === "axes")
    for (const [row, { cells }] of rows.entries()) {
      if (row % ROWS_OF_STEP === 0) yield;
      if (place.columns.some((column) => !commas.look(cells[column]))) break;
    }
  const { hasDecimalComma } = commas;
  let filledCount = 0;
  let readCount = 0;
  for (const [row, { cells }] of rows.entries()) {
    if (row % ROWS_OF_STEP === 0) yield;
    if (place.columns.every((column) => isEmptyCell(cells[column]))) continue;
    filledCount++;
    let position: readonly [number, number] | null;
    if (geometries !== null) {
      const read = parseGeometry(String(cells[first]));
      if (read === null) continue;
      if (read.srid !== null) srids.add(read.srid);
      geometries[row] = read.geometry;
      position = read.geometry === null ? null : firstPosition(read.geometry);
    } else if (place.kind === "pair") position = readPair(cells[first]);
    else position = [readCoordinate(cells[first], hasDecimalComma), readCoordinate(cells[second], hasDecimalComma)];
    if (position === null || Number.isNaN(position[0]) || Number.isNaN(position[1])) continue;
    x[row] = position[place.isNorthFirst ? 1 : 0];
    y[row] = position[place.isNorthFirst ? 0 : 1];
    readCount++;
  }
  return { place, x, y, geometries, srids, hasDecimalComma, filledCount, readCount };
}

function firstPosition(geometry: Geometry): readonly [number, number] | null {
  let part: unknown = geometry;
  while (part !== undefined && part !== null) {
    if (Array.isArray(part) && typeof part[0] === "number") return [part[0], part[1]];
    if (Array.isArray(part)) part = part[0];
    else {
      const { geometries, coordinates } = part as { readonly geometries?: unknown; readonly coordinates?: unknown };
      part = geometries ?? coordinates;
    }
  }
  return null;
}
