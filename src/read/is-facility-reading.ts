import { isJsonObject } from "../base/json-object.js";
import type { FacilityRecord, Reading } from "../model/facts.js";
import type { GeoJsonInput } from "../model/input.js";

/** Tells facilities that were read from those that are still to be. */
export function isFacilityReading(input: GeoJsonInput | Reading<FacilityRecord>): input is Reading<FacilityRecord> {
  if (!isJsonObject(input)) return false;
  const { rows, counts, diagnostics } = input;
  if (!Array.isArray(rows) || !isJsonObject(counts) || !isJsonObject(counts.leftOut)) return false;
  return Array.isArray(diagnostics) && (diagnostics as readonly unknown[]).every(isJsonObject);
}
