import type { Surface } from "../base/texts/surfaces.js";
import { minutes } from "../base/units.js";
import type { Label, Locale } from "../base/words.js";
import { PreparedCity } from "../city/prepared-city.js";
import { isochronePolygons } from "../isochrones/isochrones.js";
import type { MapCity } from "../maps/map-city.js";
import { chooseScoreColors, colorOfStep, type ScoreColors } from "../maps/map-style.js";
import type { PolygonRings } from "../model/facts.js";
import type { CoverageReport } from "../model/report.js";
import { assertMapCity, assertRendering } from "../report/check-report.js";
import { escapeHtml } from "../report/escape-html.js";
import { toPageNotes, toWarningList } from "../report/page-tables.js";
import { REPORT_TEXTS } from "../report/report-texts.js";
import { assertPageOptions } from "./check-page.js";
import { type CompactColumn, packColumns } from "./compact-columns.js";
import { canTry, packCity } from "./pack-city.js";
import { ENGINE_SCRIPT, PAGE_SCRIPT, PAGE_STYLE } from "./page-assets.js";
import { columnsOfCells } from "./page-cells.js";
import { PageFacilities } from "./page-facilities.js";
import {
  columnsOfLines,
  fitPageFrame,
  type PageFrame,
  toPageRings,
  toPageStreets,
  toPageWater,
} from "./page-geometry.js";
import type { PageFacts, WhatIfState } from "./page-model.js";
import { toPageResult } from "./page-result.js";
import { PAGE_TEXTS } from "./page-texts.js";

/** Options of `toHtml`. */
export interface HtmlOptions {
  /** The language that is shown first; the page holds both. Default: `en`. */
  readonly locale?: Locale;
  /**
   * Whether the page holds the city itself, so that facilities can be added, moved and closed in it. `auto` (default): if
   * the page then stays below a megabyte. It takes a prepared city, judged along its streets by its own standard.
   */
  readonly whatIf?: "auto" | "always" | "never";
  /** Whose data the map shows, such as `© OpenStreetMap contributors`; written on the map. */
  readonly attribution?: string;
  /** Who reads it, and so what is recommended: options of functions, or flags of the command. Default: `library`. */
  readonly surface?: Surface;
}

const LOCALES: readonly Locale[] = ["zh", "en"];
/** The page is to stay below this, in bytes. */
const PAGE_LIMIT = 1_000_000;
/** What the map's streets may take, whatever else there is. */
const LEAST_STREET_BYTES = 60_000;
/** In base64, a packed point of a street takes about so many bytes. */
const BYTES_PER_STREET_POINT = 3.6;
const ISOCHRONE_MINUTES = 15;
/** More neighborhoods than this, and the page draws no isochrones: they would be most of it. */
const MOST_ISOCHRONES = 1000;
const RAMP_LENGTH = 6;

/**
 * Writes a report as one HTML page that works offline: cards, map, the panel of a neighborhood, table, charts, method.
 *
 * The page holds Chinese and English, asks the network for nothing, and runs no script but its own. Given a prepared city
 * with streets, it draws the isochrone of each neighborhood and, if that fits, lets facilities be added, moved and closed.
 *
 * @param city outlines and backdrops; a prepared city is best
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a report or a city, or for a wrong option
 */
export function toHtml(report: CoverageReport, city: MapCity, options: HtmlOptions = {}): string {
  assertRendering(report, options);
  assertMapCity(city);
  assertPageOptions(options);
  const { locale = "en", surface = "library", whatIf = "auto" } = options;
  const prepared = city instanceof PreparedCity && canTry(report, city) ? city : null;
  const result = packResult(report, city, options);
  const toPage = (state: WhatIfState, ...blocks: readonly Block[]) =>
    toShell(report, { locale, surface, state, blocks: [result, ...blocks] });
  if (prepared !== null && whatIf !== "never") {
    const whole = toPage("included", { id: "city", text: toBase64(packCity(prepared, report)) });
    if (whatIf === "always" || whole.length <= PAGE_LIMIT) return whole;
  }
  const page = toPage(prepared === null ? "impossible" : "left out");
  const frame = fitPageFrame(city);
  if (!city.streets || frame === null) return page;
  const room = Math.max(LEAST_STREET_BYTES, PAGE_LIMIT - page.length);
  const streets = toBase64(packStreets(city.streets, frame, room));
  return toPage(prepared === null ? "impossible" : "left out", { id: "streets", text: streets });
}

/** Packed columns, in base64. */
interface Block {
  readonly id: "data" | "city" | "streets";
  readonly text: string;
}

/** Packs everything but the streets. */
function packResult(report: CoverageReport, city: MapCity, { locale = "en", attribution }: HtmlOptions): Block {
  const facilities = new PageFacilities(city.facilities ?? []);
  const { cells, texts } = toPageResult(report, (id) => facilities.rowOf(id));
  const frame = fitPageFrame(city);
  const { circles, grades, missingBelowShare, requirements, label } = report.standard;
  const facts: PageFacts = {
    locale,
    standard: { circles, grades, missingBelowShare, requirements, label },
    areas: report.neighborhoods.map(({ id, name }) => ({ id, name })),
    facilities: facilities.facts,
    texts,
    frame,
    bands: toBands(chooseScoreColors(report.standard)),
    ramp: Array.from({ length: RAMP_LENGTH }, (_, i) => colorOfStep(i / (RAMP_LENGTH - 1))),
    isochroneMinutes: ISOCHRONE_MINUTES,
    attribution: attribution ?? null,
  };
  const columns = {
    ...columnsOfCells(cells),
    ...facilities.columns,
    ...(frame === null ? {} : drawingColumns(report, city, frame)),
  };
  return { id: "data", text: toBase64(packColumns({ columns, facts })) };
}

