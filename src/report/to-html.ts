import type { Circle, CoverageReport, Facility, Locale, Neighborhood } from "../model.js";
import { assertMapCity, assertRendering } from "./check-report.js";
import { type CircleView, toScoreText, viewCircles } from "./circle-view.js";
import { escapeHtml } from "./escape-html.js";
import type { MapCity } from "./map-city.js";
import { drawDots, drawOutline, drawStreets, findLabelPlace, findScaleBar } from "./map-drawing.js";
import { fitMapFrame, type MapFrame } from "./map-frame.js";
import { chooseScoreColors, type ScoreColors, toStyleSheet } from "./map-style.js";
import { toPageTables, toWarningList } from "./page-tables.js";
import { REPORT_TEXTS } from "./report-texts.js";
import { knownShareOf, toHeadline } from "./sentences.js";
import { basisOf, toListText, toRequirementLabels } from "./shortfalls.js";

export interface HtmlOptions {
  /** The language that is shown first; the page holds both. Default: `en`. */
  readonly locale?: Locale;
}

const LOCALES: readonly Locale[] = ["zh", "en"];
/** No script, no request: whatever a name may hold, the page can only be looked at. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * Writes a report as one HTML page that needs no network and no script: a map for each circle, then the tables.
 *
 * The page holds Chinese and English, with a switch, and can be printed.
 *
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a report, or an unknown locale
 */
export function toHtml(report: CoverageReport, city: MapCity, options: HtmlOptions = {}): string {
  assertRendering(report, options);
  assertMapCity(city);
  const { locale = "en" } = options;
  const { neighborhoods } = city;
  const colors = chooseScoreColors(report.standard);
  const frame = fitMapFrame(neighborhoods.flatMap(({ polygons }) => polygons.flat(2)));
  const title = LOCALES.map((one) => REPORT_TEXTS[one].title).join(" · ");
  const radios = LOCALES.map(
    (one) =>
      `<input type="radio" name="language" id="${one}"${one === locale ? " checked" : ""}><label class="switch" for="${one}" lang="${one}">${REPORT_TEXTS[one].language}</label>`,
  );
  return [
    `<!DOCTYPE html><html lang="${locale}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title>`,
    `<style>\n${toStyleSheet(colors)}\n</style></head><body>`,
    ...radios,
    "<main>",
    both("h1", (one) => REPORT_TEXTS[one].title),
    both("p", (one) => toHeadline(report, one)),
    ...LOCALES.map((one) => `<div lang="${one}">${toWarningList(report, one)}</div>`),
    ...(frame === null ? [] : mapsSection(report, city, frame, colors)),
    ...LOCALES.map((one) => `<div lang="${one}">${toPageTables(report, colors, one)}</div>`),
    "</main></body></html>\n",
  ].join("\n");
}

function mapsSection(report: CoverageReport, city: MapCity, frame: MapFrame, colors: ScoreColors): string[] {
  const { neighborhoods, streets, facilities = [] } = city;
  const rows = new Map(report.neighborhoods.map(({ id }, row) => [id, row]));
  const outlines = neighborhoods
    .filter(({ id }) => rows.has(id))
    .map((area) => `<path id="area${rows.get(area.id)}" d="${drawOutline(area, frame)}"/>`);
  const drawn = new Set(neighborhoods.map(({ id }) => id));
  return [
    both("h2", (one) => REPORT_TEXTS[one].mapTitle),
    `<svg class="shared" aria-hidden="true"><defs>${HATCH}${outlines.join("")}`,
    `<g id="numbers">${numbers(report, neighborhoods, frame)}</g>`,
    `<path id="streets" stroke-opacity="${fadeWithCount(streets?.count ?? 0, 3000, 0.6)}" d="${streets ? drawStreets(streets, frame) : ""}"/></defs></svg>`,
    legend(colors),
    `<div class="maps">`,
    ...report.standard.circles.map((circle, row) =>
      figure(
        circle,
        frame,
        areas(report, row, drawn, colors),
        drawDots(facilitiesOf(report, circle, facilities), frame),
      ),
    ),
    "</div>",
    both("p", (one) => (facilities.length > 0 ? REPORT_TEXTS[one].mapNote : REPORT_TEXTS[one].mapNoDots), "small"),
  ];
}

const HATCH =
  '<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/><path d="M0 0V6" stroke="#767676" stroke-width="2"/></pattern>';

