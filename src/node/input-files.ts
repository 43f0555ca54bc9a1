import { sortDiagnostics } from "../base/diagnostics.js";
import { CoverageError } from "../base/errors.js";
import { type Datum, LAYER_IDS, type Layer } from "../base/layers.js";
import { say } from "../base/texts/node.js";
import type { Bounds } from "../geo/bounds.js";
import { toWgs84 } from "../geo/datums.js";
import type { CityInput, FeatureReading, GeoJsonInput } from "../model/input.js";
import { checkCrsMember } from "../read/crs-member.js";
import { likelyEncoding } from "../read/encoding-names.js";
import { isFeatureReading } from "../read/feature-reading.js";
import { listFeatures } from "../read/list-features.js";
import { isLongText } from "../read/long-text.js";
import { readGeoJsonText } from "../read/parse-geojson-text.js";
import { isLong, readLongGeoJson } from "../read/parse-long-text.js";
import { convertGeometry } from "../read/projections/convert-geometry.js";
import { assertReadableFile } from "../read/recognize-file.js";
import { decodeTable } from "../read/tables/decode-table.js";
import { boundsOfLayer } from "./bounds-of-layer.js";
import { filesOf, type Settings } from "./command-line/settings.js";
import { type FormatOptions, type FoundFormat, formatOf } from "./input-formats.js";
import { assertFitsInMemory, HEAP_PER_BYTE_OF_GEOJSON, heapLimit, withinMemory } from "./memory-limit.js";
import { openFile } from "./open-file.js";
import type { ProgressBar } from "./progress-bar.js";
import type { FileContent } from "./read-file.js";
import { splitPart } from "./split-part.js";

/** A file that was read from the disk. */
export interface SourceFile extends FileContent {
  readonly path: string;
}

/** One of a layer, and what the command was told about it. */
export interface InputFile extends SourceFile {
  readonly options: FormatOptions;
  /** `undefined`: it is read as GeoJSON. */
  readonly format: FoundFormat | undefined;
}

/** The files of a city, by layer. */
export type InputFiles = Readonly<Partial<Record<Layer, readonly InputFile[]>>>;

/**
 * Reads the files that the command names; `file#part` names a sheet, a layer, or a file of an archive.
 *
 * @throws {CoverageError} what `openFile` throws
 */
export function readInputFiles(settings: Settings, bar: ProgressBar): InputFiles {
  const total = LAYER_IDS.reduce((sum, layer) => sum + filesOf(settings, layer).length, 0);
  let done = 0;
  const read = (given: string, layer: Layer): InputFile => {
    bar.update({ stage: "parse", done: done++, total });
    const { part: named, ...options } = optionsOf(given, layer, settings);
    const { part, bytes: own, onDisk } = openFile(options.path, named);
    const format = formatOf(own, options);
    const isGeoJson = format === undefined || format.id === "geojson";
    const bytes = isGeoJson ? toUtf8(own, options) : own;
    return { path: given, bytes, onDisk, options: part === undefined ? options : { ...options, part }, format };
  };
  const layers = LAYER_IDS.map((layer) => [layer, filesOf(settings, layer).map((path) => read(path, layer))] as const);
  return Object.fromEntries(layers.filter(([, files]) => files.length > 0));
}

/** GeoJSON is read as UTF-8 or as its mark says; what is in another encoding becomes that, if it is said. */
function toUtf8(bytes: Uint8Array, { path, encoding }: FormatOptions): Uint8Array {
  return encoding === undefined ? bytes : new TextEncoder().encode(decodeTable(bytes, path, encoding));
}

/** What was said of a file itself goes before what was said of its layer. */
function optionsOf(given: string, layer: Layer, settings: Settings): FormatOptions {
  const { path, part } = splitPart(given);
  const said = <T>(values: Readonly<Record<string, T>> = {}): T | undefined =>
    [given, path, layer].filter((key) => Object.hasOwn(values, key)).map((key) => values[key])[0];
  const facts = {
    part,
    encoding: said(settings.encoding),
    crs: said(settings.crs),
    axes: said(settings.axes),
    columns: said(settings.column),
  };
  const known = Object.entries(facts).filter(([, value]) => value !== undefined);
  return { layer, path, ...(Object.fromEntries(known) as Partial<FormatOptions>) };
}

/**
 * Makes a city of files: GeoJSON as bytes, for the readers to read at their own speed, other formats as readings.
 *
 * @param datums the datums that were named for whole layers
 * @throws {CoverageError} what the readers of formats throw; what `readGeoJsonText` throws, where several files become one layer
 */
export async function toCityInput(files: InputFiles, datums: Settings["datum"] = {}): Promise<CityInput> {
  const layers = new Map<string, GeoJsonInput>();
  const isRaster = files.population?.some(({ format }) => format?.id === "raster") ?? false;
  for (const [layer, own] of Object.entries(files)) {
    const bounds = layer === "population" && isRaster ? openBounds(layers) : undefined;
    const inputs: Input[] = [];
    for (const file of own)
      inputs.push({ path: file.path, input: await readInput(file, datums[layer as Layer], bounds) });
    layers.set(layer, concatenate(inputs, datums[layer as Layer]));
  }
  return Object.fromEntries(layers) as unknown as CityInput;
}

