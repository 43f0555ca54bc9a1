import { CoverageError, type ErrorText, say, toPhrase } from "./errors.js";
import { describe } from "./json-object.js";

/**
 * Checks that options are an object, and that none is misspelt.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT`, `UNKNOWN_OPTION`
 */
export function assertKeys(options: object, known: ReadonlySet<string>): void {
  assertObject("options", options);
  for (const key of Object.keys(options)) if (!known.has(key)) throw unknownKey("option", key, known);
}

/** @throws {CoverageError} `INVALID_ARGUMENT` unless `value` is an object with keys: not null, not a list */
export function assertObject(path: string, value: unknown): asserts value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalid(path, value, "an object");
}

/** Says that an argument is not what it should be. */
export function invalid(path: string, value: unknown, expected: ErrorText): CoverageError {
  return new CoverageError(
    "INVALID_ARGUMENT",
    say("{path} is {value}; expected {expected}.", { path, value: describe(value), expected: toPhrase(expected) }),
    { path },
  );
}

/** @throws {CoverageError} `INVALID_ARGUMENT` unless `value` is one of `choices` */
export function assertChoice(path: string, value: unknown, choices: readonly string[]): void {
  if (!(choices as readonly unknown[]).includes(value))
    throw invalid(path, value, say("one of {choices}", { choices: choices.join(", ") }));
}

/** @throws {CoverageError} `INVALID_ARGUMENT` unless `value` is a text */
export function assertText(path: string, value: unknown): void {
  if (typeof value !== "string") throw invalid(path, value, "a text");
}

/** @throws {CoverageError} `INVALID_ARGUMENT` unless `value` has a text in both languages */
export function assertLabel(path: string, value: unknown): void {
  assertObject(path, value);
  assertText(`${path}.zh`, value.zh);
  assertText(`${path}.en`, value.en);
}

/** Says that there is no such name, and which one is like it. */
export function unknownKey(what: ErrorText, key: string, known: ReadonlySet<string>): CoverageError {
  const similar = [...known].find((name) => name.toLowerCase().startsWith(key.slice(0, 3).toLowerCase()));
  const hint =
    similar === undefined
      ? say("Known: {known}.", { known: [...known].join(", ") })
      : say('Did you mean "{similar}"?', { similar });
  return new CoverageError(
    "UNKNOWN_OPTION",
    say("There is no {what} {key}.", { what: toPhrase(what), key: JSON.stringify(key.slice(0, 60)) }),
    {
      path: key,
      hint,
    },
  );
}
