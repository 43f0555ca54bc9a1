import { guardShape } from "../base/guard-call.js";
import type { REPORT } from "../base/texts/renderings/report.js";
import { type TABLES, tableTexts } from "../base/texts/renderings/tables.js";
import { type Label, toLabel } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import { BASES } from "../model/standard.js";
import { toFactText } from "../report/about-report.js";
import { toBasisText } from "../report/basis-lines.js";
import { assertRendering } from "../report/check-report.js";
import { listAreaProperties } from "./area-properties.js";
import { type ColumnMeaning, isNumeric, unitOf } from "./column-meanings.js";
import { listAreaColumns } from "./csv-columns.js";
import { type PlainColumn, textCell, toCsvText } from "./csv-table.js";
import type { CsvOptions } from "./to-csv.js";
import { LONG_COLUMNS } from "./to-long-csv.js";
import { MEASURE_COLUMNS } from "./to-measures-csv.js";

/** A column of a file, or one of the values that stand in it. */
interface Entry {
  readonly files: string;
  readonly column: string;
  readonly value: string;
  readonly label: Label;
  readonly meaning: ColumnMeaning | null;
  /** What is said where there is no meaning. */
  readonly note?: Label;
}

const NO_LABEL: Label = { zh: "", en: "" };
const HEADERS = [
  "file",
  "column",
  "value",
  "label_zh",
  "label_en",
  "type",
  "unit_zh",
  "unit_en",
  "meaning_zh",
  "meaning_en",
];

/**
 * Writes the data dictionary of a report's tables, as CSV in both languages: every column of `toCsv`, `toLongCsv` and
 * `toGeoJson` (GeoPackage and GeoParquet have the same), its type, unit and meaning; and what the ids of statuses, grades,
 * circles and requirements stand for. What the report says of itself (`about`) ends it: CSV files have no other place.
 *
 * @param options the language that the CSV files were written in: their headers depend on it
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a report, or an unknown locale
 */
export function toDataDictionary(report: CoverageReport, options: CsvOptions = {}): string {
  return guardShape("toDataDictionary", () => {
    assertRendering(report, options);
    const { locale = "en" } = options;
    const { circles, requirements, grades } = report.standard;
    const labels = new Map([...circles, ...requirements].map(({ id, label }) => [id, label]));
    const ofCsv = (files: string, columns: readonly { readonly header: string; readonly meaning: ColumnMeaning }[]) =>
      columns.map(({ header, meaning }): Entry => ({ files, column: header, value: "", label: NO_LABEL, meaning }));
    const value = (column: string, id: string, label: Label): Entry => ({
      files: "",
      column,
      value: id,
      label,
      meaning: null,
    });
    const entries: Entry[] = [
      ...ofCsv("report.csv", listAreaColumns(report, locale)),
      ...ofCsv("report-long.csv", LONG_COLUMNS),
      ...(report.city.measures === undefined ? [] : ofCsv("measures.csv", MEASURE_COLUMNS)),
      ...listAreaProperties(report).map(
        ({ name, meaning, about }): Entry => ({
          files: "report.geojson report.gpkg report.parquet",
          column: name,
          value: "",
          label: labels.get(about ?? "") ?? NO_LABEL,
          meaning,
        }),
      ),
      ...(["covered", "partly", "uncovered", "unreachable", "no-data"] as const).map((status) =>
        value("status", status, inBoth(`report.status.${status}`)),
      ),
      ...(["mandatory", "optional", "label"] as const).map((necessity) =>
        value("necessity", necessity, inBoth(`report.necessity.${necessity}`)),
      ),
      ...BASES.map((basis) => value("basis", basis, inBoth(`report.basis.${basis}`))),
      ...grades.map(({ id, label }) => value("grade", id, label)),
      ...circles.map(({ id, label }) => value("circle", id, label)),
      ...requirements.map((one) => ({
        ...value("requirement", one.id, one.label),
        note: toLabel((locale) => toBasisText(one, locale)),
      })),
      ...Object.keys(report.about ?? {}).map((fact) =>
        value(
          "about",
          fact,
          toLabel((locale) => toFactText(report.about, fact, locale)),
        ),
      ),
    ];
    const cells = (entry: Entry): readonly string[] => {
      const { files, column, value: id, label, meaning } = entry;
      const unit = meaning === null ? NO_LABEL : labelOfUnit(meaning);
      const text = meaning === null ? (entry.note ?? NO_LABEL) : inBoth(`table.column.${meaning}`);
      const type = meaning === null ? "" : isNumeric(meaning) ? "number" : "text";
      return [files, column, id, label.zh, label.en, type, unit.zh, unit.en, text.zh, text.en];
    };
    const columns = HEADERS.map(
      (header, row): PlainColumn<readonly string[]> => ({
        header,
        cell: (line) => textCell(line[row] ?? ""),
      }),
    );
    return toCsvText(columns, entries.map(cells));
  });
}

function labelOfUnit(meaning: ColumnMeaning): Label {
  const unit = unitOf(meaning);
  return unit === "text" || unit === "list" ? NO_LABEL : inBoth(`table.unit.${unit}`);
}

/** The texts that stand in the dictionary: none of them takes values. */
type Entered = Extract<
  keyof typeof REPORT | keyof typeof TABLES,
  `${"report.status" | "report.basis" | "report.necessity" | "table.column" | "table.unit"}.${string}`
>;
function inBoth(id: Entered): Label {
  return toLabel((locale) => tableTexts(locale)(id));
}
