import { assertNumber, checkObject } from "../base/check-argument.js";
import { guardLive } from "../base/guard-call.js";
import type { StreetsReading } from "../model/facts.js";
import type { GeoJsonInput } from "../model/input.js";
import { guardReading } from "./guard-reading.js";
import { isText, parseIfText } from "./parse-if-text.js";
import type { StreetReadOptions } from "./read-options.js";
import { scanStreets } from "./scan-streets.js";
import { StreetsReader } from "./streets-reader.js";

/**
 * Reads lines, whoever may use them, in the order of the file; every line of a MultiLineString is a street with the same id.
 *
 * An area with a `highway` tag (a square) gives its outline, an area of water is kept as `waters`: nobody walks across it. Positions that equal their neighbors are kept. Of the tags,
 * those are kept that `options.tagKeys` names.
 *
 * @throws {CoverageError} NO_STREETS if no feature can be used
 * @throws {CoverageError} INVALID_JSON, INVALID_ENCODING, INVALID_GEOJSON, UNKNOWN_FORMAT, UNSUPPORTED_CRS,
 *   INVALID_ARGUMENT, PROJECTED_COORDINATES, SWAPPED_COORDINATES for input that cannot be what it is given as
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { readStreets } from "quarterhour/read";
 *
 * const { streets, diagnostics } = readStreets(readFileSync("fixtures/jincheng/streets.geojson"));
 * streets.ids.length > 100; // → true
 * diagnostics.length; // → 0
 * ```
 */
export function readStreets(input: GeoJsonInput, options: StreetReadOptions = {}): StreetsReading {
  return guardLive("readStreets", [input, options], () => {
    checkObject("options", options);
    if (options.referenceLon !== undefined) assertNumber("options.referenceLon", options.referenceLon);
    const scanned = isText(input) ? scanStreets(input, options) : null;
    return (scanned ?? readObjects(parseIfText(input, "streets"), options)).finish();
  });
}

function readObjects(input: GeoJsonInput, options: StreetReadOptions): StreetsReader {
  const reader = new StreetsReader(options, 0);
  guardReading("streets", input, () => reader.layer.readAll(input));
  return reader;
}
