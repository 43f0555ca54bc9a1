import { computeCoverage } from "../../assess/compute-coverage.js";
import { CoverageError } from "../../base/errors.js";
import { LAYER_FILES } from "../../base/layer-files.js";
import { LAYER_IDS, LAYERS, type Layer } from "../../base/layers.js";
import { say } from "../../base/texts/node.js";
import type { Phrase } from "../../base/texts/phrase.js";
import { translatePhrase } from "../../base/texts/translate.js";
import type { LonLat } from "../../base/words.js";
import { hexagonNeighborhoods } from "../../city/hexagon-neighborhoods.js";
import { isReading } from "../../city/is-reading.js";
import { prepareCity } from "../../city/prepare-city.js";
import type { PreparedCity } from "../../city/prepared-city.js";
import { readOptionsOf } from "../../city/read-layers.js";
import type { CityInput, PrepareOptions } from "../../model/input.js";
import type { CoverageReport } from "../../model/report.js";
import type { Standard } from "../../model/standard.js";
import { readFacilities } from "../../read/read-facilities.js";
import { readStreets } from "../../read/read-streets.js";
import { withOpeningHours } from "../../read/with-opening-hours.js";
import { toVisibleText } from "../../report/visible-text.js";
import { chengduFourCircles } from "../../standards/chengdu-four-circles.js";
import { fifteenMinuteCity } from "../../standards/fifteen-minute-city.js";
import { STANDARDS } from "../../standards/standards.js";
import { withMinutes } from "../../standards/with-minutes.js";
import { type ChosenHexagons, chooseHexagons } from "../choose-hexagons.js";
import { filesOf, type Settings } from "../command-line/settings.js";
import { assertGeoJson, type InputFiles, readInputFiles, type SourceFile, toCityInput } from "../input-files.js";
import { layersOfExtract, type OpenExtract, openExtract, remarksOn, standardForExtract } from "../open-extract.js";
import { modesOf, openModes } from "../open-modes.js";
import { addOpportunities, withOpportunityCategories } from "../opportunities.js";
import { ProgressBar } from "../progress-bar.js";
import { readStandard } from "../read-standard.js";
import type { CommandCall, CommandWorld } from "./command.js";
import { prepareOptionsOf } from "./prepare-options.js";
import { questionOf } from "./question-of.js";

/** Makes the progress bar of a command: none when it is to be quiet. */
export function openBar({ settings, locale }: CommandCall, { stderr, now, env }: CommandWorld): ProgressBar {
  if (settings.quiet) return new ProgressBar({ write: () => undefined }, { locale, now });
  // a terminal that can do nothing is a log
  const terminal = env.TERM === "dumb" ? { write: (text: string) => stderr.write(text) } : stderr;
  return new ProgressBar(terminal, { locale, now });
}

/** A city and the files it was read from. */
export interface OpenCity {
  readonly city: PreparedCity;
  readonly files: InputFiles;
  /** What the city was edited by, if it was. */
  readonly edits?: SourceFile;
  /** Where the heights stand, if they were given. */
  readonly elevation?: SourceFile;
  readonly extract: OpenExtract | null;
  /** As they were asked for, with what was chosen where nothing was. */
  readonly settings: Settings;
  /** What was chosen, and what a reader should know before the numbers. */
  readonly remarks: readonly Phrase[];
}

/**
 * Reads the files of a city and prepares it.
 *
 * @param mayMakeHexagons whether hexagons stand for neighborhoods that are not named, as they do for an extract without areas
 * @throws {CoverageError} `INVALID_ARGUMENT` when a layer that is needed is not named; what reading throws
 */
export async function openCity(asked: Settings, bar: ProgressBar, mayMakeHexagons = false): Promise<OpenCity> {
  const { hexagons } = asked;
  const hasOutlines = filesOf(asked, "neighborhoods").length > 0;
  if (hexagons !== undefined && hasOutlines) throw new CoverageError("INVALID_ARGUMENT", say("usage.hexagons"));
  const standards = asked.standard === undefined ? FOR_ALL : [...FOR_ALL, standardOf(asked)];
  const extract = openExtract(asked, { standards, modes: modesOf(asked) }, bar);
  for (const layer of LAYER_IDS)
    if (LAYERS[layer].isRequired && filesOf(asked, layer).length === 0 && extract === null)
      if (layer !== "neighborhoods" || (hexagons === undefined && !mayMakeHexagons)) throw missing(layer);
  const chosen = extract === null || asked.standard !== undefined ? null : standardForExtract(extract, asked.country);
  const settings = chosen === null ? asked : { ...asked, standard: chosen.id };
  const standard = withOpportunityCategories(standardOf(settings), settings);
  const { modes, elevation } = await openModes(settings);
  const options = { ...prepareOptionsOf(settings, standard), modes };
  const files = readInputFiles(settings, bar);
  return await named(files, async () => {
    const layers = await toCityInput(files, settings.datum);
    const given = { ...(extract === null ? {} : layersOfExtract(extract, settings, chosen)), ...layers };
    const made = given.neighborhoods === undefined ? await makeHexagons(given, options, hexagons) : null;
    const open = await withPlacesToReach(given, { settings, options, bar });
    const input = made === null ? open : { ...open, neighborhoods: made.neighborhoods };
    const resolution = made !== null && hexagons === undefined ? made.resolution : null;
    return {
      city: prepareCity(input, { ...options, onProgress: (progress) => bar.update(progress) }),
      files,
      extract,
      ...(elevation === undefined ? {} : { elevation }),
      settings: resolution === null ? settings : { ...settings, hexagons: resolution },
      remarks: extract === null ? [] : remarksOn(extract, { input, chosen, resolution }),
    };
  });
}

