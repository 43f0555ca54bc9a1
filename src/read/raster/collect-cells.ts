import type { Diagnostics } from "../../base/diagnostics.js";
import { CoverageError } from "../../base/errors.js";
import type { Steps } from "../../base/steps.js";
import { say } from "../../base/texts/files.js";
import type { DiagnosticCode } from "../../base/texts/findings.js";
import { Sum } from "../../geo/sum.js";
import type { PopulationReading } from "../../model/facts.js";
import { ROWS_OF_STEP } from "../in-turns.js";
import { CellColumns, type GridOfCells } from "./cell-columns.js";
import { type CellKinds, FillCounts } from "./find-fills.js";
import { squareMetersOfCell } from "./measure-cells.js";
import type { Cells, RasterWindow } from "./read-band.js";

/** How cells become places. */
export interface CellReading extends GridOfCells {
  readonly kinds: CellKinds;
  readonly diagnostics: Diagnostics;
  readonly path: string;
}

const CODES = {
  noData: "raster.noData",
  negative: "raster.negative",
  unlikely: "raster.unlikely",
  nowhere: "raster.nowhere",
} as const satisfies Readonly<Record<string, DiagnosticCode>>;
type Reason = keyof typeof CODES;

/** Makes places of the cells of a window, and keeps the books. @throws {CoverageError} PROJECTED_COORDINATES if no cell is on Earth */
export function* collectCells(values: Cells, window: RasterWindow, reading: CellReading): Steps<PopulationReading> {
  const { toLonLat, kinds, diagnostics, path } = reading;
  const columns = new CellColumns(kinds.countPeople(values), reading, window.endColumn);
  const books = new Books();
  const ground = new Sum();
  const { firstColumn, endColumn } = window;
  const middle = Math.floor((firstColumn + endColumn) / 2);
  let at = 0;
  let step = 0;
  for (let row = window.firstRow; row < window.endRow; row++) {
    if (at - step > ROWS_OF_STEP) {
      step = at;
      yield;
    }
    columns.startRow(row);
    const cellsInRow = collectRow(values, at, { row, firstColumn, endColumn }, kinds, columns, books);
    at += endColumn - firstColumn;
    // the cells of a row are of one size, or nearly
    if (cellsInRow > 0) ground.add(cellsInRow * squareMetersOfCell(toLonLat, middle, row));
  }
  const { counts, fills, people } = books;
  const places = yield* columns.finish();
  if (places.count === 0 && counts.nowhere > 0) throw nowhere(path, toLonLat(window.firstColumn, window.firstRow));
  diagnostics.addMany(CODES.noData, "population", counts.noData);
  diagnostics.addMany(CODES.nowhere, "population", counts.nowhere);
  diagnostics.addMany(CODES.negative, "population", counts.negative, [], fills.negative.examples());
  diagnostics.addMany(CODES.unlikely, "population", counts.unlikely, [], fills.unlikely.examples());
  if (places.count > 0)
    diagnostics.addMany("raster.people", "population", places.count, [], [summaryOf(people.value, ground.value)]);
  const leftOut = (Object.keys(CODES) as Reason[]).filter((reason) => counts[reason] > 0);
  return {
    places,
    counts: {
      layer: "population",
      given: values.length,
      used: places.count,
      repaired: 0,
      leftOut: Object.fromEntries(leftOut.map((reason) => [CODES[reason], counts[reason]])),
    },
    diagnostics: diagnostics.list().map((diagnostic) => ({ ...diagnostic, layer: "population" as const })),
  };
}

/** What is told of the cells as a whole. */
class Books {
  readonly counts: Record<Reason, number> = { noData: 0, negative: 0, unlikely: 0, nowhere: 0 };
  readonly fills = { negative: new FillCounts(), unlikely: new FillCounts() };
  readonly people: Sum = new Sum();
}

/** Makes places of the cells of one row, whose values begin at `at`. @returns how many have people */
function collectRow(
  values: Cells,
  at: number,
  { row, firstColumn, endColumn }: { readonly row: number; readonly firstColumn: number; readonly endColumn: number },
  kinds: CellKinds,
  columns: CellColumns,
  { counts, fills, people }: Books,
): number {
  let used = 0;
  let sum = 0;
  for (let column = firstColumn; column < endColumn; column++) {
    const value = values[at + column - firstColumn] as number;
    if (kinds.isPeople(value)) {
      if (columns.add(column, row, value)) {
        sum += value;
        used++;
      } else counts.nowhere++;
      continue;
    }
    const kind = kinds.fillOf(value);
    counts[kind]++;
    if (kind !== "noData") fills[kind].add(value);
  }
  people.add(sum);
  return used;
}

/** A raster of people per km² looks like one of people per cell: these two numbers tell them apart. */
function summaryOf(people: number, squareMeters: number): string {
  const squareKilometers = squareMeters / 1e6;
  const density = squareKilometers > 0 ? people / squareKilometers : 0;
  return `${Math.round(people)} / ${squareKilometers.toPrecision(4)} km² = ${density.toPrecision(4)} / km²`;
}

function nowhere(path: string, [x, y]: readonly [number, number]): CoverageError {
  return new CoverageError("PROJECTED_COORDINATES", say("raster.noCellOnEarth", { path, x, y }), {
    path,
    hint: say("gis.systemDoesNotFit.hint"),
  });
}
