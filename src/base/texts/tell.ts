import type { Locale } from "../words.js";
import { type Texts, type UnionToIntersection, type ValuesOf, writePhrase } from "./phrase.js";

/** Writes the text with an id. An unknown id does not compile, nor do values that are not those the text names. */
export type Tell<English> = <Id extends keyof English & string>(id: Id, ...values: ValuesOf<English[Id]>) => string;

/** Gives the way of telling in a language. */
export type TellIn<English> = (locale: Locale) => Tell<English>;

/**
 * Makes the way of telling of tables: for renderings, which know in which language they are read. What is said before
 * that is known, an error or a diagnostic, is a phrase (`sayFrom`).
 *
 * @param tables English texts, each with the same in Chinese
 */
export function tellFrom<Tables extends readonly (readonly [english: Texts, chinese: Texts])[]>(
  ...tables: Tables
): TellIn<UnionToIntersection<Tables[number][0]>> {
  const tellIn = (locale: Locale): Tell<UnionToIntersection<Tables[number][0]>> => {
    const texts: ReadonlyMap<string, string> = new Map(
      tables.flatMap(([english, chinese]) => Object.entries(locale === "zh" ? chinese : english)),
    );
    return (id, ...[values]) => {
      const text = texts.get(id) ?? id;
      return values === undefined ? text : writePhrase({ id, text, values }, locale);
    };
  };
  const both = { zh: tellIn("zh"), en: tellIn("en") };
  return (locale) => both[locale];
}
