import { invalid } from "../base/check-argument.js";
import { isJsonObject, type JsonObject, ownValue } from "../base/json-object.js";
import { say } from "../base/texts/core.js";
import type { Tags } from "../base/words.js";
import { ID_PROPERTIES } from "./feature-ids.js";

/** The reader of texts has a table of names, ids included, that holds no more. */
const MOST_KEYS = 100;
/** What it recognizes byte by byte: no accents, quotes or backslashes. */
const KEY = /^[ !#-[\]-~]+$/;
/** Properties that are told apart from tags. */
const NO_TAG_KEYS: ReadonlySet<string> = new Set(["nodes", "tags", "osm_type", "id", ...ID_PROPERTIES]);

/** Stands for a value that no rule looks into: an object, a list, a number that is not finite. */
const COMPLEX: Tags = Object.freeze({});

/** The set of a street that has none of the tags. */
export const NO_TAGS = 0;

/**
 * Numbers the sets of tags that occur, of the keys that matter: a city has fifty thousand streets, but a few hundred sets.
 *
 * A set is found by going from set to set, one tag at a time. The same tags in another order lead to another number on
 * the way, but to the same row in the end.
 */
export class TagSets {
  /** The tags that are looked at: others leave no trace. */
  readonly keys: readonly string[];
  readonly #numberOfKey: ReadonlyMap<string, number>;
  /** By set and key: the set that each value leads to. */
  readonly #next = new Map<number, Map<unknown, number>>();
  readonly #tags: Tags[] = [{}];
  readonly #rows: number[] = [];
  readonly #rowOfText = new Map<string, number>();
  readonly #sets: Tags[] = [];

  /** @throws {CoverageError} `INVALID_ARGUMENT` if there are more than 100 keys, or one is none of a tag */
  constructor(keys: readonly string[]) {
    assertTagKeys(keys);
    this.keys = keys;
    this.#numberOfKey = new Map(keys.map((key, number) => [key, number]));
  }

  /** Gives the number of a set with one more tag; a tag that is there already is replaced. */
  add(set: number, key: number, value: unknown): number {
    const place = set * this.keys.length + key;
    let next = this.#next.get(place);
    if (next === undefined) {
      next = new Map();
      this.#next.set(place, next);
    }
    const known = next.get(value);
    if (known !== undefined) return known;
    const added = this.#tags.push({ ...this.#tags[set], [this.keys[key] as string]: value }) - 1;
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
    const entries = this.keys.filter((key) => Object.hasOwn(tags, key)).map((key) => [key, tags[key]] as const);
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
      const key = this.#numberOfKey.get(name);
      if (key === undefined) continue;
      const value = properties[name];
      if (value !== undefined) set = this.add(set, key, isPlainTag(value) ? value : COMPLEX);
    }
    return set;
  }
}

/** Tells whether a value can decide about a street: a text, a finite number, a boolean or null. */
export function isPlainTag(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return value === null || typeof value === "string" || typeof value === "boolean";
}

function assertTagKeys(keys: unknown): void {
  const path = "options.tagKeys";
  if (!Array.isArray(keys) || keys.length > MOST_KEYS)
    throw invalid(path, keys, say("expected.tagKeys", { most: MOST_KEYS }));
  const wrong = keys.findIndex((key) => typeof key !== "string" || !KEY.test(key) || NO_TAG_KEYS.has(key));
  if (wrong >= 0) throw invalid(`${path}[${wrong}]`, keys[wrong], say("expected.tagKey"));
}
