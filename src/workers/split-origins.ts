import type { Origins } from "../model.js";

/**
 * Splits the origins of a city into parts of about the same size, each of whole neighborhoods that follow each other.
 *
 * @returns rows from the first, up to but not including the second; at most `count` parts, none of them empty
 */
export function splitOrigins(
  { count: originCount, firstOrigin }: Origins,
  count: number,
): (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = [];
  let first = 0;
  for (let row = 1; row < firstOrigin.length; row++) {
    const end = firstOrigin[row];
    const isLast = row === firstOrigin.length - 1;
    if (!isLast && end < ((parts.length + 1) * originCount) / count) continue;
    if (end > first) parts.push([first, end]);
    first = end;
  }
  return parts.length === 0 ? [[0, 0]] : parts;
}
