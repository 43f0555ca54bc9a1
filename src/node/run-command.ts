import { basename, join } from "node:path";
import { type CoverageOptions, computeCoverage } from "../compute-coverage.js";
import type { CoverageReport, Locale, PrepareOptions, Standard, TravelProfile } from "../model.js";
import { type PreparedCity, prepareCity } from "../prepare-city.js";
import { readGeoJsonText } from "../read/parse-geojson-text.js";
import { toText } from "../report/to-text.js";
import { chengduFourCircles } from "../standards/chengdu-four-circles.js";
import { briskAdultWalking, childWalking, elderlyWalking, standardWalking } from "../standards/travel-profiles.js";
import { straightLine } from "../travel/straight-line.js";
import type { RunOptions } from "./command-options.js";
import { type InputFiles, readInputFiles, toCityInput } from "./input-files.js";
import { toJsonText } from "./output-files.js";
import { ProgressBar, type ProgressTerminal } from "./progress-bar.js";
import { assertWritable, writeOutputs } from "./write-outputs.js";

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
export async function runCommand(options: RunOptions, { stdout, stderr, now }: CommandWorld): Promise<void> {
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
  const written =
    output === undefined ? [] : await writeOutputs(output, report, city, { locale: lang, overwrite: force });
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
  const city = prepare(readInputFiles(options, bar), { ...prepareOptionsOf(options), standard, onProgress });
  const report = computeCoverage(city, {
    standard,
    profile: PROFILES[options.profile],
    ...travelOf(options),
    onProgress,
  });
  return { city, report };
}

function prepare(files: InputFiles, options: PrepareOptions): PreparedCity {
  try {
    return prepareCity(toCityInput(files), options);
  } catch (error) {
    // the core knows layers, not files: a file that is no GeoJSON at all is to be named
    for (const { path, bytes } of Object.values(files).flat()) readGeoJsonText(bytes, path);
    throw error;
  }
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

function widthOf({ isTTY, columns }: ProgressTerminal): { readonly width?: number } {
  return isTTY === true && columns !== undefined && columns > 0 ? { width: columns } : {};
}

function toFarewell(written: readonly string[], output: string | undefined, locale: Locale): string {
  if (output === undefined) return "";
  const names = written.map((path) => basename(path));
  const map = join(output, "report.html");
  return locale === "zh"
    ? `\n已写入 ${output}：${names.join("、")}。请用浏览器打开 ${map}。\n`
    : `\nWrote ${names.join(", ")} to ${output}. Open ${map} in a browser.\n`;
}
