import { mapTexts } from "../base/texts/renderings/map.js";
import type { Locale } from "../base/words.js";
import type { CircleScale } from "../report/circle-view.js";
import { findScaleBar } from "./map-drawing.js";
import type { MapFrame } from "./map-frame.js";
import { INK } from "./map-panel.js";
import type { ScoreColors } from "./map-style.js";
import { measureText, toTextElement } from "./svg-text.js";

export interface LegendInput {
  readonly frame: MapFrame;
  readonly colors: ScoreColors;
  readonly scale: CircleScale;
  readonly locale: Locale;
  readonly prefix: string;
  readonly hasDots: boolean;
  readonly hasStreets: boolean;
  readonly hasWater: boolean;
}

/** A drawing that stands below what is already there. */
export interface Block {
  readonly svg: string;
  readonly height: number;
}

const SIZE = 12;
const LINE = 22;
/** Width of a swatch and of the gap after it. */
const SWATCH = 24;
/** Room for scale bar and north arrow, at the right end. */
const CORNER = 260;

/** Draws the legend, with the scale bar and the north arrow at its right end. */
export function drawLegend(input: LegendInput, width: number): Block {
  const { locale } = input;
  const items = listItems(input);
  let [x, y] = [0, LINE + 16];
  const drawn = [
    toTextElement(mapTexts(locale)(`map.legend.${input.scale}`), { x: 0, y: 14, size: 13 }, 'font-weight="bold"'),
  ];
  for (const { swatch, label } of items) {
    const itemWidth = SWATCH + measureText(label, SIZE) + 16;
    if (x > 0 && x + itemWidth > width - CORNER) [x, y] = [0, y + LINE];
    drawn.push(`<g transform="translate(${Math.round(x)} ${y})">${swatch}`);
    drawn.push(`${toTextElement(label, { x: SWATCH, y: 0, size: SIZE })}</g>`);
    x += itemWidth;
  }
  drawn.push(`<g transform="translate(${width - CORNER} 0)">${drawCorner(input)}</g>`);
  return { svg: drawn.join("\n"), height: Math.max(y + 8, 60) };
}

function listItems({ colors, locale, prefix, hasDots, hasStreets, hasWater }: LegendInput) {
  const tell = mapTexts(locale);
  const box = (fill: string) =>
    `<rect y="-11" width="18" height="13" fill="${fill}" stroke="#4d4d4d" stroke-width=".8"/>`;
  const bands = colors.bands.map(({ color, label }) => ({ swatch: box(color), label: label[locale] }));
  const line = (stroke: string) => `<path d="M0 -4h18" stroke="${stroke}" stroke-width="1.5"/>`;
  return [
    ...bands,
    { swatch: box(`url(#${prefix}hatch)`), label: tell("map.noDataOrUnknown") },
    ...(hasDots ? [{ swatch: `<circle cx="9" cy="-4" r="2.5" fill="${INK}"/>`, label: tell("map.dots") }] : []),
    ...(hasStreets ? [{ swatch: line("#767676"), label: tell("map.streets") }] : []),
    ...(hasWater ? [{ swatch: box(WATER), label: tell("map.water") }] : []),
  ];
}

/** Pale and gray: none of the colors of the scores. */
export const WATER = "#d3dbe0";

function drawCorner({ frame, locale }: LegendInput): string {
  // the bar may take a third of the map, but no more than its corner
  const { meters, pixels } = findScaleBar({ ...frame, width: Math.min(frame.width, 3 * (CORNER - 90)) });
  const [left, middle] = [20, pixels / 2];
  const text = (meters: number) => (meters >= 1000 ? `${meters / 1000} km` : `${meters} m`);
  const end = left + pixels;
  return [
    toTextElement("0", { x: left, y: 22, size: 11 }, 'text-anchor="middle"'),
    toTextElement(text(meters), { x: end, y: 22, size: 11 }, 'text-anchor="middle"'),
    `<rect x="${left}" y="28" width="${pixels}" height="6" fill="#fff" stroke="${INK}"/>`,
    `<rect x="${left}" y="28" width="${middle}" height="6" fill="${INK}"/>`,
    `<g transform="translate(${CORNER - 14} 0)">`,
    toTextElement(mapTexts(locale)("map.north"), { x: 0, y: 13, size: 13 }, 'text-anchor="middle" font-weight="bold"'),
    `<path d="M0 17L8 42L0 36Z" fill="${INK}" stroke="${INK}"/><path d="M0 17L-8 42L0 36Z" fill="#fff" stroke="${INK}"/></g>`,
  ].join("");
}
