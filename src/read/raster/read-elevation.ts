import { type Diagnostic, Diagnostics } from "../../base/diagnostics.js";
import { guardLive } from "../../base/guard-call.js";
import { GIS_FINDINGS } from "../../base/texts/diagnostics/gis.js";
import { TABLE_FINDINGS } from "../../base/texts/diagnostics/tables.js";
import type { LonLat } from "../../base/words.js";
import { ROWS_OF_STEP, Turns } from "../in-turns.js";
import { openRaster, type RasterOptions } from "./open-raster.js";

/** Heights on a grid, as columns: the cell in column `c` and row `r` stands at `r * columnCount + c`. */
export interface ElevationGrid {
  readonly columnCount: number;
  readonly rowCount: number;
  /** Height of each cell above the zero of the raster, in metres, as the raster has it; `NaN`: not known. */
  readonly meters: Float32Array;
  /** Center of each cell, in degrees. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Cells with and without a height. */
  readonly counts: { readonly given: number; readonly used: number };
  readonly diagnostics: readonly Diagnostic[];
}

/** No ground lies higher or lower than this; what a raster tells beyond it is a fill that it does not declare. */
const HIGHEST_METERS = 9000;
const LOWEST_METERS = -12_000;

/**
 * Reads heights from a GeoTIFF (SRTM, Copernicus DEM): those of each cell, and where its center lies.
 *
 * Takes the options of a raster: `bounds`, `crs`, `layer`. Fills, declared or not, are unknown heights. Needs the package `geotiff`;
 * projected rasters also `proj4`.
 *
 * @throws {CoverageError} as `readPopulationRaster`
 */
export async function readElevation(bytes: Uint8Array, options: RasterOptions = {}): Promise<ElevationGrid> {
  return await guardLive("readElevation", [bytes, options], async () => {
    const diagnostics = new Diagnostics({ ...TABLE_FINDINGS, ...GIS_FINDINGS });
    const turns = new Turns(options, bytes instanceof Uint8Array ? bytes.length : 0);
    const { values, window, toLonLat, layout, noData } = await openRaster(bytes, options, [], diagnostics, turns);
    const declared = noData === null || noData.trim() === "" ? Number.NaN : Number(noData.trim());
    const fill = layout.sample === "float" && layout.bytesPerSample === 4 ? Math.fround(declared) : declared;
    const columnCount = window.endColumn - window.firstColumn;
    const rowCount = window.endRow - window.firstRow;
    const meters = new Float32Array(values.length);
    const lon = new Float64Array(values.length);
    const lat = new Float64Array(values.length);
    let used = 0;
    for (let at = 0; at < values.length; at++) {
      if (at % ROWS_OF_STEP === 0) await turns.pause();
      const value = values[at] as number;
      const isKnown = value !== fill && value >= LOWEST_METERS && value <= HIGHEST_METERS;
      meters[at] = isKnown ? value : Number.NaN;
      if (isKnown) used++;
      const column = window.firstColumn + (at % columnCount) + 0.5;
      const row = window.firstRow + Math.floor(at / columnCount) + 0.5;
      const center: LonLat = toLonLat(column, row);
      lon[at] = center[0];
      lat[at] = center[1];
    }
    turns.finish();
    diagnostics.addMany("raster.noData", null, values.length - used);
    const counts = { given: values.length, used };
    return { columnCount, rowCount, meters, lon, lat, counts, diagnostics: diagnostics.list() };
  });
}
