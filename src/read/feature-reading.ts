import { isJsonObject } from "../base/json-object.js";
import type { FeatureReading } from "../model/input.js";

/** Tells whether an input is what the reader of a file format gave. */
export function isFeatureReading(input: unknown): input is FeatureReading {
  return (
    isJsonObject(input) &&
    input.type === "FeatureReading" &&
    Array.isArray(input.features) &&
    isJsonObject(input.leftOut) &&
    Array.isArray(input.diagnostics)
  );
}
