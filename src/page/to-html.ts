import { assertChoice, assertText } from "../base/check-argument.js";
import { guardShape } from "../base/guard-call.js";
import type { Surface } from "../base/texts/surfaces.js";
import type { Locale } from "../base/words.js";
import { PreparedCity } from "../city/prepared-city.js";
import type { MapCity } from "../maps/map-city.js";
import type { CoverageReport } from "../model/report.js";
import { assertMapCity, assertRendering } from "../report/check-report.js";
import { type PageBlock, toPageBlock } from "./page-block.js";
import { columnsOf, fitPageFrame, toPageStreets } from "./page-geometry.js";
import type { WhatIfState } from "./page-model.js";
import { toPageShell } from "./page-shell.js";
import { type DescribedReport, describeReport } from "./report-block.js";
import { beginsWith, cityOfTrial, packTrial } from "./trial-city.js";

/** Options of `toHtml`. */
export interface HtmlOptions {
  /** The language that is shown first; the page holds both. Default: `en`. */
  readonly locale?: Locale;
  /**
   * Whether the page holds the city itself, so that facilities can be added, moved and closed in it. `auto` (default): if
   * the page then stays below 1.5 megabytes. It takes the prepared city of the report, judged along its streets at one speed.
   */
  readonly whatIf?: "auto" | "always" | "never";
  /** What the city is called: in the headline and the title. Default: what the report says; else the page does not name it. */
  readonly place?: string;
  /** Of which date the data are, as it is to be read: `2026-03`. Default: what the report says; else the page does not say it. */
  readonly date?: string;
  /** Whose data the map shows, such as `© OpenStreetMap contributors`; written on the map. Default: what the report says. */
  readonly attribution?: string;
  /** Who reads it, and so what is recommended: options of functions, or flags of the command. Default: `library`. */
  readonly surface?: Surface;
}

/** The page is to stay below this, in bytes; where things can be tried out in it, it may take more. */
const PAGE_LIMIT = 1_000_000;
const TRIAL_LIMIT = 1_500_000;
/** What the map's streets may take, whatever else there is. */
const LEAST_STREET_BYTES = 60_000;
/** In base64, a packed point of a street takes about so many bytes. */
const BYTES_PER_STREET_POINT = 3.6;

/**
 * Writes a report as one HTML page that works offline: the headline, the ring of circles, map, lists of what is missing and where,
 * the card of a neighborhood, table, fairness, method. All of it stands in the page before its script runs.
 *
 * The page holds Chinese and English, asks the network for nothing, and runs no script but its own. Given a prepared city
 * with streets, it draws the isochrone of each neighborhood and, if that fits, lets facilities be added, moved and closed.
 *
 * @param city outlines and backdrops; a prepared city is best
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a report or a city, or for a wrong option
 *
 * @example
 * ```ts
 * import { writeFileSync } from "node:fs";
 * import { toHtml } from "quarterhour";
 *
 * const page = toHtml(report, city, { locale: "zh" });
 * writeFileSync("report.html", page);
 * page.startsWith("<!DOCTYPE html>"); // → true
 * ```
 */
export function toHtml(report: CoverageReport, city: MapCity, options: HtmlOptions = {}): string {
  return guardShape("toHtml", () => {
    assertRendering(report, options);
    assertMapCity(city);
    assertPageOptions(options);
    const { locale = "en", surface = "library", whatIf = "auto" } = options;
    const { about = {} } = report;
    const { attribution = about.attribution ?? null, place = about.place ?? null, date = about.date ?? null } = options;
    const describe = (trial: PreparedCity | null) =>
      describeReport(report, city, { locale, attribution, surface, trial, place, date });
    const toPage = (state: WhatIfState, described: DescribedReport, ...blocks: readonly PageBlock[]) =>
      toPageShell(report, { locale, surface, state, described, blocks: [described.block, ...blocks] });
    const trial = city instanceof PreparedCity ? cityOfTrial(report, city) : null;
    let state: WhatIfState = trial === null ? "impossible" : "left out";
    if (trial !== null && city instanceof PreparedCity && whatIf !== "never") {
      const room = whatIf === "always" ? Number.POSITIVE_INFINITY : TRIAL_LIMIT;
      const block = packTrial(trial, report, room);
      if (block !== null && block.text.length <= room) {
        // asked last, since it takes as long as the report: what does not fit is left out, whatever it begins with
        const whole = beginsWith(report, city, trial) ? toPage("included", describe(city), block) : null;
        if (whole === null) state = "impossible";
        else if (byteLengthOf(whole) <= room) return whole;
      }
    }
    const described = describe(null);
    const page = toPage(state, described);
    const streets = packStreets(city, Math.max(LEAST_STREET_BYTES, PAGE_LIMIT - byteLengthOf(page)));
    return streets === null ? page : toPage(state, described, streets);
  });
}

function byteLengthOf(page: string): number {
  return new TextEncoder().encode(page).length;
}

/** @param room in bytes: the longest streets that fit are drawn */
function packStreets(city: MapCity, room: number): PageBlock | null {
  const frame = fitPageFrame(city);
  if (!city.streets || frame === null) return null;
  const pack = (streets: NonNullable<MapCity["streets"]>, mostPoints: number) =>
    toPageBlock("streets", {
      columns: columnsOf("street", toPageStreets(streets, frame, mostPoints)),
      facts: null,
    });
  const mostPoints = Math.floor(room / BYTES_PER_STREET_POINT);
  const block = pack(city.streets, mostPoints);
  const { length } = block.text;
  // the longest streets are packed less well than all: once more, by what they took
  return length <= room ? block : pack(city.streets, Math.floor((0.97 * mostPoints * room) / length));
}

/** Checks what only the page is asked for. */
function assertPageOptions({
  whatIf,
  ...texts
}: {
  readonly whatIf?: unknown;
  readonly attribution?: unknown;
  readonly place?: unknown;
  readonly date?: unknown;
}): void {
  if (whatIf !== undefined) assertChoice("whatIf", whatIf, ["auto", "always", "never"]);
  for (const name of ["attribution", "place", "date"] as const)
    if (texts[name] !== undefined) assertText(name, texts[name]);
}
