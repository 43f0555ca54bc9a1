import { CoverageError } from "../base/errors.js";
import type { SentError } from "./messages.js";

/** Makes an error of a thread ready for the way to another one. */
export function toSent(error: unknown): SentError {
  if (error instanceof CoverageError) {
    const { code, message, path, problem } = error;
    return { code, message, path, problem };
  }
  return {
    code: null,
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    path: null,
    problem: null,
  };
}

/** Makes the error that another thread threw. */
export function toError({ code, message, path, problem }: SentError): Error {
  if (code === null || problem === null) return new Error(message);
  return new CoverageError(code, problem.message, {
    ...(path === null ? {} : { path }),
    ...(problem.hint === null ? {} : { hint: problem.hint }),
  });
}
