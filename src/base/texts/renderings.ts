import { ARGUMENTS } from "./errors/arguments.js";
import { RENDERINGS } from "./errors/renderings.js";
import { VALUES } from "./errors/values.js";
import { type Say, sayFrom } from "./phrase.js";

/** Says what may be wrong with what a rendering is given: a table of a report loads no text of a reader. */
export const say: Say<typeof VALUES & typeof ARGUMENTS & typeof RENDERINGS> = /* @__PURE__ */ sayFrom(
  VALUES,
  ARGUMENTS,
  RENDERINGS,
);
