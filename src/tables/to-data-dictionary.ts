import type { Label } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import { BASES } from "../model/standard.js";
import { BASIS_TEXTS } from "../report/basis-texts.js";
import { assertRendering } from "../report/check-report.js";
import { REPORT_TEXTS } from "../report/report-texts.js";
import { listAreaProperties } from "./area-properties.js";
import { type ColumnMeaning, type ColumnUnit, isNumeric } from "./column-meanings.js";
import { listAreaColumns } from "./csv-columns.js";
import { type CsvColumn, textCell, toCsvText } from "./csv-table.js";
import type { CsvOptions } from "./to-csv.js";
import { listLongColumns } from "./to-long-csv.js";

/** A column of a file, or one of the values that stand in it. */
interface Entry {
  readonly files: string;
  readonly column: string;
  readonly value: string;
  readonly label: Label;
  readonly meaning: ColumnMeaning | null;
}

const NO_LABEL: Label = { zh: "", en: "" };
const UNITS: Readonly<Record<ColumnUnit, Label>> = {
  text: NO_LABEL,
  list: NO_LABEL,
  people: { zh: "人", en: "people" },
  squareMeters: { zh: "平方米", en: "square meters" },
  share: { zh: "比例，0–1", en: "share, 0 to 1" },
  score: { zh: "分，0–100", en: "score, 0 to 100" },
  minutes: { zh: "分钟", en: "minutes" },
  seconds: { zh: "秒", en: "seconds" },
  meters: { zh: "米", en: "meters" },
  count: { zh: "个", en: "count" },
};
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
 * circles and requirements stand for.
 *
 * @param options the language that the CSV files were written in: their headers depend on it
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a report, or an unknown locale
 */
export function toDataDictionary(report: CoverageReport, options: CsvOptions = {}): string {
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
  const both = (pick: (locale: "zh" | "en") => string): Label => ({ zh: pick("zh"), en: pick("en") });
  const entries: Entry[] = [
    ...ofCsv("report.csv", listAreaColumns(report, locale)),
    ...ofCsv("report-long.csv", listLongColumns(report, locale)),
    ...listAreaProperties(report.standard).map(
      ({ name, meaning, about }): Entry => ({
        files: "report.geojson report.gpkg report.parquet",
        column: name,
        value: "",
        label: labels.get(about ?? "") ?? NO_LABEL,
        meaning,
      }),
    ),
    ...(["covered", "partly", "uncovered", "unreachable", "no-data"] as const).map((status) =>
      value(
        "status",
        status,
        both((one) => REPORT_TEXTS[one].status[status]),
      ),
    ),
    ...(["mandatory", "optional", "label"] as const).map((necessity) =>
      value(
        "necessity",
        necessity,
        both((one) => REPORT_TEXTS[one].necessity[necessity]),
      ),
    ),
    ...BASES.map((basis) =>
      value(
        "basis",
        basis,
        both((one) => BASIS_TEXTS[one].bases[basis]),
      ),
    ),
    ...grades.map(({ id, label }) => value("grade", id, label)),
    ...circles.map(({ id, label }) => value("circle", id, label)),
    ...requirements.map(({ id, label }) => value("requirement", id, label)),
  ];
  const cells = (entry: Entry): readonly string[] => {
    const { files, column, value: id, label, meaning } = entry;
    const unit = meaning === null ? NO_LABEL : UNITS[meaning.unit];
    const text = meaning?.text ?? NO_LABEL;
    const type = meaning === null ? "" : isNumeric(meaning) ? "number" : "text";
    return [files, column, id, label.zh, label.en, type, unit.zh, unit.en, text.zh, text.en];
  };
  const columns = HEADERS.map(
    (header, row): CsvColumn<readonly string[]> => ({
      header,
      meaning: { unit: "text", text: NO_LABEL },
      cell: (line) => textCell(line[row] ?? ""),
    }),
  );
  return toCsvText(columns, entries.map(cells));
}
