import { escapeHtml } from "../report/escape-html.js";

/** Chinese first where both have a glyph: the fonts of the common systems, then any. */
export const FONT_FAMILIES =
  "'Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC','PingFang SC','Microsoft YaHei','Hiragino Sans GB','WenQuanYi Micro Hei','Segoe UI',Helvetica,Arial,sans-serif";

/** Scripts whose characters are as wide as the line is high. */
const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\u{20000}-\u{3FFFD}]/u;
/** Of the Latin letters; rather too much, so that texts never overlap. */
const NARROW_WIDTH = 0.58;

/** Estimates how wide a text is drawn, in pixels: the font is only known where the file is opened. */
export function measureText(text: string, fontSize: number): number {
  return [...text].reduce((width, character) => width + (WIDE.test(character) ? 1 : NARROW_WIDTH), 0) * fontSize;
}

/** Cuts a text to what fits, with a mark where it was cut. */
export function fitText(text: string, fontSize: number, width: number): string {
  if (measureText(text, fontSize) <= width) return text;
  const characters = [...text];
  while (characters.length > 0 && measureText(`${characters.join("")}…`, fontSize) > width) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

/** Breaks a text into lines that fit: between words, or after any wide character. */
export function wrapText(text: string, fontSize: number, width: number): string[] {
  const pieces = text.match(/[^\s\u2E80-\uFF60]+\s*|\s+|./gu) ?? [];
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    const isFull = line !== "" && measureText(`${line}${piece}`.trimEnd(), fontSize) > width;
    // a closing mark never starts a line
    if (isFull && !/^[，。；：、）！？]/u.test(piece)) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  return [...lines, line.trimEnd()].filter((one) => one !== "");
}

/** Writes one line of text as SVG. @param attributes such as `text-anchor="end"` */
export function toTextElement(
  text: string,
  place: { readonly x: number; readonly y: number; readonly size: number },
  attributes = "",
): string {
  const { x, y, size } = place;
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}"${attributes === "" ? "" : ` ${attributes}`}>${escapeXml(text)}</text>`;
}

/** Escapes foreign text for XML. What XML 1.0 cannot hold at all becomes a visible escape. */
export function escapeXml(text: string): string {
  return escapeHtml(text).replace(/[\uFFFE\uFFFF]/g, (one) => `\\u${one.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Rounds to a tenth of a pixel. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
