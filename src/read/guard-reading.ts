import { CoverageError } from "../base/errors.js";
import { findFailure } from "../base/guard-call.js";
import { describe } from "../base/json-object.js";
import type { Layer } from "../base/layers.js";
import { say } from "../base/texts/core.js";

/**
 * Reads a layer so that an input that fails by itself is a typed error: it may be a live object whose getters throw.
 *
 * Anything else that is thrown comes out as it is: a mistake of this library must not look like one of the data.
 *
 * @throws {CoverageError} INVALID_GEOJSON with the cause, if the input cannot be read; typed errors pass as they are
 */
export function guardReading<T>(layer: Layer, input: unknown, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const failure = error instanceof CoverageError ? null : findFailure([input]);
    if (failure === null) throw error;
    const { cause } = failure;
    const reason = cause instanceof Error ? cause.message : describe(cause);
    throw new CoverageError("INVALID_GEOJSON", say("layer.unreadable", { layer, reason }), {
      path: layer,
      hint: say("layer.unreadable.hint"),
      cause,
    });
  }
}
