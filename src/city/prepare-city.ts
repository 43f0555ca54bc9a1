import { guardLive } from "../base/guard-call.js";
import type { CityInput, PrepareOptions } from "../model/input.js";
import { validateStandard } from "../standards/validate-standard.js";
import { MODES, tagKeysOf } from "../streets/modes/modes.js";
import { buildCity } from "./build-city.js";
import { assertInput, assertPrepareOptions } from "./check-input.js";
import { assertTagsRead } from "./mode-networks.js";
import { PreparedCity } from "./prepared-city.js";
import { readLayers } from "./read-layers.js";
import { selectFor } from "./select-for.js";

/**
 * Reads a city, builds its network and indexes, once.
 *
 * A layer is GeoJSON, the text of a file, or what a reader gave before: `streets: readStreets(text)`.
 *
 * @throws {CoverageError} `NO_NEIGHBORHOODS`, `NO_STREETS` if a layer holds nothing usable; `INVALID_GEOJSON`,
 *   `PROJECTED_COORDINATES`, `SWAPPED_COORDINATES`, `UNSUPPORTED_CRS`, `DUPLICATE_ID` for a layer as a whole;
 *   `UNKNOWN_OPTION` for a misspelt option. Everything else is diagnosed in the report.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { computeCoverage, elderlyWalking, prepareCity } from "quarterhour";
 *
 * const read = (layer: string) => readFileSync(`fixtures/jincheng/${layer}.geojson`);
 * const city = prepareCity({
 *   neighborhoods: read("neighborhoods"),
 *   facilities: read("facilities"),
 *   streets: read("streets"),
 * });
 * city.neighborhoods[0]?.name; // → "文昌社区"
 * computeCoverage(city).city.circles.convenience?.score?.toFixed(1); // → "38.4"
 * computeCoverage(city, { profile: elderlyWalking }).city.circles.convenience?.score?.toFixed(1); // → "28.7"
 * ```
 */
export function prepareCity(input: CityInput, options: PrepareOptions = {}): PreparedCity {
  return guardLive("prepareCity", [input, options], () => {
    assertPrepareOptions(options);
    if (options.standard !== undefined) validateStandard(options.standard);
    const modes = [...MODES, ...(options.modes ?? [])];
    const layers = readLayers(assertInput(input, options), options, tagKeysOf(modes));
    if (layers.streets !== null) assertTagsRead(layers.streets.streets, modes);
    const prepared = new PreparedCity(buildCity(layers, options), modes);
    // so that the first report is as fast as the later ones
    selectFor(PreparedCity.parts(prepared), prepared.standard.categories);
    return prepared;
  });
}
