import { basename, join } from "node:path";
import { type CoverageOptions, computeCoverage } from "../compute-coverage.js";
import type {
  CityInput,
  CoverageReport,
  GeoJsonInput,
  Locale,
  PrepareOptions,
  Standard,
  TravelProfile,
} from "../model.js";
import { type PreparedCity, prepareCity } from "../prepare-city.js";
import { checkCrsMember } from "../read/crs-member.js";
import { listFeatures } from "../read/list-features.js";
import { toText } from "../report/to-text.js";
import { chengduFourCircles } from "../standards/chengdu-four-circles.js";
import { briskAdultWalking, childWalking, elderlyWalking, standardWalking } from "../standards/travel-profiles.js";
import { straightLine } from "../travel/straight-line.js";
import type { RunOptions } from "./command-options.js";
import { ProgressBar, type ProgressTerminal } from "./progress-bar.js";
import { readGeoJsonFile } from "./read-file.js";
import { assertWritable, toJsonText, writeOutputs } from "./write-outputs.js";

/** Where the command prints, and its clock. */
export interface CommandWorld {
  readonly stdout: ProgressTerminal;
  readonly stderr: ProgressTerminal;
  /** Milliseconds since any fixed moment. */
  readonly now: () => number;
}

const PROFILES: Readonly<Record<RunOptions["profile"], TravelProfile>> = {
  standard: standardWalking,
  brisk: briskAdultWalking,
  elderly: elderlyWalking,
  child: childWalking,
};

/**
 * Reads the files, judges the city, and writes or prints the report.
 *
 * @throws {CoverageError} what reading, judging and writing throw; then nothing has been printed or written
 */
export function runCommand(options: RunOptions, { stdout, stderr, now }: CommandWorld): void {
  const { output, lang, quiet = false, json = false, force = false } = options;
  if (output !== undefined) assertWritable(output, force);
  const bar = new ProgressBar(quiet ? SILENT : stderr, { locale: lang, now });
  let city: PreparedCity;
  let report: CoverageReport;
  try {
    ({ city, report } = judge(options, bar));
  } finally {
    bar.finish();
  }
  const written = output === undefined ? [] : writeReport(output, report, city, options);
  if (json) stdout.write(toJsonText(report));
  else if (!quiet)
    stdout.write(toText(report, { locale: lang, ...widthOf(stdout) }) + toFarewell(written, output, lang));
}

const SILENT: ProgressTerminal = { write: () => undefined };

function judge(
  options: RunOptions,
  bar: ProgressBar,
): { readonly city: PreparedCity; readonly report: CoverageReport } {
  const onProgress: NonNullable<PrepareOptions["onProgress"]> = (progress) => bar.update(progress);
  const standard = standardOf(options);
  const city = prepareCity(readInput(options, bar), { ...prepareOptionsOf(options), standard, onProgress });
  const report = computeCoverage(city, {
    standard,
    profile: PROFILES[options.profile],
    ...travelOf(options),
    onProgress,
  });
  return { city, report };
}

function readInput({ neighborhoods, facilities, streets, population }: RunOptions, bar: ProgressBar): CityInput {
  const total = 1 + facilities.length + (streets === undefined ? 0 : 1) + (population === undefined ? 0 : 1);
  let done = 0;
  const read = (path: string): GeoJsonInput => {
    bar.update({ stage: "parse", done: done++, total });
    return readGeoJsonFile(path);
  };
  return {
    neighborhoods: read(neighborhoods),
    facilities: concatenate(facilities.map((path) => ({ path, input: read(path) }))),
    ...(streets === undefined ? {} : { streets: read(streets) }),
    ...(population === undefined ? {} : { population: read(population) }),
  };
}

/** Makes one collection of several; what one of them says about its coordinate system is said of all. */
function concatenate(files: readonly { readonly path: string; readonly input: GeoJsonInput }[]): GeoJsonInput {
  const [first, ...others] = files;
  if (first !== undefined && others.length === 0) return first.input;
  const noted = files.find(({ path, input }) => checkCrsMember(input, path));
  return {
    type: "FeatureCollection",
    ...(noted !== undefined && "crs" in noted.input ? { crs: noted.input.crs } : {}),
    features: files.flatMap(({ path, input }) => listFeatures(input, path)),
  };
}

function standardOf({ judgeBy }: RunOptions): Standard {
  if (judgeBy === undefined) return chengduFourCircles;
  return { ...chengduFourCircles, judgeBy: judgeBy === "minutes" ? "seconds" : judgeBy };
}

function prepareOptionsOf({ datum, property, originSpacing, repair, classification }: RunOptions): PrepareOptions {
  return {
    ...(datum === undefined ? {} : { datum }),
    ...(property === undefined ? {} : { properties: property }),
    ...(originSpacing === undefined ? {} : { originSpacingMeters: originSpacing }),
    ...(repair === undefined ? {} : { repair }),
    ...(classification === undefined ? {} : { classification }),
  };
}

function travelOf({ straightLine: isStraight, streets, detour }: RunOptions): Pick<CoverageOptions, "travel"> {
  if (streets !== undefined && !isStraight) return {}; // along the streets
  return { travel: [straightLine(detour === undefined ? {} : { detourFactor: detour })] };
}

function writeReport(
  output: string,
  report: CoverageReport,
  city: PreparedCity,
  { lang, force = false }: RunOptions,
): readonly string[] {
  const { facilities } = city.forCategories(chengduFourCircles.categories);
  const { neighborhoods, streets } = city;
  return writeOutputs(output, report, { neighborhoods, streets, facilities, locale: lang, overwrite: force });
}

function widthOf({ isTTY, columns }: ProgressTerminal): { readonly width?: number } {
  return isTTY === true && columns !== undefined && columns > 0 ? { width: columns } : {};
}

function toFarewell(written: readonly string[], output: string | undefined, locale: Locale): string {
  if (output === undefined) return "";
  const names = written.map((path) => basename(path));
  const map = join(output, "map.html");
  return locale === "zh"
    ? `\n已写入 ${output}：${names.join("、")}。请用浏览器打开 ${map}。\n`
    : `\nWrote ${names.join(", ")} to ${output}. Open ${map} in a browser.\n`;
}
