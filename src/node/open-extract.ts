import { inflateSync } from "node:zlib";
import { type Diagnostic, Diagnostics } from "../base/diagnostics.js";
import { CoverageError } from "../base/errors.js";
import type { Layer } from "../base/layers.js";
import { OSM_FINDINGS } from "../base/texts/diagnostics/osm.js";
import { say } from "../base/texts/node.js";
import type { Phrase } from "../base/texts/phrase.js";
import type { LonLat } from "../base/words.js";
import type { CityInput } from "../model/input.js";
import type { Mode } from "../model/mode.js";
import type { Standard } from "../model/standard.js";
import type { OsmKind, OsmReading } from "../read/osm/osm-reading.js";
import { readOsm } from "../read/osm/read-osm.js";
import { chengduFourCircles } from "../standards/chengdu-four-circles.js";
import { isMadeFor } from "../standards/made-for.js";
import { STANDARDS } from "../standards/standards.js";
import { MODES, tagKeysOf } from "../streets/modes/modes.js";
import { filesOf, type Settings } from "./command-line/settings.js";
import type { SourceFile } from "./input-files.js";
import { openFile } from "./open-file.js";
import type { ProgressBar } from "./progress-bar.js";
import { splitPart } from "./split-part.js";

/** An extract, and the file it was read from. */
export interface OpenExtract {
  readonly file: SourceFile;
  readonly reading: OsmReading;
}

/** Places enough to tell where a city lies. */
const MOST_PLACES = 1000;

/**
 * Reads the extract that the settings name; `null`: they name none.
 *
 * @param standards whose categories are looked for besides the usual ones
 * @param modes whose tags are kept of streets besides the usual ones
 * @throws {CoverageError} `INVALID_ARGUMENT` for a level without an extract; what reading throws
 */
export function openExtract(
  settings: Settings,
  { standards, modes }: { readonly standards: readonly Standard[]; readonly modes: readonly Mode[] },
  bar: ProgressBar,
): OpenExtract | null {
  const { osm: path, level, hexagons } = settings;
  const hasOutlines = filesOf(settings, "neighborhoods").length > 0 || hexagons !== undefined;
  if (level !== undefined && (path === undefined || hasOutlines))
    throw new CoverageError("INVALID_ARGUMENT", say("usage.level"));
  if (path === undefined) return null;
  bar.update({ stage: "parse", done: 0, total: 1 });
  const { path: file, part } = splitPart(path);
  const { bytes, onDisk } = openFile(file, part);
  const reading = readOsm(bytes, {
    path,
    facilityTags: standards.flatMap(tagsOf),
    also: alsoWanted(settings),
    inflate: (packed, size) => inflateSync(packed, { maxOutputLength: Math.max(1, size) }),
    ...(level === undefined ? {} : { level }),
    tagKeys: tagKeysOf([...MODES, ...modes]),
  });
  return { file: { path, bytes, onDisk }, reading };
}

/**
 * Buildings tell where the people of a neighborhood live; hexagons tell of none. Railways and motorways tell what people do not cross, land
 * what shares of residential land are of.
 */
function alsoWanted(settings: Settings): readonly OsmKind[] {
  const has = (layer: Layer) => filesOf(settings, layer).length > 0;
  const hasHomes = has("population") || has("buildings") || settings.hexagons !== undefined;
  return [
    ...(hasHomes ? [] : ["buildings" as const]),
    ...(has("barriers") ? [] : ["divides" as const]),
    ...(has("landUse") ? [] : ["residential" as const]),
  ];
}

/** The tags of which each category needs one. */
function tagsOf({ categories }: Standard): string[] {
  return categories
    .flatMap(({ osmTags, osmTagsWithKeyword }) => [...osmTags, ...osmTagsWithKeyword])
    .flatMap((tag) =>
      tag
        .split("&")
        .filter((part) => !part.startsWith("!"))
        .slice(0, 1),
    );
}

