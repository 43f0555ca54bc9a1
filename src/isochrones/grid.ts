import { CoverageError } from "../errors.js";
import { metersPerDegree } from "../geo/distance.js";
import type { Degrees, Meters } from "../units.js";
import type { ReachedPart } from "./reached-parts.js";

/**
 * A grid of square cells that is fixed to the Earth: where its lines run does not depend on what is reached.
 *
 * Column `c` of the grid lies at longitude `(firstColumn + c) * lonStep`, row `r` at latitude `(firstRow + r) * latStep`.
 */
export interface Grid {
  readonly firstColumn: number;
  readonly firstRow: number;
  readonly columnCount: number;
  readonly rowCount: number;
  readonly lonStep: Degrees;
  readonly latStep: Degrees;
}

const MAX_CORNERS = 10_000_000;

/**
 * Lays a grid that holds all that is reached, and a margin.
 *
 * @param latitude whose degree of longitude shapes the cells
 * @throws {CoverageError} `LIMIT_EXCEEDED` if the grid had more than 10,000,000 corners
 */
export function layGrid(
  parts: readonly ReachedPart[],
  {
    cellMeters,
    marginMeters,
    latitude,
  }: { readonly cellMeters: Meters; readonly marginMeters: Meters; readonly latitude: Degrees },
): Grid {
  const latStep = cellMeters / metersPerDegree(45).lat;
  const lonStep = cellMeters / metersPerDegree(latitude).lon;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { start, end } of parts) {
    west = Math.min(west, start[0], end[0]);
    east = Math.max(east, start[0], end[0]);
    south = Math.min(south, start[1], end[1]);
    north = Math.max(north, start[1], end[1]);
  }
  const margin = Math.ceil(marginMeters / cellMeters) + 2;
  const firstColumn = Math.floor(west / lonStep) - margin;
  const firstRow = Math.floor(south / latStep) - margin;
  const columnCount = Math.ceil(east / lonStep) + margin - firstColumn + 1;
  const rowCount = Math.ceil(north / latStep) + margin - firstRow + 1;
  if (!(columnCount * rowCount <= MAX_CORNERS))
    throw new CoverageError(
      "LIMIT_EXCEEDED",
      `The isochrones need a grid of ${columnCount} × ${rowCount} corners; at most ${MAX_CORNERS} are drawn.`,
      { path: "options.cellMeters", hint: "Pass a larger cellMeters, or shorter times." },
    );
  return { firstColumn, firstRow, columnCount, rowCount, lonStep, latStep };
}
