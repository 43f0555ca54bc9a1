import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/library.js";
import type { Phrase } from "../base/texts/phrase.js";

/** Typed arrays by name. */
export type Columns = Readonly<Record<string, Column>>;
export type Column = Uint8Array | Uint32Array | Int32Array | Float64Array;

/** What a file holds: columns, and anything that JSON can say. */
export interface ColumnFile {
  readonly columns: Columns;
  readonly facts: unknown;
}

/** "QHCITY", and two bytes that a transfer as text would spoil. */
const MAGIC = [0x51, 0x48, 0x43, 0x49, 0x54, 0x59, 0x1a, 0x0a];
const VERSION = 3;
/** Magic; then, as u32: version, checksum, length of the file (low, high), length of the JSON part, 0. */
const HEADER_BYTES = 32;
const ALIGNMENT = 8;
const WORD_VALUES = 4_294_967_296;
const TYPES = { u8: Uint8Array, u32: Uint32Array, i32: Int32Array, f64: Float64Array } as const;
type TypeName = keyof typeof TYPES;

interface ColumnEntry {
  readonly name: string;
  readonly type: TypeName;
  readonly length: number;
}

/**
 * Writes columns and facts as one block of bytes: a header, the facts as JSON, the columns one after the other, each at a multiple
 * of 8 bytes. Little-endian.
 *
 * @throws {CoverageError} `LIMIT_EXCEEDED` if the facts are nested too deeply, or too long for one text
 */
export function writeColumnFile({ columns, facts }: ColumnFile): Uint8Array {
  const entries = Object.entries(columns).map(([name, column]) => ({
    name,
    type: typeOf(column),
    length: column.length,
  }));
  const json = new TextEncoder().encode(toJson({ columns: entries, facts }));
  let end = aligned(HEADER_BYTES + json.length);
  for (const column of Object.values(columns)) end = aligned(end + column.byteLength);
  const bytes = new Uint8Array(end);
  bytes.set(json, HEADER_BYTES);
  let at = aligned(HEADER_BYTES + json.length);
  for (const column of Object.values(columns)) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at = aligned(at + column.byteLength);
  }
  bytes.set(MAGIC);
  const header = new Uint32Array(bytes.buffer, 0, HEADER_BYTES / 4);
  header.set([VERSION, 0, end >>> 0, Math.floor(end / WORD_VALUES), json.length, 0], 2);
  header[3] = checksumOf(bytes);
  return bytes;
}

/**
 * Reads what `writeColumnFile` wrote. Columns are views of the bytes, not copies, if these start at a multiple of 8.
 *
 * @throws {CoverageError} `INVALID_CITY_FILE` if the bytes are anything else
 */
export function readColumnFile(given: Uint8Array): ColumnFile {
  const bytes = given.byteOffset % ALIGNMENT === 0 ? given : given.slice();
  const source = { length: bytes.length, read: (at: number, length: number) => bytes.subarray(at, at + length) };
  const header = checkHeader(source);
  if (checksumOf(bytes) !== header[3]) throw damaged(say("savedCity.checksum"));
  const { facts, names, column } = openColumns(source, header[6] as number);
  return { facts, columns: Object.fromEntries(names.map((name) => [name, column(name) as Column])) };
}

/** Bytes that are read where they are needed. */
export interface BytesSource {
  readonly length: number;
  /** Gives `length` bytes from `at`: a copy, or a view that starts at a multiple of 8. */
  readonly read: (at: number, length: number) => Uint8Array;
}

/** A file whose columns are read one by one. */
export interface OpenColumnFile {
  readonly facts: unknown;
  readonly names: readonly string[];
  /** `undefined`: there is none of this name. */
  readonly column: (name: string) => Column | undefined;
}

/**
 * Opens what `writeColumnFile` wrote without reading its columns. Its checksum is not computed.
 *
 * @throws {CoverageError} `INVALID_CITY_FILE` if the bytes are anything else
 */
export function openColumnFile(source: BytesSource): OpenColumnFile {
  return openColumns(source, checkHeader(source)[6] as number);
}

