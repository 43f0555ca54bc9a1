import type { CommandRow } from "./command.js";
import { run } from "./run.js";

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandRow[] = [run];
