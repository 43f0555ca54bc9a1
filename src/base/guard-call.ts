import { CoverageError } from "./errors.js";
import { describe } from "./json-object.js";
import { say } from "./texts/values.js";

/** More is not looked at: it is told as a failure of this library. */
const MOST_LOOKED_AT = 100_000;

/**
 * Runs a function of a door so that arguments that fail by themselves (a live object whose getters throw, a proxy) are a typed error.
 *
 * Anything else that is thrown comes out as it is: a mistake of this library must not look like one of its caller.
 *
 * @param name of the function, for the message
 * @throws {CoverageError} `INVALID_ARGUMENT` with the cause; typed errors pass as they are
 */
export function guardLive<T>(name: string, args: readonly unknown[], run: () => T): T {
  return guard(run, (error) => {
    const failure = findFailure(args, MOST_LOOKED_AT);
    return failure === null ? error : unusable(name, failure.cause, error);
  });
}

/**
 * Runs a function of a door that takes what this library made (reports, networks, tables) and does not look through it first: where
 * that is of another shape, that is a typed error, which says that it may be a mistake of this library, too.
 *
 * @param name of the function, for the message
 * @throws {CoverageError} `INVALID_ARGUMENT` with the cause; typed errors pass as they are
 */
export function guardShape<T>(name: string, run: () => T): T {
  return guard(run, (error) =>
    error instanceof TypeError || error instanceof RangeError ? unusable(name, error, error) : error,
  );
}

/**
 * Checks, within `guardShape`, that columns have as many numbers as they should: what loops over them then ends.
 *
 * @param name of what has the columns, for the message
 * @param lengths by column: how many at least
 * @throws {TypeError}
 */
export function checkColumns(name: string, columns: object, lengths: Readonly<Record<string, number>>): void {
  for (const [key, length] of Object.entries(lengths)) {
    const column: unknown = columns[key as keyof typeof columns];
    const count = ArrayBuffer.isView(column) ? (column as Uint8Array).length : -1;
    if (typeof length !== "number" || !(count >= length)) throw new TypeError(`${name}.${key}: ${count} < ${length}`);
  }
}

function guard<T>(run: () => T, explain: (error: unknown) => unknown): T {
  const failed = (error: unknown): never => {
    throw error instanceof CoverageError ? error : explain(error);
  };
  try {
    const result = run();
    return result instanceof Promise ? (result.catch(failed) as T) : result;
  } catch (error) {
    return failed(error);
  }
}

function unusable(name: string, reason: unknown, cause: unknown): CoverageError {
  return new CoverageError("INVALID_ARGUMENT", say("argument.unusable", { name, reason: reasonOf(reason) }), {
    hint: say("argument.unusable.hint"),
    cause,
  });
}

function reasonOf(reason: unknown): string {
  try {
    return reason instanceof Error ? String(reason.message) : String(describe(reason).text);
  } catch {
    return "?";
  }
}

/**
 * Looks at everything that values hold, in search of what fails by itself; `null` = plain data, which cannot.
 *
 * @param most of what they hold is looked at. Default: all of it
 */
export function findFailure(values: readonly unknown[], most: number = Infinity): { readonly cause: unknown } | null {
  const seen = new Set<unknown>();
  const pending: unknown[] = [...values];
  try {
    while (pending.length > 0 && seen.size < most) {
      const value = pending.pop();
      if (typeof value !== "object" || value === null || seen.has(value) || ArrayBuffer.isView(value)) continue;
      seen.add(value);
      // what stands behind a signal answers to signals only
      if (value instanceof AbortSignal) continue;
      // by name as well, since a proxy need not list what it answers to
      const { id, type, features, geometry, properties, length } = value as Readonly<Record<string, unknown>>;
      pending.push(id, type, features, geometry, properties, length, Object.getPrototypeOf(value));
      for (const member of Object.values(value)) pending.push(member);
      // what cannot be written as a number or a text fails where it stands for one
      if (!Array.isArray(value) && Object.hasOwn(value, "toString")) `${value as unknown as string}`;
    }
  } catch (cause) {
    return { cause };
  }
  return null;
}
