/** What went wrong, for programs. docs/guides/errors-and-diagnostics.md says what each code means and what to do. */
export type CoverageErrorCode =
  | "INVALID_ARGUMENT"
  | "INVALID_GEOJSON"
  | "INVALID_JSON"
  | "UNKNOWN_FORMAT"
  | "INVALID_ENCODING"
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
  | "LIMIT_EXCEEDED"
  | "INVALID_CITY_FILE"
  | "WORKER_CRASHED"
  | "FILE_MISSING"
  | "FILE_UNREADABLE"
  | "CANNOT_WRITE";

/** Where an error happened and how to mend it. */
export interface CoverageErrorDetails {
  /** Where in the input: `"streets.features[12].geometry"`. */
  readonly path?: string;
  /** What to do about it, as one sentence. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/** The one error type this library throws: a code for programs, a sentence for people. */
export class CoverageError extends Error {
  readonly code: CoverageErrorCode;
  readonly path: string | null;
  readonly hint: string | null;

  constructor(code: CoverageErrorCode, message: string, details: CoverageErrorDetails = {}) {
    super(
      details.hint === undefined ? message : `${message} ${details.hint}`,
      details.cause === undefined ? {} : { cause: details.cause },
    );
    this.name = "CoverageError";
    this.code = code;
    this.path = details.path ?? null;
    this.hint = details.hint ?? null;
  }
}
