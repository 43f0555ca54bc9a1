import { assertChoice, invalid } from "../../base/check-argument.js";
import { Diagnostics } from "../../base/diagnostics.js";
import { CoverageError } from "../../base/errors.js";
import { GIS_FINDINGS } from "../../base/texts/diagnostics/gis.js";
import { TABLE_FINDINGS } from "../../base/texts/diagnostics/tables.js";
import { say } from "../../base/texts/files.js";
import type { Bounds } from "../../geo/bounds.js";
import type { PopulationReading } from "../../model/facts.js";
import { beyondLimit, chooseLayer } from "../gis/file-errors.js";
import { checkGisInput, type GisReadOptions } from "../gis/gis-options.js";
import { openSystem } from "../gis/system-of-file.js";
import type { ToLonLat } from "./cell-columns.js";
import { collectCells } from "./collect-cells.js";
import { kindsOf } from "./find-fills.js";
import { squareMetersOfCell } from "./measure-cells.js";
import { readFrame } from "./raster-frame.js";
import { type RasterLayout, readLayout } from "./raster-layout.js";
import { windowWithin } from "./raster-window.js";
import { type RasterWindow, readBand } from "./read-band.js";
import { TiffDirectory } from "./tiff-directory.js";

/** Options of `readPopulationRaster`. */
export interface PopulationRasterOptions extends Omit<GisReadOptions, "encoding" | "datum" | "axes" | "maxBytes"> {
  /** Only the part of the raster that touches this box is read. In degrees. Default: all of it. */
  readonly bounds?: Bounds;
  /** Most cells to read. Default: 25 million, some 600 MB. */
  readonly maxCells?: number;
  /**
   * `areas`: people live all over their cell, so that a neighborhood has the share of a cell that it covers. `points`: they live at
   * its center. Default: `areas`; for more than 250,000 cells of less than 250 m `points`, and the books say so.
   */
  readonly cells?: "areas" | "points";
}

/** The text that says which value stands for no data. */
const NO_DATA_TAG = 42113;
const MAX_CELLS = 25_000_000;
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
  checkGisInput(bytes, options, ["bounds", "maxCells", "cells"]);
  const { path = "raster", layer, crs, bounds, maxCells = MAX_CELLS, cells } = options;
  if (cells !== undefined) assertChoice("options.cells", cells, ["areas", "points"]);
  if (typeof maxCells !== "number" || !(maxCells >= 1))
    throw invalid("options.maxCells", maxCells, say("expected.count"));
  const tags = new TiffDirectory(bytes, path);
  const layout = readLayout(tags, path);
  const band = chooseBand(layout, layer, path);
  const diagnostics = new Diagnostics({ ...TABLE_FINDINGS, ...GIS_FINDINGS });
  const toLonLat = await openGrid(tags, layout, { path, crs, diagnostics });
  const window = chooseWindow(layout, bounds, toLonLat, path);
  const count = (window.endColumn - window.firstColumn) * (window.endRow - window.firstRow);
  if (count > maxCells) throw beyondLimit(path, say("raster.cells"), count, maxCells);
  const values = await readBand(bytes, layout, band, window, path);
  const middle = [window.firstColumn + window.endColumn, window.firstRow + window.endRow].map((sum) =>
    Math.floor(sum / 2),
  );
  const isSmall = squareMetersOfCell(toLonLat, middle[0] as number, middle[1] as number) < SMALL_CELL_SQUARE_METERS;
  const hasAreas = cells === undefined ? count <= MAX_AREAS || !isSmall : cells === "areas";
  if (cells === undefined && !hasAreas) diagnostics.add("raster.points", "population");
  const kindOf = kindsOf(tags.text(NO_DATA_TAG), layout);
  return collectCells(values, window, { toLonLat, hasAreas, kindOf, diagnostics, path });
}

function chooseBand({ bandCount }: RasterLayout, layer: string | undefined, path: string): number {
  const bands = Array.from({ length: Math.min(bandCount, 64) }, (_, band) => ({
    name: String(band + 1),
    count: null,
    band,
  }));
  return chooseLayer(path, bands, layer).band;
}

async function openGrid(
  tags: TiffDirectory,
  { width, height }: RasterLayout,
  {
    path,
    crs,
    diagnostics,
  }: { readonly path: string; readonly crs: string | undefined; readonly diagnostics: Diagnostics },
): Promise<ToLonLat> {
  const { toFile, definition } = readFrame(tags, path);
  const system = await openSystem({ path, definition, crs, diagnostics }, [toFile(width / 2, height / 2)]);
  return (column, row) => {
    const [x, y] = toFile(column, row);
    return system === null ? [x, y] : system.toLonLat(x, y);
  };
}

function chooseWindow(
  { width, height }: RasterLayout,
  bounds: Bounds | undefined,
  toLonLat: ToLonLat,
  path: string,
): RasterWindow {
  if (bounds === undefined) return { firstColumn: 0, firstRow: 0, endColumn: width, endRow: height };
  const window = windowWithin(bounds, width, height, toLonLat);
  if (window !== null) return window;
  const [lon, lat] = toLonLat(width / 2, height / 2);
  const { west, south, east, north } = bounds;
  throw new CoverageError(
    "INVALID_LOCATION",
    say("raster.elsewhere", {
      path,
      lon: short(lon),
      lat: short(lat),
      bounds: [west, south, east, north].map(short).join(", "),
    }),
    { path, hint: say("raster.elsewhere.hint") },
  );
}

/** A few meters are enough to see where something lies. */
function short(degrees: number): string {
  return degrees.toFixed(4);
}
