import type { Tags } from "../../base/words.js";
import { NO_TAGS, type TagSets } from "../tag-sets.js";
import type { PackedNumbers } from "./packed-numbers.js";
import type { StringTable } from "./string-table.js";

/** The tags of one object after the other, as numbers of texts: most are looked at and forgotten, and never become an object. */
export class TagPairs {
  /** Of the block that is read. */
  texts: StringTable;
  /** How many numbers there are: twice as many as tags. */
  count = 0;
  /** Keys and values by turns. */
  #pairs: Int32Array = new Int32Array(64);

  constructor(texts: StringTable) {
    this.texts = texts;
  }

  /** Reads a list of keys and one of values. @throws {DamagedBytes} if they are not of one length */
  read(keys: PackedNumbers, values: PackedNumbers): void {
    this.count = 0;
    while (keys.hasNext) this.add(keys.next(), values.next());
    keys.assertRead();
    values.assertRead();
  }

  /** Adds a tag. */
  add(key: number, value: number): void {
    if (this.count + 2 > this.#pairs.length) {
      const larger = new Int32Array(2 * this.#pairs.length);
      larger.set(this.#pairs);
      this.#pairs = larger;
    }
    this.#pairs[this.count++] = key;
    this.#pairs[this.count++] = value;
  }

  /** What they make of the object, as bits of `KIND`. */
  kinds(): number {
    let kinds = 0;
    for (let i = 0; i < this.count; i += 2) kinds |= this.texts.kindsOf(this.#pairs[i], this.#pairs[i + 1]);
    return kinds;
  }

  /** The number of the set of the tags that matter for streets; -1: they must be looked at one by one. */
  streetTagSet(tagSets: TagSets): number {
    const { texts } = this;
    let set = NO_TAGS;
    for (let i = 0; i < this.count; i += 2) {
      const { streetKey } = texts.rule(this.#pairs[i]);
      if (streetKey === -1) continue;
      set = texts.nextSet(tagSets, set, streetKey, this.#pairs[i + 1]);
      if (set < 0) return set;
    }
    return set;
  }

  /** Makes an object of them. */
  toObject(): Tags {
    const tags: Record<string, string> = {};
    for (let i = 0; i < this.count; i += 2) {
      const key = this.texts.text(this.#pairs[i]);
      const value = this.texts.text(this.#pairs[i + 1]);
      if (key === "__proto__") Object.defineProperty(tags, key, { value, enumerable: true });
      else tags[key] = value;
    }
    return tags;
  }
}
