/** Longer texts are hardly ever the same. */
const MOST_LENGTH = 64;
/** A key with more values than this is one of names or numbers, which are not the same either. */
const MOST_VALUES = 5000;

/**
 * Gives equal texts of many objects as one: of millions of places most streets, opening hours and operators are written out again and
 * again, and each of them takes memory of its own.
 */
export class SharedTexts {
  /** By key; `null`: its values are too many. */
  readonly #values = new Map<string, Map<string, string> | null>();

  /** Replaces the texts of an object by those that are known under the same key. */
  share(tags: Record<string, unknown>): void {
    for (const key in tags) {
      const value = tags[key];
      if (typeof value === "string" && value.length <= MOST_LENGTH) tags[key] = this.#known(key, value);
    }
  }

  #known(key: string, value: string): string {
    let values = this.#values.get(key);
    if (values === null) return value;
    if (values === undefined) {
      // as few keys as a file of columns has: a map of keys that grows with the file would be what it is to save
      if (this.#values.size >= MOST_VALUES) return value;
      values = new Map();
      this.#values.set(key, values);
    }
    const known = values.get(value);
    if (known !== undefined) return known;
    if (values.size >= MOST_VALUES) this.#values.set(key, null);
    else values.set(value, value);
    return value;
  }
}
