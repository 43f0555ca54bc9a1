import { OutOfBounds } from "./flat-table.js";

/** A structure of Thrift's compact protocol: whole numbers and structures by their number; of all else only the length was checked. */
export interface ThriftStruct {
  readonly numbers: ReadonlyMap<number, number>;
  readonly structs: ReadonlyMap<number, ThriftStruct>;
  /** Where it ends. */
  readonly end: number;
}

const TYPES = {
  stop: 0,
  true: 1,
  false: 2,
  byte: 3,
  i16: 4,
  i32: 5,
  i64: 6,
  double: 7,
  binary: 8,
  list: 9,
  set: 10,
  struct: 12,
} as const;
const MAX_DEPTH = 24;

/**
 * Walks a structure and holds every length and count in it against the bytes that are there.
 *
 * @throws {OutOfBounds} where it leads out of them
 * @see Apache Thrift, compact protocol specification
 */
export function walkThrift(bytes: Uint8Array, from: number, to: number): ThriftStruct {
  return new ThriftWalker(bytes, from, to).struct(0);
}

class ThriftWalker {
  readonly #bytes: Uint8Array;
  readonly #to: number;
  #at: number;

  constructor(bytes: Uint8Array, from: number, to: number) {
    this.#bytes = bytes;
    this.#at = from;
    this.#to = to;
  }

  struct(depth: number): ThriftStruct {
    if (depth > MAX_DEPTH) throw new OutOfBounds();
    const numbers = new Map<number, number>();
    const structs = new Map<number, ThriftStruct>();
    let id = 0;
    for (let head = this.#byte(); (head & 15) !== TYPES.stop; head = this.#byte()) {
      id = head >> 4 === 0 ? this.#zigzag() : id + (head >> 4);
      const type = head & 15;
      if (type === TYPES.struct) structs.set(id, this.struct(depth + 1));
      else if (type >= TYPES.byte && type <= TYPES.i64)
        numbers.set(id, type === TYPES.byte ? this.#byte() : this.#zigzag());
      else if (type !== TYPES.true && type !== TYPES.false) this.#skip(type, depth);
    }
    return { numbers, structs, end: this.#at };
  }

  #skip(type: number, depth: number): void {
    if (type === TYPES.byte || type === TYPES.true || type === TYPES.false) this.#take(1);
    else if (type === TYPES.double) this.#take(8);
    else if (type === TYPES.binary) this.#take(this.#varint());
    else if (type === TYPES.list || type === TYPES.set) this.#skipList(depth);
    else if (type === TYPES.struct) this.struct(depth + 1);
    else if (type >= TYPES.i16 && type <= TYPES.i64) this.#varint();
    else throw new OutOfBounds();
  }

  #skipList(depth: number): void {
    if (depth > MAX_DEPTH) throw new OutOfBounds();
    const head = this.#byte();
    const count = head >> 4 === 15 ? this.#varint() : head >> 4;
    if (count > this.#to - this.#at) throw new OutOfBounds(); // each takes a byte at least
    for (let i = 0; i < count; i++) this.#skip(head & 15, depth + 1);
  }

  #take(count: number): void {
    if (this.#at + count > this.#to) throw new OutOfBounds();
    this.#at += count;
  }

  #byte(): number {
    this.#take(1);
    return this.#bytes[this.#at - 1] as number;
  }

  /** Exact up to 2^53, and wrong but positive beyond: no length is that long. */
  #varint(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      if (scale > 1e19) throw new OutOfBounds();
    }
  }

  #zigzag(): number {
    const value = this.#varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }
}
