import { say } from "../../base/texts/files.js";
import { cutOff, damaged } from "../gis/file-errors.js";

/** Bytes of each field type of TIFF, by its number; 0: there is none. */
const TYPE_BYTES: readonly number[] = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];
const ASCII = 2;
/** More values of one tag than any raster has strips. */
const MAX_VALUES = 50_000_000;

/** The tag that says what an image is for, and what it says of a mask. */
const KIND_OF_IMAGE = 254;
const MASK = 4;
const MAX_IMAGES = 100;

interface Entry {
  readonly type: number;
  readonly count: number;
  readonly at: number;
}

/**
 * The first image of a TIFF or BigTIFF as its tags, each held against the bytes of the file before it is read.
 *
 * @see Adobe, TIFF Revision 6.0, 1992
 */
export class TiffDirectory {
  readonly isLittleEndian: boolean;
  readonly byteLength: number;
  readonly #view: DataView;
  readonly #path: string;
  readonly #entries = new Map<number, Entry>();

  /** @throws {CoverageError} DAMAGED_FILE */
  constructor(bytes: Uint8Array, path: string) {
    this.#path = path;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.byteLength = bytes.length;
    if (bytes.length < 16) throw cutOff(path, 16, bytes.length);
    this.isLittleEndian = bytes[0] === 0x49;
    const magic = this.#uint16(2);
    if (bytes[0] !== bytes[1] || (bytes[0] !== 0x49 && bytes[0] !== 0x4d) || (magic !== 42 && magic !== 43))
      throw damaged(path, say("raster.noMagic"));
    this.#readEntries(magic === 43);
  }

  #readEntries(isBig: boolean): void {
    const { count, first, entryBytes } = this.#entriesAt(isBig ? this.#uint64(8) : this.#uint32(4), isBig);
    for (let i = 0; i < count; i++) {
      const from = first + i * entryBytes;
      const type = this.#uint16(from + 2);
      const values = isBig ? this.#uint64(from + 4) : this.#uint32(from + 4);
      const bytes = (TYPE_BYTES[type] ?? 0) * values;
      if (bytes === 0) continue; // of a type that nobody knows, or empty
      const inside = from + (isBig ? 12 : 8);
      const valueAt = bytes <= (isBig ? 8 : 4) ? inside : isBig ? this.#uint64(inside) : this.#uint32(inside);
      this.#need(valueAt, bytes);
      if (values > MAX_VALUES) throw damaged(this.#path, say("raster.tags"));
      this.#entries.set(this.#uint16(from), { type, count: values, at: valueAt });
    }
  }

  /** How many tags an image has, and where the first of them stands. */
  #entriesAt(at: number, isBig: boolean) {
    this.#need(at, isBig ? 8 : 2);
    const count = isBig ? this.#uint64(at) : this.#uint16(at);
    const entryBytes = isBig ? 20 : 12;
    const first = at + (isBig ? 8 : 2);
    this.#need(first, count * entryBytes);
    return { count, first, entryBytes };
  }

  /** Whether one of the other images says which cells of the first count. */
  hasMask(): boolean {
    const isBig = this.#uint16(2) === 43;
    let at = isBig ? this.#uint64(8) : this.#uint32(4);
    for (let image = 0; image < MAX_IMAGES && at !== 0; image++) {
      const { count, first, entryBytes } = this.#entriesAt(at, isBig);
      for (let i = 0; i < count; i++) {
        const entry = first + i * entryBytes;
        if (this.#uint16(entry) === KIND_OF_IMAGE && (this.#uint32(entry + (isBig ? 12 : 8)) & MASK) !== 0) return true;
      }
      const next = first + count * entryBytes;
      this.#need(next, isBig ? 8 : 4);
      at = isBig ? this.#uint64(next) : this.#uint32(next);
    }
    return false;
  }

  has(tag: number): boolean {
    return this.#entries.has(tag);
  }

  /** The values of a tag; empty if it is not there. */
  numbers(tag: number): number[] {
    const entry = this.#entries.get(tag);
    if (entry === undefined) return [];
    const bytes = TYPE_BYTES[entry.type] as number;
    return Array.from({ length: entry.count }, (_, i) => this.#value(entry.type, entry.at + i * bytes));
  }

  /** The only value of a tag, or the first. */
  number(tag: number, otherwise: number): number {
    const entry = this.#entries.get(tag);
    return entry === undefined ? otherwise : this.#value(entry.type, entry.at);
  }

  /** A text, without the zeros at its end. */
  text(tag: number): string | null {
    const entry = this.#entries.get(tag);
    if (entry === undefined || entry.type !== ASCII) return null;
    const { buffer, byteOffset } = this.#view;
    return new TextDecoder().decode(new Uint8Array(buffer, byteOffset + entry.at, entry.count)).replace(/\0+$/, "");
  }

  #value(type: number, at: number): number {
    const view = this.#view;
    const isLittle = this.isLittleEndian;
    if (type === 3) return view.getUint16(at, isLittle);
    if (type === 4 || type === 13) return view.getUint32(at, isLittle);
    if (type === 5) return view.getUint32(at, isLittle) / view.getUint32(at + 4, isLittle);
    if (type === 6) return view.getInt8(at);
    if (type === 8) return view.getInt16(at, isLittle);
    if (type === 9) return view.getInt32(at, isLittle);
    if (type === 10) return view.getInt32(at, isLittle) / view.getInt32(at + 4, isLittle);
    if (type === 11) return view.getFloat32(at, isLittle);
    if (type === 12) return view.getFloat64(at, isLittle);
    if (type === 17) return Number(view.getBigInt64(at, isLittle));
    return type >= 16 ? this.#uint64(at) : view.getUint8(at);
  }

  #need(at: number, bytes: number): void {
    if (at + bytes > this.byteLength) throw cutOff(this.#path, at + bytes, this.byteLength);
  }

  #uint16(at: number): number {
    return this.#view.getUint16(at, this.isLittleEndian);
  }
  #uint32(at: number): number {
    return this.#view.getUint32(at, this.isLittleEndian);
  }
  #uint64(at: number): number {
    return Number(this.#view.getBigUint64(at, this.isLittleEndian));
  }
}
