/**
 * The door for tables and data files: `import { toXlsx } from "quarterhour/tables"`. Re-exports only.
 *
 * @module quarterhour/tables
 */

export { measureOrigins, type OriginMeasures } from "../assess/measure-origins.js";
export { type ProfileRow, profileRows } from "./profile-rows.js";
export { toProfilesCsv, toProfilesMarkdown, toProfilesText } from "./profile-table.js";
export { type Row, rows } from "./rows.js";
export { toCsv } from "./to-csv.js";
export { toCsvt } from "./to-csvt.js";
export { toDataDictionary } from "./to-data-dictionary.js";
export { type CoverageCollection, toGeoJson } from "./to-geojson.js";
export { type GeoPackageOptions, toGeoPackage } from "./to-geopackage.js";
export { toGeoParquet } from "./to-geoparquet.js";
export { type GeoTiffOptions, type MeasureRaster, toGeoTiff } from "./to-geotiff.js";
export { type HexagonCellOptions, toHexagonGeoJson } from "./to-hexagon-geojson.js";
export { toLongCsv } from "./to-long-csv.js";
export { toLongParquet } from "./to-long-parquet.js";
export { toMeasuresCsv } from "./to-measures-csv.js";
export { toOriginParquet } from "./to-origin-parquet.js";
export { toXlsx, type WorkbookOptions } from "./to-xlsx.js";
