import { ARGUMENTS } from "./errors/arguments.js";
import { VALUES } from "./errors/values.js";
import { type Say, sayFrom } from "./phrase.js";

/** Says what is wrong with a value or an argument: all that every room says. */
export const say: Say<typeof VALUES & typeof ARGUMENTS> = /* @__PURE__ */ sayFrom(VALUES, ARGUMENTS);
