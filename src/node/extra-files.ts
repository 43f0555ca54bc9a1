import { toMapPng } from "../maps/to-map-png.js";
import { loadParquetWriter, toGeoParquet } from "../tables/to-geoparquet.js";
import { findMapDrawing } from "./find-map-drawing.js";
import type { RenderFile } from "./output-files.js";

/** Files that are written only when asked for: each needs a package that not everybody has. */
export type ExtraFile = "png" | "parquet";
/** How each of them is rendered, by its name. */
export type Extras = Readonly<Record<string, RenderFile>>;
export const EXTRA_NAMES: Readonly<Record<ExtraFile, string>> = { png: "map.png", parquet: "report.parquet" };

/**
 * Finds what the extra files are made with, before any work is done for them.
 *
 * @param fontPath the font of the image; by default one of this machine that has Chinese characters
 * @returns how each is rendered, by its name
 * @throws {CoverageError} `PACKAGE_MISSING`; `FILE_MISSING` for the font
 */
export async function prepareExtras(extras: readonly ExtraFile[], fontPath?: string): Promise<Extras> {
  const files: Record<string, RenderFile> = {};
  if (extras.includes("png")) {
    const drawing = await findMapDrawing(fontPath);
    files[EXTRA_NAMES.png] = ({ report, city, options: { locale = "en", attribution } }) =>
      toMapPng(report, city, { ...drawing, locale, ...(attribution === undefined ? {} : { attribution }) });
  }
  if (extras.includes("parquet")) {
    await loadParquetWriter();
    files[EXTRA_NAMES.parquet] = ({ report, city }) => toGeoParquet(report, city);
  }
  return files;
}
