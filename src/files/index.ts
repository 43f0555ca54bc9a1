// Files that people hand in, as an entry of their own: re-exports only.

export { toDataDictionary } from "../report/to-data-dictionary.js";
export { toLongCSV } from "../report/to-long-csv.js";
export { type GeoPackageOptions, toGeoPackage } from "./to-geopackage.js";
export { toGeoParquet } from "./to-geoparquet.js";
export { type MapPNGOptions, toMapPNG } from "./to-map-png.js";
export { type MapSVGOptions, toMapSVG } from "./to-map-svg.js";
export { toNeighborhoodIsochrones } from "./to-neighborhood-isochrones.js";
export { toXLSX, type WorkbookOptions } from "./to-xlsx.js";
