/** First and last code points that take two columns: East Asian wide and full-width characters, and emoji. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2329, 0x232a],
  [0x23e9, 0x23ec],
  [0x2614, 0x2615],
  [0x26a1, 0x26a1],
  [0x26bd, 0x26be],
  [0x2705, 0x2705],
  [0x274c, 0x274c],
  [0x2753, 0x2755],
  [0x2e80, 0x303e],
  [0x3041, 0x3098],
  [0x309b, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18cff],
  [0x1aff0, 0x1b2ff],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x1fa70, 0x1faff],
  [0x20000, 0x3fffd],
];
/** Combining marks, joiners and variation selectors take none. */
const ZERO: readonly (readonly [number, number])[] = [
  [0x0300, 0x036f],
  [0x0483, 0x0489],
  [0x0591, 0x05bd],
  [0x064b, 0x065f],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x200c, 0x200d],
  [0x20d0, 0x20ff],
  [0x3099, 0x309a],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0xe0100, 0xe01ef],
];
/** Punctuation that may not begin a line. */
const CLOSING = new Set("，。、；：）》」』】！？％,.;:)]%");

/** Counts the terminal columns of a text: two for Chinese and full-width characters, none for combining marks. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += columnsOfCodePoint(character.codePointAt(0) ?? 0);
  return columns;
}

/** Fills a text with spaces up to `width` columns. A wider text is left as it is. */
export function padToColumns(text: string, width: number, align: "left" | "right"): string {
  const space = " ".repeat(Math.max(0, width - columnsOf(text)));
  return align === "left" ? text + space : space + text;
}

/**
 * Breaks a text into lines of at most `width` columns: at spaces, between Chinese characters, and inside a word only
 * where the word alone is too long. Never empty.
 */
export function wrapToColumns(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let lineColumns = 0;
  const start = (piece: string): void => {
    lines.push(line.trimEnd());
    line = piece;
    lineColumns = columnsOf(piece);
  };
  for (const piece of breakablePieces(text, Math.max(2, width))) {
    const columns = columnsOf(piece);
    if (lineColumns > 0 && lineColumns + columns > width) start(piece === " " ? "" : piece);
    else if (piece !== " " || lineColumns > 0) {
      line += piece;
      lineColumns += columns;
    }
  }
  lines.push(line.trimEnd());
  return lines.length > 1 && lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

/** Words, single spaces, and single wide characters with the punctuation that belongs to them; none above `width`. */
function breakablePieces(text: string, width: number): string[] {
  const pieces: string[] = [];
  let word = "";
  let afterWide = false;
  const endWord = (): void => {
    if (word !== "") pieces.push(word);
    word = "";
  };
  for (const character of text) {
    const columns = columnsOf(character);
    const clings = columns === 0 || CLOSING.has(character);
    if (character === " " || (!clings && (columns === 2 || afterWide)) || columnsOf(word + character) > width)
      endWord();
    if (character === " ") pieces.push(character);
    else word += character;
    if (!clings) afterWide = columns === 2;
  }
  endWord();
  return pieces;
}

function columnsOfCodePoint(code: number): number {
  if (isIn(ZERO, code)) return 0;
  return isIn(WIDE, code) ? 2 : 1;
}

function isIn(ranges: readonly (readonly [number, number])[], code: number): boolean {
  return code >= 0x0300 && ranges.some(([first, last]) => first <= code && code <= last);
}
