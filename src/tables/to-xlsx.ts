import { guardShape } from "../base/guard-call.js";
import { workbookTexts } from "../base/texts/renderings/workbook.js";
import type { Surface } from "../base/texts/surfaces.js";
import { joinSentences, type Locale } from "../base/words.js";
import type { Facility } from "../model/facts.js";
import type { CoverageReport } from "../model/report.js";
import { toAboutLines, toTitle } from "../report/about-report.js";
import { assertRendering } from "../report/check-report.js";
import { layOutSheet } from "./lay-out-sheet.js";
import { profileSheet } from "./profile-table.js";
import { splitSheets } from "./split-sheets.js";
import { neighborhoodSheet, shortfallSheet } from "./workbook-area-sheets.js";
import { chartSheet } from "./workbook-charts.js";
import { aboutSheet, indicatorSheet, sourceSheet } from "./workbook-city-sheets.js";
import { groupSheets } from "./workbook-group-sheet.js";
import { measureSheets } from "./workbook-measure-sheet.js";
import { reasonSheets } from "./workbook-reason-sheet.js";
import type { WorkbookSheet } from "./workbook-sheet.js";

/** Options of `toXlsx`. */
export interface WorkbookOptions {
  /** Of sheet names, headers and texts. Default: `en`. */
  readonly locale?: Locale;
  /** Who reads it, and so what is recommended: options of functions, or flags of the command. Default: `library`. */
  readonly surface?: Surface;
  /** Their names stand beside their ids; a prepared city has them (`city.facilities`). */
  readonly facilities?: readonly Pick<Facility, "id" | "name">[];
  /** Reports of the same city for several profiles, what `computeCoverages` gave: a sheet sets them side by side. */
  readonly profiles?: readonly CoverageReport[];
}

/**
 * Writes a report as a workbook for Excel, WPS and LibreOffice: 说明 · 图表 · 指标统计表 · 社区明细 · 短板清单 · 数据来源.
 *
 * Shares are real percentages, headers stay in sight and are repeated on every printed page, and every table can be filtered. The
 * charts are the program's own. A list longer than a sheet (1,048,576 rows) goes on in the next one, and the first sheet says so. Texts
 * are stored as texts: a name that looks like a formula is not run. The same report gives the same bytes, in every time zone.
 *
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a report, or an unknown locale
 *
 * @example
 * ```ts
 * import { writeFileSync } from "node:fs";
 * import { toXlsx } from "quarterhour/tables";
 *
 * const bytes = await toXlsx(report, { locale: "zh" });
 * writeFileSync("report.xlsx", bytes);
 * String.fromCharCode(...bytes.subarray(0, 2)); // → "PK"
 * ```
 */
export async function toXlsx(report: CoverageReport, options: WorkbookOptions = {}): Promise<Uint8Array> {
  return guardShape("toXlsx", async () => {
    assertRendering(report, options);
    const { locale = "en" } = options;
    const tell = workbookTexts(locale);
    const title = toTitle(report, tell("report.title"));
    const frame = { title, foot: tell("workbook.licence"), page: tell("workbook.page") };
    const { packWorkbook } = await import("./pack-workbook.js");
    const description = joinSentences(toAboutLines(report, locale), locale);
    return packWorkbook(
      toWorkbookSheets(report, options).map((sheet) => layOutSheet(sheet, frame)),
      { title, ...(description === "" ? {} : { description }) },
    );
  });
}

/** Lays a report out as the sheets of the workbook, in one language. */
export function toWorkbookSheets(report: CoverageReport, options: WorkbookOptions): readonly WorkbookSheet[] {
  const { locale = "en", surface = "library", facilities = [], profiles = [] } = options;
  const { sheets, continuations } = splitSheets([
    indicatorSheet(report, locale),
    ...(profiles.length < 2 ? [] : [profileSheet(profiles, locale)]),
    neighborhoodSheet(report, locale),
    ...groupSheets(report, locale),
    ...measureSheets(report, locale),
    shortfallSheet(report, locale, new Map(facilities.map(({ id, name }) => [id, name]))),
    ...reasonSheets(report, locale),
    sourceSheet(report, locale, surface),
  ]);
  return [aboutSheet(report, { locale, surface, continuations }), chartSheet(report, locale), ...sheets];
}
