import type { OriginMeasures } from "../assess/measure-origins.js";
import type { Surface } from "../base/texts/surfaces.js";
import type { MapCity } from "../maps/map-city.js";
import { toMapSvg } from "../maps/to-map-svg.js";
import type { CoverageReport } from "../model/report.js";
import { type HtmlOptions, toHtml } from "../page/to-html.js";
import { toMarkdown } from "../report/to-markdown.js";
import { toText } from "../report/to-text.js";
import { toProfilesCsv, toProfilesMarkdown } from "../tables/profile-table.js";
import { toCsvLines } from "../tables/to-csv.js";
import { toCsvt } from "../tables/to-csvt.js";
import { toDataDictionary } from "../tables/to-data-dictionary.js";
import { toGeoJson } from "../tables/to-geojson.js";
import type { drawIsochrones } from "../tables/to-geopackage.js";
import type { MeasureRaster } from "../tables/to-geotiff.js";
import { toLongCsvLines } from "../tables/to-long-csv.js";
import { toMeasuresCsv } from "../tables/to-measures-csv.js";
import { toXlsx } from "../tables/to-xlsx.js";
import { inBothLanguages } from "./in-both-languages.js";
import { compactJson, indentedJson } from "./json-pieces.js";
import type { FileContent } from "./output-folder.js";

/** What a file is made from. */
export interface OutputSubject {
  readonly report: CoverageReport;
  readonly city: MapCity;
  readonly options: HtmlOptions;
  /** The report and those of other profiles, where there are several: tables set them side by side. */
  readonly profiles?: readonly CoverageReport[];
}

/** The same, with what several files show: it is drawn when the first of them asks. */
export interface RenderedSubject extends OutputSubject {
  readonly isochrones: () => ReturnType<typeof drawIsochrones>;
  readonly origins: () => OriginMeasures;
  readonly raster: () => Promise<MeasureRaster>;
}

/** Renders one file; `null` = there is nothing to write. */
export type RenderFile = (subject: RenderedSubject) => Content | Promise<Content>;
type Content = FileContent | null;

/** Every file that is written for a report without any package of its own, and how. */
export const OUTPUT_FILES: Readonly<Record<string, RenderFile>> = {
  "report.json": ({ report, options: { surface } }) => jsonLines(report, surface),
  "report.geojson": ({ report, city }) => toLine(toGeoJson(report, city.neighborhoods)),
  "report.csv": ({ report, options: { locale = "en" } }) => toCsvLines(report, locale),
  "report.csvt": ({ report }) => toCsvt(report),
  "report-long.csv": ({ report, options: { locale = "en" } }) => toLongCsvLines(report, locale),
  "data-dictionary.csv": ({ report, options: { locale = "en" } }) => toDataDictionary(report, { locale }),
  "report.md": ({ report, options: { locale = "en", surface = "library" } }) => toMarkdown(report, { locale, surface }),
  "report.txt": ({ report, options: { locale = "en", surface = "library" } }) => toText(report, { locale, surface }),
  "report.html": ({ report, city, options }) => toHtml(report, city, options),
  "report.xlsx": ({
    report,
    profiles = [],
    city: { facilities = [] },
    options: { locale = "en", surface = "library" },
  }) => toXlsx(report, { locale, surface, facilities, profiles }),
  "profiles.csv": ({ profiles = [], options: { locale = "en" } }) =>
    profiles.length < 2 ? null : toProfilesCsv(profiles, { locale }),
  "profiles.md": ({ profiles = [], options: { locale = "en" } }) =>
    profiles.length < 2 ? null : toProfilesMarkdown(profiles, { locale }),
  "measures.csv": ({ report, options: { locale = "en" } }) =>
    report.city.measures === undefined ? null : toMeasuresCsv(report, { locale }),
  "map.svg": ({ report, city, options: { locale = "en" } }) => toMapSvg(report, city, { locale }),
};

/** Writes a report as JSON, indented, in pieces, with a line end. Its diagnostics are told in Chinese, too: under `zh`. */
export function* jsonLines(report: CoverageReport, surface: Surface = "library"): Generator<string> {
  yield* indentedJson(inBothLanguages(report, surface));
  yield "\n";
}

/** Draws the isochrones of every neighborhood: it takes longer than all other files together, and is done if it is asked for. */
export const renderIsochrones: RenderFile = ({ isochrones }) => {
  const drawn = isochrones();
  return drawn === null ? null : toLine(drawn);
};

/** Writes a value as JSON in one line, in pieces. */
export function* toLine(value: object): Generator<string> {
  yield* compactJson(value);
  yield "\n";
}
