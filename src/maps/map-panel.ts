import { mapTexts } from "../base/texts/renderings/map.js";
import type { Locale } from "../base/words.js";
import type { Facility, Neighborhood } from "../model/facts.js";
import type { CoverageReport } from "../model/report.js";
import type { Circle } from "../model/standard.js";
import { knownShareOf } from "../report/cautions.js";
import { toColorValue, toScoreText, viewCircles } from "../report/circle-view.js";
import { basisOf, toListText, toRequirementLabels } from "../report/shortfalls.js";
import { drawDots, findLabelRoom } from "./map-drawing.js";
import type { MapFrame } from "./map-frame.js";
import type { ScoreColors } from "./map-style.js";
import { type PlacedLabel, placeLabels } from "./place-labels.js";
import { escapeXml, toTextElement } from "./svg-text.js";

/** What the panels of one map file share. */
export interface PanelInput {
  readonly report: CoverageReport;
  readonly frame: MapFrame;
  readonly colors: ScoreColors;
  readonly locale: Locale;
  /** Path data by the id of the neighborhood. */
  readonly outlines: ReadonlyMap<string, string>;
  readonly facilities: readonly Facility[];
  /** Starts every id in the file, so that several files can stand in one page. */
  readonly prefix: string;
}

/** Ink of outlines and texts. */
export const INK = "#1a1a1a";

/** Draws one circle: areas in their colors, then water, streets, outlines, dots and labels. */
export function drawPanel(input: PanelInput, circle: Circle): string {
  const { frame, prefix, facilities, report } = input;
  const { width, height } = frame;
  const counted = facilitiesOf(report, circle, facilities);
  const dots = drawDots(counted, frame);
  const dotWidth = fadeWithCount(dots.split("M").length, 500, width > 600 ? 4.5 : 3.4);
  return [
    `<g clip-path="url(#${prefix}clip)"><rect width="${width}" height="${height}" fill="#f2f2f0"/>`,
    drawAreas(input, circle),
    `<use xlink:href="#${prefix}backdrop"/>`,
    dots === ""
      ? ""
      : `<path d="${dots}" fill="none" stroke="${INK}" stroke-linecap="round" stroke-width="${dotWidth}"/>`,
    `<use xlink:href="#${prefix}labels"/></g>`,
    `<rect width="${width}" height="${height}" fill="none" stroke="#8a8a8a"/>`,
  ].join("\n");
}

/** The largest first: where outlines overlap, a city must not hide its quarters. */
function drawAreas(input: PanelInput, circle: Circle): string {
  const { report, colors, outlines, prefix } = input;
  const row = report.standard.circles.indexOf(circle);
  const order = [...report.neighborhoods].sort((a, b) => b.areaSquareMeters - a.areaSquareMeters);
  return order
    .flatMap((area) => {
      const view = viewCircles(report, area)[row];
      const outline = outlines.get(area.id);
      if (view === undefined || outline === undefined || outline === "") return [];
      // a color for a sliver that happens to be near a street would speak for all the rest
      const known = knownShareOf(area, basisOf(area));
      const value = known !== null && known < 0.5 ? null : toColorValue(view);
      const fill = fillOf(colors.classOf(value, view.grade), colors, prefix);
      const { missing } = view.coverage;
      const tell = mapTexts(input.locale);
      const list = toListText(toRequirementLabels(report, missing, input.locale), value !== null, input.locale);
      const lines = [
        area.name ?? area.id,
        toScoreText(view, input.locale),
        `${tell("report.missing")}${tell("report.colon")}${list}`,
      ];
      const title = lines.map(escapeXml).join("\n");
      return [`<path d="${outline}" fill="${fill}" fill-rule="evenodd"><title>${title}</title></path>`];
    })
    .join("\n");
}

function fillOf(name: string, { bands }: ScoreColors, prefix: string): string {
  return bands.find((_, row) => name === `band${row}`)?.color ?? `url(#${prefix}hatch)`;
}

/** Chooses the labels of the areas, for every panel the same. */
export function chooseLabels(
  { report, frame }: Pick<PanelInput, "report" | "frame">,
  neighborhoods: readonly Neighborhood[],
): PlacedLabel[] {
  const isLarge = frame.width > 600;
  const rows = new Map(report.neighborhoods.map(({ id, name }, row) => [id, { number: row + 1, name: name ?? id }]));
  const wishes = neighborhoods.flatMap((one) => {
    const known = rows.get(one.id);
    const room = findLabelRoom(one, frame);
    return known === undefined || room === null ? [] : [{ ...known, ...room }];
  });
  const sizes = isLarge ? { nameSize: 12, numberSize: 10 } : { nameSize: 10, numberSize: 9 };
  return placeLabels(wishes, { ...sizes, width: frame.width, height: frame.height });
}

/** Writes the labels twice: a white rim first, which keeps them readable on dark colors. */
export function drawLabels(labels: readonly PlacedLabel[], prefix: string): string {
  const texts = labels.map(({ text, place: [x, y], size }) => toTextElement(text, { x, y: y + size * 0.36, size }));
  return [
    `<g id="${prefix}texts" text-anchor="middle">${texts.join("")}</g>`,
    `<g id="${prefix}labels"><use xlink:href="#${prefix}texts" fill="none" stroke="#fff" stroke-width="2.5" stroke-linejoin="round"/>`,
    `<use xlink:href="#${prefix}texts" fill="${INK}"/></g>`,
  ].join("\n");
}

/** A large city has so many lines and dots that they would hide the colors: the more there are, the less of each. */
export function fadeWithCount(count: number, manyCount: number, full: number): number {
  const part = Math.max(0.25, Math.min(1, manyCount / Math.max(1, count)));
  return Math.round(full * part * 100) / 100;
}

function facilitiesOf({ standard }: CoverageReport, { id }: Circle, facilities: readonly Facility[]): Facility[] {
  const wanted = new Set(standard.requirements.filter(({ circle }) => circle === id).map(({ category }) => category));
  return facilities.filter(({ categories }) => categories.some((category) => wanted.has(category)));
}
