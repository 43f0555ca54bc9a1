import type { PopulationReading } from "../model/facts.js";
import type { FeatureReading } from "../model/input.js";
import type { GisReadOptions } from "../read/gis/gis-options.js";
import type { PopulationRasterOptions } from "../read/raster/read-population-raster.js";
import type { XlsxReadOptions } from "../read/tables/table-options.js";

/** What is read by packages of others, with the options of each reader. */
export interface ForeignOptions {
  readonly geoPackage: GisReadOptions;
  readonly flatGeobuf: GisReadOptions;
  readonly geoParquet: GisReadOptions;
  readonly populationRaster: PopulationRasterOptions;
  /** Without a projection: functions do not go to threads. Positions in metres are converted afterwards, by `reproject`. */
  readonly xlsx: Omit<XlsxReadOptions, "projection">;
}

/** What each reader gives. */
export interface ForeignReadings {
  readonly geoPackage: FeatureReading;
  readonly flatGeobuf: FeatureReading;
  readonly geoParquet: FeatureReading;
  readonly populationRaster: PopulationReading;
  readonly xlsx: FeatureReading;
}

/** A format that is read by packages of others. */
export type ForeignFile = keyof ForeignOptions;

type Readers = {
  readonly [File in ForeignFile]: () => Promise<
    (bytes: Uint8Array, options: ForeignOptions[File]) => Promise<ForeignReadings[File]>
  >;
};

/** The readers by format, loaded when they are asked for. */
const READERS: Readers = {
  geoPackage: async () => (await import("../read/gis/read-geopackage.js")).readGeoPackage,
  flatGeobuf: async () => (await import("../read/gis/read-flatgeobuf.js")).readFlatGeobuf,
  geoParquet: async () => (await import("../read/gis/read-geoparquet.js")).readGeoParquet,
  populationRaster: async () => (await import("../read/raster/read-population-raster.js")).readPopulationRaster,
  xlsx: async () => (await import("../read/tables/read-xlsx.js")).readXlsx,
};

/** The formats that are read by packages of others. */
export const FOREIGN_FILES: readonly ForeignFile[] = Object.keys(READERS) as ForeignFile[];

/** Reads a file in this thread. @throws {CoverageError} what its reader throws */
export async function readForeign<File extends ForeignFile>(
  file: File,
  bytes: Uint8Array,
  options: ForeignOptions[File],
): Promise<ForeignReadings[File]> {
  const read = await READERS[file]();
  return await read(bytes, options);
}
