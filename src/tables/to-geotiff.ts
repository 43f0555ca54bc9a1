import type { OriginMeasures } from "../assess/measure-origins.js";
import { assertNumber, checkObject } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { guardShape } from "../base/guard-call.js";
import { explainLoading } from "../base/optional-packages.js";
import { say } from "../base/texts/library.js";
import type { Meters } from "../base/units.js";
import { boundsOfColumns } from "../geo/bounds.js";
import { metersPerDegree } from "../geo/distance.js";
import { escapeXml } from "../maps/svg-text.js";
import { checkMeasured, medianOf, toCells } from "./cell-medians.js";

/** How places become a raster. */
export interface GeoTiffOptions {
  /** The side of a cell, in the middle of the city. Default: 100. */
  readonly cellMeters?: Meters;
}

/** A raster, and what its bands are. */
export interface MeasureRaster {
  /** A GeoTIFF of 32-bit numbers, WGS 84, a band for each measure. */
  readonly bytes: Uint8Array;
  /** What GDAL and QGIS read beside it, as `<its name>.aux.xml`: the ids of the measures as names of the bands. */
  readonly names: string;
}

const USUAL_METERS = 100;
const MOST_VALUES = 100_000_000;
/** The writer of the package has room for so many in the head of a file. */
const MOST_BANDS = 80;

/**
 * Writes measures of origins as a raster: of each cell the value that half of the people who start there have or less (of the places alike,
 * where nobody lives). `NaN`, which is declared as no data: unknown, or no place lies there; `Infinity`: beyond what was searched.
 *
 * Needs the package `geotiff`.
 *
 * @throws {CoverageError} INVALID_ARGUMENT; LIMIT_EXCEEDED for more than 80 measures or a hundred million values; PACKAGE_MISSING
 * @see OGC 19-008r4, GeoTIFF 1.1, 2019
 */
export async function toGeoTiff(origins: OriginMeasures, options: GeoTiffOptions = {}): Promise<MeasureRaster> {
  return guardShape("toGeoTiff", async () => {
    checkObject("options", options);
    const { cellMeters = USUAL_METERS } = options;
    assertNumber("options.cellMeters", cellMeters);
    const { lon, lat, measures, values } = origins;
    checkMeasured(origins);
    const { west, south, east, north } = boundsOfColumns(lon, lat);
    const scale = metersPerDegree((south + north) / 2);
    const [cellLon, cellLat] = [cellMeters / scale.lon, cellMeters / scale.lat];
    const width = Math.floor((east - west) / cellLon) + 1;
    const height = Math.floor((north - south) / cellLat) + 1;
    const size = width * height * measures.length;
    if (!(size > 0 && size <= MOST_VALUES && measures.length <= MOST_BANDS))
      throw new CoverageError("LIMIT_EXCEEDED", say("raster.size", { width, height, bands: measures.length }), {
        path: "options.cellMeters",
        hint: say("raster.size.hint"),
      });
    const columnOf = (row: number) => Math.floor(((lon[row] as number) - west) / cellLon);
    const lineOf = (row: number) => Math.floor((north - (lat[row] as number)) / cellLat);
    const pixels = new Float32Array(size).fill(Number.NaN);
    for (const cell of toCells(origins, (row) => lineOf(row) * width + columnOf(row)))
      for (const [band, { id }] of measures.entries())
        pixels[cell.key * measures.length + band] = medianOf(cell, values[id] as Float64Array);
    const { writeArrayBuffer } = await loadGeoTiff();
    const bytes = writeArrayBuffer(pixels, {
      ...{ width, height, GTModelTypeGeoKey: 2, GeographicTypeGeoKey: 4326, GTRasterTypeGeoKey: 1 },
      ...{ ModelPixelScale: [cellLon, cellLat, 0], ModelTiepoint: [0, 0, 0, west, north, 0], GDAL_NODATA: "nan" },
      // the first band is the picture, all others are further numbers of its cells
      ...(measures.length > 1 && { ExtraSamples: new Array<number>(measures.length - 1).fill(0) }),
    });
    return { bytes: new Uint8Array(bytes), names: toBandNames(measures.map(({ id }) => id)) };
  });
}

function toBandNames(ids: readonly string[]): string {
  const bands = ids.map(
    (id, row) =>
      `  <PAMRasterBand band="${row + 1}">\n    <Description>${escapeXml(id)}</Description>\n  </PAMRasterBand>\n`,
  );
  return `<PAMDataset>\n${bands.join("")}</PAMDataset>\n`;
}

async function loadGeoTiff(): Promise<typeof import("geotiff")> {
  try {
    return await import("geotiff");
  } catch (cause) {
    throw explainLoading("toGeoTiff", "geotiff", cause);
  }
}
