import type { PbfReader } from "pbf";
import type { TagSets } from "../tag-sets.js";
import { readTagValue } from "../tag-values.js";
import { DamagedBytes } from "./packed-numbers.js";
import type { KeyRule, TagKinds } from "./tag-kinds.js";

/** No key. */
const UNKNOWN = -1;

/** The texts of one block, made only where they are asked for; and what its keys are, each looked up once. */
export class StringTable {
  readonly #bytes: Uint8Array;
  readonly #decoder: TextDecoder;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  // of the length of the table as soon as that is known: an array that is filled from anywhere is slow
  #texts: (string | undefined)[] = [];
  /** As the value of a tag: see `readTagValue`. */
  #values: (string | number | null | undefined)[] = [];
  #rules: (KeyRule | undefined)[] = [];
  /** By value: the key that it was last looked up with, and what the two make of an object. */
  #lastKeys: Int32Array = new Int32Array(0);
  #lastKinds: Int32Array = new Int32Array(0);
  /** By value: the set of tags of streets that it was last added to, under which key, and the set that it led to. */
  #lastSets: Int32Array = new Int32Array(0);
  #lastSetKeys: Int32Array = new Int32Array(0);
  #nextSets: Int32Array = new Int32Array(0);
  readonly #kinds: TagKinds;

  constructor(bytes: Uint8Array, decoder: TextDecoder, kinds: TagKinds) {
    this.#bytes = bytes;
    this.#decoder = decoder;
    this.#kinds = kinds;
  }

  /** Reads where the texts are. @param end of the table's message */
  read(reader: PbfReader, end: number): void {
    while (reader.pos < end) {
      const tag = reader.readVarint();
      if (tag !== ((1 << 3) | 2)) {
        reader.skip(tag);
        continue;
      }
      const length = reader.readVarint();
      this.#starts.push(reader.pos);
      reader.pos += length;
      this.#ends.push(reader.pos);
      if (!(reader.pos <= end)) throw new DamagedBytes();
    }
    const count = this.#starts.length;
    this.#texts = new Array(count);
    this.#values = new Array(count);
    this.#rules = new Array(count);
    this.#lastKeys = new Int32Array(count).fill(UNKNOWN);
    this.#lastKinds = new Int32Array(count);
    this.#lastSets = new Int32Array(count).fill(UNKNOWN);
    this.#lastSetKeys = new Int32Array(count);
    this.#nextSets = new Int32Array(count);
  }

  /** Gives a text. @throws {DamagedBytes} if there is none of that number */
  text(index: number): string {
    const known = this.#texts[index];
    if (known !== undefined) return known;
    const start = this.#starts[index];
    if (start === undefined) throw new DamagedBytes();
    const text =
      shortText(this.#bytes, start, this.#ends[index]) ??
      this.#decoder.decode(this.#bytes.subarray(start, this.#ends[index]));
    this.#texts[index] = text;
    return text;
  }

  /** Gives a text as the value of a tag; `undefined`: it cannot be read as one. */
  value(index: number): string | number | null | undefined {
    if (index in this.#values) return this.#values[index];
    const value = readTagValue(this.text(index));
    this.#values[index] = value;
    return value;
  }

  /** Gives the set of tags of streets that a tag leads to; -1: it must be looked at with all others. @param streetKey of `KeyRule` */
  nextSet(tagSets: TagSets, set: number, streetKey: number, index: number): number {
    if (this.#lastSets[index] === set && this.#lastSetKeys[index] === streetKey) return this.#nextSets[index];
    const value = streetKey < 0 ? undefined : this.value(index);
    if (value === undefined) return UNKNOWN;
    const next = value === null ? set : tagSets.add(set, streetKey, value);
    this.#lastSets[index] = set;
    this.#lastSetKeys[index] = streetKey;
    this.#nextSets[index] = next;
    return next;
  }

  /** Gives what is known of a key. */
  rule(index: number): KeyRule {
    const known = this.#rules[index];
    if (known !== undefined) return known;
    const rule = this.#kinds.ruleOf(this.text(index));
    this.#rules[index] = rule;
    return rule;
  }

  /** Tells what a tag makes of an object, as bits of `KIND`. */
  kindsOf(key: number, value: number): number {
    if (this.#lastKeys[value] === key) return this.#lastKinds[value];
    const rule = this.rule(key);
    // most values are names and numbers that nobody asks for: they are never made a text
    if (rule.byValue === null) return rule.any;
    const kinds = this.#kinds.kindsOf(rule, this.text(value));
    this.#lastKeys[value] = key;
    this.#lastKinds[value] = kinds;
    return kinds;
  }
}

/** Longer texts are decoded faster by the engine. */
const MOST_SHORT = 16;

/** Reads a short text of ASCII; `null`: it is none. */
function shortText(bytes: Uint8Array, start: number, end: number): string | null {
  if (end - start > MOST_SHORT) return null;
  let text = "";
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte >= 0x80) return null;
    text += String.fromCharCode(byte);
  }
  return text;
}
