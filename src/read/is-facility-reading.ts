import type { FacilityRecord, Reading } from "../model/facts.js";
import type { GeoJsonInput } from "../model/input.js";

/** Tells facilities that were read from those that are still to be. */
export function isFacilityReading(input: GeoJsonInput | Reading<FacilityRecord>): input is Reading<FacilityRecord> {
  return typeof input === "object" && input !== null && "rows" in input && "counts" in input;
}
