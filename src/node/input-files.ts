import type { Layer } from "../base/layers.js";
import type { CityInput, GeoJsonInput } from "../model/input.js";
import { checkCrsMember } from "../read/crs-member.js";
import { listFeatures } from "../read/list-features.js";
import { readGeoJsonText } from "../read/parse-geojson-text.js";
import type { Settings } from "./command-line/settings.js";
import type { ProgressBar } from "./progress-bar.js";
import { readFileContent } from "./read-file.js";

/** One file as read from the disk, unpacked. */
export interface InputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The files of a city; only facilities may come in several. */
export type InputFiles = Readonly<Partial<Record<Layer, readonly InputFile[]>>>;

/**
 * Reads the files that the command names.
 *
 * @throws {CoverageError} what `readFileContent` throws
 */
export function readInputFiles(
  {
    neighborhoods,
    facilities,
    streets,
    population,
  }: Settings & Required<Pick<Settings, "neighborhoods" | "facilities">>,
  bar: ProgressBar,
): InputFiles {
  const total = 1 + facilities.length + (streets === undefined ? 0 : 1) + (population === undefined ? 0 : 1);
  let done = 0;
  const read = (path: string): InputFile => {
    bar.update({ stage: "parse", done: done++, total });
    return { path, bytes: readFileContent(path) };
  };
  return {
    neighborhoods: [read(neighborhoods)],
    facilities: facilities.map(read),
    ...(streets === undefined ? {} : { streets: [read(streets)] }),
    ...(population === undefined ? {} : { population: [read(population)] }),
  };
}

/**
 * Makes a city of files: their bytes as they are, for the readers to read at their own speed.
 *
 * @throws {CoverageError} what `readGeoJsonText` throws, where several files become one layer
 */
export function toCityInput({ neighborhoods = [], facilities = [], streets, population }: InputFiles): CityInput {
  return {
    neighborhoods: concatenate(neighborhoods),
    facilities: concatenate(facilities),
    ...(streets === undefined ? {} : { streets: concatenate(streets) }),
    ...(population === undefined ? {} : { population: concatenate(population) }),
  };
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
