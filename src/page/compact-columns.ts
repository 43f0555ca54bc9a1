import { deflateSync, inflateSync } from "fflate";

/** Typed arrays by name, and anything that JSON can say. */
export interface CompactFile {
  readonly columns: Readonly<Record<string, CompactColumn>>;
  readonly facts: unknown;
}
export type CompactColumn = Uint8Array | Uint32Array | Int32Array | Float64Array;

interface ColumnEntry {
  readonly name: string;
  readonly type: "u8" | "u32" | "i32" | "f64";
  readonly length: number;
  /** `bytes`: one plane of bytes after the other. A number: differences of the values times this, which are whole. */
  readonly form: "bytes" | number;
  readonly byteLength: number;
}

/** Coordinates are kept as decimals of so many digits, if that loses nothing. */
const SCALES = [1, 10, 1e3, 1e5, 1e6, 1e7] as const;
/** One of so many values is packed to guess how many bytes all take; all may take a smaller share than these. */
const SAMPLED = 16;
const LEAST_SHARE = 0.6;
const GREATEST_WHOLE = 2 ** 45;

/**
 * Packs columns and facts into few bytes, for a page: whole and decimal numbers as differences, then deflated.
 *
 * Nothing is lost: each number comes back with all its bits.
 */
export function packColumns({ columns, facts }: CompactFile): Uint8Array {
  const parts: Uint8Array[] = [];
  const entries = Object.entries(columns).map(([name, column]): ColumnEntry => {
    const { form, bytes } = packColumn(column);
    parts.push(bytes);
    return { name, type: typeOf(column), length: column.length, form, byteLength: bytes.length };
  });
  const json = new TextEncoder().encode(JSON.stringify({ entries, facts }));
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 4 + json.length));
  new DataView(whole.buffer).setUint32(0, json.length, true);
  whole.set(json, 4);
  let at = 4 + json.length;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return deflateSync(whole, { level: 9 });
}

/**
 * Tells about how many bytes `packColumns` would give, at least, by a part of every column: for whoever has only so much room, and need not
 * pack what will not fit.
 */
export function leastPackedBytes({ columns }: CompactFile): number {
  const part = Object.entries(columns).map(
    ([name, column]) => [name, column.subarray(0, column.length / SAMPLED)] as const,
  );
  return packColumns({ columns: Object.fromEntries(part), facts: null }).length * SAMPLED * LEAST_SHARE;
}

/** Unpacks what `packColumns` packed. */
export function unpackColumns(packed: Uint8Array): CompactFile {
  const whole = inflateSync(packed);
  const jsonLength = new DataView(whole.buffer, whole.byteOffset).getUint32(0, true);
  const { entries, facts } = JSON.parse(new TextDecoder().decode(whole.subarray(4, 4 + jsonLength)));
  const columns: Record<string, CompactColumn> = {};
  let at = 4 + jsonLength;
  for (const entry of entries as readonly ColumnEntry[]) {
    columns[entry.name] = unpackColumn(entry, whole.subarray(at, at + entry.byteLength));
    at += entry.byteLength;
  }
  return { columns, facts };
}

function packColumn(column: CompactColumn): { readonly form: ColumnEntry["form"]; readonly bytes: Uint8Array } {
  if (column instanceof Uint8Array) return { form: "bytes", bytes: column };
  const scale = SCALES.find((one) => column.every((value) => isWhole(value, one)));
  if (scale === undefined) return { form: "bytes", bytes: toPlanes(column) };
  return { form: scale, bytes: toDifferences(column, scale) };
}

function unpackColumn({ type, length, form }: ColumnEntry, bytes: Uint8Array): CompactColumn {
  if (type === "u8") return bytes.slice();
  const column =
    type === "u32" ? new Uint32Array(length) : type === "i32" ? new Int32Array(length) : new Float64Array(length);
  if (form === "bytes") fromPlanes(bytes, column);
  else fromDifferences(bytes, column, form);
  return column;
}

/** Whether a number times a scale is whole, and comes back from it with all its bits. */
function isWhole(value: number, scale: number): boolean {
  const whole = Math.round(value * scale);
  return Math.abs(whole) <= GREATEST_WHOLE && Object.is(whole / scale, value);
}

function toDifferences(column: Exclude<CompactColumn, Uint8Array>, scale: number): Uint8Array {
  const bytes = new Uint8Array(8 * column.length);
  let at = 0;
  let before = 0;
  for (const value of column) {
    const whole = Math.round(value * scale);
    const difference = whole - before;
    before = whole;
    // small numbers of either sign become small numbers
    let rest = difference < 0 ? -2 * difference - 1 : 2 * difference;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes[at++] = (rest % 128) | 128;
    bytes[at++] = rest;
  }
  return bytes.slice(0, at);
}

function fromDifferences(bytes: Uint8Array, column: CompactColumn, scale: number): void {
  let at = 0;
  let whole = 0;
  for (let row = 0; row < column.length; row++) {
    let value = 0;
    for (let weight = 1; ; weight *= 128) {
      const byte = bytes[at++];
      value += (byte & 127) * weight;
      if (byte < 128) break;
    }
    whole += value % 2 === 1 ? -(value + 1) / 2 : value / 2;
    column[row] = whole / scale;
  }
}

/** The first bytes of all numbers, then the second ones: equal bytes come to stand together. */
function toPlanes(column: CompactColumn): Uint8Array {
  const size = column.BYTES_PER_ELEMENT;
  const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
  const planes = new Uint8Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) planes[(i % size) * column.length + Math.floor(i / size)] = bytes[i];
  return planes;
}

function fromPlanes(planes: Uint8Array, column: CompactColumn): void {
  const size = column.BYTES_PER_ELEMENT;
  const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
  for (let i = 0; i < bytes.length; i++) bytes[i] = planes[(i % size) * column.length + Math.floor(i / size)];
}

function typeOf(column: CompactColumn): ColumnEntry["type"] {
  if (column instanceof Float64Array) return "f64";
  if (column instanceof Int32Array) return "i32";
  return column instanceof Uint32Array ? "u32" : "u8";
}
