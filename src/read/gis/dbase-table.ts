import { setOwn } from "../../base/json-object.js";
import type { Steps } from "../../base/steps.js";
import { say } from "../../base/texts/files.js";
import { ROWS_OF_STEP } from "../in-turns.js";
import { encodingOf, TableDecoder } from "./dbase-encoding.js";
import { cutOff, damaged } from "./file-errors.js";

/** A value of a cell. Whole numbers beyond 2^53 stay texts, so that ids keep their digits. */
export type Cell = string | number | boolean | null;

/** The rows of a table, in the order of the file; `null`: marked as deleted. */
export interface DbaseTable {
  readonly rows: readonly (Record<string, Cell> | null)[];
  /** How many texts ended in half a character, which was dropped. */
  readonly cutTexts: number;
  /** Whether the texts are rather UTF-8 than what the file says. */
  readonly isRatherUtf8: boolean;
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly at: number;
  readonly length: number;
}

const HEADER_BYTES = 32;
const FIELD_BYTES = 32;
const NAME_BYTES = 11;
const END_OF_FIELDS = 0x0d;
const DELETED = 0x2a;
const SPACE = 0x20;

/** How many rows a table announces, deleted ones too. @throws {CoverageError} DAMAGED_FILE */
export function countRows(bytes: Uint8Array, path: string): number {
  if (bytes.length < HEADER_BYTES) throw cutOff(path, HEADER_BYTES, bytes.length);
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
}

/**
 * Reads a dBase table: texts, numbers, dates and truth values; other columns are `null`.
 *
 * @param option the encoding that the caller says
 * @param codePage what stands in the `.cpg`; `null` = there is none
 * @throws {CoverageError} DAMAGED_FILE for a table that is cut off or damaged; INVALID_ENCODING
 */
export function* readDbase(
  bytes: Uint8Array,
  option: string | undefined,
  codePage: string | null,
  path: string,
): Steps<DbaseTable> {
  const count = countRows(bytes, path);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = view.getUint16(8, true);
  const rowLength = view.getUint16(10, true);
  const end = headerLength + count * rowLength;
  if (end > bytes.length) throw cutOff(path, end, bytes.length);
  const decoder = new TableDecoder(encodingOf(option, codePage, view.getUint8(29)), path);
  const fields = readFields(bytes, headerLength, rowLength, decoder, path);
  const rows: (Record<string, Cell> | null)[] = [];
  for (let row = 0; row < count; row++) {
    if (row % ROWS_OF_STEP === 0) yield;
    const at = headerLength + row * rowLength;
    const cells: Record<string, Cell> = {};
    if (bytes[at] !== DELETED)
      for (const field of fields) setOwn(cells, field.name, readCell(bytes, view, at + field.at, field, decoder));
    rows.push(bytes[at] === DELETED ? null : cells);
  }
  return { rows, cutTexts: decoder.cutCount, isRatherUtf8: decoder.isRatherUtf8 };
}

function readFields(
  bytes: Uint8Array,
  headerLength: number,
  rowLength: number,
  decoder: TableDecoder,
  path: string,
): Field[] {
  const fields: Field[] = [];
  let offset = 1; // the mark of deletion stands first
  let at = HEADER_BYTES;
  for (; at + FIELD_BYTES <= headerLength && bytes[at] !== END_OF_FIELDS; at += FIELD_BYTES) {
    const nameEnd = bytes.subarray(at, at + NAME_BYTES).indexOf(0);
    const nameLength = nameEnd < 0 ? NAME_BYTES : nameEnd;
    const cut = decoder.cutCount;
    const name = decoder.decode(bytes, at, at + nameLength, nameLength >= NAME_BYTES - 1).trim();
    decoder.cutCount = cut; // names are short by the format: nobody needs to be told
    const type = String.fromCharCode(bytes[at + 11] as number);
    // a text of more than 255 bytes has the rest of its length where others have decimals
    const length = (bytes[at + 16] as number) + (type === "C" ? (bytes[at + 17] as number) * 256 : 0);
    fields.push({ name: nameOf(name, fields), type, at: offset, length });
    offset += length;
  }
  if (offset > rowLength || bytes[at] !== END_OF_FIELDS) throw damaged(path, say("shapefile.tableDamaged"));
  return fields;
}

/** Names cut at ten bytes may become the same. */
function nameOf(name: string, fields: readonly Field[]): string {
  const isTaken = (one: string) => fields.some((field) => field.name === one);
  let free = name;
  for (let number = 2; isTaken(free); number++) free = `${name}_${number}`;
  return free;
}

function readCell(bytes: Uint8Array, view: DataView, at: number, { type, length }: Field, decoder: TableDecoder): Cell {
  if (type === "I" && length === 4) return view.getInt32(at, true);
  if ((type === "O" || type === "B") && length === 8) return finiteOrNull(view.getFloat64(at, true));
  let to = at + length;
  while (to > at && (bytes[to - 1] === SPACE || bytes[to - 1] === 0)) to--;
  if (type === "C") {
    const text = to === at ? null : decoder.decode(bytes, at, to, to === at + length);
    return text === null ? null : text.replace(/\0.*$/s, "");
  }
  if (!"NFDL".includes(type)) return null;
  const text = decoder.decode(bytes, at, to, false).trim();
  if (type === "L") return /^[TtYy]$/.test(text) ? true : /^[FfNn]$/.test(text) ? false : null;
  if (type === "D") return /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : null;
  return toNumber(text);
}

function toNumber(text: string): Cell {
  if (text === "" || text.startsWith("*")) return null;
  const value = Number(text.replace(",", "."));
  if (Number.isNaN(value)) return text;
  return Number.isInteger(value) && !Number.isSafeInteger(value) && /^-?\d+$/.test(text) ? text : finiteOrNull(value);
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
