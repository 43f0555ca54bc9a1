import { say } from "../base/texts/core.js";
import type { Phrase } from "../base/texts/phrase.js";
/** Where a text stops being JSON, and what was expected there. */
export interface JsonError {
  /** In UTF-16 code units from the start. */
  readonly offset: number;
  readonly expected: Phrase;
}

type Want = "value" | "first value" | "name" | "first name" | "colon" | "comma" | "end";

/** Where to go on after a piece of text was understood. */
interface Step {
  readonly offset: number;
  readonly want: Want;
}

const NUMBER_OR_WORD = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$/;

/**
 * Finds the first place where a text breaks the rules of JSON; `null` = nowhere.
 *
 * Needed because each engine words its own message, some without a place. Keeps a list of open brackets of its own, so
 * that deep nesting does not overflow the stack.
 */
export function findJsonError(text: string): JsonError | null {
  const open: string[] = [];
  let offset = skipWhitespace(text, 0);
  let want: Want = "value";
  while (want !== "end") {
    const step = takeStep(text, offset, want, open);
    if ("expected" in step) return step;
    offset = skipWhitespace(text, step.offset);
    want = step.want;
  }
  return offset === text.length ? null : { offset, expected: say("json.endOfFile") };
}

function takeStep(text: string, offset: number, want: Want, open: string[]): Step | JsonError {
  const character = text.charAt(offset);
  const bracket = open[open.length - 1];
  const isClosing = (character === "]" && bracket === "[") || (character === "}" && bracket === "{");
  if (isClosing && (want === "comma" || want === "first value" || want === "first name")) {
    open.pop();
    return { offset: offset + 1, want: afterValue(open) };
  }
  switch (want) {
    case "comma":
      if (character === ",") return { offset: offset + 1, want: bracket === "{" ? "name" : "value" };
      return { offset, expected: bracket === "{" ? say("json.commaOrBrace") : say("json.commaOrBracket") };
    case "colon":
      return character === ":" ? { offset: offset + 1, want: "value" } : { offset, expected: say("json.colon") };
    case "name":
    case "first name":
      if (character !== '"') return { offset, expected: say("json.name") };
      return after(endOfString(text, offset), "colon");
    default:
      return takeValue(text, offset, character, open);
  }
}

function takeValue(text: string, offset: number, character: string, open: string[]): Step | JsonError {
  if (character === "[" || character === "{") {
    open.push(character);
    return { offset: offset + 1, want: character === "[" ? "first value" : "first name" };
  }
  if (character === '"') return after(endOfString(text, offset), afterValue(open));
  let end = offset;
  while (end < text.length && /[\w.+-]/.test(text.charAt(end))) end++;
  if (!NUMBER_OR_WORD.test(text.slice(offset, end))) return { offset, expected: say("json.value") };
  return { offset: end, want: afterValue(open) };
}

function afterValue(open: readonly string[]): Want {
  return open.length === 0 ? "end" : "comma";
}

function after(end: number | JsonError, want: Want): Step | JsonError {
  return typeof end === "number" ? { offset: end, want } : end;
}

/** By hand, as a pattern would overflow on a text of megabytes. */
function endOfString(text: string, start: number): number | JsonError {
  for (let offset = start + 1; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 0x22) return offset + 1;
    if (code < 0x20) return { offset, expected: say("json.endOfText") };
    if (code !== 0x5c) continue;
    if (!/^(?:["\\/bfnrt]|u[\da-fA-F]{4})/.test(text.slice(offset + 1, offset + 6))) {
      return { offset, expected: say("json.escape") };
    }
    offset++;
  }
  return { offset: text.length, expected: say("json.endQuote") };
}

function skipWhitespace(text: string, start: number): number {
  let offset = start;
  for (; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) break;
  }
  return offset;
}
