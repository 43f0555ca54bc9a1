import { CoverageError } from "../../base/errors.js";
import { say } from "../../base/texts/files.js";
import { looksNorthFirst, systemsOf } from "../likely-systems.js";
import type { PlacedRows } from "./read-places.js";
import type { TableReadOptions } from "./table-options.js";

/** Larger values than this are no slip of the pen in degrees. */
const METERS_FROM = 1000;

/**
 * Checks by the values that positions are what they are read as: degrees, longitude first; or metres, with the system that says so.
 *
 * @throws {CoverageError} SWAPPED_COORDINATES, PROJECTED_COORDINATES, UNSUPPORTED_CRS, each with the option that helps
 */
export function assertPlausible(placed: PlacedRows, options: TableReadOptions, path: string): void {
  const { axes, projection } = options;
  const srid = [...placed.srids].find((code) => code !== 0 && code !== 4326 && code !== 4490);
  if (srid !== undefined && projection === undefined) {
    throw new CoverageError("UNSUPPORTED_CRS", say("table.srid", { path, srid }), {
      path,
      hint: say("table.srid.hint", { path, srid }),
    });
  }
  const isTurned = axes === "north-first";
  const [x, y] = isTurned ? [placed.y, placed.x] : [placed.x, placed.y];
  const rows = rowsWithValues(x, y);
  const isMost = (test: (x: number, y: number) => boolean): boolean => {
    let count = 0;
    for (const row of rows) if (test(x[row] as number, y[row] as number)) count++;
    return count * 2 > rows.length;
  };
  const middle = rows[rows.length >> 1] ?? 0;
  const found = { path, columns: placed.place.label, x: x[middle] as number, y: y[middle] as number };
  if (projection !== undefined && !projection.isGeographic) {
    const fits = (east: number, north: number) => !Number.isNaN(projection.toLonLat(east, north)[0]);
    if (!isMost((east, north) => !fits(east, north))) return;
    if (isMost((east, north) => fits(north, east))) throw northFirst(found, isTurned);
    throw new CoverageError("UNSUPPORTED_CRS", say("table.doesNotFit", { ...found, name: projection.name }), {
      path,
      hint: say("table.doesNotFit.hint", { path }),
    });
  }
  if (isMost((east, north) => Math.abs(east) >= METERS_FROM || Math.abs(north) >= METERS_FROM)) {
    const [east, north] = [x[middle] as number, y[middle] as number];
    const isNorthFirst = looksNorthFirst(east, north);
    const systems = isNorthFirst ? systemsOf(north, east) : systemsOf(east, north);
    throw new CoverageError("PROJECTED_COORDINATES", say("table.projected", { ...found, systems }), {
      path,
      hint: say(isNorthFirst ? "table.projectedNorthFirst.hint" : "table.projected.hint", { path }),
    });
  }
  const isSwapped = isMost((lon, lat) => Math.abs(lat) > 90 && Math.abs(lon) <= 90);
  // in China a latitude is never a longitude; whoever named the columns knows better
  const isChinaSwapped = isMost((lon, lat) => lon >= 18 && lon <= 54 && lat >= 73 && lat <= 136);
  if (isSwapped || (isChinaSwapped && !placed.place.isNamed && !isTurned)) throw northFirst(found, isTurned);
}

/** Rows with a position that is not [0, 0], which is what programs write for nothing. */
function rowsWithValues(x: Float64Array, y: Float64Array): Uint32Array {
  const rows = new Uint32Array(x.length);
  let count = 0;
  for (let row = 0; row < x.length; row++)
    if (!Number.isNaN(x[row]) && !(x[row] === 0 && y[row] === 0)) rows[count++] = row;
  return rows.subarray(0, count);
}

function northFirst(
  found: { readonly path: string; readonly columns: string; readonly x: number; readonly y: number },
  isTurned: boolean,
): CoverageError {
  const { path } = found;
  return new CoverageError("SWAPPED_COORDINATES", say("table.swapped", found), {
    path,
    hint: say(isTurned ? "table.turnedTwice.hint" : "table.swapped.hint", { path }),
  });
}
