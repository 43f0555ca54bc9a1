import schema from "../../schemas/standard.json" with { type: "json" };
import { CoverageError } from "../base/errors.js";
import type { JsonObject } from "../base/json-object.js";
import { say } from "../base/texts/node.js";
import type { Standard } from "../model/standard.js";
import { STANDARDS } from "../standards/standards.js";
import { validateStandard } from "../standards/validate-standard.js";
import { suggest } from "./command-line/nearest-name.js";
import { readJsonObject } from "./command-line/resolve-settings.js";
import { findUnknownMember } from "./unknown-member.js";

/**
 * Reads a standard from a file.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT` for a name that is neither a standard's nor a file's; `INVALID_STANDARD`, also for members that a
 *   standard does not have; what reading the file throws
 */
export function readStandard(name: string): Standard {
  if (!/\.json(\.gz)?$/i.test(name)) {
    const suggestion = suggest(
      name,
      STANDARDS.map(({ id }) => id),
    );
    throw new CoverageError("INVALID_ARGUMENT", say("usage.standard", { name }), {
      hint: say("usage.standard.hint", { suggestion }),
    });
  }
  const { $schema: _, ...standard } = readJsonObject(name);
  validateStandard(standard as unknown as Standard);
  const unknown = findUnknownMember(standard, schema as JsonObject);
  if (unknown !== null)
    throw new CoverageError("INVALID_STANDARD", say("standard.unknown", { path: name, member: unknown.path }), {
      path: unknown.path,
      hint: suggest(unknown.name, unknown.known),
    });
  return standard as unknown as Standard;
}
