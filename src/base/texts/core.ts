import { ARGUMENTS } from "./errors/arguments.js";
import { FORMATS } from "./errors/formats.js";
import { LAYERS } from "./errors/layers.js";
import { NETWORKS } from "./errors/networks.js";
import { STANDARDS } from "./errors/standards.js";
import { VALUES } from "./errors/values.js";
import { type Say, sayFrom } from "./phrase.js";

/** Says what may be wrong on the way from the input to a report. */
export const say: Say<
  typeof VALUES & typeof ARGUMENTS & typeof STANDARDS & typeof NETWORKS & typeof LAYERS & typeof FORMATS
> = /* @__PURE__ */ sayFrom(VALUES, ARGUMENTS, STANDARDS, NETWORKS, LAYERS, FORMATS);
