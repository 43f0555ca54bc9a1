import type { Degrees } from "../base/units.js";

/** Numbers places by their exact coordinates and level: an open-addressing hash table over typed arrays. */
export class PlaceTable {
  readonly #lon: Float64Array;
  readonly #lat: Float64Array;
  readonly #level: Int8Array;
  /** Place number + 1; 0 = free. */
  readonly #slots: Uint32Array;
  /** The coordinates looked for, and their bits. */
  readonly #pair: Float64Array = new Float64Array(2);
  readonly #words: Uint32Array = new Uint32Array(this.#pair.buffer);
  #count = 0;

  constructor(capacity: number) {
    this.#lon = new Float64Array(capacity);
    this.#lat = new Float64Array(capacity);
    this.#level = new Int8Array(capacity);
    this.#slots = new Uint32Array(slotCountFor(capacity));
  }

  get count(): number {
    return this.#count;
  }

  /** Gives the number of a place, -1 if it was not seen before. */
  find(lon: Degrees, lat: Degrees, level: number): number {
    return this.#slots[this.#slotOf(lon, lat, level)] - 1;
  }

  /** Gives the number of a place, a new one if it was not seen before. */
  findOrAdd(lon: Degrees, lat: Degrees, level: number): number {
    const slot = this.#slotOf(lon, lat, level);
    const known = this.#slots[slot];
    if (known !== 0) return known - 1;
    this.#slots[slot] = this.#count + 1;
    return this.#append(lon, lat, level);
  }

  /** Numbers a place that is new for another reason (its node id). `findable`: for `findOrAdd` with equal coordinates. */
  add(lon: Degrees, lat: Degrees, findable: boolean): number {
    if (findable) {
      const before = this.#count;
      const place = this.findOrAdd(lon, lat, 0);
      if (place === before) return place;
    }
    return this.#append(lon, lat, 0);
  }

  lons(): Float64Array {
    return this.#lon.slice(0, this.#count);
  }

  lats(): Float64Array {
    return this.#lat.slice(0, this.#count);
  }

  /** The slot that holds a place, or the free one where it belongs. */
  #slotOf(lon: Degrees, lat: Degrees, level: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    this.#pair[0] = lon + 0; // 0 and -0 are one place, but differ in their bits
    this.#pair[1] = lat + 0;
    let slot = hashOfWords(this.#words) & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const place = slots[slot] - 1;
      if (this.#lon[place] === lon && this.#lat[place] === lat && this.#level[place] === level) break;
    }
    return slot;
  }

  #append(lon: Degrees, lat: Degrees, level: number): number {
    const place = this.#count++;
    this.#lon[place] = lon;
    this.#lat[place] = lat;
    this.#level[place] = level;
    return place;
  }
}

/** A power of two, so that at most three quarters of the slots are ever taken. */
export function slotCountFor(capacity: number): number {
  let power = 2;
  while (power * 3 <= capacity * 4) power *= 2;
  return power;
}

/** Of all bits: rounded coordinates would put every vertex of a line drawn in steps of a hair into one slot. */
export function hashOfWords(words: Uint32Array): number {
  let mixed = 0;
  for (let i = 0; i < words.length; i += 2) {
    mixed = (Math.imul(mixed, 0x27d4eb2f) + Math.imul(words[i], 0x9e3779b1) + Math.imul(words[i + 1], 0x85ebca77)) | 0;
    mixed ^= mixed >>> 15;
  }
  mixed = Math.imul(mixed, 0xc2b2ae3d);
  return mixed ^ (mixed >>> 13);
}
