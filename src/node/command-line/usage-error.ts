import type { Label } from "../../base/words.js";

/** Wrong use of the command: told in the chosen language, and the shell gets 2. */
export class UsageError extends Error {
  readonly code: "UNKNOWN_OPTION" | "INVALID_ARGUMENT";
  /** What is wrong, and what to do. */
  readonly text: Label;

  constructor(text: Label, code: "UNKNOWN_OPTION" | "INVALID_ARGUMENT" = "INVALID_ARGUMENT") {
    super(text.en);
    this.name = "UsageError";
    this.text = text;
    this.code = code;
  }
}
