import { assertObject, invalid } from "../../base/check-argument.js";
import type { Diagnostics } from "../../base/diagnostics.js";
import { CoverageError } from "../../base/errors.js";
import { say } from "../../base/texts/files.js";
import type { Bounds } from "../../geo/bounds.js";
import { beyondLimit, chooseLayer } from "../gis/file-errors.js";
import { checkGisInput, type GisReadOptions } from "../gis/gis-options.js";
import { openSystem } from "../gis/system-of-file.js";
import type { Turns } from "../in-turns.js";
import type { ToLonLat } from "./cell-columns.js";
import { checkValuesAsStored } from "./check-values-as-stored.js";
import { readFrame } from "./raster-frame.js";
import { type RasterLayout, readLayout } from "./raster-layout.js";
import { windowWithin } from "./raster-window.js";
import { type Cells, type RasterWindow, readBand } from "./read-band.js";
import { TiffDirectory } from "./tiff-directory.js";

/** Which part of a raster is read. A band is named by its number from 1 (`layer: "1"`). */
export interface RasterOptions extends Omit<GisReadOptions, "encoding" | "datum" | "axes" | "maxBytes"> {
  /** Only the part of the raster that touches this box is read. In degrees. Default: all of it. */
  readonly bounds?: Bounds;
  /** Most cells to read. Default: 25 million, some 600 MB. */
  readonly maxCells?: number;
}

/** The cells of a part of a raster, and where they lie. */
export interface OpenRaster {
  readonly path: string;
  readonly layout: RasterLayout;
  /** Row by row. */
  readonly values: Cells;
  readonly window: RasterWindow;
  readonly toLonLat: ToLonLat;
  /** Whether the longitude of a cell depends on its column alone, and its latitude on its row. */
  readonly isUpright: boolean;
  /** The text that says which value stands for no data; `null`: the raster says none. */
  readonly noData: string | null;
}

const NO_DATA_TAG = 42113;
const MAX_CELLS = 25_000_000;

/**
 * Reads the cells of one band in a window.
 *
 * @param others the options of the reader besides those of all rasters
 * @throws {CoverageError} as `readPopulationRaster`
 */
export async function openRaster(
  bytes: Uint8Array,
  options: RasterOptions,
  others: readonly string[],
  diagnostics: Diagnostics,
  turns: Turns,
): Promise<OpenRaster> {
  checkGisInput(bytes, options, ["bounds", "maxCells", ...others]);
  const { path = "raster", layer, crs, bounds, maxCells = MAX_CELLS } = options;
  if (bounds !== undefined) assertBounds(bounds);
  if (typeof maxCells !== "number" || !(maxCells >= 1))
    throw invalid("options.maxCells", maxCells, say("expected.count"));
  const tags = new TiffDirectory(bytes, path);
  const layout = readLayout(tags, path);
  const band = chooseBand(layout, layer, path);
  checkValuesAsStored(tags, band, path);
  const { toLonLat, isUpright } = await openGrid(tags, layout, { path, crs, diagnostics });
  const window = chooseWindow(layout, bounds, toLonLat, path);
  const count = (window.endColumn - window.firstColumn) * (window.endRow - window.firstRow);
  if (count > maxCells) throw beyondLimit(path, say("raster.cells"), count, maxCells);
  const values = await readBand(bytes, layout, band, window, { path, turns });
  return { path, layout, values, window, toLonLat, isUpright, noData: tags.text(NO_DATA_TAG) };
}

function assertBounds(bounds: unknown): void {
  assertObject("options.bounds", bounds);
  for (const side of ["west", "south", "east", "north"])
    if (!Number.isFinite(bounds[side])) throw invalid(`options.bounds.${side}`, bounds[side], say("expected.degrees"));
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
): Promise<Pick<OpenRaster, "toLonLat" | "isUpright">> {
  const { toFile, isUpright, definitionOf } = readFrame(tags, path);
  const definition = definitionOr(definitionOf, crs);
  const system = await openSystem({ path, definition, crs, diagnostics }, [toFile(width / 2, height / 2)]);
  if (system === null) return { toLonLat: toFile, isUpright };
  const toLonLat: ToLonLat = (column, row) => {
    const [x, y] = toFile(column, row);
    return system.toLonLat(x, y);
  };
  return { toLonLat, isUpright: false };
}

/** What the file does not define, the caller may. */
function definitionOr(definitionOf: () => string | null, crs: string | undefined): string | null {
  try {
    return definitionOf();
  } catch (error) {
    if (crs === undefined) throw error;
    return null;
  }
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
