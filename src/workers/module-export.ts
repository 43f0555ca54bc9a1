import { assertObject, invalid } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/library.js";

/**
 * Names something that a module exports, so that every thread can import it: functions themselves cannot be sent to another thread.
 */
export interface ModuleExport {
  /** What `import()` understands everywhere: the name of a package, or a URL such as `import.meta.resolve("./metro.js")`. */
  readonly module: string;
  readonly export: string;
  /** If given, the export is a function, and what it returns for these is meant. Plain data. */
  readonly arguments?: readonly unknown[];
}

/**
 * Imports what is named.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT` if the module cannot be imported or has no such export
 */
export async function importExport(path: string, named: ModuleExport): Promise<unknown> {
  assertObject(path, named);
  const { module, export: name, arguments: given } = named;
  if (typeof module !== "string") throw invalid(`${path}.module`, module, say("expected.text"));
  if (typeof name !== "string") throw invalid(`${path}.export`, name, say("expected.text"));
  let exports: Readonly<Record<string, unknown>>;
  try {
    exports = await import(/* @vite-ignore */ module);
  } catch (cause) {
    throw new CoverageError("INVALID_ARGUMENT", say("pool.module", { path, module, why: String(cause) }), {
      path: `${path}.module`,
      hint: say("pool.module.hint"),
      cause,
    });
  }
  const value = Object.hasOwn(exports, name) ? exports[name] : undefined;
  if (value === undefined)
    throw new CoverageError("INVALID_ARGUMENT", say("pool.export", { path, module, name }), { path: `${path}.export` });
  if (given === undefined) return value;
  if (typeof value !== "function") throw invalid(`${path}.export`, value, say("value.function"));
  return value(...given);
}

/** Imports all that are named. */
export function importAll<T>(path: string, named: readonly ModuleExport[]): Promise<T[]> {
  return Promise.all(named.map((one, row) => importExport(`${path}[${row}]`, one))) as Promise<T[]>;
}
