import { FILES } from "./errors/files.js";
import { RENDERINGS } from "./errors/renderings.js";
import { VALUES } from "./errors/values.js";
import { sayFrom } from "./phrase.js";

/** Says what may be wrong with files, folders and ports. */
export const say = /* @__PURE__ */ sayFrom(VALUES, FILES, RENDERINGS);
