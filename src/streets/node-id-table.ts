import { hashOfWords, slotCountFor } from "./place-table.js";

/** Remembers a number for every node id: an open-addressing hash table over typed arrays. */
export class NodeIdTable {
  readonly #ids: Float64Array;
  /** The number that belongs to an id, + 1; 0 = free. */
  readonly #numbers: Uint32Array;
  readonly #id: Float64Array = new Float64Array(1);
  readonly #words: Uint32Array = new Uint32Array(this.#id.buffer);

  constructor(capacity: number) {
    const slotCount = slotCountFor(capacity);
    this.#ids = new Float64Array(slotCount);
    this.#numbers = new Uint32Array(slotCount);
  }

  /** Gives the number of an id; `next`, which it then has, if it was not seen before. */
  findOrAdd(id: number, next: number): number {
    const numbers = this.#numbers;
    const mask = numbers.length - 1;
    this.#id[0] = id + 0; // 0 and -0 are one id
    let slot = hashOfWords(this.#words) & mask;
    for (; numbers[slot] !== 0; slot = (slot + 1) & mask) if (this.#ids[slot] === id) return numbers[slot] - 1;
    this.#ids[slot] = id;
    numbers[slot] = next + 1;
    return next;
  }
}