function openColumns(source: BytesSource, jsonLength: number): OpenColumnFile {
  let at = aligned(HEADER_BYTES + jsonLength);
  if (at > source.length) throw damaged(say("savedCity.longHeader"));
  const { columns: entries, facts } = parse(new TextDecoder().decode(source.read(HEADER_BYTES, jsonLength).slice()));
  const places = new Map<string, { readonly entry: ColumnEntry; readonly at: number }>();
  for (const entry of entries) {
    const { name, type, length } = entry;
    const Type = TYPES[type];
    if (Type === undefined || !Number.isInteger(length) || length < 0)
      throw damaged(say("savedCity.columnMissing", { name }));
    if (at + length * Type.BYTES_PER_ELEMENT > source.length) throw damaged(say("savedCity.columnTooLong", { name }));
    places.set(name, { entry, at });
    at = aligned(at + length * Type.BYTES_PER_ELEMENT);
  }
  if (at !== source.length) throw damaged(say("savedCity.leftOver", { count: source.length - at }));
  return {
    facts,
    names: [...places.keys()],
    column: (name) => {
      const place = places.get(name);
      if (place === undefined) return undefined;
      const { type, length } = place.entry;
      const bytes = source.read(place.at, length * TYPES[type].BYTES_PER_ELEMENT);
      return new TYPES[type](bytes.buffer as ArrayBuffer, bytes.byteOffset, length);
    },
  };
}

function checkHeader(source: BytesSource): Uint32Array {
  const bytes = source.read(0, Math.min(HEADER_BYTES, source.length));
  if (MAGIC.some((byte, i) => bytes[i] !== byte))
    throw new CoverageError("INVALID_CITY_FILE", say("savedCity.wrong", { found: describe(bytes) }), {
      hint: say("savedCity.wrong.hint"),
    });
  if (bytes.length < HEADER_BYTES || source.length % 4 !== 0)
    throw damaged(say("savedCity.cutOff", { count: source.length }));
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER_BYTES / 4);
  const [, , version, , low = 0, high = 0] = header;
  if (version !== VERSION)
    throw new CoverageError(
      "INVALID_CITY_FILE",
      say("savedCity.version", { version: version ?? 0, expected: VERSION }),
      {
        hint: say("savedCity.version.hint"),
      },
    );
  if (low + high * WORD_VALUES !== source.length)
    throw damaged(say("savedCity.length", { count: source.length, expected: low + high * WORD_VALUES }));
  return header;
}

function parse(text: string): { readonly columns: readonly ColumnEntry[]; readonly facts: unknown } {
  try {
    const { columns, facts } = JSON.parse(text);
    if (Array.isArray(columns)) return { columns, facts };
  } catch {
    // told below
  }
  throw damaged(say("savedCity.header"));
}

function toJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (cause) {
    throw new CoverageError("LIMIT_EXCEEDED", say("savedCity.nested"), {
      hint: say("savedCity.nested.hint"),
      cause,
    });
  }
}

/** FNV-1a over 32-bit words, the checksum's own word left out. @see G. Fowler, L. C. Noll, K.-P. Vo, 1991 */
function checksumOf(bytes: Uint8Array): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  let hash = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) if (i !== 3) hash = Math.imul(hash ^ words[i], 0x01000193);
  return hash >>> 0;
}

function describe(bytes: Uint8Array): Phrase {
  const [first, second] = bytes;
  if (first === undefined) return say("savedCity.empty");
  if (first === 0x1f && second === 0x8b) return say("savedCity.gzip");
  if (first === 0x50 && second === 0x4b) return say("savedCity.zip");
  if (first === 0x7b || first === 0x5b) return say("savedCity.json");
  return say("savedCity.bytes", { bytes: [...bytes.subarray(0, 8)].join(" ") });
}

function damaged(why: Phrase): CoverageError {
  return new CoverageError("INVALID_CITY_FILE", say("savedCity.damaged", { why: why }), {
    hint: say("savedCity.damaged.hint"),
  });
}

function typeOf(column: Column): TypeName {
  if (column instanceof Float64Array) return "f64";
  if (column instanceof Int32Array) return "i32";
  return column instanceof Uint32Array ? "u32" : "u8";
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}
