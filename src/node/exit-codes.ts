import { CoverageError, type CoverageErrorCode } from "../base/errors.js";
import { say } from "../base/texts/node.js";
import { translatePhrase } from "../base/texts/translate.js";
import type { Locale } from "../base/words.js";
import { toErrorText } from "../report/to-error-text.js";

/** What the command tells the shell, after BSD's sysexits; the help tells what each means, in this order. */
export const EXIT_CODES = {
  ok: 0,
  /** A mistake of this program. */
  bug: 1,
  usage: 2,
  gateFailed: 3,
  /** Of a plan, some partitions are not done. */
  incomplete: 4,
  badData: 65,
  inputMissing: 66,
  cannotWrite: 73,
  /** Ended by SIGINT, which shells report as 128 + 2. */
  interrupted: 130,
} as const;

/** Errors that are not about the data. */
const EXIT_CODE_OF: Readonly<Partial<Record<CoverageErrorCode, number>>> = {
  INVALID_ARGUMENT: EXIT_CODES.usage,
  UNKNOWN_OPTION: EXIT_CODES.usage,
  FILE_MISSING: EXIT_CODES.inputMissing,
  FILE_UNREADABLE: EXIT_CODES.inputMissing,
  CANNOT_WRITE: EXIT_CODES.cannotWrite,
  CANNOT_LISTEN: EXIT_CODES.usage,
  PACKAGE_MISSING: EXIT_CODES.usage,
};

/** How the command ends after an error. */
export interface Failure {
  readonly exitCode: number;
  /** For people: `error CODE: message`, without a line end. */
  readonly message: string;
}

/** Explains an error to people and to the shell; what is no error of ours is a bug of this program. */
export function explainFailure(error: unknown, locale: Locale, showStack: boolean): Failure {
  // the one place where an error becomes text
  if (error instanceof CoverageError)
    return {
      exitCode: EXIT_CODE_OF[error.code] ?? EXIT_CODES.badData,
      message: `error ${error.code}: ${toErrorText(error, locale, "command")}`,
    };
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const stack = showStack && error instanceof Error ? `\n${error.stack ?? ""}` : "";
  return {
    exitCode: EXIT_CODES.bug,
    message: `error BUG: ${text}\n${translatePhrase(say("command.bug"), locale)}${stack}`,
  };
}
