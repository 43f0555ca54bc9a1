import { type CoverageOptions, computeCoverage } from "../../assess/compute-coverage.js";
import { CoverageError } from "../../base/errors.js";
import { LAYER_IDS, LAYERS, type Layer } from "../../base/layers.js";
import { say } from "../../base/texts/node.js";
import type { LonLat } from "../../base/words.js";
import { hexagonNeighborhoods } from "../../city/hexagon-neighborhoods.js";
import { prepareCity } from "../../city/prepare-city.js";
import type { PreparedCity } from "../../city/prepared-city.js";
import { readOptionsOf } from "../../city/read-layers.js";
import type { GeoJsonInput, PrepareOptions } from "../../model/input.js";
import type { CoverageReport } from "../../model/report.js";
import type { Standard } from "../../model/standard.js";
import type { TravelProfile } from "../../model/travel.js";
import { readStreets } from "../../read/read-streets.js";
import { chengduFourCircles } from "../../standards/chengdu-four-circles.js";
import { STANDARDS } from "../../standards/standards.js";
import { PROFILES } from "../../standards/travel-profiles.js";
import { validateStandard } from "../../standards/validate-standard.js";
import { straightLine } from "../../travel/straight-line.js";
import { suggest } from "../command-line/nearest-name.js";
import { readJsonObject } from "../command-line/resolve-settings.js";
import { filesOf, type Settings } from "../command-line/settings.js";
import { assertGeoJson, type InputFiles, readInputFiles, toCityInput } from "../input-files.js";
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
export async function openCity(settings: Settings, bar: ProgressBar): Promise<OpenCity> {
  const { hexagons } = settings;
  const hasOutlines = filesOf(settings, "neighborhoods").length > 0;
  if (hexagons !== undefined && hasOutlines) throw new CoverageError("INVALID_ARGUMENT", say("usage.hexagons"));
  for (const layer of LAYER_IDS)
    if (LAYERS[layer].isRequired && filesOf(settings, layer).length === 0)
      if (layer !== "neighborhoods" || hexagons === undefined) throw missing(layer);
  const options = prepareOptionsOf(settings);
  const files = readInputFiles(settings, bar);
  return {
    city: await prepare(files, { ...options, onProgress: (progress) => bar.update(progress) }, hexagons),
    files,
  };
}

/** How far the ground reaches that stands for a city where only a place was asked about. */
const AROUND_DEGREES = 0.001;

/**
 * Reads the streets for a place that is asked about: nothing else is needed.
 *
 * @throws {CoverageError} as `openCity` does
 */
export async function openAround([lon, lat]: LonLat, settings: Settings, bar: ProgressBar): Promise<PreparedCity> {
  const needed = LAYER_IDS.filter((layer) => LAYERS[layer].isRequired);
  if (needed.every((layer) => filesOf(settings, layer).length > 0)) return (await openCity(settings, bar)).city;
  if (filesOf(settings, "streets").length === 0) throw missing("streets");
  const around = [-1, 1].map((sign) => [lon + sign * AROUND_DEGREES, lat + sign * AROUND_DEGREES] as const);
  const [[west, south], [east, north]] = around as [LonLat, LonLat];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const files = readInputFiles({ streets: settings.streets as string }, bar);
  return await named(files, async () =>
    prepareCity(
      {
        ...(await toCityInput(files, settings.datum)),
        neighborhoods: { type: "Polygon", coordinates: [ring] },
        facilities: { type: "FeatureCollection", features: [] },
      },
      { ...prepareOptionsOf({ ...settings, property: {} }), onProgress: (progress) => bar.update(progress) },
    ),
  );
}

/** A page with more areas than this is no longer looked through. */
const MANY_HEXAGONS = 1000;
/** From the size of some blocks to that of a small town. */
const RESOLUTIONS = [9, 8, 7, 6];

/** Chooses hexagons as small as possible that are not too many. @throws {CoverageError} what making them throws */
export async function chooseResolution(settings: Settings, bar: ProgressBar): Promise<number> {
  const options = prepareOptionsOf(settings);
  const input = await named(readInputFiles(settings, bar), async (files) => {
    const { streets, ...others } = await toCityInput(files, settings.datum);
    if (streets === undefined) return others;
    return { ...others, streets: readStreets(streets as GeoJsonInput, readOptionsOf("streets", options)) };
  });
  for (const resolution of RESOLUTIONS)
    try {
      const { rows } = await hexagonNeighborhoods(input, { ...options, resolution });
      if (rows.length <= MANY_HEXAGONS) return resolution;
    } catch (error) {
      if (!(error instanceof CoverageError) || error.code !== "LIMIT_EXCEEDED") throw error;
    }
  return RESOLUTIONS.at(-1) as number;
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

async function prepare(files: InputFiles, options: PrepareOptions, resolution?: number): Promise<PreparedCity> {
  return await named(files, async () => {
    const input = await toCityInput(files, options.datum);
    if (resolution === undefined) return prepareCity(input, options);
    return prepareCity(
      { ...input, neighborhoods: await hexagonNeighborhoods(input, { ...options, resolution }) },
      options,
    );
  });
}

async function named<T>(files: InputFiles, read: (files: InputFiles) => Promise<T>): Promise<T> {
  try {
    return await read(files);
  } catch (error) {
    // the core knows layers, not files: a file that is no GeoJSON at all is to be named
    assertGeoJson(files);
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
  const hint = layer === "neighborhoods" ? { hint: say("usage.layerMissing.hint") } : {};
  return new CoverageError("INVALID_ARGUMENT", say("usage.layerMissing", { layer, file: LAYERS[layer].file }), hint);
}
