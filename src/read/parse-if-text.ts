import type { Layer } from "../base/layers.js";
import type { GeoJsonInput } from "../model/input.js";
import { readGeoJsonText } from "./parse-geojson-text.js";

/** Tells whether a layer was given as the text of a file. */
export function isText(input: unknown): input is string | Uint8Array {
  return typeof input === "string" || input instanceof Uint8Array;
}

/**
 * Parses a layer that was given as text; anything else comes back as it is.
 *
 * @throws {CoverageError} what `readGeoJsonText` throws
 */
export function parseIfText(input: GeoJsonInput, layer: Layer): GeoJsonInput {
  return isText(input) ? readGeoJsonText(input, layer) : input;
}
