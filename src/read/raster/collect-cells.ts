import type { Diagnostics } from "../../base/diagnostics.js";
import { CoverageError } from "../../base/errors.js";
import type { Steps } from "../../base/steps.js";
import { say } from "../../base/texts/files.js";
import type { DiagnosticCode } from "../../base/texts/findings.js";
import { Sum } from "../../geo/sum.js";
import type { PopulationReading } from "../../model/facts.js";
import { ROWS_OF_STEP } from "../in-turns.js";
import { CellColumns, type ToLonLat } from "./cell-columns.js";
import { type CellKind, FillCounts } from "./find-fills.js";
import { squareMetersOfCell } from "./measure-cells.js";
import type { Cells, RasterWindow } from "./read-band.js";

/** How cells become places. */
export interface CellReading {
  readonly toLonLat: ToLonLat;
  /** Whether each cell keeps its ground. */
  readonly hasAreas: boolean;
  readonly kindOf: (value: number) => CellKind;
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
  const { toLonLat, hasAreas, kindOf, diagnostics, path } = reading;
  const columns = new CellColumns(values.length, toLonLat, hasAreas);
  const counts: Record<Reason, number> = { noData: 0, negative: 0, unlikely: 0, nowhere: 0 };
  const fills = { negative: new FillCounts(), unlikely: new FillCounts() };
  const people = new Sum();
  const ground = new Sum();
  let at = 0;
  let step = 0;
  for (let row = window.firstRow; row < window.endRow; row++) {
    if (at - step > ROWS_OF_STEP) {
      step = at;
      yield;
    }
    let cellsInRow = 0;
    for (let column = window.firstColumn; column < window.endColumn; column++) {
      const value = values[at++] as number;
      const kind = kindOf(value);
      if (kind === "negative" || kind === "unlikely") fills[kind].add(value);
      if (kind !== "people") counts[kind]++;
      else if (!columns.add(column, row, value)) counts.nowhere++;
      else {
        people.add(value);
        cellsInRow++;
      }
    }
    // the cells of a row are of one size, or nearly
    const middle = Math.floor((window.firstColumn + window.endColumn) / 2);
    if (cellsInRow > 0) ground.add(cellsInRow * squareMetersOfCell(toLonLat, middle, row));
  }
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
