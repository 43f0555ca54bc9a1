import { assertLabel, assertObject, assertText, invalid } from "../../base/check-argument.js";
import { say } from "../../base/texts/core.js";
import { MODES } from "./modes.js";

/**
 * Checks that modes of the caller's own are modes, and that each can be told from the others and from those of the library.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT`
 */
export function assertModes(modes: unknown): void {
  if (!Array.isArray(modes)) throw invalid("options.modes", modes, say("expected.modes"));
  const ids = new Set<unknown>(MODES.map(({ id }) => id));
  // a hole in a list is no mode, and forEach would step over it
  Array.from(modes as unknown[]).forEach((mode: unknown, row) => {
    const path = `options.modes[${row}]`;
    assertObject(path, mode);
    assertText(`${path}.id`, mode.id);
    if (ids.has(mode.id)) throw invalid(`${path}.id`, mode.id, say("expected.newMode"));
    ids.add(mode.id);
    assertLabel(`${path}.label`, mode.label);
    const { tagKeys, accessOf, speedOf } = mode;
    if (!Array.isArray(tagKeys)) throw invalid(`${path}.tagKeys`, tagKeys, say("expected.modeTags"));
    if (typeof accessOf !== "function") throw invalid(`${path}.accessOf`, accessOf, say("value.function"));
    if (typeof speedOf !== "function") throw invalid(`${path}.speedOf`, speedOf, say("value.function"));
  });
}
