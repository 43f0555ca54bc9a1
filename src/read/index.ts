// The door `quarterhour/read`: one layer at a time, from GeoJSON to rows of facts. Re-exports only.

export type { Inflate } from "./osm/blobs.js";
export type { OsmCounts, OsmKind, OsmLayers, OsmOptions, OsmReading } from "./osm/osm-reading.js";
export { readOsm } from "./osm/read-osm.js";
export { type OsmPbfOptions, readOsmPbf } from "./osm/read-osm-pbf.js";
export { readOsmXml } from "./osm/read-osm-xml.js";
export { readGeoJsonText } from "./parse-geojson-text.js";
export { readFacilities } from "./read-facilities.js";
export { readNeighborhoods } from "./read-neighborhoods.js";
export type { ReadOptions, StreetReadOptions } from "./read-options.js";
export { readPopulation } from "./read-population.js";
export { readStreets } from "./read-streets.js";
