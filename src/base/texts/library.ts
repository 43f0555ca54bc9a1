import { ARGUMENTS } from "./errors/arguments.js";
import { FORMATS } from "./errors/formats.js";
import { ISOCHRONES } from "./errors/isochrones.js";
import { LAYERS } from "./errors/layers.js";
import { NETWORKS } from "./errors/networks.js";
import { PARTITIONS } from "./errors/partitions.js";
import { POOL } from "./errors/pool.js";
import { RENDERINGS } from "./errors/renderings.js";
import { SAVED_CITIES } from "./errors/saved-cities.js";
import { SCENARIOS } from "./errors/scenarios.js";
import { STANDARDS } from "./errors/standards.js";
import { TRAVEL } from "./errors/travel.js";
import { VALUES } from "./errors/values.js";
import { type Say, sayFrom } from "./phrase.js";

/** Says what may be wrong in the rooms around the core: what is there says the same, and more. */
export const say: Say<
  typeof VALUES &
    typeof ARGUMENTS &
    typeof STANDARDS &
    typeof NETWORKS &
    typeof LAYERS &
    typeof FORMATS &
    typeof SAVED_CITIES &
    typeof SCENARIOS &
    typeof ISOCHRONES &
    typeof RENDERINGS &
    typeof PARTITIONS &
    typeof POOL &
    typeof TRAVEL
> = /* @__PURE__ */ sayFrom(
  VALUES,
  ARGUMENTS,
  STANDARDS,
  NETWORKS,
  LAYERS,
  FORMATS,
  SAVED_CITIES,
  SCENARIOS,
  ISOCHRONES,
  RENDERINGS,
  PARTITIONS,
  POOL,
  TRAVEL,
);
