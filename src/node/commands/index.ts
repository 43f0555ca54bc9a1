import { check } from "./check.js";
import type { CommandRow } from "./command.js";
import { explain } from "./explain.js";
import { isochrone } from "./isochrone.js";
import { presets } from "./presets.js";
import { run } from "./run.js";
import { serve } from "./serve.js";

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandRow[] = [run, check, explain, isochrone, serve, presets];