/** The largest first: where outlines overlap, a city must not hide its quarters. */
function areas(report: CoverageReport, circleRow: number, drawn: ReadonlySet<string>, colors: ScoreColors): string[] {
  const order = report.neighborhoods
    .map((area, row) => ({ area, row }))
    .sort((a, b) => b.area.areaSquareMeters - a.area.areaSquareMeters);
  return order.flatMap(({ area, row }) => {
    const view = viewCircles(report, area)[circleRow];
    if (view === undefined || !drawn.has(area.id)) return [];
    // a color for a sliver that happens to be near a street would speak for all the rest
    const known = knownShareOf(area, basisOf(area));
    const isMostlyUnknown = known !== null && known < 0.5;
    const lines = [area.name ?? area.id, ...LOCALES.map((locale) => hoverText(report, view, locale))];
    const shape = `<title>${lines.map(escapeHtml).join("\n")}</title><use href="#area${row}"/>`;
    return [`<g class="${colors.classOf(isMostlyUnknown ? null : view.coverage.score, view.grade)}">${shape}</g>`];
  });
}

/** More numbers than this would hide the map. */
const MOST_NUMBERS = 300;

/** The row of each neighborhood in the table, written on the map. */
function numbers(report: CoverageReport, neighborhoods: readonly Neighborhood[], frame: MapFrame): string {
  if (neighborhoods.length > MOST_NUMBERS) return "";
  const rows = new Map(report.neighborhoods.map(({ id }, row) => [id, row + 1]));
  return neighborhoods
    .map((neighborhood) => {
      const row = rows.get(neighborhood.id);
      const place = findLabelPlace(neighborhood, frame);
      return row === undefined || place === null
        ? ""
        : `<text x="${place[0].toFixed(1)}" y="${(place[1] + 4).toFixed(1)}">${row}</text>`;
    })
    .join("");
}

function hoverText(report: CoverageReport, view: CircleView, locale: Locale): string {
  const { coverage, circle, state } = view;
  const texts = REPORT_TEXTS[locale];
  const missing = toListText(toRequirementLabels(report, coverage.missing, locale), state === "judged", locale);
  const colon = locale === "zh" ? "：" : ": ";
  return `${circle.label[locale]}${colon}${toScoreText(view, locale)}${texts.clauseSeparator}${texts.missing}${colon}${missing}`;
}

function figure({ label }: Circle, frame: MapFrame, shapes: readonly string[], dots: string): string {
  const { width, height } = frame;
  const { meters, pixels } = findScaleBar(frame);
  const length = meters >= 1000 ? `${meters / 1000} km` : `${meters} m`;
  const y = height - 10;
  const dotWidth = fadeWithCount(dots.split("M").length, 500, 3.2);
  return [
    `<figure>${both("h3", (one) => label[one])}`,
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(`${label.zh} · ${label.en}`)}">`,
    `<g class="areas">${shapes.join("")}</g><use class="streets" href="#streets"/><use class="numbers" href="#numbers"/>`,
    dots === "" ? "" : `<path class="dots" stroke-width="${dotWidth}" d="${dots}"/>`,
    `<path class="bar" d="M10 ${y}h${pixels}"/><text class="map-text" x="10" y="${y - 6}">${length}</text>`,
    `<text class="map-text" x="${width - 10}" y="20" text-anchor="end">↑ N</text></svg></figure>`,
  ].join("");
}

function legend({ bands }: ScoreColors): string {
  const items = (locale: Locale) => {
    const none = `${REPORT_TEXTS[locale].noData} / ${REPORT_TEXTS[locale].unknown}`;
    const swatches = bands.map(({ grade, minScore, belowScore }, row) =>
      swatch(`band${row}`, `${grade.label[locale]} ${minScore}–${belowScore ?? 100}`),
    );
    return `<ul class="legend" lang="${locale}">${[...swatches, swatch("none", none)].join("")}</ul>`;
  };
  return LOCALES.map(items).join("");
}

/** A large city has so many lines and dots that they would hide the colors: the more there are, the less of each. */
function fadeWithCount(count: number, manyCount: number, full: number): number {
  const part = Math.max(0.25, Math.min(1, manyCount / Math.max(1, count)));
  return Math.round(full * part * 100) / 100;
}

function swatch(name: string, text: string): string {
  return `<li><span class="swatch ${name}"></span>${escapeHtml(text)}</li>`;
}

function facilitiesOf({ standard }: CoverageReport, circle: Circle, facilities: readonly Facility[]): Facility[] {
  const wanted = new Set(
    standard.requirements.filter((one) => one.circle === circle.id).map(({ category }) => category),
  );
  return facilities.filter(({ categories }) => categories.some((category) => wanted.has(category)));
}

/** An element in both languages, of which one is shown. */
function both(element: string, text: (locale: Locale) => string, name = ""): string {
  const attribute = name === "" ? "" : ` class="${name}"`;
  return LOCALES.map((one) => `<${element}${attribute} lang="${one}">${escapeHtml(text(one))}</${element}>`).join("");
}
