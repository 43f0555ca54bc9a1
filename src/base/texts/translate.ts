import type { Locale } from "../words.js";
import { CHINESE } from "./chinese.js";
import { type Phrase, writePhrase } from "./phrase.js";
import { SURFACES, type Surface } from "./surfaces.js";

/**
 * Finds the text with an id as a surface says it.
 *
 * @param text how the library says it: in English, or in that language where it is a text of a rendering
 */
export function findText(id: string, text: string, locale: Locale, surface: Surface): string {
  return SURFACES[surface][id]?.[locale] ?? (locale === "zh" ? CHINESE[id] : undefined) ?? text;
}

/** Writes a phrase in a language, as a surface says it; so are the phrases that stand in it. */
export function translatePhrase(phrase: Phrase, locale: Locale, surface: Surface = "library"): string {
  return writePhrase(phrase, locale, ({ id, text }) => findText(id, text, locale, surface));
}
