/** One piece of foreign text on one line: what could move a cursor, hide or reorder other text is spelled out. */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
  /[\u0000-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|\p{Surrogate}/gu;

/**
 * Replaces control characters, bidirectional controls, invisible marks and lone surrogates by visible escapes.
 *
 * ESC becomes the six characters `\u001B`. Line breaks and tabs are controls too: the result is one line.
 */
export function toVisibleText(text: string): string {
  return text.replace(UNSAFE, spellOut);
}

/** What hides or reorders text, or moves a cursor, but line breaks and tabs. */
const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|\r(?!\n)|\p{Surrogate}/gu;

/** Replaces control characters and lone surrogates by visible escapes; line breaks and tabs stay, which a table can hold. */
export function escapeControls(text: string): string {
  return text.replace(CONTROLS, spellOut);
}

function spellOut(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
