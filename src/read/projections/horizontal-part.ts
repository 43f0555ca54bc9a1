import { isJsonObject, type JsonObject } from "../../base/json-object.js";

/** How definitions of systems on the ground begin, in both versions of well-known text. */
const HORIZONTAL = /\b(PROJCS|PROJCRS|PROJECTEDCRS|GEOGCS|GEOGCRS|GEODCRS|GEODETICCRS|GEOGRAPHICCRS|BOUNDCRS)\s*\[/i;
const WRAPPED = /^\s*(COMPD_CS|COMPOUNDCRS)\s*\[/i;

/** A definition without what it says of heights, and what it calls itself. */
export interface HorizontalPart {
  readonly name: string;
  readonly definition: string | JsonObject;
}

/**
 * Takes the system on the ground out of well-known text: all of it, but of a compound system its first part.
 *
 * @returns `null` if there is none, or its brackets do not close
 */
export function horizontalPartOfText(text: string): HorizontalPart | null {
  const start = WRAPPED.test(text) ? text.search(HORIZONTAL) : /^\s*/.exec(text)?.[0].length;
  if (start === undefined || start < 0) return null;
  const part = text.slice(start);
  if (HORIZONTAL.exec(part)?.index !== 0) return null;
  const end = findClosingBracket(part);
  return end === -1 ? null : { name: /"([^"]*)"/.exec(part)?.[1] ?? "", definition: part.slice(0, end + 1) };
}

/** The same for PROJJSON. */
export function horizontalPartOfObject(given: JsonObject): HorizontalPart | null {
  const [first] = Array.isArray(given.components) ? given.components : [];
  const part: unknown = given.type === "CompoundCRS" ? first : given;
  if (!isJsonObject(part)) return null;
  if (!["GeographicCRS", "GeodeticCRS", "ProjectedCRS", "BoundCRS"].includes(String(part.type))) return null;
  return { name: typeof part.name === "string" ? part.name : "", definition: part };
}

function findClosingBracket(text: string): number {
  let depth = 0;
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === "[") depth++;
    else if (character === "]" && --depth === 0) return i;
  }
  return -1;
}
