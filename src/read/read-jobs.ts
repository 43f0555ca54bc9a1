import { checkObject } from "../base/check-argument.js";
import { guardLive } from "../base/guard-call.js";
import type { PopulationReading } from "../model/facts.js";
import type { GeoJsonInput } from "../model/input.js";
import { readCountedPlaces } from "./read-counted-places.js";
import type { ReadOptions } from "./read-options.js";

/**
 * Reads jobs at points (firms, census blocks) or spread over polygons, in the order of the file. The `population` of what is given back is
 * how many people work there.
 *
 * The number is read from `jobs`, or from the one property that is called so in another way (`employees`, `C000`, 就业岗位数).
 *
 * @throws {CoverageError} as `readPopulation`
 */
export function readJobs(input: GeoJsonInput, options: ReadOptions = {}): PopulationReading {
  return guardLive("readJobs", [input, options], () => {
    checkObject("options", options);
    return readCountedPlaces(input, "jobs", options);
  });
}
