import { ARGUMENTS } from "./errors/arguments.js";
import { COMMAND_LINE } from "./errors/command-line.js";
import { FILES } from "./errors/files.js";
import { INIT } from "./errors/init.js";
import { PLANS } from "./errors/plans.js";
import { RENDERINGS } from "./errors/renderings.js";
import { SERVICE } from "./errors/service.js";
import { TRAVELERS } from "./errors/travelers.js";
import { VALUES } from "./errors/values.js";
import { type Say, sayFrom } from "./phrase.js";

/** Says what may be wrong with files, command lines and requests. */
export const say: Say<
  typeof VALUES &
    typeof ARGUMENTS &
    typeof FILES &
    typeof RENDERINGS &
    typeof COMMAND_LINE &
    typeof INIT &
    typeof PLANS &
    typeof SERVICE &
    typeof TRAVELERS
> = /* @__PURE__ */ sayFrom(VALUES, ARGUMENTS, FILES, RENDERINGS, COMMAND_LINE, INIT, PLANS, SERVICE, TRAVELERS);
