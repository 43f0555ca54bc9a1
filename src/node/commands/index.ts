import { check } from "./check.js";
import type { CommandRow } from "./command.js";
import { compare } from "./compare.js";
import { completionOf } from "./completion.js";
import { explain } from "./explain.js";
import { init } from "./init.js";
import { isochrone } from "./isochrone.js";
import { merge } from "./merge.js";
import { plan } from "./plan.js";
import { presets } from "./presets.js";
import { run } from "./run.js";
import { serve } from "./serve.js";
import { status } from "./status.js";

const ALL_BUT_COMPLETION = [init, check, run, explain, compare, isochrone, serve, plan, status, merge, presets];
/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandRow[] = [...ALL_BUT_COMPLETION, completionOf(ALL_BUT_COMPLETION)];
