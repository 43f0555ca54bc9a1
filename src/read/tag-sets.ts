import { invalid } from "../base/check-argument.js";
import { compareText } from "../base/diagnostics.js";
import { describeValue, type JsonObject, ownValue } from "../base/json-object.js";
import { say } from "../base/texts/core.js";
import type { Tags } from "../base/words.js";
import { STREET_ID_PROPERTIES } from "./feature-ids.js";
import { isNothing, readTagContainer, readTagValue, TAG_CONTAINERS } from "./tag-values.js";

/** The reader of texts has a table of names, ids included, that holds no more. */
const MOST_KEYS = 100;
/** What it recognizes byte by byte: no accents, quotes or backslashes. */
const KEY = /^[ !#-[\]-~]+$/;
/** Properties that are told apart from tags. */
const NO_TAG_KEYS: ReadonlySet<string> = new Set([
  ...["nodes", "osm_type", "id"],
  ...TAG_CONTAINERS,
  ...STREET_ID_PROPERTIES,
]);

/** How a key ends that stands for all that begin as it does. */
const ANY = ":*";

/** Stands for a value that no rule looks into: an object, a number that is not finite. */
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
  /** By what keys begin with, `proposed:`, the number of `proposed:*`. */
  readonly #numberOfPrefix: ReadonlyMap<string, number>;
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
    const numbered = keys.map((key, number) => [key, number] as const);
    this.#numberOfKey = new Map(numbered.filter(([key]) => !isPattern(key)));
    this.#numberOfPrefix = new Map(
      numbered.filter(([key]) => isPattern(key)).map(([key, number]) => [key.slice(0, -1), number]),
    );
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

  /**
   * Gives the number of the set of a feature's properties; those in a container (`tags`, `other_tags`) are laid on top.
   *
   * @param onUnreadable is told of what should be tags and cannot be read, such as `highway: an object with the keys a`
   */
  ofProperties(properties: JsonObject, onUnreadable: (what: string) => void = () => undefined): number {
    const alike = new Map<number, string[]>();
    let set = this.#addAll(NO_TAGS, properties, alike, onUnreadable);
    for (const name of TAG_CONTAINERS) {
      const given = ownValue(properties, name);
      const tags = given === undefined ? null : readTagContainer(given);
      if (tags === undefined) onUnreadable(`${name}: ${describeValue(given)}`);
      else if (tags !== null) set = this.#addAll(set, tags, alike, onUnreadable);
    }
    for (const [key, texts] of alike) set = this.add(set, key, texts.sort(compareText).join(";"));
    return set;
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

  /** Gives the tags of a set. */
  tagsOf(set: number): Tags {
    return this.#tags[set] as Tags;
  }

  /** Lists the sets that rows were asked of. */
  list(): readonly Tags[] {
    return this.#sets;
  }

  #addAll(
    start: number,
    properties: JsonObject,
    alike: Map<number, string[]>,
    onUnreadable: (what: string) => void,
  ): number {
    let set = start;
    for (const name of Object.keys(properties)) {
      const key = this.#numberOfKey.get(name);
      if (key === undefined) {
        if (name.includes(":")) this.#addAlike(name, properties[name], alike);
        continue;
      }
      const given = properties[name];
      const value = readTagValue(given);
      if (value === undefined && given !== undefined) onUnreadable(`${name}: ${describeValue(given)}`);
      if (value !== null) set = this.add(set, key, value ?? COMPLEX);
    }
    return set;
  }

  /** `proposed:highway` with the value `path` becomes `highway=path` under the key `proposed:*`. */
  #addAlike(name: string, given: unknown, alike: Map<number, string[]>): void {
    const end = name.indexOf(":") + 1;
    const key = this.#numberOfPrefix.get(name.slice(0, end));
    if (key === undefined || isNothing(given)) return;
    const text = `${name.slice(end)}=${readTagValue(given) ?? "…"}`;
    alike.set(key, [...(alike.get(key) ?? []), text]);
  }
}

/** Tells whether a key stands for all that begin as it does: `proposed:*`. */
export function isPattern(key: string): boolean {
  return key.endsWith(ANY);
}

function assertTagKeys(keys: unknown): void {
  const path = "options.tagKeys";
  if (!Array.isArray(keys) || keys.length > MOST_KEYS)
    throw invalid(path, keys, say("expected.tagKeys", { most: MOST_KEYS }));
  const wrong = keys.findIndex((key) => typeof key !== "string" || !KEY.test(key) || NO_TAG_KEYS.has(key));
  if (wrong >= 0) throw invalid(`${path}[${wrong}]`, keys[wrong], say("expected.tagKey"));
}
