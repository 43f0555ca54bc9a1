import { checkObject } from "../base/check-argument.js";
import { guardLive } from "../base/guard-call.js";
import type { PopulationReading } from "../model/facts.js";
import type { GeoJsonInput } from "../model/input.js";
import { readCountedPlaces } from "./read-counted-places.js";
import type { ReadOptions } from "./read-options.js";

/**
 * Reads people at points or spread over polygons, in the order of the file.
 *
 * Whoever names `properties.groups` gets the people of each group, too; where a place does not tell, it has none of them, and the
 * books say so.
 *
 * The number of people is read from `population`, or from the one property that is called so in another way (`POP10`, 常住人口).
 *
 * @throws {CoverageError} INVALID_ARGUMENT if no feature has such a property, or several may be meant
 * @throws {CoverageError} INVALID_JSON, INVALID_ENCODING, INVALID_GEOJSON, UNKNOWN_FORMAT, UNSUPPORTED_CRS, PROJECTED_COORDINATES, SWAPPED_COORDINATES
 *   for input that cannot be what it is given as
 */
export function readPopulation(input: GeoJsonInput, options: ReadOptions = {}): PopulationReading {
  return guardLive("readPopulation", [input, options], () => {
    checkObject("options", options);
    return readCountedPlaces(input, "population", options);
  });
}
