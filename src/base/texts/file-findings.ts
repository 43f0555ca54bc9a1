import { BUILDING_FINDINGS, BUILDING_FINDINGS_ZH } from "./diagnostics/buildings.js";
import { GIS_FINDINGS, GIS_FINDINGS_ZH } from "./diagnostics/gis.js";
import { OSM_FINDINGS, OSM_FINDINGS_ZH } from "./diagnostics/osm.js";
import { TABLE_FINDINGS, TABLE_FINDINGS_ZH } from "./diagnostics/tables.js";
import { TRAVELER_FINDINGS, TRAVELER_FINDINGS_ZH } from "./diagnostics/travelers.js";
import type { TranslationOf } from "./phrase.js";

/** Every finding of a file that is not GeoJSON, of slopes and of opening hours. */
export type FileFindings = typeof OSM_FINDINGS &
  typeof BUILDING_FINDINGS &
  typeof TABLE_FINDINGS &
  typeof GIS_FINDINGS &
  typeof TRAVELER_FINDINGS;

/**
 * What may be wrong in files of other formats than GeoJSON, and what to do. The core does not load these texts: who reads such files
 * collects with `new Diagnostics(OSM_FINDINGS)` and its like.
 */
export const FILE_FINDINGS: FileFindings = {
  ...OSM_FINDINGS,
  ...BUILDING_FINDINGS,
  ...TABLE_FINDINGS,
  ...GIS_FINDINGS,
  ...TRAVELER_FINDINGS,
};

export const FILE_FINDINGS_ZH: TranslationOf<FileFindings> = {
  ...OSM_FINDINGS_ZH,
  ...BUILDING_FINDINGS_ZH,
  ...TABLE_FINDINGS_ZH,
  ...GIS_FINDINGS_ZH,
  ...TRAVELER_FINDINGS_ZH,
};
