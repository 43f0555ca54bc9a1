import type { Locale } from "../base/words.js";
import { colorOfStep } from "../maps/map-style.js";
import { escapeXml, FONT_FAMILIES, round, toTextElement, wrapText } from "../maps/svg-text.js";
import { CLASS_COUNT } from "./axis.js";

/** Pixels; every chart is as wide. */
export const WIDTH = 640;
const MARGIN = 16;
/** What is left for what is drawn. */
export const ROOM: number = WIDTH - 2 * MARGIN;
export const INK = "#222";
export const SOFT = "#595959";

/** Gives the color of a class of the axis, 0 = worst: those of the maps. */
export function colorOfClass(band: number): string {
  return colorOfStep(1 - band / (CLASS_COUNT - 1));
}

/** What a chart consists of. */
export interface ChartParts {
  readonly locale: Locale;
  readonly title: string;
  /** What those hear who cannot see it: the chart in a sentence. */
  readonly words: string;
  /** SVG in pixels, from 0, 0; `ROOM` wide. */
  readonly body: string;
  readonly height: number;
  /** Small print below. */
  readonly notes: readonly string[];
}

/** Puts a chart together: one SVG file that asks for nothing outside itself. */
export function writeChart({ locale, title, words, body, height, notes }: ChartParts): string {
  const head = wrapText(title, 18, ROOM);
  const foot = notes.flatMap((note) => wrapText(note, 11, ROOM));
  const top = MARGIN + head.length * 24 + 6;
  const bottom = top + height + 8;
  const total = Math.ceil(bottom + foot.length * 16 + MARGIN);
  const lines = [
    ...head.map((line, row) =>
      toTextElement(line, { x: MARGIN, y: MARGIN + 16 + 24 * row, size: 18 }, 'font-weight="bold"'),
    ),
    `<g transform="translate(${MARGIN} ${round(top)})">${body}</g>`,
    ...foot.map((line, row) =>
      toTextElement(line, { x: MARGIN, y: bottom + 12 + 16 * row, size: 11 }, `fill="${SOFT}"`),
    ),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${total}" viewBox="0 0 ${WIDTH} ${total}" role="img" xml:lang="${locale}" font-family="${FONT_FAMILIES}" fill="${INK}">`,
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml(words)}</desc>`,
    `<rect width="${WIDTH}" height="${total}" fill="#fff"/>`,
    ...lines,
    "</svg>\n",
  ].join("\n");
}

/** Writes a straight line. */
export function toLine(x1: number, y1: number, x2: number, y2: number, attributes = `stroke="${SOFT}"`): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" ${attributes}/>`;
}

/** Writes a rectangle; what it is stands on it for a pointer. */
export function toBar(
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  color: string,
  meaning: string,
): string {
  const { x, y, width, height } = box;
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${color}" stroke="${SOFT}" stroke-width="0.5"><title>${escapeXml(meaning)}</title></rect>`;
}
