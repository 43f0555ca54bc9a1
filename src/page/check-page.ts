import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/library.js";

/** Checks what only the page is asked for. @throws {CoverageError} INVALID_ARGUMENT */
export function assertPageOptions({
  whatIf,
  attribution,
}: {
  readonly whatIf?: unknown;
  readonly attribution?: unknown;
}): void {
  if (whatIf !== undefined && whatIf !== "auto" && whatIf !== "always" && whatIf !== "never")
    throw new CoverageError("INVALID_ARGUMENT", say("page.whatIf", { whatIf: JSON.stringify(whatIf) }), {
      path: "whatIf",
      hint: say("page.whatIf.hint"),
    });
  if (attribution !== undefined && typeof attribution !== "string")
    throw new CoverageError("INVALID_ARGUMENT", say("page.attribution"), {
      path: "attribution",
      hint: say("page.attribution.hint"),
    });
}
