import type { Locale } from "../base/words.js";
import type {
  AreaCoverage,
  CoverageReport,
  NeighborhoodCoverage,
  RequirementCoverage,
  RequirementSummary,
} from "../model/report.js";
import { BASIS_TEXTS, basisOfThreshold } from "../report/basis-texts.js";
import { assertRendering } from "../report/check-report.js";
import { REPORT_TEXTS } from "../report/report-texts.js";
import { toThresholdText } from "../report/sentences.js";
import { MEANINGS } from "./column-meanings.js";
import { requirementColumns } from "./csv-columns.js";
import { type CsvColumn, numberCell, textCell, toCsvText } from "./csv-table.js";
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
  assertRendering(report, options);
  const { locale = "en" } = options;
  const rowsOf = (area: AreaCoverage, id: string, name: string): LongRow[] =>
    report.standard.requirements.map((requirement) => {
      const found = area.requirements[requirement.id];
      return { id, name, area, requirement, found };
    });
  const rows = [
    ...rowsOf(report.city, "", REPORT_TEXTS[locale].city),
    ...report.neighborhoods.flatMap((area: NeighborhoodCoverage) => rowsOf(area, area.id, area.name ?? "")),
  ];
  return toCsvText(listLongColumns(report, locale), rows);
}

/** Lists the columns of the long table. */
export function listLongColumns({ standard }: CoverageReport, locale: Locale): CsvColumn<LongRow>[] {
  const texts = REPORT_TEXTS[locale];
  const circles = new Map(standard.circles.map(({ id, label }) => [id, label[locale]]));
  const people = (pick: (found: RequirementCoverage) => number | null) => (row: LongRow) =>
    numberCell(row.area.population === null ? null : pick(row.found), 3);
  return [
    { header: texts.id, meaning: MEANINGS.id, cell: ({ id }) => textCell(id) },
    { header: texts.name, meaning: MEANINGS.name, cell: ({ name }) => textCell(name) },
    {
      header: `${texts.circle} ${texts.id}`,
      meaning: MEANINGS.circleId,
      cell: ({ requirement }) => textCell(requirement.circle),
    },
    {
      header: texts.circle,
      meaning: MEANINGS.circle,
      cell: ({ requirement }) => textCell(circles.get(requirement.circle) ?? requirement.circle),
    },
    {
      header: `${texts.requirement} ${texts.id}`,
      meaning: MEANINGS.requirementId,
      cell: ({ requirement }) => textCell(requirement.id),
    },
    {
      header: texts.requirement,
      meaning: MEANINGS.requirement,
      cell: ({ requirement }) => textCell(requirement.label[locale]),
    },
    {
      header: texts.necessityName,
      meaning: MEANINGS.necessity,
      cell: ({ requirement }) => textCell(texts.necessity[requirement.necessity]),
    },
    {
      header: texts.threshold,
      meaning: MEANINGS.threshold,
      cell: ({ requirement }) => textCell(toThresholdText(requirement, locale)),
    },
    {
      header: BASIS_TEXTS[locale].name,
      meaning: MEANINGS.basis,
      cell: ({ requirement }) => textCell(BASIS_TEXTS[locale].bases[basisOfThreshold(requirement)]),
    },
    ...requirementColumns(locale).map(({ header, meaning, cell }) => ({
      header,
      meaning,
      cell: ({ found }: LongRow) => cell(found),
    })),
    {
      header: `${texts.population} (${texts.status.covered})`,
      meaning: MEANINGS.coveredPeople,
      cell: people(({ status, population }) => (status === "no-data" ? null : population.covered)),
    },
    {
      header: `${texts.population} (${texts.status.uncovered})`,
      meaning: MEANINGS.uncoveredPeople,
      cell: people(({ status, population: { total, unknown, covered } }) =>
        status === "no-data" ? null : total - unknown - covered,
      ),
    },
    {
      header: `${texts.population} (${texts.unknown})`,
      meaning: MEANINGS.unknownPeople,
      cell: people(({ population }) => population.unknown),
    },
  ];
}
