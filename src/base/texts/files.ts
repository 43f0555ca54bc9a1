import { ARGUMENTS } from "./errors/arguments.js";
import { FORMATS } from "./errors/formats.js";
import { GIS } from "./errors/gis.js";
import { LAYERS } from "./errors/layers.js";
import { OSM } from "./errors/osm.js";
import { RENDERINGS } from "./errors/renderings.js";
import { TABLES } from "./errors/tables.js";
import { UNREAD_FORMATS } from "./errors/unread-formats.js";
import { VALUES } from "./errors/values.js";
import { type Say, sayFrom } from "./phrase.js";

/** Says what may be wrong with files of other formats than GeoJSON. The core does not load it. */
export const say: Say<
  typeof VALUES &
    typeof ARGUMENTS &
    typeof FORMATS &
    typeof LAYERS &
    typeof RENDERINGS &
    typeof OSM &
    typeof TABLES &
    typeof GIS &
    typeof UNREAD_FORMATS
> = /* @__PURE__ */ sayFrom(VALUES, ARGUMENTS, FORMATS, LAYERS, RENDERINGS, OSM, TABLES, GIS, UNREAD_FORMATS);
