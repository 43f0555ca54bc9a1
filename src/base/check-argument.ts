import { CoverageError } from "./errors.js";
import { describe, isJsonObject } from "./json-object.js";
import type { Phrase } from "./texts/phrase.js";
import { say } from "./texts/values.js";

/**
 * Checks that options are an object, and that none is misspelt.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT`, `UNKNOWN_OPTION`
 */
export function assertKeys(options: object, known: ReadonlySet<string>): void {
  assertObject("options", options);
  for (const key of Object.keys(options)) if (!known.has(key)) throw unknownKey(say("name.option"), key, known);
}

/** @throws {CoverageError} `INVALID_ARGUMENT` unless `value` is an object with keys: not null, not a list */
export function assertObject(path: string, value: unknown): asserts value is Readonly<Record<string, unknown>> {
  if (!isJsonObject(value)) throw invalid(path, value, say("value.object"));
}

/** As {@link assertObject}, for what keeps the type that it is declared with. @throws {CoverageError} `INVALID_ARGUMENT` */
export function checkObject(path: string, value: unknown): void {
  assertObject(path, value);
}

/** Says that an argument is not what it should be. */
export function invalid(path: string, value: unknown, expected: Phrase): CoverageError {
  return new CoverageError(
    "INVALID_ARGUMENT",
    say("argument.wrong", { path, value: describe(value), expected: expected }),
    { path },
  );
}

/** @throws {CoverageError} `INVALID_ARGUMENT` unless `value` is one of `choices` */
export function assertChoice(path: string, value: unknown, choices: readonly string[]): void {
  if (!(choices as readonly unknown[]).includes(value))
    throw invalid(path, value, say("expected.oneOf", { choices: choices.join(", ") }));
}

/** @throws {CoverageError} `INVALID_ARGUMENT` unless `value` is a text */
export function assertText(path: string, value: unknown): void {
  if (typeof value !== "string") throw invalid(path, value, say("expected.text"));
}

/** @throws {CoverageError} `INVALID_ARGUMENT` unless `value` is a number; `NaN` and `Infinity` are */
export function assertNumber(path: string, value: unknown): void {
  if (typeof value !== "number") throw invalid(path, value, say("expected.number"));
}

/** @throws {CoverageError} `INVALID_ARGUMENT` unless `value` has a text in both languages */
export function assertLabel(path: string, value: unknown): void {
  assertObject(path, value);
  assertText(`${path}.zh`, value.zh);
  assertText(`${path}.en`, value.en);
}

/** Says that there is no such name, and which one is like it. */
export function unknownKey(what: Phrase, key: string, known: ReadonlySet<string>): CoverageError {
  const similar = [...known].find((name) => name.toLowerCase().startsWith(key.slice(0, 3).toLowerCase()));
  const hint =
    similar === undefined ? say("name.known", { known: [...known].join(", ") }) : say("name.similar", { similar });
  return new CoverageError(
    "UNKNOWN_OPTION",
    say("name.unknown", { what: what, key: JSON.stringify(key.slice(0, 60)) }),
    {
      path: key,
      hint,
    },
  );
}
