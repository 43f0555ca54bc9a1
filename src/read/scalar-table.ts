import { FAILED, OPEN_LIST, OPEN_OBJECT, skipValue } from "./json-bytes.js";
import { mix } from "./name-table.js";

/** So many values with like hashes come together only where somebody made them so. */
const MAX_STEPS = 64;

/** Makes values of short pieces of JSON, each only once: a city has fifty thousand streets, but few values of `highway`. */
export class ScalarTable {
  /** The place after the value that was read last. */
  end = 0;
  readonly #bytes: Uint8Array;
  readonly #parse: (start: number, end: number) => unknown;
  readonly #values: unknown[] = [];
  /** Where each value was first seen. */
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #slots = new Uint32Array(1024);

  /** @param parse makes a value of a piece of the bytes */
  constructor(bytes: Uint8Array, parse: (start: number, end: number) => unknown) {
    this.#bytes = bytes;
    this.#parse = parse;
  }

  /** Gives the number of a text, number or literal; FAILED for anything else. */
  read(start: number): number {
    const bytes = this.#bytes;
    const lead = bytes[start];
    this.end = lead === OPEN_LIST || lead === OPEN_OBJECT ? FAILED : skipValue(bytes, start);
    if (this.end === FAILED) return FAILED;
    const mask = this.#slots.length - 1;
    let slot = this.#hash(start, this.end) & mask;
    for (let steps = 0; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const number = this.#slots[slot] - 1;
      if (this.#isSame(number, start)) return number;
      if (++steps > MAX_STEPS) return FAILED;
    }
    return this.#add(start, slot);
  }

  /** Gives a value by its number. */
  value(number: number): unknown {
    return this.#values[number];
  }

  #add(start: number, slot: number): number {
    const count = this.#values.push(this.#parse(start, this.end));
    this.#starts.push(start);
    this.#ends.push(this.end);
    this.#slots[slot] = count;
    if (2 * count > this.#slots.length) this.#enlarge();
    return count - 1;
  }

  #enlarge(): void {
    const slots = new Uint32Array(2 * this.#slots.length);
    const mask = slots.length - 1;
    for (let number = 0; number < this.#values.length; number++) {
      let slot = this.#hash(this.#starts[number], this.#ends[number]) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }

  #hash(start: number, end: number): number {
    let hash = 0;
    for (let at = start; at < end; at++) hash = mix(hash, this.#bytes[at]);
    return hash ^ (hash >>> 15);
  }

  #isSame(number: number, start: number): boolean {
    const known = this.#starts[number];
    const length = this.end - start;
    if (this.#ends[number] - known !== length) return false;
    for (let i = 0; i < length; i++) if (this.#bytes[known + i] !== this.#bytes[start + i]) return false;
    return true;
  }
}
