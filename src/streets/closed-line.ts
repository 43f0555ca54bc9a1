import type { LonLat } from "../base/words.js";

/** Tells whether a line ends where it begins, and encloses something. */
export function isClosed(line: readonly LonLat[]): boolean {
  const [first, last] = [line[0], line[line.length - 1]];
  return line.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}
