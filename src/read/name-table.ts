import { CLOSE_OBJECT, COLON, COMMA, FAILED, QUOTE, skipColon, skipSpace, skipText, skipValue } from "./json-bytes.js";

/** A name that is not in the table. */
const OTHER = -1;
/** A name with escapes, or one for the second time in its object: JSON.parse is to decide. */
const UNUSUAL = -2;

const SLOTS = 256;

/** Recognizes the names of an object's members in the bytes of a text. */
export class NameTable {
  /** The place after the name that was read last. */
  end = 0;
  readonly #names: readonly Uint8Array[];
  /** Number of a name + 1, by its hash; 0 = free. */
  readonly #slots = new Uint8Array(SLOTS);
  /** Per name: the object in which it was last seen. */
  readonly #seenIn: Uint32Array;
  #object = 0;

  /** @param names ASCII, fewer than 255; `proposed:*` is found by every name that begins with `proposed:` */
  constructor(names: readonly string[]) {
    const encoder = new TextEncoder();
    this.#names = names.map((name) => encoder.encode(name.endsWith(":*") ? name.slice(0, -1) : name));
    this.#seenIn = new Uint32Array(names.length);
    this.#names.forEach((name, number) => {
      let slot = name.reduce(mix, 0) & (SLOTS - 1);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
      this.#slots[slot] = number + 1;
    });
  }

  /** Begins a new object. */
  begin(): void {
    this.#object++;
  }

  /** Reads a name in quotes; gives its number, OTHER or UNUSUAL. */
  read(bytes: Uint8Array, start: number): number {
    let hash = 0;
    let prefixEnd = 0;
    let prefixHash = 0;
    for (let at = start + 1; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) {
        this.end = at + 1;
        const found = this.#find(bytes, start + 1, at, hash);
        return found === OTHER && prefixEnd > 0 ? this.#find(bytes, start + 1, prefixEnd, prefixHash, true) : found;
      }
      if (byte < 0x20 || byte === 0x5c) return UNUSUAL;
      if (byte >= 0x80) break;
      hash = mix(hash, byte);
      if (byte === COLON && prefixEnd === 0) {
        prefixEnd = at + 1;
        prefixHash = hash;
      }
    }
    this.end = skipText(bytes, start);
    if (this.end === FAILED || bytes.subarray(start, this.end).includes(0x5c)) return UNUSUAL;
    return prefixEnd > 0 ? this.#find(bytes, start + 1, prefixEnd, prefixHash, true) : OTHER;
  }

  #find(bytes: Uint8Array, start: number, end: number, hash: number, mayRepeat = false): number {
    for (let slot = hash & (SLOTS - 1); this.#slots[slot] !== 0; slot = (slot + 1) & (SLOTS - 1)) {
      const number = this.#slots[slot] - 1;
      if (!isEqual(this.#names[number], bytes, start, end)) continue;
      if (mayRepeat) return number;
      if (this.#seenIn[number] === this.#object) return UNUSUAL;
      this.#seenIn[number] = this.#object;
      return number;
    }
    return OTHER;
  }
}

/** Adds a byte to a hash. */
export function mix(hash: number, byte: number): number {
  return (Math.imul(hash, 31) + byte) | 0;
}

function isEqual(name: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (name.length !== end - start) return false;
  for (let i = 0; i < name.length; i++) if (bytes[start + i] !== name[i]) return false;
  return true;
}

/**
 * Goes through the members of an object, and passes over those whose names are not in the table.
 *
 * @param visit reads the value of a member of the table; gives the place after it, or FAILED
 * @returns the place after the object, or FAILED
 */
export function readMembers(
  bytes: Uint8Array,
  start: number,
  names: NameTable,
  visit: (member: number, start: number) => number,
): number {
  names.begin();
  let at = skipSpace(bytes, start + 1);
  if (bytes[at] === CLOSE_OBJECT) return at + 1;
  for (;;) {
    const member = bytes[at] === QUOTE ? names.read(bytes, at) : UNUSUAL;
    if (member === UNUSUAL) return FAILED;
    at = skipColon(bytes, names.end);
    if (at === FAILED) return FAILED;
    at = member === OTHER ? skipValue(bytes, at) : visit(member, at);
    if (at === FAILED) return FAILED;
    at = skipSpace(bytes, at);
    if (bytes[at] === CLOSE_OBJECT) return at + 1;
    if (bytes[at] !== COMMA) return FAILED;
    at = skipSpace(bytes, at + 1);
  }
}
