import type { ErrorSentence } from "./error-texts-zh.js";

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
  | "UNSUPPORTED_REPORT"
  | "LIMIT_EXCEEDED"
  | "INVALID_CITY_FILE"
  | "WORKER_CRASHED"
  | "FILE_MISSING"
  | "FILE_UNREADABLE"
  | "CANNOT_WRITE"
  | "CANNOT_LISTEN"
  | "PACKAGE_MISSING";

/** The names in braces of a sentence: `"path"` and `"count"` of `"{path} has {count} features."`; `{ zh, en }` names nothing. */
type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends ` ${string}` ? never : Name) | NamesIn<Rest>
  : never;

/** A sentence that is complete without values. */
type PlainSentence = { [Text in ErrorSentence]: [NamesIn<Text>] extends [never] ? Text : never }[ErrorSentence];

/** What stands in a sentence: data as they are, or words that have a translation of their own. */
export type ErrorValue = string | number | ErrorPhrase;

/** A sentence of an error in English, with names in braces, and the values that take their places. Plain data. */
export interface ErrorPhrase {
  readonly text: ErrorSentence;
  readonly values: Readonly<Record<string, ErrorValue>>;
}

/** A phrase, or a sentence that needs no values. */
export type ErrorText = PlainSentence | ErrorPhrase;

/**
 * Puts values into a sentence of an error. Every sentence has its Chinese one in `error-texts-zh.ts`: one without does not
 * compile, nor does one whose values are not those it names.
 */
export function say<Text extends ErrorSentence>(
  text: Text,
  ...[values]: [NamesIn<Text>] extends [never] ? [] : [Readonly<Record<NamesIn<Text>, ErrorValue>>]
): ErrorPhrase {
  return { text, values: values ?? {} };
}

/** Makes a phrase of a sentence that may be one already. */
export function toPhrase(text: ErrorText): ErrorPhrase {
  return typeof text === "string" ? { text, values: {} } : text;
}

/**
 * Writes a phrase, each value in its place.
 *
 * @param translate gives the sentence in another language; default: English, as it is
 */
export function writePhrase(
  { text, values }: ErrorPhrase,
  translate: (text: string) => string = (english) => english,
): string {
  return translate(text).replace(/\{(\w+)\}/g, (braces, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return braces;
    return typeof value === "object" ? writePhrase(value, translate) : String(value);
  });
}

/** Where an error happened and how to mend it. */
export interface CoverageErrorDetails {
  /** Where in the input: `"streets.features[12].geometry"`. */
  readonly path?: string;
  /** What to do about it, as one sentence. */
  readonly hint?: ErrorText;
  readonly cause?: unknown;
}

/** The one error type this library throws: a code for programs, a sentence for people, and what to translate it from. */
export class CoverageError extends Error {
  readonly code: CoverageErrorCode;
  readonly path: string | null;
  /** What to do about it, in English. */
  readonly hint: string | null;
  /** What is wrong and what to do, as sentences with their values; `toErrorText` writes them in Chinese. */
  readonly problem: { readonly message: ErrorPhrase; readonly hint: ErrorPhrase | null };

  constructor(code: CoverageErrorCode, message: ErrorText, details: CoverageErrorDetails = {}) {
    const problem = { message: toPhrase(message), hint: details.hint === undefined ? null : toPhrase(details.hint) };
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
