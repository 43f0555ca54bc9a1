import { toVisibleText } from "./visible-text.js";

/** Escapes that work inside table cells too, where a backslash before a pipe is read differently. */
const ENTITIES: Readonly<Record<string, string>> = {
  "|": "&#124;",
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "@": "&#64;",
};

/**
 * Escapes foreign text for Markdown, in paragraphs and in table cells: no markup, links, mentions or formulas.
 *
 * The result is one line.
 */
export function escapeMarkdown(text: string): string {
  return toVisibleText(text)
    .replace(/[|&<>@]/g, (character) => ENTITIES[character] ?? "")
    .replace(/[\\`*_[\]~$]/g, "\\$&")
    .replace(/:\/\//g, "&#58;//") // bare addresses become links by themselves
    .replace(/\bwww\./gi, (prefix) => `${prefix.slice(0, 3)}&#46;`)
    .replace(/^[-+=#]/, "\\$&")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
}
