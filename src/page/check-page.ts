import { CoverageError, say } from "../base/errors.js";

/** Checks what only the page is asked for. @throws {CoverageError} INVALID_ARGUMENT */
export function assertPageOptions({
  whatIf,
  attribution,
}: {
  readonly whatIf?: unknown;
  readonly attribution?: unknown;
}): void {
  if (whatIf !== undefined && whatIf !== "auto" && whatIf !== "always" && whatIf !== "never")
    throw new CoverageError("INVALID_ARGUMENT", say("whatIf is {whatIf}.", { whatIf: JSON.stringify(whatIf) }), {
      path: "whatIf",
      hint: 'Expected "auto", "always" or "never".',
    });
  if (attribution !== undefined && typeof attribution !== "string")
    throw new CoverageError("INVALID_ARGUMENT", "The attribution is no text.", {
      path: "attribution",
      hint: 'Expected a text, such as "© OpenStreetMap contributors".',
    });
}
