import { type Phrase, writePhrase } from "./texts/phrase.js";

/** What went wrong, for programs. docs/guides/errors-and-diagnostics.md says what each code means and what to do. */
export type CoverageErrorCode =
  | "INVALID_ARGUMENT"
  | "INVALID_GEOJSON"
  | "INVALID_JSON"
  | "INVALID_TABLE"
  | "UNKNOWN_FORMAT"
  | "INVALID_ENCODING"
  | "DAMAGED_FILE"
  | "LAYER_NEEDED"
  | "INVALID_LOCATION"
  | "PROJECTED_COORDINATES"
  | "SWAPPED_COORDINATES"
  | "UNSUPPORTED_CRS"
  | "NO_NEIGHBORHOODS"
  | "NO_FACILITIES"
  | "NO_STREETS"
  | "DUPLICATE_ID"
  | "UNKNOWN_OPTION"
  | "INVALID_STANDARD"
  | "INVALID_REPORT"
  | "INVALID_EDITS"
  | "UNSUPPORTED_REPORT"
  | "LIMIT_EXCEEDED"
  | "INVALID_CITY_FILE"
  | "WORKER_CRASHED"
  | "FILE_MISSING"
  | "FILE_UNREADABLE"
  | "CANNOT_WRITE"
  | "CANNOT_LISTEN"
  | "PACKAGE_MISSING";

/** Where an error happened and how to mend it. */
export interface CoverageErrorDetails {
  /** Where in the input: `"streets.features[12].geometry"`. */
  readonly path?: string;
  /** What to do about it, as one sentence. */
  readonly hint?: Phrase;
  readonly cause?: unknown;
}

/** The one error type this library throws: a code for programs, a sentence for people, and what to translate it from. */
export class CoverageError extends Error {
  readonly code: CoverageErrorCode;
  readonly path: string | null;
  /** What to do about it, in English. */
  readonly hint: string | null;
  /** What is wrong and what to do, as texts by id with their values; `toErrorText` writes them in Chinese. */
  readonly problem: { readonly message: Phrase; readonly hint: Phrase | null };

  constructor(code: CoverageErrorCode, message: Phrase, details: CoverageErrorDetails = {}) {
    const problem = { message, hint: details.hint ?? null };
    const hint = problem.hint === null ? null : writePhrase(problem.hint);
    const sentence = writePhrase(problem.message);
    super(
      hint === null ? sentence : `${sentence} ${hint}`,
      details.cause === undefined ? {} : { cause: details.cause },
    );
    this.name = "CoverageError";
    this.code = code;
    this.path = details.path ?? null;
    this.hint = hint;
    this.problem = problem;
  }
}
