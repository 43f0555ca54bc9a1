import { checkObject } from "../base/check-argument.js";
import { guardLive } from "../base/guard-call.js";
import type { FacilityRecord, Reading } from "../model/facts.js";
import type { GeoJsonInput } from "../model/input.js";
import { parseIfText } from "./parse-if-text.js";
import { toFacility } from "./read-facilities.js";
import { readLayer } from "./read-layer.js";
import type { ReadOptions } from "./read-options.js";
import { makeIdsUnique } from "./unique-ids.js";

/**
 * Reads outlines of buildings, in the order of the file, with their tags; who lives in them is found out by `spreadByFloorArea`, and by
 * `prepareCity`, which take what is given back.
 *
 * @throws {CoverageError} as `readFacilities`
 */
export function readBuildings(input: GeoJsonInput, options: ReadOptions = {}): Reading<FacilityRecord> {
  return guardLive("readBuildings", [input, options], () => {
    checkObject("options", options);
    const { drafts, tally } = readLayer(parseIfText(input, "buildings"), "buildings", options, toFacility);
    const rows = makeIdsUnique(drafts, "buildings", true, tally.diagnostics);
    return { rows, counts: tally.counts(), diagnostics: tally.findings() };
  });
}