function drawingColumns(report: CoverageReport, city: MapCity, frame: PageFrame): Record<string, CompactColumn> {
  const polygons = new Map(city.neighborhoods.map((area) => [area.id, area.polygons]));
  const outlines = report.neighborhoods.map(({ id }) => polygons.get(id) ?? []);
  const water = toPageWater(city.water ?? [], frame);
  return {
    ...columnsOfLines("outline", toPageRings(outlines, frame)),
    ...columnsOfLines("isochrone", toPageRings(drawIsochrones(report, city), frame)),
    ...columnsOfLines("lake", water.areas),
    ...columnsOfLines("river", water.courses),
  };
}

/** The ground within reach of the middle of each neighborhood; none where there are no streets, or too many of them. */
function drawIsochrones(report: CoverageReport, city: MapCity): (readonly PolygonRings[])[] {
  const { neighborhoods, profile } = report;
  const isDrawn = city instanceof PreparedCity && city.streets !== null && neighborhoods.length <= MOST_ISOCHRONES;
  if (!isDrawn) return neighborhoods.map(() => []);
  const known = new Set(city.neighborhoods.map(({ id }) => id));
  const starts = neighborhoods.filter(({ id }) => known.has(id)).map(({ id }) => ({ neighborhoodId: id }));
  const drawn = isochronePolygons(city, starts, [minutes(ISOCHRONE_MINUTES)], { profile });
  const byId = new Map(starts.map(({ neighborhoodId }, row) => [neighborhoodId, drawn[row]?.[0]]));
  return neighborhoods.map(
    ({ id }) => (byId.get(id)?.geometry.coordinates ?? []) as unknown as readonly PolygonRings[],
  );
}

function packStreets(streets: NonNullable<MapCity["streets"]>, frame: PageFrame, room: number): Uint8Array {
  const lines = toPageStreets(streets, frame, Math.floor(room / BYTES_PER_STREET_POINT));
  return packColumns({ columns: columnsOfLines("street", lines), facts: null });
}

function toBands({ bands }: ScoreColors): PageFacts["bands"] {
  return bands.map(({ color, grade, minScore, belowScore }) => {
    const write = (locale: Locale) => `${grade.label[locale]} ${minScore}–${belowScore ?? 100}`;
    return { color, label: { zh: write("zh"), en: write("en") } };
  });
}

interface Shell {
  readonly locale: Locale;
  readonly surface: Surface;
  readonly state: WhatIfState;
  readonly blocks: readonly Block[];
}

function toShell(report: CoverageReport, { locale, surface, state, blocks }: Shell): string {
  const hasCity = state === "included";
  const scripts = hasCity ? [ENGINE_SCRIPT, PAGE_SCRIPT] : [PAGE_SCRIPT];
  const hashes = scripts.map(({ hash }) => `'${hash}'`).join(" ");
  const policy = [
    "default-src 'none'",
    `script-src ${hashes}${hasCity ? " 'wasm-unsafe-eval'" : ""}`,
    `style-src '${PAGE_STYLE.hash}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const title = LOCALES.map((one) => REPORT_TEXTS[one].title).join(" · ");
  return [
    `<!DOCTYPE html><html lang="${REPORT_TEXTS[locale].languageTag}" data-locale="${locale}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title>`,
    `<style>${PAGE_STYLE.text}</style></head><body>`,
    `<header>${both("h1", (one) => REPORT_TEXTS[one].title)}<div id="tools"></div></header>`,
    `<main id="app" data-what-if="${state}"><noscript>${both("p", (one) => PAGE_TEXTS[one].needsScript)}</noscript>`,
    `<div id="warnings">${inBoth((one) => toWarningList(report, one, surface))}</div></main>`,
    `<footer id="notes">${inBoth((one) => toPageNotes(report, one, surface))}</footer>`,
    ...blocks.map(({ id, text }) => `<script type="application/octet-stream" id="block-${id}">${text}</script>`),
    ...scripts.map(({ text }) => `<script>${text}</script>`),
    "</body></html>\n",
  ].join("\n");
}

function inBoth(write: (locale: Locale) => string): string {
  return LOCALES.map(
    (one) => `<div lang="${REPORT_TEXTS[one].languageTag}" data-only="${one}">${write(one)}</div>`,
  ).join("");
}

function both(tag: string, write: (locale: Locale) => Label[Locale]): string {
  return LOCALES.map(
    (one) => `<${tag} lang="${REPORT_TEXTS[one].languageTag}" data-only="${one}">${escapeHtml(write(one))}</${tag}>`,
  ).join("");
}

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