/** Whose tags make facilities of an extract, whichever standard is asked for: one of them is chosen where none is. */
const FOR_ALL: readonly Standard[] = [chengduFourCircles, fifteenMinuteCity];

/** Leaves out the facilities that are closed at the hour that was asked for, if one was, and adds what else is to be reached. */
async function withPlacesToReach<I extends Partial<CityInput>>(
  input: I,
  {
    settings,
    options,
    bar,
  }: { readonly settings: Settings; readonly options: PrepareOptions; readonly bar: ProgressBar },
): Promise<I> {
  const { facilities } = input;
  const { openAt, unknownHours, country, opportunities } = settings;
  if (openAt === undefined && unknownHours !== undefined)
    throw new CoverageError("INVALID_ARGUMENT", say("usage.unknownHours"));
  if ((openAt ?? opportunities) === undefined || facilities === undefined) return input;
  const read = isReading(facilities, "facilities")
    ? facilities
    : readFacilities(facilities, readOptionsOf("facilities", options));
  const hours = { ...(country && { country }), ...(unknownHours && { unknownHours }) };
  const open = openAt === undefined ? read : await withOpeningHours(read, { ...hours, openAt });
  return { ...input, facilities: await addOpportunities(open, settings, options, bar) };
}

/** Makes hexagons that stand for neighborhoods. @param resolution default: as fine as they are not too many */
async function makeHexagons(
  input: Omit<CityInput, "neighborhoods">,
  options: PrepareOptions,
  resolution: number | undefined,
): Promise<ChosenHexagons> {
  const { datum, properties, repair } = options;
  const how = { ...(datum && { datum }), ...(properties && { properties }), ...(repair && { repair }) };
  if (resolution === undefined) return await chooseHexagons(withStreetsRead(input, options), how);
  return { resolution, neighborhoods: await hexagonNeighborhoods(input, { ...how, resolution }) };
}

/** So that they are read once, however many resolutions are tried. */
function withStreetsRead<I extends Partial<CityInput>>(input: I, options: PrepareOptions): I {
  const { streets } = input;
  if (streets === undefined || isReading(streets, "streets")) return input;
  return { ...input, streets: readStreets(streets, readOptionsOf("streets", options)) };
}

/** Tells the remarks on a city before its report. */
export function tellRemarks(remarks: readonly Phrase[], { settings, locale }: CommandCall, world: CommandWorld): void {
  if (settings.quiet) return;
  for (const remark of remarks) world.stderr.write(`${toVisibleText(translatePhrase(remark, locale))}\n`);
}

/** How far the ground reaches that stands for a city where only a place was asked about. */
const AROUND_DEGREES = 0.001;

/**
 * Reads the streets for a place that is asked about: nothing else is needed.
 *
 * @throws {CoverageError} as `openCity` does
 */
export async function openAround(
  [lon, lat]: LonLat,
  settings: Settings,
  bar: ProgressBar,
): Promise<Pick<OpenCity, "city" | "extract" | "files" | "settings">> {
  const needed = LAYER_IDS.filter((layer) => LAYERS[layer].isRequired);
  if (needed.every((layer) => filesOf(settings, layer).length > 0)) return openCity(settings, bar);
  const extract = openExtract(settings, { standards: FOR_ALL, modes: modesOf(settings) }, bar);
  const streets = extract?.reading.layers.streets;
  if (filesOf(settings, "streets").length === 0 && streets === undefined) throw missing("streets");
  const around = [-1, 1].map((sign) => [lon + sign * AROUND_DEGREES, lat + sign * AROUND_DEGREES] as const);
  const [[west, south], [east, north]] = around as [LonLat, LonLat];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const files = settings.streets === undefined ? {} : readInputFiles({ streets: settings.streets }, bar);
  const city = await named(files, async () =>
    prepareCity(
      {
        ...(streets === undefined ? {} : { streets }),
        ...(await toCityInput(files, settings.datum)),
        neighborhoods: { type: "Polygon", coordinates: [ring] },
        facilities: { type: "FeatureCollection", features: [] },
      },
      {
        ...prepareOptionsOf({ ...settings, property: {} }, standardOf(settings)),
        modes: (await openModes(settings)).modes,
        onProgress: (progress) => bar.update(progress),
      },
    ),
  );
  return { city, extract, files, settings };
}

/** Judges a city as the settings say. @throws {CoverageError} */
export function judgeCity(city: PreparedCity, settings: Settings, bar: ProgressBar): CoverageReport {
  return computeCoverage(city, {
    ...questionOf(settings),
    onProgress: (progress) => bar.update(progress),
  });
}

/** Finds the standard: by its id, or in a file. @throws {CoverageError} `INVALID_ARGUMENT`, `INVALID_STANDARD` */
export function standardOf({ standard: name = chengduFourCircles.id, judgeBy, minutes = [] }: Settings): Standard {
  const asked = STANDARDS.find(({ id }) => id === name) ?? readStandard(name);
  const [only, ...more] = minutes;
  // several are those of isochrones, in a configuration that both read
  const standard = only === undefined || more.length > 0 ? asked : withMinutes(asked, only);
  return judgeBy === undefined ? standard : { ...standard, judgeBy };
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

function missing(layer: Layer): CoverageError {
  const hint = layer === "neighborhoods" ? { hint: say("usage.layerMissing.hint") } : {};
  return new CoverageError("INVALID_ARGUMENT", say("usage.layerMissing", { layer, file: LAYER_FILES[layer] }), hint);
}
