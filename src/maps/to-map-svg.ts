import { assertText } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { guardShape } from "../base/guard-call.js";
import { say } from "../base/texts/library.js";
import { mapTexts } from "../base/texts/renderings/map.js";
import { joinSentences, type Locale } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import type { Circle, CircleId } from "../model/standard.js";
import { toAboutLines, toTitle } from "../report/about-report.js";
import { assertMapCity, assertRendering } from "../report/check-report.js";
import { viewCircles } from "../report/circle-view.js";
import { toGradeNotes, toSourceText } from "../report/sentences.js";
import { drawBody, GAP, ROOM } from "./map-body.js";
import type { MapCity } from "./map-city.js";
import { fitMapFrame } from "./map-frame.js";
import { INK } from "./map-panel.js";
import { escapeXml, FONT_FAMILIES, toTextElement, wrapText } from "./svg-text.js";

/** Options of `toMapSvg`. */
export interface MapSvgOptions {
  /** Default: `en`. */
  readonly locale?: Locale;
  /** The circle that is drawn, by its id. Default: all of the standard's, side by side. */
  readonly circle?: CircleId;
  /** Whose data the map shows, such as `© OpenStreetMap contributors`. Default: what the report says. */
  readonly attribution?: string;
  /** Default: the title of every report, after the place that it is of. */
  readonly title?: string;
  /** The date that is written on the map, as it is. Default: what the report says, else none; the library reads no clock. */
  readonly date?: string;
}

const MARGIN = 20;
const WIDTH = ROOM + 2 * MARGIN;

/**
 * Draws a static map of a report as one SVG file: areas colored by score, a hatch for no data, streets and water, names
 * (or numbers) of the neighborhoods where they fit, title, legend, scale bar, north arrow and sources.
 *
 * The file asks for nothing outside itself. Fonts are those of the machine that opens it.
 *
 * @param city outlines and backdrops; a prepared city is best
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a report or a city, a wrong option or an unknown circle
 *
 * @example
 * ```ts
 * import { writeFileSync } from "node:fs";
 * import { toMapSvg } from "quarterhour/maps";
 *
 * const map = toMapSvg(report, city, { locale: "zh", circle: "convenience", date: "2026-11-28" });
 * writeFileSync("map.svg", map);
 * map.includes("<svg"); // → true
 * ```
 */
export function toMapSvg(report: CoverageReport, city: MapCity, options: MapSvgOptions = {}): string {
  return guardShape("toMapSvg", () => {
    assertRendering(report, options);
    assertMapCity(city);
    const circles = chooseCircles(report, options);
    const { locale = "en" } = options;
    const columns = circles.length > 1 ? 2 : 1;
    const frame = fitMapFrame(
      city.neighborhoods.flatMap(({ polygons }) => polygons.flat(2)),
      columns > 1 ? { width: (ROOM - GAP) / 2, greatestHeight: 620 } : { width: ROOM, greatestHeight: 1000 },
    );
    const title = options.title ?? toTitle(report, titleOf(circles, locale), ["place"]);
    const prefix = `map-${hash(JSON.stringify([report.standard, report.city, options, frame, report.neighborhoods.length]))}-`;
    const about = toAboutLines(report, locale);
    const head = drawHead(title);
    const body =
      frame === null
        ? {
            svg: toTextElement(mapTexts(locale)("map.noOutlines"), { x: 0, y: 20, size: 14 }),
            height: 30,
            hasNumbers: false,
          }
        : drawBody(report, city, { frame, locale, prefix, circles, columns });
    const foot = drawFoot(report, options, body.hasNumbers);
    const height = Math.ceil(MARGIN + head.height + body.height + 12 + foot.height + MARGIN);
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" xml:lang="${locale}" font-family="${FONT_FAMILIES}" fill="${INK}">`,
      `<title>${escapeXml(title)}</title>`,
      ...(about.length === 0 ? [] : [`<desc>${escapeXml(joinSentences(about, locale))}</desc>`]),
      `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
      `<g transform="translate(${MARGIN} ${MARGIN})">${head.svg}</g>`,
      `<g transform="translate(${MARGIN} ${MARGIN + head.height})">${body.svg}</g>`,
      `<g transform="translate(${MARGIN} ${MARGIN + head.height + body.height + 12})">${foot.svg}</g>`,
      "</svg>\n",
    ].join("\n");
  });
}

function chooseCircles(
  { standard }: CoverageReport,
  { circle, ...texts }: { readonly [key in keyof MapSvgOptions]?: unknown },
): readonly Circle[] {
  for (const path of ["attribution", "title", "date"] as const)
    if (texts[path] !== undefined) assertText(path, texts[path]);
  if (circle === undefined) return standard.circles;
  const chosen = standard.circles.filter(({ id }) => id === circle);
  if (chosen.length > 0) return chosen;
  const known = standard.circles.map(({ id }) => id).join(", ");
  throw new CoverageError("INVALID_ARGUMENT", say("map.circle", { circle: JSON.stringify(circle) }), {
    path: "circle",
    hint: say("map.circle.hint", { known }),
  });
}

function titleOf(circles: readonly Circle[], locale: Locale): string {
  const title = mapTexts(locale)("report.title");
  const [only, second] = circles;
  return only === undefined || second !== undefined ? title : `${only.label[locale]} · ${title}`;
}

function drawHead(title: string) {
  const lines = wrapText(title, 22, ROOM);
  const svg = lines.map((line, row) => toTextElement(line, { x: 0, y: 20 + row * 28, size: 22 }, 'font-weight="bold"'));
  return { svg: svg.join("\n"), height: lines.length * 28 + 6 };
}

function drawFoot(report: CoverageReport, options: MapSvgOptions, hasNumbers: boolean) {
  const { standard, travel, about, city } = report;
  const { locale = "en", attribution = about?.attribution, date = about?.date } = options;
  const tell = mapTexts(locale);
  const colon = tell("report.colon");
  const facts = [
    ...(attribution === undefined ? [] : [`${tell("map.data")}${colon}${attribution}`]),
    `${tell("map.standard")}${colon}${standard.label[locale]}${tell("report.inBrackets", { text: toSourceText(standard.source, locale) })}`,
    `${tell("map.travel")}${colon}${travel.map(({ label }) => label[locale]).join(tell("report.listSeparator"))}`,
    ...(date === undefined ? [] : [`${tell("map.date")}${colon}${date}`]),
    ...(hasNumbers ? [tell("map.numbers")] : []),
    ...toGradeNotes(
      [city, ...report.neighborhoods].flatMap((area) => viewCircles(report, area)),
      locale,
    ),
  ];
  const lines = wrapText(facts.join("  ·  "), 11, ROOM).map((line) => line.replace(/\s*·\s*$/, ""));
  const svg = lines.map((line, row) => toTextElement(line, { x: 0, y: 11 + row * 16, size: 11 }, 'fill="#404040"'));
  return { svg: svg.join("\n"), height: lines.length * 16 };
}

/** FNV-1a, of 32 bits: the same map has the same ids, another map has others. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(36);
}
