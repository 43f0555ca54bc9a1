/** A whole number that a double may not hold: only where there is one, a text is parsed a second time. */
const BIG = /(?:^|[:[,\s])-?[1-9]\d{15,}\s*(?:[,\]}]|$)/;
const QUOTE_OR_NUMBER = /"|-?\d[\d.eE+-]*/g;
const WHOLE = /^-?\d{16,}$/;

/**
 * Parses JSON; whole numbers beyond 2^53 come out as texts, with all their digits.
 *
 * @throws {SyntaxError} as JSON.parse
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return BIG.test(text) ? JSON.parse(quoteBigNumbers(text)) : value;
}

function quoteBigNumbers(text: string): string {
  const pieces: string[] = [];
  const token = new RegExp(QUOTE_OR_NUMBER);
  let from = 0;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    if (found[0] === '"') {
      token.lastIndex = endOfText(text, found.index);
    } else if (WHOLE.test(found[0]) && !Number.isSafeInteger(Number(found[0]))) {
      pieces.push(text.slice(from, found.index), '"', found[0], '"');
      from = token.lastIndex;
    }
  }
  return pieces.join("") + text.slice(from);
}

/** The place after a text in quotes. By hand, as a pattern would overflow on a text of megabytes. */
function endOfText(text: string, start: number): number {
  for (let at = start + 1; ; at++) {
    at = text.indexOf('"', at);
    let backslashes = 0;
    while (text.charAt(at - 1 - backslashes) === "\\") backslashes++;
    if (backslashes % 2 === 0) return at + 1;
  }
}
