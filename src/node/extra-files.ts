import { CoverageError } from "../base/errors.js";
import { loadSqlite } from "../base/start-sqlite.js";
import { toMapPng } from "../maps/to-map-png.js";
import { writeGeoPackage } from "../tables/to-geopackage.js";
import { loadParquetWriter, toGeoParquet } from "../tables/to-geoparquet.js";
import { toHexagonGeoJson } from "../tables/to-hexagon-geojson.js";
import { toOriginParquet } from "../tables/to-origin-parquet.js";
import { findMapDrawing } from "./find-map-drawing.js";
import { type RenderFile, renderIsochrones, toLine } from "./output-files.js";

/** Files that need a package that not everybody has, or much time. */
export type ExtraFile = "gpkg" | "png" | "parquet" | "isochrones" | "origins" | "cells" | "raster";
/** All of them, as they are asked for. */
export const EXTRA_FILES: readonly ExtraFile[] = ["gpkg", "png", "parquet", "isochrones", "origins", "cells", "raster"];

/** One of them. */
interface ExtraRow {
  readonly name: string;
  /** What is written beside it. */
  readonly beside?: Readonly<Record<string, RenderFile>>;
  /** What is installed for it; `null`: nothing. */
  readonly packageName: string | null;
  /** Whether it is also written when nobody asks for it, where its package is installed. */
  readonly isUsual: boolean;
  /** Loads what it is made with. @throws {CoverageError} `PACKAGE_MISSING`; `FILE_MISSING` for the font */
  readonly prepare: (options: ExtraOptions, asked: readonly ExtraFile[]) => Promise<RenderFile>;
}

const EXTRAS: Readonly<Record<ExtraFile, ExtraRow>> = {
  gpkg: {
    name: "report.gpkg",
    packageName: "sql.js",
    isUsual: true,
    prepare: async (_, asked) => {
      await loadSqlite("toGeoPackage");
      const isWanted = asked.includes("isochrones");
      return ({ report, city, options: { locale = "en" }, isochrones }) =>
        writeGeoPackage(report, city, { locale }, () => (isWanted ? isochrones() : null));
    },
  },
  png: {
    name: "map.png",
    packageName: "@resvg/resvg-wasm",
    isUsual: false,
    prepare: async ({ font }) => {
      const drawing = await findMapDrawing(font);
      return ({ report, city, options: { locale = "en" } }) => toMapPng(report, city, { ...drawing, locale });
    },
  },
  parquet: {
    name: "report.parquet",
    packageName: "hyparquet-writer",
    isUsual: false,
    prepare: async () => {
      await loadParquetWriter("toGeoParquet");
      return ({ report, city }) => toGeoParquet(report, city);
    },
  },
  isochrones: {
    name: "isochrones.geojson",
    packageName: null,
    isUsual: false,
    prepare: async () => renderIsochrones,
  },
  origins: {
    name: "origins.parquet",
    packageName: "hyparquet-writer",
    isUsual: false,
    prepare: async () => {
      await loadParquetWriter("toOriginParquet");
      return ({ origins }) => toOriginParquet(origins());
    },
  },
  cells: {
    name: "cells.geojson",
    packageName: "h3-js",
    isUsual: false,
    prepare: async ({ cells }) => {
      const options = cells === undefined ? {} : { resolution: cells };
      return async ({ origins }) => toLine(await toHexagonGeoJson(origins(), options));
    },
  },
  raster: {
    name: "measures.tif",
    beside: { "measures.tif.aux.xml": async ({ raster }) => (await raster()).names },
    packageName: "geotiff",
    isUsual: false,
    prepare:
      async () =>
      async ({ raster }) =>
        (await raster()).bytes,
  },
};
export const EXTRA_NAMES: readonly string[] = EXTRA_FILES.flatMap((extra) => {
  const { name, beside = {} } = EXTRAS[extra];
  return [name, ...Object.keys(beside)];
});

/** What extra files are made with. */
export interface ExtraOptions {
  /** The font of the image; by default one of this machine that has Chinese characters. */
  readonly font?: string | undefined;
  /** The resolution of hexagons. */
  readonly cells?: number | undefined;
}

/** What extra files will be written. */
export interface Extras {
  /** How each is rendered, by its name. */
  readonly files: Readonly<Record<string, RenderFile>>;
  /** Those that nobody asked for and whose package is not installed: they are left out. */
  readonly leftOut: readonly Pick<ExtraRow, "name" | "packageName">[];
}

/**
 * Finds what the extra files are made with, before any work is done for them.
 *
 * @param asked those that must be there; of the others, the usual ones are written where their package is installed
 * @throws {CoverageError} `PACKAGE_MISSING`; `FILE_MISSING` for the font
 */
export async function prepareExtras(asked: readonly ExtraFile[], options: ExtraOptions = {}): Promise<Extras> {
  const files: Record<string, RenderFile> = {};
  const leftOut: ExtraRow[] = [];
  for (const extra of EXTRA_FILES) {
    const row = EXTRAS[extra];
    const isAsked = asked.includes(extra);
    if (!isAsked && !row.isUsual) continue;
    try {
      files[row.name] = await row.prepare(options, asked);
      Object.assign(files, row.beside);
    } catch (error) {
      if (isAsked || !(error instanceof CoverageError && error.code === "PACKAGE_MISSING")) throw error;
      leftOut.push(row);
    }
  }
  return { files, leftOut };
}
