// Files that people hand in, as an entry of their own: re-exports only.

export { type GeoPackageOptions, toGeoPackage } from "./to-geopackage.js";
export { type MapSVGOptions, toMapSVG } from "./to-map-svg.js";
export { toNeighborhoodIsochrones } from "./to-neighborhood-isochrones.js";
export { toXLSX, type WorkbookOptions } from "./to-xlsx.js";
