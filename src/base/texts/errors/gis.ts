import type { TranslationOf } from "../phrase.js";

/** What is wrong with Shapefiles, GeoPackages, FlatGeobuf, GeoParquet and rasters. */
export const GIS = {} as const;

export const GIS_ZH: TranslationOf<typeof GIS> = {};
