import { existsSync, statSync } from "node:fs";
import { CoverageError } from "../base/errors.js";
import { LAYER_IDS } from "../base/layers.js";
import { say } from "../base/texts/node.js";
import { CONFIG_NAME } from "./command-line/resolve-settings.js";
import { filesOf, type Settings } from "./command-line/settings.js";
import { splitPart } from "./split-part.js";

/**
 * Checks that a run replaces nothing that it reads, by whatever path or link it is named.
 *
 * @param outputs paths of what it would write
 * @throws {CoverageError} `CANNOT_WRITE`
 */
export function assertReplacesNoInput(outputs: readonly string[], settings: Settings): void {
  const { osm, edits, standard, font, report, config = CONFIG_NAME } = settings;
  const named = [osm, edits, standard, font, report, config].filter((path) => path !== undefined);
  const inputs = [...LAYER_IDS.flatMap((layer) => filesOf(settings, layer)), ...named];
  const read = new Set(inputs.flatMap((given) => identify(splitPart(given).path)));
  const replaced = outputs.find((path) => identify(path).some((file) => read.has(file)));
  if (replaced === undefined) return;
  throw new CoverageError("CANNOT_WRITE", say("output.isInput", { path: replaced }), {
    path: replaced,
    hint: say("output.isInput.hint"),
  });
}

/** What a file is to the disk, whatever it is called. */
function identify(path: string): string[] {
  if (!existsSync(path)) return [];
  const found = statSync(path, { bigint: true });
  return found.isDirectory() ? [] : [`${found.dev}:${found.ino}`];
}
