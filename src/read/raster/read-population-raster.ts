import { assertChoice, checkObject } from "../../base/check-argument.js";
import { Diagnostics } from "../../base/diagnostics.js";
import { guardLive } from "../../base/guard-call.js";
import { GIS_FINDINGS } from "../../base/texts/diagnostics/gis.js";
import { TABLE_FINDINGS } from "../../base/texts/diagnostics/tables.js";
import type { PopulationReading } from "../../model/facts.js";
import { Turns } from "../in-turns.js";
import { collectCells } from "./collect-cells.js";
import { CellKinds } from "./find-fills.js";
import { squareMetersOfCell } from "./measure-cells.js";
import { openRaster, type RasterOptions } from "./open-raster.js";

/** Options of `readPopulationRaster`. */
export interface PopulationRasterOptions extends RasterOptions {
  /**
   * `areas`: people live all over their cell, so that a neighborhood has the share of a cell that it covers. `points`: they live at
   * its center. Default: `areas`; for more than 250,000 cells of less than 250 m `points`, and the books say so.
   */
  readonly cells?: "areas" | "points";
}

/** Cells beyond these are points, if they are small: each area takes about a kilobyte. */
const MAX_AREAS = 250_000;
const SMALL_CELL_SQUARE_METERS = 250 * 250;

/**
 * Reads a raster of people (WorldPop, GHS-POP, LandScan) from a GeoTIFF: the people of each cell, where the cell lies. Cells are moved
 * and never resampled, so that nobody is lost or doubled.
 *
 * A fill is never people: not the declared one, and no negative number. Of several bands one is read, by its number from 1 (`layer: "1"`).
 * Needs the package `geotiff`; projected rasters also `proj4`, those packed by Zstandard `hyparquet-compressors`.
 *
 * @throws {CoverageError} DAMAGED_FILE, UNKNOWN_FORMAT, UNSUPPORTED_CRS, PROJECTED_COORDINATES, LAYER_NEEDED, LIMIT_EXCEEDED,
 *   PACKAGE_MISSING, INVALID_ARGUMENT; INVALID_LOCATION for a raster that does not reach `bounds`
 */
export async function readPopulationRaster(
  bytes: Uint8Array,
  options: PopulationRasterOptions = {},
): Promise<PopulationReading> {
  return await guardLive("readPopulationRaster", [bytes, options], async () => {
    checkObject("options", options);
    const { cells } = options;
    if (cells !== undefined) assertChoice("options.cells", cells, ["areas", "points"]);
    const diagnostics = new Diagnostics({ ...TABLE_FINDINGS, ...GIS_FINDINGS });
    const turns = new Turns(options, bytes instanceof Uint8Array ? bytes.length : 0);
    const raster = await openRaster(bytes, options, ["cells"], diagnostics, turns);
    const { path, layout, values, window, toLonLat, isUpright, noData } = raster;
    const middle = [window.firstColumn + window.endColumn, window.firstRow + window.endRow].map((sum) =>
      Math.floor(sum / 2),
    );
    const isSmall = squareMetersOfCell(toLonLat, middle[0] as number, middle[1] as number) < SMALL_CELL_SQUARE_METERS;
    const hasAreas = cells === undefined ? values.length <= MAX_AREAS || !isSmall : cells === "areas";
    if (cells === undefined && !hasAreas) diagnostics.add("raster.points", "population");
    const kinds = new CellKinds(noData, layout);
    const reading = { toLonLat, isUpright, hasAreas, kinds, diagnostics, path };
    const places = await turns.run(collectCells(values, window, reading));
    turns.finish();
    return places;
  });
}
