/**
 * The door `quarterhour/read`: one layer at a time, from GeoJSON to rows of facts. Re-exports only.
 *
 * @module quarterhour/read
 */

export type { GisReadOptions, SqliteReadOptions } from "./gis/gis-options.js";
export { readFlatGeobuf } from "./gis/read-flatgeobuf.js";
export { readGeoPackage } from "./gis/read-geopackage.js";
export { readGeoParquet } from "./gis/read-geoparquet.js";
export { readShapefile } from "./gis/read-shapefile.js";
export type { ShapefileParts } from "./gis/shapefile-parts.js";
export type { ReadProgress, TurnOptions } from "./in-turns.js";
export type { LongText } from "./long-text.js";
export type { Inflate } from "./osm/blobs.js";
export type { OsmCounts, OsmKind, OsmLayers, OsmOptions, OsmReading } from "./osm/osm-reading.js";
export { readOsm } from "./osm/read-osm.js";
export { type OsmPbfOptions, readOsmPbf } from "./osm/read-osm-pbf.js";
export { readOsmXml } from "./osm/read-osm-xml.js";
export { readGeoJsonText } from "./parse-geojson-text.js";
export { readLongGeoJson } from "./parse-long-text.js";
export { spreadByFloorArea } from "./people-by-floor-area.js";
export { openProjection, type Projection } from "./projections/open-projection.js";
export { type ReprojectOptions, reproject } from "./projections/reproject.js";
export type { RasterOptions } from "./raster/open-raster.js";
export { type ElevationGrid, readElevation } from "./raster/read-elevation.js";
export { type PopulationRasterOptions, readPopulationRaster } from "./raster/read-population-raster.js";
export { readBarriers } from "./read-barriers.js";
export { readBuildings } from "./read-buildings.js";
export { readFacilities } from "./read-facilities.js";
export { readJobs } from "./read-jobs.js";
export { readLandUse } from "./read-land-use.js";
export { readNeighborhoods } from "./read-neighborhoods.js";
export type { ReadOptions, StreetReadOptions } from "./read-options.js";
export { readPopulation } from "./read-population.js";
export { readStreets } from "./read-streets.js";
export { readCsv } from "./tables/read-csv.js";
export { readXlsx } from "./tables/read-xlsx.js";
export type { CsvReadOptions, PositionColumns, TableReadOptions, XlsxReadOptions } from "./tables/table-options.js";
export { type OpeningHoursOptions, withOpeningHours } from "./with-opening-hours.js";
export { type OpportunityOptions, withOpportunities } from "./with-opportunities.js";
