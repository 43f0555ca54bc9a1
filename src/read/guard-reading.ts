import { CoverageError } from "../errors.js";
import type { Layer } from "../model.js";
import { describeValue } from "./json-object.js";

/**
 * Reads a layer so that whatever goes wrong is a typed error: the input may be a live object whose getters throw.
 *
 * @throws {CoverageError} INVALID_GEOJSON with the cause; typed errors pass as they are
 */
export function guardReading<T>(layer: Layer, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof CoverageError) throw error;
    const reason = error instanceof Error ? error.message : describeValue(error);
    throw new CoverageError("INVALID_GEOJSON", `${layer} cannot be read: ${reason}.`, {
      path: layer,
      hint: "Give plain data, as JSON.parse or readGeoJsonText returns it.",
      cause: error,
    });
  }
}
