import { isJsonObject, type JsonObject, ownValue } from "../base/json-object.js";
import type { Tags } from "../base/words.js";

/** The tags that decide who may walk along a street, and on which level it runs. A test holds them against the network. */
export const WALKING_TAGS: readonly string[] = [
  "highway",
  "fclass",
  "foot",
  "access",
  "motorroad",
  "sidewalk",
  "oneway:foot",
  "conveying",
  "abandoned",
  "disused",
  "bridge",
  "tunnel",
  "layer",
  "railway",
  "waterway",
  "aeroway",
  "power",
  "boundary",
  "barrier",
  "natural",
  "landuse",
  "building",
  "route",
];

/** Stands for a value that no rule looks into: an object, a list, a number that is not finite. */
const COMPLEX: Tags = Object.freeze({});

/** The set of a street that has none of the tags. */
export const NO_TAGS = 0;

/**
 * Numbers the sets of tags that occur: a city has fifty thousand streets, but a few hundred sets.
 *
 * A set is found by going from set to set, one tag at a time. The same tags in another order lead to another number on
 * the way, but to the same row in the end.
 */
export class TagSets {
  readonly #keys = new Map(WALKING_TAGS.map((key, i) => [key, i]));
  /** By set and key: the set that each value leads to. */
  readonly #next = new Map<number, Map<unknown, number>>();
  readonly #tags: Tags[] = [{}];
  readonly #rows: number[] = [];
  readonly #rowOfText = new Map<string, number>();
  readonly #sets: Tags[] = [];

  /** Gives the number of a set with one more tag; a tag that is there already is replaced. */
  add(set: number, key: number, value: unknown): number {
    const place = set * WALKING_TAGS.length + key;
    let next = this.#next.get(place);
    if (next === undefined) {
      next = new Map();
      this.#next.set(place, next);
    }
    const known = next.get(value);
    if (known !== undefined) return known;
    const added = this.#tags.push({ ...this.#tags[set], [WALKING_TAGS[key] as string]: value }) - 1;
    next.set(value, added);
    return added;
  }

  /** Gives the number of the set of a feature's properties; those under `tags` are laid on top. */
  ofProperties(properties: JsonObject): number {
    const nested = ownValue(properties, "tags");
    const own = this.#addAll(NO_TAGS, properties);
    return isJsonObject(nested) ? this.#addAll(own, nested) : own;
  }

  /** Gives the row of a set in {@link list}. */
  rowOf(set: number): number {
    const known = this.#rows[set];
    if (known !== undefined) return known;
    const tags = this.#tags[set] as Tags;
    const entries = WALKING_TAGS.filter((key) => Object.hasOwn(tags, key)).map((key) => [key, tags[key]] as const);
    const text = JSON.stringify(entries);
    let row = this.#rowOfText.get(text);
    if (row === undefined) {
      row = this.#sets.push(Object.fromEntries(entries)) - 1;
      this.#rowOfText.set(text, row);
    }
    this.#rows[set] = row;
    return row;
  }

  /** Lists the sets that rows were asked of. */
  list(): readonly Tags[] {
    return this.#sets;
  }

  #addAll(start: number, properties: JsonObject): number {
    let set = start;
    for (const name of Object.keys(properties)) {
      const key = this.#keys.get(name);
      if (key === undefined) continue;
      const value = properties[name];
      if (value !== undefined) set = this.add(set, key, isPlainTag(value) ? value : COMPLEX);
    }
    return set;
  }
}

/** Tells whether a value can decide about walking: a text, a finite number, a boolean or null. */
export function isPlainTag(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return value === null || typeof value === "string" || typeof value === "boolean";
}
