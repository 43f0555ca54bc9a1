import { createHash } from "node:crypto";
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { CONFIG_NAME } from "./command-line/resolve-settings.js";
import { readFileContent } from "./read-file.js";

/** The files of a folder that may be layers of a city. */
export interface FolderInputs {
  /** OpenStreetMap extracts. */
  readonly extracts: readonly string[];
  /** Files of all other formats, those too that are refused by name: whoever has one is told what to do. */
  readonly files: readonly string[];
  /** Files that say what another says, by their names: copies, and one layer in a second format. */
  readonly repeated: ReadonlyMap<string, string>;
}

/** An OpenStreetMap extract. */
const EXTRACT_NAME = /\.osm(\.pbf|\.gz)?$/i;
/** What is read, the surest first: of one layer in several formats the first counts. */
const READ = [
  "gpkg|geojson|json|fgb|parquet|geoparquet|shp|zip|ndjson|geojsonl|geojsons",
  "csv|tsv|xlsx|xlsm|txt|tiff?",
].join("|");
/** What is refused with the command that converts it. */
const REFUSED =
  "kml|kmz|gml|gpx|topojson|mif|tab|dxf|dwg|gdb|sqlite|mbtiles|pmtiles|arrow|feather|xls|ods|asc|img|nc|rar|7z|bz2|o5m|opl";
const INPUT_NAME = new RegExp(`\\.(${READ}|${REFUSED})(\\.gz)?$`, "i");
const ORDER = READ.split("|");
/** `poi (1).csv`, `poi_backup.csv`, `poi - 副本.csv` */
const COPY_NAME = /([ _-]*(\(\d+\)|（\d+）|副本|备份|旧)|[ _.-]+(backup|bak|copy|old))([ _-]*\(?\d*\)?)?$/i;
/** What programs keep beside data: hidden files, locks of open workbooks, what macOS adds to archives. */
const PASSED_OVER = /^(\.|~\$|__MACOSX$|node_modules$)/;
const DEEPEST = 4;
/** More files than this are no city. */
const MOST_FILES = 2000;
/** Larger files are not compared byte by byte. */
const COMPARED_BYTES = 200_000_000;

/** Lists what may be input in this folder and those in it, by name; never what a run has written. */
export function listInputs(): FolderInputs {
  const all: string[] = [];
  for (const path of walk(".", 0)) if (all.push(path) === MOST_FILES) break;
  all.sort();
  const extracts = all.filter((path) => EXTRACT_NAME.test(path));
  const files = all.filter((path) => INPUT_NAME.test(path) && !EXTRACT_NAME.test(path) && path !== CONFIG_NAME);
  return { extracts, files, repeated: findRepeated(files) };
}

function* walk(folder: string, depth: number): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (PASSED_OVER.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory() || (entry.isSymbolicLink() && isFolder(path))) {
      if (/\.gdb$/i.test(entry.name)) yield path;
      else if (depth < DEEPEST && !isOutput(path) && !entry.isSymbolicLink()) yield* walk(path, depth + 1);
    } else yield path;
  }
}

/** A link that leads nowhere is no folder. */
function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function isOutput(folder: string): boolean {
  return ["manifest.json", "report.json"].every((name) => existsSync(join(folder, name)));
}

/** By file, the one that it repeats. */
function findRepeated(files: readonly string[]): ReadonlyMap<string, string> {
  const repeated = new Map<string, string>();
  const bySame = new Map<string, string[]>();
  const add = (key: string, path: string) => bySame.set(key, [...(bySame.get(key) ?? []), path]);
  for (const path of files) add(`name ${stemOf(path)}`, path);
  const bySize = new Map<number, string[]>();
  for (const path of files) {
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    bySize.set(size, [...(bySize.get(size) ?? []), path]);
  }
  for (const [size, own] of bySize)
    if (own.length > 1 && size > 0 && size <= COMPARED_BYTES)
      for (const path of own) {
        const content = contentOf(path);
        if (content !== null) add(`content ${content}`, path);
      }
  for (const group of bySame.values()) {
    const [first, ...others] = [...group].sort((a, b) => rankOf(a) - rankOf(b));
    if (first !== undefined) for (const other of others) if (!repeated.has(first)) repeated.set(other, first);
  }
  return repeated;
}

/** `data/poi` of `data/poi (1).geojson.gz` */
function stemOf(path: string): string {
  const name = basename(path).replace(INPUT_NAME, "").replace(COPY_NAME, "");
  return join(dirname(path), name);
}

/** Copies last; of formats the surest first. */
function rankOf(path: string): number {
  const [, extension = ""] = INPUT_NAME.exec(path) ?? [];
  const at = ORDER.indexOf(extension.toLowerCase());
  const isCopy = COPY_NAME.test(basename(path).replace(INPUT_NAME, ""));
  return (isCopy ? 1000 : 0) + (at === -1 ? 100 : at);
}

function contentOf(path: string): string | null {
  try {
    return createHash("sha256").update(readFileContent(path).bytes).digest("hex");
  } catch {
    return null; // what is wrong with it is said when it is read
  }
}
