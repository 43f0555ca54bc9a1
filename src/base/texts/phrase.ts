import type { Label, Locale } from "../words.js";

/**
 * The names in braces of a text: `"path"` and `"count"` of `"{path} has {count} {count|feature|features}."`, which says `feature`
 * where the count is 1; `{ zh, en }` names nothing.
 */
export type NamesIn<Text extends string> = Text extends `${string}{${infer Braced}}${infer Rest}`
  ? (Braced extends ` ${string}` ? never : Braced extends `${infer Name}|${string}` ? Name : Braced) | NamesIn<Rest>
  : never;

/** What stands in a text: data as they are, or words that are told in the reader's language: a phrase, or both languages. */
export type PhraseValue = string | number | Phrase | Label;

/** A text in English, with names in braces, and the values that take their places. Plain data: it may cross threads. */
export interface Phrase {
  /** Which text it is, for programs and for translation: `"standard.noThreshold"`. */
  readonly id: string;
  readonly text: string;
  readonly values: Readonly<Record<string, PhraseValue>>;
}

/** English texts by id. */
export type Texts = Readonly<Record<string, string>>;

/** The same texts in another language; a test sees that they name the same values. */
export type TranslationOf<English extends Texts> = Readonly<Record<keyof English, string>>;

/** `A & B` of `A | B`. */
export type UnionToIntersection<Union> = (Union extends unknown ? (one: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;

/** Puts values into the text with an id. An unknown id does not compile, nor do values that are not those the text names. */
export type Say<English> = <Id extends keyof English & string>(id: Id, ...values: ValuesOf<English[Id]>) => Phrase;

/** What a text is said with: its values, if it names any. */
export type ValuesOf<Text> = Text extends string
  ? [NamesIn<Text>] extends [never]
    ? []
    : [Readonly<Record<NamesIn<Text>, PhraseValue>>]
  : never;

/** Makes a `say` of tables of English texts. */
export function sayFrom<Tables extends readonly Texts[]>(...tables: Tables): Say<UnionToIntersection<Tables[number]>> {
  const english: ReadonlyMap<string, string> = new Map(tables.flatMap(Object.entries));
  return (id, ...[values]) => ({ id, text: english.get(id) ?? id, values: values ?? {} });
}

/** A value in braces, or the words for one and for several of it. */
const BRACES = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;

/**
 * Writes a phrase, each value in its place.
 *
 * @param translate gives the text in that language, or as another surface says it; default: as it is
 */
export function writePhrase(
  phrase: Phrase,
  locale: Locale = "en",
  translate: (phrase: Phrase) => string = ({ text }) => text,
): string {
  const { values } = phrase;
  return translate(phrase).replace(BRACES, (braces, name: string, one?: string, several?: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return braces;
    const written = writeValue(value, locale, translate);
    if (one === undefined || several === undefined) return written;
    return written === "1" ? one : several;
  });
}

/** Writes a value, whatever somebody put there: what says that something is wrong must not fail itself. */
function writeValue(value: PhraseValue, locale: Locale, translate: (phrase: Phrase) => string): string {
  try {
    if (typeof value !== "object" || value === null) return String(value);
    const written = "id" in value && "text" in value ? writePhrase(value, locale, translate) : value[locale];
    return typeof written === "string" ? written : (JSON.stringify(value) ?? "?");
  } catch {
    return "?";
  }
}
