import { toVisibleText } from "./visible-text.js";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Escapes foreign text for HTML and SVG, in content and in quoted attributes. Controls become visible escapes. */
export function escapeHtml(text: string): string {
  return toVisibleText(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
