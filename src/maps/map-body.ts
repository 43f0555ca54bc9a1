import { mapTexts } from "../base/texts/renderings/map.js";
import type { Locale } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import type { Circle } from "../model/standard.js";
import { scaleOf, toScoreText, viewCircles } from "../report/circle-view.js";
import { digitsOf, formatShare } from "../report/format-number.js";
import { basisOf } from "../report/shortfalls.js";
import type { MapCity } from "./map-city.js";
import { drawOutline, drawStreets, drawWater } from "./map-drawing.js";
import type { MapFrame } from "./map-frame.js";
import { drawLegend, WATER } from "./map-legend.js";
import { chooseLabels, drawLabels, drawPanel, fadeWithCount, type PanelInput } from "./map-panel.js";
import { chooseScoreColors } from "./map-style.js";
import { measureText, round, toTextElement } from "./svg-text.js";

/** The width that all panels have together, and between two of them. */
export const ROOM = 960;
export const GAP = 20;
const PANEL_HEAD = 26;
/** The streets of a file may have so many characters: enough for a city, and still opened by an office program. */
const STREETS_LIMIT = 700_000;

/** How the panels of the circles lie, and what they are called by. */
export interface MapLayout {
  readonly frame: MapFrame;
  readonly locale: Locale;
  readonly prefix: string;
  readonly circles: readonly Circle[];
  readonly columns: number;
}

/** The panels and their legend; `hasNumbers`: some neighborhoods are named by a number. */
interface DrawnBody {
  readonly svg: string;
  readonly height: number;
  readonly hasNumbers: boolean;
}

/** Draws a panel for each circle, two in a row, and the legend below. */
export function drawBody(report: CoverageReport, city: MapCity, layout: MapLayout): DrawnBody {
  const { frame, locale, prefix, circles, columns } = layout;
  const { facilities = [], neighborhoods, streets = null, water = [] } = city;
  const colors = chooseScoreColors(report.standard);
  const outlines = new Map(neighborhoods.map((one) => [one.id, drawOutline(one, frame)]));
  const input: PanelInput = { report, frame, colors, locale, outlines, facilities, prefix };
  const labels = chooseLabels(input, neighborhoods);
  const backdrop = drawBackdrop(input, { streets, water });
  const panelHeight = PANEL_HEAD + frame.height + 12;
  const panels = circles.map((circle, row) => {
    const x = (row % columns) * (frame.width + GAP);
    const y = Math.floor(row / columns) * panelHeight;
    const heading = drawHeading(report, circle, locale, frame.width);
    return `<g transform="translate(${x} ${y})">${heading}<g transform="translate(0 ${PANEL_HEAD})">${drawPanel(input, circle)}</g></g>`;
  });
  const panelsHeight = Math.ceil(circles.length / columns) * panelHeight;
  const scale = scaleOf(report.standard);
  const legend = drawLegend({ ...input, ...backdrop.has, scale, hasDots: facilities.length > 0 }, ROOM);
  const definitions = [
    `<pattern id="${prefix}hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/><path d="M0 0V6" stroke="#767676" stroke-width="2"/></pattern>`,
    `<clipPath id="${prefix}clip"><rect width="${frame.width}" height="${frame.height}"/></clipPath>`,
    backdrop.svg,
    drawLabels(labels, prefix),
  ];
  return {
    svg: `<defs>${definitions.join("\n")}</defs>\n${panels.join("\n")}\n<g transform="translate(0 ${panelsHeight + 4})">${legend.svg}</g>`,
    height: panelsHeight + 4 + legend.height,
    hasNumbers: labels.some(({ isNumber }) => isNumber),
  };
}

/** Water, streets and outlines, which every panel uses. */
function drawBackdrop(
  { frame, outlines, prefix }: PanelInput,
  { streets, water = [] }: Omit<MapCity, "neighborhoods">,
) {
  const lines = streets ? drawStreets(streets, frame, STREETS_LIMIT) : "";
  const { areas, courses } = drawWater(water, frame);
  const opacity = fadeWithCount(streets?.count ?? 0, 3000, 0.7);
  const svg = [
    `<g id="${prefix}backdrop" fill="none">`,
    ...areas.map((area) => `<path d="${area}" fill="${WATER}" fill-rule="evenodd"/>`),
    courses === "" ? "" : `<path d="${courses}" stroke="${WATER}" stroke-width="1.5"/>`,
    lines === "" ? "" : `<path d="${lines}" stroke="#767676" stroke-width=".5" stroke-opacity="${opacity}"/>`,
    `<path d="${[...outlines.values()].join("")}" stroke="#4d4d4d" stroke-width=".9" stroke-linejoin="round"/></g>`,
  ].join("\n");
  return { svg, has: { hasStreets: lines !== "", hasWater: areas.length > 0 || courses !== "" } };
}

function drawHeading(report: CoverageReport, circle: Circle, locale: Locale, width: number): string {
  const tell = mapTexts(locale);
  const view = viewCircles(report, report.city).find((one) => one.circle === circle);
  const basis = basisOf(report.city);
  const share = view?.coverage[basis].share ?? null;
  const result = [
    // where the share is all there is to tell, it is told once
    ...(view === undefined || (view.scale === "share" && view.state === "judged")
      ? []
      : [tell("map.cityScore", { score: toScoreText(view, locale) })]),
    ...(share === null || view?.state !== "judged"
      ? []
      : [tell(`map.complete.${basis}`, { share: formatShare(share, digitsOf(report.city, basis)) })]),
  ].join(tell("report.clauseSeparator"));
  const label = circle.label[locale];
  const size = Math.min(15, (15 * width * 0.42) / Math.max(1, measureText(label, 15)));
  const left = toTextElement(label, { x: 0, y: 17, size: round(size) }, 'font-weight="bold"');
  return `${left}${toTextElement(result, { x: width, y: 17, size: 11 }, 'text-anchor="end"')}`;
}
