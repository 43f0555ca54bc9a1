import { CoverageError, type CoverageErrorCode } from "../../base/errors.js";
import { say } from "../../base/texts/node.js";
import type { Phrase } from "../../base/texts/phrase.js";
import { translatePhrase } from "../../base/texts/translate.js";
import type { Label } from "../../base/words.js";
import { toErrorText } from "../../report/to-error-text.js";

/** What a request can be refused for, besides the errors of the library. */
export type ServiceErrorCode =
  | CoverageErrorCode
  | "BODY_TOO_LARGE"
  | "BODY_TOO_SLOW"
  | "BAD_REQUEST"
  | "WRONG_MEDIA_TYPE"
  | "NOT_ACCEPTABLE"
  | "UNKNOWN_ID"
  | "UNKNOWN_ROUTE"
  | "METHOD_NOT_ALLOWED"
  | "FOREIGN_HOST"
  | "BUSY"
  | "TIME_IS_UP"
  | "BUG";

/** An error as the service answers it: plain data, so that threads can send it. */
export interface ServiceError {
  readonly status: number;
  readonly code: ServiceErrorCode;
  readonly message: Label;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Errors about how something was asked, not about the data. */
const BAD_REQUESTS: readonly CoverageErrorCode[] = ["INVALID_ARGUMENT", "UNKNOWN_OPTION", "INVALID_LOCATION"];

/** Tells an error of the library, or a mistake of this program, as the service answers it. */
export function toServiceError(error: unknown): ServiceError {
  if (error instanceof CoverageError)
    return {
      status: BAD_REQUESTS.includes(error.code) ? 400 : 422,
      code: error.code,
      message: { zh: toErrorText(error, "zh", "service"), en: toErrorText(error, "en", "service") },
      details: error.path === null ? {} : { path: error.path },
    };
  return {
    status: 500,
    code: "BUG",
    message: toLabel(say("service.bug")),
    details: {},
  };
}

/** The body of an answer that tells an error. */
export function toErrorBody({ code, message, details }: Omit<ServiceError, "status">): object {
  return { error: { code, message, details } };
}

/** Writes a phrase in both languages: the service does not know who reads its answer. */
export function toLabel(phrase: Phrase): Label {
  return { zh: translatePhrase(phrase, "zh", "service"), en: translatePhrase(phrase, "en", "service") };
}
