// The door `quarterhour/read`: one layer at a time, from GeoJSON to rows of facts. Re-exports only.

export { readGeoJsonText } from "./parse-geojson-text.js";
export { openProjection, type Projection } from "./projections/open-projection.js";
export { type ReprojectOptions, reproject } from "./projections/reproject.js";
export { readFacilities } from "./read-facilities.js";
export { readNeighborhoods } from "./read-neighborhoods.js";
export type { ReadOptions, StreetReadOptions } from "./read-options.js";
export { readPopulation } from "./read-population.js";
export { readStreets } from "./read-streets.js";
export { readCsv } from "./tables/read-csv.js";
export { readXlsx } from "./tables/read-xlsx.js";
export type { CsvReadOptions, PositionColumns, TableReadOptions, XlsxReadOptions } from "./tables/table-options.js";
