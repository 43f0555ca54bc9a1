import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/core.js";
import type { Phrase } from "../base/texts/phrase.js";
import type { Standard } from "../model/standard.js";

/** Refuses a standard by its name. @throws {CoverageError} `INVALID_STANDARD`, always */
export function fail(standard: Standard, problem: Phrase, hint: Phrase): never {
  throw new CoverageError("INVALID_STANDARD", say("standard.wrong", { id: standard.id, problem }), { hint });
}

/** Checks that no two rows have one id. @throws {CoverageError} `INVALID_STANDARD` */
export function assertUnique(standard: Standard, kind: Phrase, rows: readonly { readonly id: string }[]): void {
  const seen = new Set<string>();
  for (const { id } of rows) {
    if (seen.has(id)) fail(standard, say("standard.duplicate", { kind, id }), say("standard.duplicate.hint"));
    seen.add(id);
  }
}
