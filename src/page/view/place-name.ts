import type { Locale } from "../../base/words.js";
import { html, type Markup } from "./markup.js";

const HAN = /\p{Script=Han}/u;

/** Writes a name of the data: a Chinese one in an English page says which language it is of. */
export function placeName(name: string, locale: Locale): Markup {
  return locale === "en" && HAN.test(name) ? html`<span lang="zh-CN">${name}</span>` : html`${name}`;
}
