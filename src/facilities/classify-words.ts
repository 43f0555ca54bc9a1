import type { Tags } from "../base/words.js";
import type { TagMatcher } from "./classify-tags.js";
import { type KeywordFinding, type Match, ownValue, toPlainWords } from "./classify-text.js";

/** Finds categories by the plain words of a column that says what a place is: `类型=药店`, `type=Primary schools`. */
export type WordMatcher = (tags: Tags, categoryProperty: string) => readonly Match[];

/** Columns of kinds, as tables call them, the most exact first; whatever case. */
const KINDS =
  "小类 中类 大类 subtype subcategory type 类型 类别 分类 种类 设施类型 设施类别 poi类型 业态 kind class facility_type poi_type amenity_type".split(
    " ",
  );
/** What has one of these says in the words of OpenStreetMap what it is; `type` is then something else. */
const TAGGED =
  "amenity shop leisure healthcare highway railway public_transport building landuse natural boundary place power".split(
    " ",
  );
const HAN = /\p{Script=Han}/u;

/**
 * Prepares the reading of plain words, for records about which nothing else tells anything. A word is a label of a category; else a
 * keyword of one is in it; else it is a value of a tag, in the singular too. In `a;b` the last part that says anything decides, in `a/b`,
 * `a,b` and `a|b` each.
 */
export function buildWordMatcher(
  rowsByLabel: ReadonlyMap<string, readonly number[]>,
  keywordTests: readonly ((text: string) => KeywordFinding)[],
  matchTags: TagMatcher,
): WordMatcher {
  const ofWord = (word: string): readonly Match[] => {
    const toMatch = (row: number): Match => ({
      row,
      why: "amap",
      needsKeyword: false,
      onlyWithKeyword: false,
      about: "",
    });
    const text = HAN.test(word) ? word : toPlainWords(word);
    const forms = HAN.test(word) ? [word] : formsOf(text.trim());
    const labelled = forms.flatMap((form) => rowsByLabel.get(form) ?? []);
    const tagged = forms
      .map((form) => matchTags({ fclass: form.replaceAll(" ", "_") }))
      .find(({ length }) => length > 0);
    // a park is what its size makes of it, as with tags
    if (labelled.length > 0) return [...new Set(labelled)].map(toMatch).concat(tagged ?? []);
    const rows = [...keywordTests.keys()].filter((row) => keywordTests[row]?.(text) === "hit");
    if (rows.length > 0) return rows.map(toMatch);
    return tagged ?? [];
  };
  const ofText = (text: string): readonly Match[] => {
    const whole = rowsByLabel.has(text) ? ofWord(text) : [];
    if (whole.length > 0) return whole;
    const parts = text.split(/[;；>]/).map((part) => part.split(/[,，、/|]/).flatMap((word) => ofWord(word.trim())));
    return parts.findLast((matches) => matches.length > 0) ?? [];
  };
  return (tags, categoryProperty) => {
    const isTagged = TAGGED.some((key) => ownValue(tags, key) !== undefined);
    const keys = new Map(Object.keys(tags).map((key) => [key.toLowerCase(), key]));
    for (const name of [categoryProperty, ...KINDS]) {
      const key = keys.get(name) ?? name;
      const value = ownValue(tags, key);
      if (typeof value !== "string" || (isTagged && !HAN.test(value))) continue;
      const matches = ofText(value.trim().toLowerCase().slice(0, 200));
      if (matches.length > 0) return matches.map((match) => ({ ...match, about: `${key}=${value}` }));
    }
    return [];
  };
}

/** `pharmacies` is `pharmacy`, too, and a `convenience store` is what is tagged `convenience`. */
function formsOf(word: string): string[] {
  const singular = word.replace(/ies$/, "y").replace(/([^s])s$/, "$1");
  return [...new Set([word, singular, word.replace(/(ch|sh|ss|x)es$/, "$1")])].flatMap((form) => [
    form,
    form.replace(/ (store|shop|stop)$/, ""),
  ]);
}
