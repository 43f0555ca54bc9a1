import type { Steps } from "../../base/steps.js";
import { say } from "../../base/texts/files.js";
import { countRows } from "./dbase-table.js";
import { beyondLimit, chooseLayer, notRead } from "./file-errors.js";
import { readShapes } from "./shapefile-shapes.js";
import { unpackInSteps } from "./unpack-entry.js";
import { listZipEntries, type ZipEntry } from "./zip-directory.js";

/** The files of one Shapefile. */
export interface ShapefileParts {
  /** The geometries. */
  readonly shp: Uint8Array;
  /** The attributes. */
  readonly dbf?: Uint8Array;
  /** The coordinate system. */
  readonly prj?: Uint8Array;
  /** The encoding of the attributes. */
  readonly cpg?: Uint8Array;
}

interface ArchiveLayer {
  readonly name: string;
  readonly count: number;
  readonly entries: ReadonlyMap<string, ZipEntry>;
}

const READ_PARTS = ["shp", "dbf", "prj", "cpg"] as const;

/**
 * Takes one Shapefile out of a zip archive, wherever in it and however its names are written.
 *
 * @throws {CoverageError} UNKNOWN_FORMAT for an archive of something else; LAYER_NEEDED for one of several Shapefiles;
 *   DAMAGED_FILE, LIMIT_EXCEEDED
 */
export function* takeShapefile(
  bytes: Uint8Array,
  layer: string | undefined,
  maxBytes: number,
  path: string,
): Steps<ShapefileParts> {
  const entries = listZipEntries(bytes, path);
  const groups = groupByName(entries);
  if (groups.size === 0) throw describeArchive(entries, path);
  let budget = maxBytes;
  function* unpack(entry: ZipEntry): Steps<Uint8Array> {
    if (entry.size > budget)
      throw beyondLimit(path, say("zip.unpackedBytes"), maxBytes - budget + entry.size, maxBytes);
    const content = yield* unpackInSteps(bytes, entry, budget, path);
    budget -= content.length;
    return content;
  }
  const layers: ArchiveLayer[] = [];
  for (const [name, own] of groups) {
    const count = groups.size === 1 ? 0 : yield* countShapes(own, unpack, `${path}/${name}`);
    layers.push({ name, count, entries: own });
  }
  budget = maxBytes;
  const chosen = chooseLayer(path, layers, layer);
  const parts: Partial<Record<(typeof READ_PARTS)[number], Uint8Array>> = {};
  for (const part of READ_PARTS) {
    const entry = chosen.entries.get(part);
    if (entry !== undefined) parts[part] = yield* unpack(entry);
  }
  return parts as ShapefileParts;
}

/** A timetable is a database of its own: it is told by name, and its stops are read by theirs. */
export const TIMETABLE: RegExp = /(^|\/)stop_times\.txt$/i;

/** The names of the Shapefiles in an archive, as they are chosen by. */
export function namesOfShapefiles(entries: readonly ZipEntry[]): string[] {
  return [...groupByName(entries).keys()];
}

/** By the name of the layer: that of its files, with their folder where two are called the same. */
function groupByName(entries: readonly ZipEntry[]): Map<string, Map<string, ZipEntry>> {
  const stems = new Map<string, Map<string, ZipEntry>>();
  const spellings = new Map<string, string>();
  for (const entry of entries) {
    const dot = entry.name.lastIndexOf(".");
    const part = entry.name.slice(dot + 1).toLowerCase();
    const stem = entry.name.slice(0, dot);
    const key = stem.toLowerCase();
    const own = stems.get(key) ?? new Map<string, ZipEntry>();
    if (!own.has(part)) own.set(part, entry);
    stems.set(key, own);
    if (part === "shp") spellings.set(key, stem);
  }
  const groups = [...spellings].map(([key, stem]) => [stem, stems.get(key) as Map<string, ZipEntry>] as const);
  const names = shortNames(groups.map(([stem]) => stem));
  return new Map(groups.map(([, own], i) => [names[i] as string, own]));
}

/** Names without folders, where they still tell the files of an archive apart. */
export function shortNames(names: readonly string[]): readonly string[] {
  const short = names.map((name) => name.slice(name.lastIndexOf("/") + 1));
  return new Set(short).size === short.length ? short : names;
}

function* countShapes(
  entries: ReadonlyMap<string, ZipEntry>,
  unpack: (entry: ZipEntry) => Steps<Uint8Array>,
  path: string,
): Steps<number> {
  const index = entries.get("shx");
  if (index !== undefined) return Math.max(0, (index.size - 100) / 8);
  const table = entries.get("dbf");
  if (table !== undefined) return countRows(yield* unpack(table), path);
  return (yield* readShapes(yield* unpack(entries.get("shp") as ZipEntry), path)).length;
}

/** Says what an archive without a Shapefile is. */
function describeArchive(entries: readonly ZipEntry[], path: string): Error {
  const has = (pattern: RegExp) => entries.some(({ name }) => pattern.test(name));
  if (has(/\.gdb\/|\.gdbtable$/i)) return notRead(path, say("zip.geodatabase"), say("zip.geodatabase.hint", { path }));
  if (has(/\.kml$/i)) return notRead(path, say("zip.kmz"), say("zip.kmz.hint", { path }));
  if (has(/^xl\//i)) return notRead(path, say("zip.workbook"), say("zip.workbook.hint"));
  if (has(/\.gpkg$/i)) return notRead(path, say("zip.geoPackage"), say("zip.geoPackage.hint"));
  if (has(TIMETABLE)) return notRead(path, say("zip.timetable"), say("zip.timetable.hint", { path }));
  const listed = entries
    .slice(0, 5)
    .map(({ name }) => name)
    .join(", ");
  return notRead(
    path,
    say("zip.other", { listed: `${listed}${entries.length > 5 ? ", …" : ""}` }),
    say("zip.other.hint", { path }),
  );
}
