import { invalid } from "../../base/check-argument.js";
import { say } from "../../base/texts/library.js";
import type { Meters } from "../../base/units.js";
import type { Heights } from "../../model/mode.js";

/**
 * Makes a function that gives the height at a place: between the four centers of cells around it, as on a twisted plane (bilinear); `NaN`
 * beyond the outermost centers, or where one of the four is not known.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT` for a grid that is not laid along longitudes and latitudes
 */
export function heightsAt(heights: Heights): (lon: number, lat: number) => Meters {
  const { columnCount, rowCount, meters, lon, lat } = heights;
  if (!isAlongDegrees(heights)) throw invalid("heights", null, say("expected.heights"));
  const lonStep = (at(lon, columnCount - 1) - at(lon, 0)) / (columnCount - 1);
  const latStep = (at(lat, (rowCount - 1) * columnCount) - at(lat, 0)) / (rowCount - 1);
  return (x, y) => {
    const column = (x - at(lon, 0)) / lonStep;
    const row = (y - at(lat, 0)) / latStep;
    const west = Math.min(Math.floor(column), columnCount - 2);
    const north = Math.min(Math.floor(row), rowCount - 2);
    // beyond the grid, or no place
    if (!(west >= 0 && north >= 0 && column <= columnCount - 1 && row <= rowCount - 1)) return Number.NaN;
    const east = column - west;
    const south = row - north;
    const cell = north * columnCount + west;
    const upper = at(meters, cell) * (1 - east) + at(meters, cell + 1) * east;
    const lower = at(meters, cell + columnCount) * (1 - east) + at(meters, cell + columnCount + 1) * east;
    return upper * (1 - south) + lower * south;
  };
}

/** The far corner tells: in a turned or projected grid it lies elsewhere than its row and column say, by more than half a cell. */
function isAlongDegrees({ columnCount, rowCount, meters, lon, lat }: Heights): boolean {
  const last = columnCount * rowCount - 1;
  const isGrid = columnCount > 1 && rowCount > 1 && [meters, lon, lat].every((one) => one?.length === last + 1);
  if (!isGrid) return false;
  const firstOfLast = last - columnCount + 1;
  const lonStep = Math.abs(at(lon, columnCount - 1) - at(lon, 0)) / (columnCount - 1);
  const latStep = Math.abs(at(lat, firstOfLast) - at(lat, 0)) / (rowCount - 1);
  return (
    Math.abs(at(lon, last) - at(lon, columnCount - 1)) < lonStep / 2 &&
    Math.abs(at(lon, firstOfLast) - at(lon, 0)) < lonStep / 2 &&
    Math.abs(at(lat, columnCount - 1) - at(lat, 0)) < latStep / 2 &&
    Math.abs(at(lat, last) - at(lat, firstOfLast)) < latStep / 2
  );
}

function at(column: Float32Array | Float64Array, row: number): number {
  return column[row] ?? Number.NaN;
}
