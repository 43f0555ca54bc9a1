import { STREET_ID_PROPERTIES } from "./feature-ids.js";
import { TAG_CONTAINERS } from "./tag-values.js";

// The members of features that the reader of texts looks at.

export const FEATURE_NAMES: readonly string[] = ["type", "geometry", "properties", "id"];
export const GEOMETRY_NAMES: readonly string[] = ["type", "coordinates"];
export const OSM_TYPE = "osm_type";
/** The properties that are no tags: in the table of names they come after the keys of tags. */
export const OTHER_NAMES: readonly string[] = ["nodes", ...TAG_CONTAINERS, OSM_TYPE, "id", ...STREET_ID_PROPERTIES];
/** Their numbers: of the ids of nodes, and of the last container of tags. */
export const NODES = 0;
export const LAST_CONTAINER: number = TAG_CONTAINERS.length;
/** The feature has no ids of nodes. */
export const NO_NODES = -1;
