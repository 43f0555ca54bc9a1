import { atOnce, type Steps } from "../../base/steps.js";
import { isZip } from "../recognize-file.js";
import { isWorkbook } from "../tables/recognize-table.js";
import { chooseLayer } from "./file-errors.js";
import { namesOfShapefiles, shortNames, TIMETABLE } from "./shapefile-parts.js";
import { unpackInSteps } from "./unpack-entry.js";
import { listZipEntries, type ZipEntry } from "./zip-directory.js";

/** One file of an archive, unpacked. */
export interface ArchivedFile {
  /** Its name, with its folders where two are called the same. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What of it is meant: a layer, a sheet. */
  readonly part?: string;
}

interface Member {
  readonly name: string;
  readonly count: null;
  /** `null`: a Shapefile, which is several files. */
  readonly entry: ZipEntry | null;
}

/** Files that readers read, each a layer or more; those of a Shapefile are found together. */
const DATA = /\.(csv|tsv|xlsx|xlsm|(geo)?json|ndjson|geojsonl|geojsons|gpkg|fgb|(geo)?parquet|tiff?|osm|pbf)(\.gz)?$/i;
/** Files that may be tables, where nothing in the archive is surely one. */
const TEXT = /\.(txt|dat|asc|xls)(\.gz)?$|(^|\/)[^./]+$/i;
const REMARKS =
  /(^|\/)(read[ _-]?me|licen[cs]e|copying|notice|changes?|changelog|metadata|说明|使用说明|必读|版权)[^/]*$/i;
/** Archives that are one thing: workbooks of others, maps of Google, databases of Esri. */
const ONE_THING = /\.gdb\/|\.gdbtable$|\.kml$|^META-INF\/manifest\.xml$/i;

/**
 * Takes the file out of a zip archive that is meant: the only one that can be read, or the one that `part` names, alone or with a part of
 * its own behind another `#`.
 *
 * @param part what stands behind `#`: a file of the archive, or where it holds but one a layer of that
 * @param maxBytes most bytes that may come out, counted as they come
 * @returns `null` for what its reader takes whole: no archive, a workbook, Shapefiles, and what is not read
 * @throws {CoverageError} LAYER_NEEDED listing the files where several can be read; DAMAGED_FILE, LIMIT_EXCEEDED, UNKNOWN_FORMAT
 */
export function openArchive(
  bytes: Uint8Array,
  path: string,
  part: string | undefined,
  maxBytes: number,
): ArchivedFile | null {
  return atOnce(openInSteps(bytes, path, part, maxBytes));
}

function* openInSteps(
  bytes: Uint8Array,
  path: string,
  part: string | undefined,
  maxBytes: number,
): Steps<ArchivedFile | null> {
  if (!isZip(bytes)) return null;
  const entries = listZipEntries(bytes, path);
  if (isWorkbook(entries.map(({ name }) => name))) return null;
  const members = listMembers(entries, part !== undefined);
  const isOther = members.every(({ entry }) => entry === null);
  if (isOther) return null;
  const { member, rest } = findMember(members, part) ?? { member: chooseLayer(path, members, part), rest: undefined };
  if (member.entry === null) return null;
  const content = yield* unpackInSteps(bytes, member.entry, maxBytes, path);
  return { name: member.name, bytes: content, ...(rest === undefined ? {} : { part: rest }) };
}

/** What of an archive can be read; with a part named, anything that is called so. */
function listMembers(entries: readonly ZipEntry[], isNamed: boolean): Member[] {
  const has = (pattern: RegExp) => entries.some(({ name }) => pattern.test(name));
  if (has(ONE_THING) || (has(TIMETABLE) && !isNamed)) return [];
  const shapefiles = namesOfShapefiles(entries).map((name) => ({ name, count: null, entry: null }));
  const data = entries.filter(({ name }) => DATA.test(name) && !REMARKS.test(name));
  const texts = entries.filter(({ name }) => TEXT.test(name) && !REMARKS.test(name));
  const isText = has(TIMETABLE) || (data.length === 0 && shapefiles.length === 0);
  return [...shapefiles, ...shorten(isText ? [...data, ...texts] : data)];
}

function shorten(entries: readonly ZipEntry[]): Member[] {
  const names = shortNames(entries.map(({ name }) => name));
  return entries.map((entry, i) => ({ name: names[i] as string, count: null, entry }));
}

/** Where an archive holds but one file, a part that is not its name is a part of it. */
function findMember(
  members: readonly Member[],
  part: string | undefined,
): { readonly member: Member; readonly rest: string | undefined } | null {
  if (part === undefined) return null;
  for (const member of members)
    for (const name of new Set([member.name, member.entry?.name ?? member.name])) {
      if (part === name) return { member, rest: undefined };
      if (part.startsWith(`${name}#`)) return { member, rest: part.slice(name.length + 1) };
    }
  const [only, ...others] = members;
  return only === undefined || others.length > 0 ? null : { member: only, rest: part };
}

/** Takes the only file out of an archive for a reader of tables; what is none, and what is a workbook, stays as it is. */
export function* onlyFileOf(
  bytes: Uint8Array,
  path: string,
  part: string | undefined,
  maxBytes: number,
): Steps<Uint8Array> {
  return (yield* openInSteps(bytes, path, part, maxBytes))?.bytes ?? bytes;
}
