import { guardShape } from "../base/guard-call.js";
import { profileTexts } from "../base/texts/renderings/profiles.js";
import type { Locale } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import { type CircleView, hasResult, scaleOf, toAbsence, toScoreText } from "../report/circle-view.js";
import { escapeMarkdown } from "../report/escape-markdown.js";
import { formatShare } from "../report/format-number.js";
import { toTextTable } from "../report/text-table.js";
import type { TextOptions } from "../report/to-text.js";
import { toVisibleText } from "../report/visible-text.js";
import { type CsvColumn, numberCell, type PlainColumn, textCell, toCsvText } from "./csv-table.js";
import { groupReports, type ProfileGroup, type ProfileRow, profileRows } from "./profile-rows.js";
import type { CsvOptions } from "./to-csv.js";
import { column, type WorkbookSheet } from "./workbook-sheet.js";

/**
 * Writes the table circle × profile as plain text: for whom each circle is complete, then scores where the standard has any.
 *
 * @param reports of one city: what `computeCoverages` gave
 * @throws {CoverageError} INVALID_ARGUMENT for what is no list of reports, or an unknown locale
 *
 * @example
 * ```ts
 * import { computeCoverages, elderlyWalking, standardWalking } from "quarterhour";
 * import { toProfilesText } from "quarterhour/tables";
 *
 * const reports = computeCoverages(city, { profiles: [standardWalking, elderlyWalking] });
 * toProfilesText(reports).split("\n")[0]; // → "Circles by who travels"
 * ```
 */
export function toProfilesText(reports: readonly CoverageReport[], options: TextOptions = {}): string {
  return guardShape("toProfilesText", () => {
    const { locale = "en", width = 100 } = options;
    const tables = tablesOf(reports, options, locale);
    const lines = tables.flatMap(({ title, rows }) => [
      "",
      toVisibleText(title),
      "",
      ...toTextTable(
        rows.map((row) => row.map(toVisibleText)),
        { width, rightCount: (rows[0] ?? []).length - 1 },
      ),
    ]);
    return `${[profileTexts(locale)("profiles.title"), ...lines].join("\n")}\n`;
  });
}

/** Writes the same as Markdown. @throws {CoverageError} as {@link toProfilesText} */
export function toProfilesMarkdown(reports: readonly CoverageReport[], options: CsvOptions = {}): string {
  return guardShape("toProfilesMarkdown", () => {
    const { locale = "en" } = options;
    const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(" | ")} |`;
    const tables = tablesOf(reports, options, locale).map(({ title, rows: [header = [], ...rows] }) =>
      [
        `## ${escapeMarkdown(title)}`,
        "",
        line(header),
        `| --- |${" ---: |".repeat(header.length - 1)}`,
        ...rows.map(line),
      ].join("\n"),
    );
    return `${[`# ${profileTexts(locale)("profiles.title")}`, ...tables].join("\n\n")}\n`;
  });
}

/** Writes the rows of `profileRows` as CSV. @throws {CoverageError} as {@link toProfilesText} */
export function toProfilesCsv(reports: readonly CoverageReport[], options: CsvOptions = {}): string {
  return guardShape("toProfilesCsv", () => toCsvText(COLUMNS, profileRows(reports, options)));
}

const DIGITS: Readonly<Partial<Record<keyof ProfileRow, number>>> = { people_share: 6, area_share: 6, score: 4 };
const NAMES: readonly (keyof ProfileRow)[] = [
  ...(["standard_id", "profile_id", "profile", "circle_id", "circle"] as const),
  ...(["people_share", "area_share", "score", "grade"] as const),
];
const COLUMNS: readonly PlainColumn<ProfileRow>[] = NAMES.map((header) => ({
  header,
  cell: (row): ReturnType<CsvColumn<ProfileRow>["cell"]> => {
    const value = row[header];
    if (value === null) return null;
    return typeof value === "number" ? numberCell(value, DIGITS[header] ?? 0) : textCell(value);
  },
}));

/** Lays the table out as a sheet of the workbook: a row for each circle and figure, a column for each profile. */
export function profileSheet(reports: readonly CoverageReport[], locale: Locale): WorkbookSheet {
  const tell = profileTexts(locale);
  const groups = groupReports(reports, { locale });
  const columns = [
    column(tell("profiles.standard"), "text", 24),
    column(tell("report.circle"), "text", 20),
    ...(groups[0]?.profiles ?? []).map(({ label }) => column(label[locale], "share", 16)),
  ];
  const rows = groups.flatMap(({ standard, basis, views }) =>
    views.map((circle) => [
      standard.label[locale],
      circle[0]?.circle.label[locale] ?? "",
      ...circle.map(({ coverage, state }) => (hasResult(state) ? coverage[basis].share : null)),
    ]),
  );
  return { name: tell("profiles.sheet"), columns, rows, frozenColumns: 2 };
}

interface Table {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

function tablesOf(reports: readonly CoverageReport[], options: CsvOptions, locale: Locale): Table[] {
  const tell = profileTexts(locale);
  return groupReports(reports, options).flatMap((group) => {
    const standard = group.standard.label[locale];
    const shares = tell(group.basis === "population" ? "profiles.of" : "profiles.ofArea", { standard });
    const shareOf = ({ coverage, state, digits }: CircleView) =>
      hasResult(state) ? formatShare(coverage[group.basis].share, digits) : toAbsence(state, locale);
    const hasScores = scaleOf(group.standard) !== "share";
    return [
      { title: shares, rows: cellsOf(group, shareOf, locale) },
      ...(hasScores
        ? [
            {
              title: tell("profiles.scores", { standard }),
              rows: cellsOf(group, (view) => toScoreText(view, locale), locale),
            },
          ]
        : []),
    ];
  });
}

function cellsOf({ profiles, views }: ProfileGroup, write: (view: CircleView) => string, locale: Locale): string[][] {
  return [
    [profileTexts(locale)("report.circle"), ...profiles.map(({ label }) => label[locale])],
    ...views.map((circle) => [circle[0]?.circle.label[locale] ?? "", ...circle.map(write)]),
  ];
}
