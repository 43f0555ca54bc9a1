import { CoverageError } from "../base/errors.js";
import type { UNREAD_FORMATS } from "../base/texts/errors/unread-formats.js";
import { say } from "../base/texts/files.js";
import { beginsWith } from "./decode-text.js";
import { listZipEntries, type ZipEntry } from "./gis/zip-directory.js";

/** A format that is recognized by its first bytes, and not read: its name and what to do are texts with ids of their own. */
export type UnreadFormat = keyof typeof UNREAD_FORMATS extends infer Id
  ? Id extends `unread.${infer Format}.hint`
    ? Format
    : never
  : never;

/** How files begin that nobody reads here. */
const MAGICS: readonly { readonly format: UnreadFormat; readonly magic: readonly number[] }[] = [
  { format: "sevenZip", magic: [0x37, 0x7a, 0xbc, 0xaf] },
  { format: "emptyZip", magic: [0x50, 0x4b, 0x05, 0x06] },
  { format: "rar", magic: [0x52, 0x61, 0x72, 0x21] },
  { format: "bzip2", magic: [0x42, 0x5a, 0x68] },
  { format: "xz", magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a] },
  { format: "oldExcel", magic: [0xd0, 0xcf, 0x11, 0xe0] },
  { format: "dwg", magic: [0x41, 0x43, 0x31, 0x30] },
  { format: "o5m", magic: [0xff, 0xe0, 0x04, 0x6f, 0x35] },
  { format: "pdf", magic: [0x25, 0x50, 0x44, 0x46] },
  { format: "image", magic: [0x89, 0x50, 0x4e, 0x47] },
  { format: "image", magic: [0xff, 0xd8, 0xff] },
  { format: "arrow", magic: [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31] },
  { format: "arrow", magic: [0x46, 0x45, 0x41, 0x31] },
  // a stream of Arrow without a file around it
  { format: "arrow", magic: [0xff, 0xff, 0xff, 0xff] },
  { format: "orc", magic: [0x4f, 0x52, 0x43] },
  { format: "pmTiles", magic: [0x50, 0x4d, 0x54, 0x69, 0x6c, 0x65, 0x73] },
  { format: "erdas", magic: [0x45, 0x48, 0x46, 0x41, 0x5f] },
  { format: "netCdf", magic: [0x43, 0x44, 0x46, 0x01] },
  { format: "netCdf", magic: [0x43, 0x44, 0x46, 0x02] },
  { format: "netCdf", magic: [0x89, 0x48, 0x44, 0x46] },
  { format: "jpeg2000", magic: [0x00, 0x00, 0x00, 0x0c, 0x6a, 0x50, 0x20, 0x20] },
  { format: "tiff", magic: [0x49, 0x49, 0x2a, 0x00] },
  { format: "tiff", magic: [0x4d, 0x4d, 0x00, 0x2a] },
  { format: "tiff", magic: [0x49, 0x49, 0x2b, 0x00] },
  { format: "tiff", magic: [0x4d, 0x4d, 0x00, 0x2b] },
];

/** How texts begin. */
const TEXTS: readonly { readonly format: UnreadFormat; readonly pattern: RegExp }[] = [
  { format: "dxf", pattern: /^\s*(?:999\r?\n[^\n]*\n\s*)*0\r?\nSECTION\b/ },
  { format: "mapInfo", pattern: /^Version\s+\d+[\s\S]{0,200}\bCharset\b/i },
  { format: "mapInfo", pattern: /^!table\b/i },
  { format: "asciiGrid", pattern: /^ncols\s+\d+\s+nrows\s+\d+\s/i },
  { format: "lfsPointer", pattern: /^version https:\/\/git-lfs\.github\.com\/spec\// },
  { format: "systemDefinition", pattern: /^(?:GEOG|PROJ|GEODETIC|PROJECTED|COMPD|BOUND)(?:CS|CRS)\s*\[/i },
  { format: "opl", pattern: /^[nwr]-?\d+ v\d/ },
  {
    format: "gml",
    pattern: /^<(?:\?xml[^>]{0,300}>\s*<)?(?:!--[\s\S]{0,1000}?-->\s*<)?(?=[\w:]+[\s\S]{0,4000}?opengis\.net\/gml)/,
  },
  { format: "gpx", pattern: /^<(?:\?xml[^>]{0,300}>\s*<)?gpx\b/i },
];

/** What stands behind the name, owner and times of the first file of a tar archive. */
const TAR = { at: 257, magic: [0x75, 0x73, 0x74, 0x61, 0x72] };

/** What entries of archives are called that are more than archives. */
const ENTRIES: readonly { readonly format: UnreadFormat; readonly pattern: RegExp }[] = [
  { format: "geodatabase", pattern: /\.gdb\/|\.gdbtable$/i },
  { format: "kmz", pattern: /\.kml$/i },
  { format: "openDocument", pattern: /^META-INF\/manifest\.xml$/ },
];
const LOOKED_AT_BYTES = 6000;

/** Recognizes a format that is not read, by the content and never by the name; `null` = it may be one that is. */
export function recognizeFile(bytes: Uint8Array): UnreadFormat | null {
  const binary = MAGICS.find(({ magic }) => beginsWith(bytes, magic));
  if (binary !== undefined) return binary.format;
  if (beginsWith(bytes.subarray(TAR.at), TAR.magic)) return "tar";
  if (isDbase(bytes)) return "dbase";
  if (isZip(bytes)) {
    const names = namesInZip(bytes);
    return ENTRIES.find(({ pattern }) => names.some((name) => pattern.test(name)))?.format ?? null;
  }
  // letters of these formats are plain: one byte is one
  const start = String.fromCharCode(...bytes.subarray(0, LOOKED_AT_BYTES)).replace(/^ï»¿/, "");
  return TEXTS.find(({ pattern }) => pattern.test(start.trimStart()))?.format ?? null;
}

/**
 * Refuses what {@link recognizeFile} recognizes, by its name and with what to do.
 *
 * @throws {CoverageError} UNKNOWN_FORMAT
 */
export function assertReadableFile(bytes: Uint8Array, path: string): void {
  const format = recognizeFile(bytes);
  if (format === null) return;
  throw new CoverageError("UNKNOWN_FORMAT", say("file.unread", { path, name: say(`unread.${format}`) }), {
    path,
    hint: say(`unread.${format}.hint`, { path }),
  });
}

/** A table of dBase tells its version, the day it was written, and how long its head and rows are. */
function isDbase(bytes: Uint8Array): boolean {
  const [version = 0, , month = 0, day = 0] = bytes;
  if (![0x03, 0x30, 0x83, 0x8b, 0xf5].includes(version) || month < 1 || month > 12 || day < 1 || day > 31) return false;
  const headLength = (bytes[8] ?? 0) + 256 * (bytes[9] ?? 0);
  return headLength > 32 && (headLength - 33) % 32 === 0 && bytes[headLength - 1] === 0x0d;
}

/** Tells whether bytes begin like a zip archive. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** Lists the entries of a zip archive without unpacking any; none if it is damaged, or no archive. */
export function entriesInZip(bytes: Uint8Array): ZipEntry[] {
  try {
    return isZip(bytes) ? listZipEntries(bytes, "") : [];
  } catch {
    return [];
  }
}

/** The names of them. */
export function namesInZip(bytes: Uint8Array): string[] {
  return entriesInZip(bytes).map(({ name }) => name);
}
