import { CoverageError, type CoverageErrorCode } from "../errors.js";

/** What the command tells the shell, after BSD's sysexits. */
export const EXIT_CODES = {
  ok: 0,
  /** A mistake of this program. */
  bug: 1,
  usage: 2,
  badData: 65,
  inputMissing: 66,
  cannotWrite: 73,
} as const;

/** Errors that are not about the data. */
const EXIT_CODE_OF: Readonly<Partial<Record<CoverageErrorCode, number>>> = {
  INVALID_ARGUMENT: EXIT_CODES.usage,
  UNKNOWN_OPTION: EXIT_CODES.usage,
  FILE_MISSING: EXIT_CODES.inputMissing,
  FILE_UNREADABLE: EXIT_CODES.inputMissing,
  CANNOT_WRITE: EXIT_CODES.cannotWrite,
};

/** How the command ends after an error. */
export interface Failure {
  readonly exitCode: number;
  /** For people, without a line end. */
  readonly message: string;
}

/** Explains an error to people and to the shell; what is no `CoverageError` is a bug of this program. */
export function explainFailure(error: unknown, showStack: boolean): Failure {
  if (error instanceof CoverageError)
    return { exitCode: EXIT_CODE_OF[error.code] ?? EXIT_CODES.badData, message: error.message };
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const stack = showStack && error instanceof Error ? `\n${error.stack ?? ""}` : "";
  return {
    exitCode: EXIT_CODES.bug,
    message: `${text}\nThis is a bug in quarterhour: please report it, with the command that you ran and the output of QUARTERHOUR_DEBUG=1.${stack}`,
  };
}
