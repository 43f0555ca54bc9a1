import type { Tags } from "../base/words.js";
import type { FacilityRecord } from "../model/facts.js";
import type { Category } from "../model/standard.js";

/** A sign that a record may be of a category. */
export interface Match {
  /** Row of the category. */
  readonly row: number;
  readonly why: "tags" | "amap";
  /** Too broad alone: counts only with a keyword in the name. */
  readonly needsKeyword: boolean;
  /** Says nothing without the keyword: does not count in the loose reading either. */
  readonly onlyWithKeyword: boolean;
  /** What was seen: `"amenity=school"`. */
  readonly about: string;
}

/** Whether a text has one of a category's keywords, or (stronger) one of the words that speak against it. */
export type KeywordFinding = "hit" | "excluded" | "none";

/** Reads a property; names that every object inherits (`constructor`) are not there unless the data say so. */
export function ownValue(tags: Tags, key: string): unknown {
  const value = tags[key];
  return value !== undefined && Object.hasOwn(tags, key) ? value : undefined;
}

const NO_VALUES: readonly string[] = [];

/** Splits a property into its values, trimmed and in lower case: arrays and lists joined by `;` are taken apart. */
export function toValues(value: unknown): readonly string[] {
  if (value === undefined) return NO_VALUES;
  if (typeof value === "string") {
    if (!value.includes(";")) return value.trim() === "" ? [] : [value.trim().toLowerCase()];
    return value.split(";").flatMap(toValues);
  }
  if (typeof value === "number") return [String(value)];
  if (typeof value === "boolean") return [value ? "yes" : "no"];
  if (Array.isArray(value)) return value.filter((part) => !Array.isArray(part)).flatMap(toValues);
  return [];
}

/**
 * Joins all names of a record, in lower case, one a line, so that no keyword is found across two of them; then each once more as plain
 * words between spaces, without accents.
 */
export function toNameText({ name, tags }: FacilityRecord): string {
  const names = new Set([name, ownValue(tags, "name"), ownValue(tags, "name:zh"), ownValue(tags, "name:en")]);
  const texts = [...names].filter((text) => typeof text === "string").map((text) => text.toLowerCase());
  return [...texts, ...texts.map(toPlainWords)].join("\n");
}

/** `"c.e.i.p. josé-maría"` → `" ceip jose maria "`. Only Latin and Cyrillic letters lose their marks. */
export function toPlainWords(text: string): string {
  // most names are plain, and need none of the tables of Unicode
  if (!/[^ -~]/.test(text))
    return ` ${text
      .replace(/([a-z])\./g, "$1")
      .replace(/[^a-z0-9]+/g, " ")
      .trim()} `;
  const letters = text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFKC")
    .toLowerCase();
  return ` ${letters
    .replace(/(\p{L})\./gu, "$1")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim()} `;
}

/** Prepares the keyword test of a category. Texts are expected in lower case. */
export function buildKeywordTest({ keywords, keywordsExcept }: Category): (text: string) => KeywordFinding {
  const toWord = (word: string) => word.toLowerCase().replace(/^_|_$/g, " ");
  const words = keywords.map(toWord);
  const exceptions = keywordsExcept.map(toWord);
  return (text) => {
    if (exceptions.some((word) => text.includes(word))) return "excluded";
    return words.some((word) => text.includes(word)) ? "hit" : "none";
  };
}

/** Appends a value to the list under a key. */
export function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Keeps the answers of a pure function: a city has many records but few different codes and types. */
export function remember<V>(compute: (text: string) => V): (text: string) => V {
  const answers = new Map<string, V>();
  return (text) => {
    let answer = answers.get(text);
    if (answer === undefined) {
      answer = compute(text);
      answers.set(text, answer);
    }
    return answer;
  };
}