/** Proposes a standard for an extract that lies elsewhere than the default one is made for; `null`: the default one fits. */
export function standardForExtract({ reading }: OpenExtract, country: string | undefined): Standard | null {
  if (isMadeFor(chengduFourCircles, country ?? null, placesOf(reading))) return null;
  return STANDARDS.find((standard) => standard.country === undefined) ?? null;
}

function placesOf({ layers }: OsmReading): LonLat[] {
  const { streets } = layers.streets ?? {};
  if (streets === undefined) return layers.facilities.rows.slice(0, MOST_PLACES).map(({ location }) => location);
  const step = Math.max(1, Math.ceil(streets.lon.length / MOST_PLACES));
  const places: LonLat[] = [];
  for (let vertex = 0; vertex < streets.lon.length; vertex += step)
    places.push([streets.lon[vertex], streets.lat[vertex]]);
  return places;
}

/**
 * Gives the layers of an extract that have no file of their own; the areas of a level are the neighborhoods.
 *
 * @param chosen the standard that was taken because the data lie elsewhere than the default one is made for
 */
export function layersOfExtract(
  { reading }: OpenExtract,
  settings: Settings,
  chosen: Standard | null,
): Partial<CityInput> {
  const { layers, neighborhoods } = reading;
  const has = (layer: keyof CityInput) => filesOf(settings, layer).length > 0;
  const noted = chosen === null ? [] : noteStandard(chosen);
  const facilities = { ...layers.facilities, diagnostics: [...layers.facilities.diagnostics, ...noted] };
  const hasOutlines = has("neighborhoods") || (neighborhoods !== null && settings.hexagons === undefined);
  const { buildings, divides, residential } = reading.also;
  return {
    // where no outline is known, hexagons will be, which tell of nobody
    ...(hasOutlines && buildings !== undefined && buildings.features.length > 0 ? { buildings } : {}),
    ...(divides !== undefined && divides.features.length > 0 ? { barriers: divides } : {}),
    ...(residential !== undefined && residential.features.length > 0 ? { landUse: residential } : {}),
    ...(has("neighborhoods") || neighborhoods === null || settings.hexagons !== undefined ? {} : { neighborhoods }),
    ...(has("facilities") ? {} : { facilities }),
    ...(has("streets") || layers.streets === undefined ? {} : { streets: layers.streets }),
  };
}

function noteStandard({ id }: Standard): readonly Diagnostic[] {
  const diagnostics = new Diagnostics(OSM_FINDINGS);
  diagnostics.add("osm.standard", null, id, id);
  return diagnostics.list();
}

/** Says what a reader of the report should know before its numbers. */
export function remarksOn(
  { file: { path: file }, reading }: OpenExtract,
  {
    input,
    chosen,
    resolution,
  }: {
    readonly input: Partial<CityInput>;
    readonly chosen: Standard | null;
    /** Of the hexagons that nobody asked for. */
    readonly resolution: number | null;
  },
): readonly Phrase[] {
  const { neighborhoods, diagnostics } = reading;
  const found = (code: string) => diagnostics.find((one) => one.code === code)?.examples.join(", ") ?? "";
  const isOwn = neighborhoods !== null && input.neighborhoods === neighborhoods;
  const level = neighborhoods?.diagnostics.find(({ code }) => code === "osm.level")?.examples[0] ?? "";
  const cut = neighborhoods?.diagnostics.find(({ code }) => code === "osm.levelCut")?.count ?? 0;
  const hasHardlyPlaces = diagnostics.some(({ code }) => code === "osm.hardlyPlaces");
  return [
    ...(isOwn ? [say("run.level", { count: neighborhoods.rows.length, file, level })] : []),
    ...(isOwn && cut > 0 ? [say("run.levelCut", { count: cut })] : []),
    ...(resolution === null ? [] : [say("run.hexagons", { file, resolution })]),
    ...(chosen === null ? [] : [say("run.elsewhere", { standard: chosen.id })]),
    ...(hasHardlyPlaces ? [say("run.hardlyPlaces", { file, found: found("osm.hardlyPlaces") })] : []),
  ];
}
