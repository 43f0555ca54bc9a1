import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Locale } from "../../src/base/words.js";
import { say } from "../words.js";

/** The checkout. */
export const ROOT: string = fileURLToPath(new URL("../..", import.meta.url));
/** What VitePress reads: all of it is made. */
export const PAGES: string = fileURLToPath(new URL("../pages", import.meta.url));
/** What the site serves as it is. */
export const PUBLIC: string = join(PAGES, "public");
export const LOCALES: readonly Locale[] = ["en", "zh"];

/** A page in one language, by its path without its ending: `guides/files`. */
export interface Page {
  readonly path: string;
  readonly locale: Locale;
  readonly markdown: string;
}

/** A heading of the menu at the side, with the paths of its pages, which stand there by their titles. */
export interface Section {
  readonly title: string;
  readonly paths: readonly string[];
}

/** Writes a page: the English ones at the root, the Chinese ones under zh/. */
export function writePage({ path, locale, markdown }: Page): void {
  const file = join(PAGES, locale === "zh" ? "zh" : "", `${path}.md`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, markdown);
}

/** Writes a page that there is in English only: readers of Chinese find it in the same place, and are told. */
export function writeInEnglish(path: string, markdown: string): void {
  writePage({ path, locale: "en", markdown });
  writePage({ path, locale: "zh", markdown: withRemark(markdown) });
}

/** Puts below the title of an English page that it is English. */
export function withRemark(markdown: string): string {
  return markdown.replace(/^(# .*\n)/m, `$1\n::: info ${say("remark", "zh")}\n${say("onlyEnglish", "zh")}\n:::\n`);
}

/** The title of a page, as it stands in menus. */
export function titleOf(markdown: string): string {
  return (/^# (.+)$/m.exec(markdown)?.[1] ?? "").replace(/[`*\\]/g, "");
}

/** A text that may hold anything, in a cell of a table or a sentence of a page. */
export function plain(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/([\\|*_[\]#`])/g, "\\$1")
    .replace(/</g, "&lt;")
    .replace(/\{\{/g, "&#123;&#123;")
    .replace(/\n/g, " ");
}

/** A text in the type of a program; bars would end the cell of a table. */
export function code(text: string): string {
  return `\`${text.replace(/\|/g, "\\|")}\``;
}

/** A table of cells that are Markdown. */
export function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(headers), line(headers.map(() => "---")), ...rows.map(line)].join("\n");
}
