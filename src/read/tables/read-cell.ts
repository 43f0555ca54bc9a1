/** A cell: as a text with separators or a workbook has it. */
export type Cell = string | number | boolean | null;

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const WITH_COMMA = /^[+-]?\d+,\d+$/;
const WITH_THOUSANDS = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
/** How programs write that there is nothing; `[]` is Amap's empty text. */
const NOTHING: ReadonlySet<string> = new Set([
  "",
  "[]",
  "{}",
  "null",
  "none",
  "nan",
  "n/a",
  "na",
  "-",
  "--",
  "\\n",
  "无",
  "空",
]);

/** How such texts begin: most cells are told by their first letter. */
const NOTHING_STARTS = /^[\s[{nN\-\\无空]/;

/** Tells whether a cell says that there is nothing. */
export function isEmptyCell(cell: Cell | undefined): boolean {
  if (typeof cell !== "string") return cell === null || cell === undefined;
  if (cell === "" || cell === "[]") return true;
  return cell.length <= 8 && NOTHING_STARTS.test(cell) && NOTHING.has(cell.trim().toLowerCase());
}

/**
 * Reads a coordinate: a number, or a text that is one and nothing else. Degrees and minutes, and what has a unit, are none.
 *
 * @param hasDecimalComma whether `30,66` is 30.66; otherwise a comma stands between thousands, or the text is no number
 * @returns NaN = it is none
 */
export function readCoordinate(cell: Cell | undefined, hasDecimalComma: boolean): number {
  if (typeof cell === "number") return cell;
  if (typeof cell !== "string") return Number.NaN;
  const text = toPlain(cell);
  if (NUMBER.test(text)) return Number(text);
  if (hasDecimalComma) return WITH_COMMA.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
  // "104,066" may be a decimal comma: thousands show by two commas or a point behind
  const isClear = WITH_THOUSANDS.test(text) && (text.includes(".") || text.split(",").length > 2);
  return isClear ? Number(text.replaceAll(",", "")) : Number.NaN;
}

/** Tells from cells how numbers are written: `104,0657` somewhere and `104.0657` nowhere. */
export class DecimalCommas {
  #isSeen = false;
  #isDenied = false;

  get hasDecimalComma(): boolean {
    return this.#isSeen && !this.#isDenied;
  }

  /** Looks at one more cell. @returns false: it is known that there are none */
  look(cell: Cell | undefined): boolean {
    if (typeof cell !== "string") return true;
    const text = toPlain(cell);
    if (text.includes(".") || (WITH_THOUSANDS.test(text) && text.split(",").length > 2)) this.#isDenied = true;
    else if (WITH_COMMA.test(text) && !/,\d{3}$/.test(text)) this.#isSeen = true;
    return !this.#isDenied;
  }
}

/** Reads `lng,lat` in one cell: two numbers with a comma, a semicolon, a bar or blanks between them. `null` = it is none. */
export function readPair(cell: Cell | undefined): readonly [number, number] | null {
  if (typeof cell !== "string") return null;
  const text = toPlain(cell).replace(/^[[("']+|[\])"']+$/g, "");
  const parts = text.split(/\s*[,;|]\s*|\s+/);
  if (parts.length !== 2) return null;
  const [first, second] = parts.map((part) => readCoordinate(part, false)) as [number, number];
  return Number.isNaN(first) || Number.isNaN(second) ? null : [first, second];
}

function toPlain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: plain ASCII needs no other form
  return (/^[\x00-\x7f]*$/.test(text) ? text : text.normalize("NFKC")).trim();
}
