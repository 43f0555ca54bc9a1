import { guardShape } from "../base/guard-call.js";
import { reportTexts } from "../base/texts/renderings/report.js";
import type { Locale } from "../base/words.js";
import type { AreaCoverage, CoverageReport, RequirementCoverage, RequirementSummary } from "../model/report.js";
import { basisOfThreshold } from "../report/basis-lines.js";
import { assertRendering } from "../report/check-report.js";
import { requirementColumns } from "./csv-columns.js";
import { type CsvColumn, csvLines, numberCell, textCell, toCsvText } from "./csv-table.js";
import type { CsvOptions } from "./to-csv.js";

/** A row of the long table: one requirement in one area. */
export interface LongRow {
  readonly id: string;
  readonly name: string;
  readonly area: AreaCoverage;
  readonly requirement: RequirementSummary;
  readonly found: RequirementCoverage;
}

/**
 * Writes a report as a long CSV table: one row for each requirement of the city and of each neighborhood, for pivot tables,
 * R and pandas. Units, unknown numbers and formulas are as in `toCsv`.
 *
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a report, or an unknown locale
 */
export function toLongCsv(report: CoverageReport, options: CsvOptions = {}): string {
  return guardShape("toLongCsv", () => {
    assertRendering(report, options);
    const { locale = "en" } = options;
    return toCsvText(listLongColumns(report, locale), longRows(report, locale));
  });
}

/** Writes the same line by line, for tables that are longer than a text can be. */
export function toLongCsvLines(report: CoverageReport, locale: Locale): Iterable<string> {
  return csvLines(listLongColumns(report, locale), longRows(report, locale));
}

function* longRows(report: CoverageReport, locale: Locale): Generator<LongRow> {
  const areas: readonly (readonly [area: AreaCoverage, id: string, name: string])[] = [
    [report.city, "", reportTexts(locale)("report.city")],
    ...report.neighborhoods.map((area) => [area, area.id, area.name ?? ""] as const),
  ];
  for (const [area, id, name] of areas)
    for (const requirement of report.standard.requirements)
      yield { id, name, area, requirement, found: area.requirements[requirement.id] };
}

/** Lists the columns of the long table. */
export function listLongColumns({ standard }: CoverageReport, locale: Locale): CsvColumn<LongRow>[] {
  const tell = reportTexts(locale);
  const circles = new Map(standard.circles.map(({ id, label }) => [id, label[locale]]));
  const people = (pick: (found: RequirementCoverage) => number | null) => (row: LongRow) =>
    numberCell(row.area.population === null ? null : pick(row.found), 3);
  return [
    { header: tell("report.id"), meaning: "id", cell: ({ id }) => textCell(id) },
    { header: tell("report.name"), meaning: "name", cell: ({ name }) => textCell(name) },
    {
      header: `${tell("report.circle")} ${tell("report.id")}`,
      meaning: "circleId",
      cell: ({ requirement }) => textCell(requirement.circle),
    },
    {
      header: tell("report.circle"),
      meaning: "circle",
      cell: ({ requirement }) => textCell(circles.get(requirement.circle) ?? requirement.circle),
    },
    {
      header: `${tell("report.requirement")} ${tell("report.id")}`,
      meaning: "requirementId",
      cell: ({ requirement }) => textCell(requirement.id),
    },
    {
      header: tell("report.requirement"),
      meaning: "requirement",
      cell: ({ requirement }) => textCell(requirement.label[locale]),
    },
    {
      header: tell("report.necessityName"),
      meaning: "necessity",
      cell: ({ requirement }) => textCell(tell(`report.necessity.${requirement.necessity}`)),
    },
    { header: tell("report.reach"), meaning: "reach", cell: ({ requirement }) => textCell(requirement.reach) },
    {
      header: `${tell("report.threshold")} (${tell("report.minutes")})`,
      meaning: "thresholdMinutes",
      cell: ({ requirement: { threshold, unit } }) => numberCell(unit === "seconds" ? threshold / 60 : null, 4),
    },
    {
      header: `${tell("report.threshold")} (${tell("report.meters")})`,
      meaning: "thresholdMeters",
      cell: ({ requirement: { threshold, unit } }) => numberCell(unit === "meters" ? threshold : null, 4),
    },
    {
      header: tell("report.neededCount"),
      meaning: "neededCount",
      cell: ({ requirement }) => numberCell(requirement.count, 0),
    },
    {
      header: tell("report.basis"),
      meaning: "basis",
      cell: ({ requirement }) => textCell(tell(`report.basis.${basisOfThreshold(requirement)}`)),
    },
    ...requirementColumns(locale).map(({ header, meaning, cell }) => ({
      header,
      meaning,
      cell: ({ found }: LongRow) => cell(found),
    })),
    {
      header: `${tell("report.population")} (${tell("report.status.covered")})`,
      meaning: "coveredPeople",
      cell: people(({ status, population }) => (status === "no-data" ? null : population.covered)),
    },
    {
      header: `${tell("report.population")} (${tell("report.status.uncovered")})`,
      meaning: "uncoveredPeople",
      cell: people(({ status, population: { total, unknown, covered } }) =>
        status === "no-data" ? null : total - unknown - covered,
      ),
    },
    {
      header: `${tell("report.population")} (${tell("report.unknown")})`,
      meaning: "unknownPeople",
      cell: people(({ population }) => population.unknown),
    },
  ];
}
