import { type CoverageOptions, computeCoverage } from "../../assess/compute-coverage.js";
import { CoverageError } from "../../base/errors.js";
import { LAYER_IDS, LAYERS, type Layer } from "../../base/layers.js";
import { say } from "../../base/texts/node.js";
import { prepareCity } from "../../city/prepare-city.js";
import type { PreparedCity } from "../../city/prepared-city.js";
import type { PrepareOptions } from "../../model/input.js";
import type { CoverageReport } from "../../model/report.js";
import type { Standard } from "../../model/standard.js";
import type { TravelProfile } from "../../model/travel.js";
import { readGeoJsonText } from "../../read/parse-geojson-text.js";
import { chengduFourCircles } from "../../standards/chengdu-four-circles.js";
import { STANDARDS } from "../../standards/standards.js";
import { PROFILES } from "../../standards/travel-profiles.js";
import { validateStandard } from "../../standards/validate-standard.js";
import { straightLine } from "../../travel/straight-line.js";
import { suggest } from "../command-line/nearest-name.js";
import { readJsonObject } from "../command-line/resolve-settings.js";
import { filesOf, type Settings } from "../command-line/settings.js";
import { type InputFiles, readInputFiles, toCityInput } from "../input-files.js";
import { ProgressBar } from "../progress-bar.js";
import type { CommandCall, CommandWorld } from "./command.js";

/** Makes the progress bar of a command: none when it is to be quiet. */
export function openBar({ settings, locale }: CommandCall, { stderr, now, env }: CommandWorld): ProgressBar {
  const isSilent = settings.quiet || env.TERM === "dumb";
  return new ProgressBar(isSilent ? { write: () => undefined } : stderr, { locale, now });
}

/** A city and the files it was read from. */
export interface OpenCity {
  readonly city: PreparedCity;
  readonly files: InputFiles;
}

/**
 * Reads the files of a city and prepares it.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT` when a layer that is needed is not named; what reading throws
 */
export function openCity(settings: Settings, bar: ProgressBar): OpenCity {
  for (const layer of LAYER_IDS)
    if (LAYERS[layer].isRequired && filesOf(settings, layer).length === 0) throw missing(layer);
  const options = prepareOptionsOf(settings);
  const files = readInputFiles(settings, bar);
  return { city: prepare(files, { ...options, onProgress: (progress) => bar.update(progress) }), files };
}

/** Judges a city as the settings say. @throws {CoverageError} */
export function judgeCity(city: PreparedCity, settings: Settings, bar: ProgressBar): CoverageReport {
  return computeCoverage(city, {
    profile: profileOf(settings),
    ...travelOf(settings),
    onProgress: (progress) => bar.update(progress),
  });
}

/** Finds the profile by its id. The option table lets no other through. */
export function profileOf({ profile = "standard" }: Pick<Settings, "profile">): TravelProfile {
  return PROFILES.find(({ id }) => id === profile) as TravelProfile;
}

/** Finds the standard: by its id, or in a file. @throws {CoverageError} `INVALID_ARGUMENT`, `INVALID_STANDARD` */
export function standardOf({ standard: name = chengduFourCircles.id, judgeBy }: Settings): Standard {
  const standard = STANDARDS.find(({ id }) => id === name) ?? readStandard(name);
  return judgeBy === undefined ? standard : { ...standard, judgeBy };
}

function readStandard(name: string): Standard {
  if (!/\.json(\.gz)?$/i.test(name)) {
    const suggestion = suggest(
      name,
      STANDARDS.map(({ id }) => id),
    );
    throw new CoverageError("INVALID_ARGUMENT", say("usage.standard", { name }), {
      hint: say("usage.standard.hint", { suggestion }),
    });
  }
  const standard = readJsonObject(name) as unknown as Standard; // checked by the next line
  validateStandard(standard);
  return standard;
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

function prepareOptionsOf(settings: Settings): PrepareOptions {
  const { country, datum, property, originSpacing, joinStreets, repair, classification, on } = settings;
  return {
    standard: standardOf(settings),
    ...(country === undefined ? {} : { country }),
    ...(datum === undefined ? {} : { datum }),
    ...(property === undefined ? {} : { properties: property }),
    ...(originSpacing === undefined ? {} : { originSpacingMeters: originSpacing }),
    ...(joinStreets === undefined ? {} : { joinStreetsMeters: joinStreets }),
    ...(repair === undefined ? {} : { repair }),
    ...(classification === undefined ? {} : { classification }),
    ...(on === undefined ? {} : { on }),
  };
}

/** The travel models that the settings ask for. @throws {CoverageError} `INVALID_ARGUMENT` */
export function travelOf({ straightLine: isStraight, streets, detour }: Settings): Pick<CoverageOptions, "travel"> {
  if (streets !== undefined && !isStraight) {
    if (detour === undefined) return {}; // along the streets
    throw new CoverageError("INVALID_ARGUMENT", say("usage.detour"));
  }
  return { travel: [straightLine(detour === undefined ? {} : { detourFactor: detour })] };
}

function missing(layer: Layer): CoverageError {
  return new CoverageError("INVALID_ARGUMENT", say("usage.layerMissing", { layer, file: LAYERS[layer].file }));
}
