import type { TranslationOf } from "../phrase.js";

/** What may be wrong in Shapefiles, GeoPackages, FlatGeobuf, GeoParquet and rasters, and what to do. */
export const GIS_FINDINGS = {} as const;

export const GIS_FINDINGS_ZH: TranslationOf<typeof GIS_FINDINGS> = {};