/** Where the neighborhoods are: of a raster of a country only that part is read. They stay parsed. */
function openBounds(layers: Map<string, GeoJsonInput>): Bounds | undefined {
  const given = layers.get("neighborhoods");
  if (given === undefined) return undefined;
  const parsed = given instanceof Uint8Array ? readGeoJsonText(given, "neighborhoods") : given;
  layers.set("neighborhoods", parsed);
  return boundsOfLayer(parsed);
}

/** Checks files that are read as GeoJSON. @throws {CoverageError} with the name of the file */
export function assertGeoJson(files: InputFiles): void {
  for (const { path, bytes, format } of Object.values(files).flat()) {
    if (format !== undefined) continue;
    assertReadableFile(bytes, path);
    try {
      if (isLong(bytes)) readLongGeoJson(bytes, path);
      else readGeoJsonText(bytes, path);
    } catch (error) {
      throw error instanceof CoverageError && error.code === "INVALID_ENCODING" ? notUtf8(error, bytes, path) : error;
    }
  }
}

/** Whoever has a file can say its encoding. */
function notUtf8({ code, problem, cause }: CoverageError, bytes: Uint8Array, path: string): CoverageError {
  const hint = say("geojson.notUtf8.hint", { path, encoding: likelyEncoding(bytes) });
  return new CoverageError(code, problem.message, { path, hint, cause });
}

interface Input {
  readonly path: string;
  readonly input: GeoJsonInput;
}

async function readInput(
  { bytes, options: given, format }: InputFile,
  datum: Datum | undefined,
  bounds: Bounds | undefined,
): Promise<GeoJsonInput> {
  const options = bounds === undefined ? given : { ...given, bounds };
  const { path, crs } = options;
  if (crs !== undefined && datum !== undefined && crs !== datum) {
    throw new CoverageError("INVALID_ARGUMENT", say("usage.datumTwice", { path, crs, datum }), {
      hint: say("usage.datumTwice.hint"),
    });
  }
  const isTold = crs !== undefined || datum === undefined;
  assertFitsInMemory(path, format?.heapBytes ?? 0);
  const read = await format?.read(bytes, isTold ? options : { ...options, crs: datum });
  if (read !== undefined || options.layer === "streets") return read ?? bytes;
  const isFeatureByFeature = isLong(bytes) || bytes.length * HEAP_PER_BYTE_OF_GEOJSON > heapLimit();
  return isFeatureByFeature ? withinMemory(readLongGeoJson(bytes, path), path) : bytes;
}

/** Makes one collection of several; what one of them says about its coordinate system is said of all. */
function concatenate(files: readonly Input[], layerDatum: Datum | undefined): GeoJsonInput {
  const [first, ...others] = files;
  if (first !== undefined && others.length === 0) return first.input;
  const collections = files.map(({ path, input }) => ({
    path,
    input: wholeOf(input, path),
  }));
  const noted = collections.find(({ path, input }) => checkCrsMember(input, path));
  const readings = collections.map(({ input }) => input).filter(isFeatureReading);
  const crs = noted !== undefined && "crs" in noted.input ? { crs: noted.input.crs } : {};
  if (readings.length === 0) {
    const features = collections.flatMap(({ path, input }) => listFeatures(input, path));
    return { type: "FeatureCollection", ...crs, features };
  }
  return { ...crs, ...joinReadings(collections, layerDatum) };
}

function wholeOf(input: GeoJsonInput, path: string): object {
  if (isLongText(input)) return { type: "FeatureCollection", features: [...input.features()] };
  return (input instanceof Uint8Array ? readGeoJsonText(input, path) : input) as object;
}

/** Joins readings and collections; where their datums differ, all become WGS 84. */
function joinReadings(
  collections: readonly { readonly path: string; readonly input: object }[],
  layerDatum: Datum | undefined,
): FeatureReading {
  const datums = new Set(
    collections.map(({ input }) => (isFeatureReading(input) ? (input.datum ?? layerDatum) : layerDatum)),
  );
  const [datum] = datums;
  const isOne = datums.size === 1 && datum !== undefined;
  const leftOut: Record<string, number> = {};
  for (const { input } of collections)
    if (isFeatureReading(input))
      for (const [code, count] of Object.entries(input.leftOut)) leftOut[code] = (leftOut[code] ?? 0) + count;
  return {
    type: "FeatureReading",
    features: collections.flatMap(({ path, input }) =>
      isFeatureReading(input) && !isOne ? inWgs84(input) : (listFeatures(input, path) as FeatureReading["features"]),
    ),
    ...(isOne ? { datum } : {}),
    leftOut,
    diagnostics: sortDiagnostics(
      collections.flatMap(({ input }) => (isFeatureReading(input) ? input.diagnostics : [])),
    ),
  };
}

function inWgs84({ features, datum = "wgs84" }: FeatureReading): FeatureReading["features"] {
  if (datum === "wgs84") return features;
  const convert = (lon: number, lat: number) => [...toWgs84(datum, [lon, lat])];
  return features.map((feature) =>
    feature.geometry === null ? feature : { ...feature, geometry: convertGeometry(feature.geometry, convert) },
  );
}
