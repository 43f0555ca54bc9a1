import type { CityInput, PrepareOptions } from "../model/input.js";
import { validateStandard } from "../standards/validate-standard.js";
import { buildCity } from "./build-city.js";
import { assertInput, assertPrepareOptions } from "./check-input.js";
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
 */
export function prepareCity(input: CityInput, options: PrepareOptions = {}): PreparedCity {
  assertPrepareOptions(options);
  if (options.standard !== undefined) validateStandard(options.standard);
  const prepared = new PreparedCity(buildCity(readLayers(assertInput(input, options), options), options));
  // so that the first report is as fast as the later ones
  selectFor(PreparedCity.parts(prepared), prepared.standard.categories);
  return prepared;
}
