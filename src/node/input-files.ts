import { LAYER_IDS, type Layer } from "../base/layers.js";
import type { CityInput, GeoJsonInput } from "../model/input.js";
import { checkCrsMember } from "../read/crs-member.js";
import { listFeatures } from "../read/list-features.js";
import { readGeoJsonText } from "../read/parse-geojson-text.js";
import { filesOf, type Settings } from "./command-line/settings.js";
import type { ProgressBar } from "./progress-bar.js";
import { readFileContent } from "./read-file.js";

/** One file as read from the disk, unpacked. */
export interface InputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The files of a city, by layer. */
export type InputFiles = Readonly<Partial<Record<Layer, readonly InputFile[]>>>;

/**
 * Reads the files that the command names.
 *
 * @throws {CoverageError} what `readFileContent` throws
 */
export function readInputFiles(settings: Settings, bar: ProgressBar): InputFiles {
  const total = LAYER_IDS.reduce((sum, layer) => sum + filesOf(settings, layer).length, 0);
  let done = 0;
  const read = (path: string): InputFile => {
    bar.update({ stage: "parse", done: done++, total });
    return { path, bytes: readFileContent(path) };
  };
  const layers = LAYER_IDS.map((layer) => [layer, filesOf(settings, layer).map(read)] as const);
  return Object.fromEntries(layers.filter(([, files]) => files.length > 0));
}

/**
 * Makes a city of files: their bytes as they are, for the readers to read at their own speed.
 *
 * @throws {CoverageError} what `readGeoJsonText` throws, where several files become one layer
 */
export function toCityInput(files: InputFiles): CityInput {
  const layers = Object.entries(files).map(([layer, own]) => [layer, concatenate(own)]);
  return Object.fromEntries(layers) as CityInput;
}

/** Makes one collection of several; what one of them says about its coordinate system is said of all. */
function concatenate(files: readonly InputFile[]): GeoJsonInput {
  const [first, ...others] = files;
  if (first !== undefined && others.length === 0) return first.bytes;
  const collections = files.map(({ path, bytes }) => ({ path, input: readGeoJsonText(bytes, path) as object }));
  const noted = collections.find(({ path, input }) => checkCrsMember(input, path));
  return {
    type: "FeatureCollection",
    ...(noted !== undefined && "crs" in noted.input ? { crs: noted.input.crs } : {}),
    features: collections.flatMap(({ path, input }) => listFeatures(input, path)),
  };
}
