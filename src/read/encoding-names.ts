import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/files.js";

/** Tells whether an encoding of that name is known: those of the Encoding Standard are. */
export function isEncoding(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

/** @throws {CoverageError} INVALID_ENCODING for a name that nobody knows */
export function assertEncoding(label: string): void {
  if (isEncoding(label)) return;
  throw new CoverageError("INVALID_ENCODING", say("gis.unknownEncoding", { encoding: JSON.stringify(label) }), {
    path: "options.encoding",
    hint: say("gis.unknownEncoding.hint"),
  });
}

/** What a text that is not UTF-8 may be in: it is recommended, and never taken. */
export type LikelyEncoding = "gb18030" | "windows-1252" | "utf-16le" | "utf-16be";

const LOOKED_AT_BYTES = 65_536;

/**
 * Tells what to try on a text that is not UTF-8. Chinese writes two bytes for a character, both mostly beyond ASCII; letters with accents
 * stand alone among plain ones; in UTF-16 every other byte of plain letters is 0.
 */
export function likelyEncoding(bytes: Uint8Array): LikelyEncoding {
  const head = bytes.subarray(0, LOOKED_AT_BYTES);
  const zeros = [0, 0];
  let alone = 0;
  let together = 0;
  for (let i = 0; i < head.length; i++) {
    if (head[i] === 0) zeros[i & 1] = (zeros[i & 1] as number) + 1;
    let run = 0;
    while ((head[i + run] as number) >= 0x80) run++;
    if (run === 1) alone++;
    else together += run;
    i += Math.max(0, run - 1);
  }
  const [atEven, atOdd] = zeros as [number, number];
  if (Math.max(atEven, atOdd) * 20 > head.length) return atOdd > atEven ? "utf-16le" : "utf-16be";
  return alone > together ? "windows-1252" : "gb18030";
}
