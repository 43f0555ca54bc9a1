// The door for tables and data files: `import { toXLSX } from "quarterhour/tables"`. Re-exports only.

export { toCSV } from "./to-csv.js";
export { toCSVT } from "./to-csvt.js";
export { toDataDictionary } from "./to-data-dictionary.js";
export { toGeoJSON } from "./to-geojson.js";
export { type GeoPackageOptions, toGeoPackage } from "./to-geopackage.js";
export { toGeoParquet } from "./to-geoparquet.js";
export { toLongCSV } from "./to-long-csv.js";
export { toXLSX, type WorkbookOptions } from "./to-xlsx.js";
