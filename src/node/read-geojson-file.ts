import type { GeoJsonInput } from "../model/input.js";
import { readGeoJsonText } from "../read/parse-geojson-text.js";
import { isLong, readLongGeoJson } from "../read/parse-long-text.js";
import { openFile } from "./open-file.js";
import type { ReadFileOptions } from "./read-file.js";
import { splitPart } from "./split-part.js";

/**
 * Reads one GeoJSON file: `.geojson`, `.json`, `.ndjson`, `.geojsonl`, each also as `.gz`, or in a zip archive.
 *
 * The content decides, not the name: what begins like gzip or zip is unpacked. `file.zip#streets.geojson` names one of several files.
 *
 * @throws {CoverageError} `FILE_MISSING`, `FILE_UNREADABLE`, `LIMIT_EXCEEDED`; `INVALID_ENCODING` for damaged gzip;
 *   `DAMAGED_FILE` and `LAYER_NEEDED` of an archive;
 *   what `readGeoJsonText` throws
 *
 * @example
 * ```ts
 * import { prepareCity } from "quarterhour";
 * import { readGeoJsonFile } from "quarterhour/node";
 *
 * const city = prepareCity({
 *   neighborhoods: readGeoJsonFile("fixtures/jincheng/neighborhoods.geojson"),
 *   facilities: readGeoJsonFile("fixtures/jincheng/facilities.geojson"),
 * });
 * city.streets; // → null
 * ```
 */
export function readGeoJsonFile(path: string, options: ReadFileOptions = {}): GeoJsonInput {
  const { path: file, part } = splitPart(path);
  const { bytes } = openFile(file, part, options);
  return isLong(bytes) ? readLongGeoJson(bytes, path) : readGeoJsonText(bytes, path);
}
