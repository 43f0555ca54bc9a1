import { GEOMETRY_FINDINGS_ZH } from "./diagnostics/geometry.js";
import { LAND_FINDINGS_ZH } from "./diagnostics/land.js";
import { LAYER_FINDINGS_ZH } from "./diagnostics/layers.js";
import { PLACE_FINDINGS_ZH } from "./diagnostics/places.js";
import { STANDARD_FINDINGS_ZH } from "./diagnostics/standards.js";
import { ARGUMENTS_ZH } from "./errors/arguments.js";
import { COMMAND_LINE_ZH } from "./errors/command-line.js";
import { FILES_ZH } from "./errors/files.js";
import { FORMATS_ZH } from "./errors/formats.js";
import { GIS_ZH } from "./errors/gis.js";
import { INIT_ZH } from "./errors/init.js";
import { ISOCHRONES_ZH } from "./errors/isochrones.js";
import { LAYERS_ZH } from "./errors/layers.js";
import { NETWORKS_ZH } from "./errors/networks.js";
import { OSM_ZH } from "./errors/osm.js";
import { PARTITIONS_ZH } from "./errors/partitions.js";
import { PLANS_ZH } from "./errors/plans.js";
import { POOL_ZH } from "./errors/pool.js";
import { RENDERINGS_ZH } from "./errors/renderings.js";
import { SAVED_CITIES_ZH } from "./errors/saved-cities.js";
import { SCENARIOS_ZH } from "./errors/scenarios.js";
import { SERVICE_ZH } from "./errors/service.js";
import { STANDARDS_ZH } from "./errors/standards.js";
import { TABLES_ZH } from "./errors/tables.js";
import { TRAVEL_ZH } from "./errors/travel.js";
import { TRAVELERS_ZH } from "./errors/travelers.js";
import { UNREAD_FORMATS_ZH } from "./errors/unread-formats.js";
import { VALUES_ZH } from "./errors/values.js";
import { FILE_FINDINGS_ZH } from "./file-findings.js";
import type { Texts } from "./phrase.js";

/** Every text of an error or a diagnostic in Chinese, by id. Only those load it who write Chinese. */
export const CHINESE: Texts = /* @__PURE__ */ joinTables(
  GEOMETRY_FINDINGS_ZH,
  LAYER_FINDINGS_ZH,
  LAND_FINDINGS_ZH,
  PLACE_FINDINGS_ZH,
  STANDARD_FINDINGS_ZH,
  FILE_FINDINGS_ZH,
  VALUES_ZH,
  ARGUMENTS_ZH,
  STANDARDS_ZH,
  NETWORKS_ZH,
  LAYERS_ZH,
  FORMATS_ZH,
  OSM_ZH,
  TABLES_ZH,
  UNREAD_FORMATS_ZH,
  GIS_ZH,
  SAVED_CITIES_ZH,
  SCENARIOS_ZH,
  ISOCHRONES_ZH,
  RENDERINGS_ZH,
  PARTITIONS_ZH,
  PLANS_ZH,
  POOL_ZH,
  TRAVEL_ZH,
  FILES_ZH,
  COMMAND_LINE_ZH,
  TRAVELERS_ZH,
  INIT_ZH,
  SERVICE_ZH,
);

/** A call that a bundler may leave out: spread tables would stay in every bundle that holds this file. */
function joinTables(...tables: readonly Texts[]): Texts {
  return Object.assign({}, ...tables) as Texts;
}
