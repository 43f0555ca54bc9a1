import { likelyEncoding } from "../encoding-names.js";
import { recognizeTextFormat } from "../foreign-text.js";
import { isZip, namesInZip, recognizeFile } from "../recognize-file.js";
import { listPlaces } from "./find-columns.js";

const LOOKED_AT_BYTES = 65_536;
/** Control characters that no text holds. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: to find them is its purpose
const BINARY = /[\u0000-\u0008\u000e-\u001f]/;
/** Lines that programs write in front of a table. */
const COMMENTS = /^(?:\s*#[^\r\n]*[\r\n]+)+/;

/** Tells from the content whether a file is a workbook (.xlsx). */
export function looksLikeWorkbook(bytes: Uint8Array): boolean {
  return isWorkbook(namesInZip(bytes));
}

/** Tells from the names in an archive whether it is a workbook. */
export function isWorkbook(names: readonly string[]): boolean {
  return names.some((name) => /^xl\/workbook\.xml$/i.test(name));
}

/**
 * Tells from the content whether a file is a text with separators: it is no JSON and nothing else that is known, and its first line
 * has separators, or names a place of positions.
 */
export function looksLikeTable(bytes: Uint8Array): boolean {
  if (recognizeFile(bytes) !== null || isZip(bytes)) return false;
  const head = headOf(bytes).replace(COMMENTS, "");
  if (BINARY.test(head)) return false;
  const [line = ""] = head.trimStart().split(/[\r\n]/, 1);
  if (line === "" || /^[[{<]/.test(line)) return false;
  const format = recognizeTextFormat(head);
  if (format !== null && format !== "csv") return false;
  return /[,;\t|，；]|^"?sep=/i.test(line) || listPlaces([line.trim().replace(/^"|"$/g, "")]).length > 0;
}

/** The first part as text, whatever its encoding: letters of the markers are the same in all of them. */
function headOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, LOOKED_AT_BYTES);
  const [first, second] = head;
  const isLittle = first === 0xff && second === 0xfe;
  const isBig = first === 0xfe && second === 0xff;
  const likely = likelyEncoding(head);
  const encoding = isLittle ? "utf-16le" : isBig ? "utf-16be" : likely.startsWith("utf-16") ? likely : "utf-8";
  return new TextDecoder(encoding).decode(head);
}
