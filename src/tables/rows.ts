import { guardShape } from "../base/guard-call.js";
import { showing } from "../base/showing.js";
import { reportTexts } from "../base/texts/renderings/report.js";
import type { Meters, Seconds } from "../base/units.js";
import type { Locale } from "../base/words.js";
import type { AreaCoverage, CoverageReport, CoverageStatus, Share } from "../model/report.js";
import type { Basis, CircleId, Denominator, Necessity, RequirementId } from "../model/standard.js";
import type { RequirementSummary } from "../model/standard-summary.js";
import { basisOfThreshold } from "../report/basis-lines.js";
import { assertRendering } from "../report/check-report.js";
import { toDecimals } from "../report/format-number.js";
import { basisOf, judgedShare } from "../report/shortfalls.js";
import type { ColumnMeaning } from "./column-meanings.js";
import type { CsvOptions } from "./to-csv.js";

type Minutes = number;

/**
 * One row of the tidy table: one requirement in one area. `null` = nothing is known, or it does not apply.
 *
 * Columns have the same names in every language; ids stand as they are, and only `area_name` (of the city), `circle` and
 * `requirement` are told in a language.
 */
export interface Row {
  /** `""` = the whole city. */
  readonly area_id: string;
  readonly area_name: string;
  readonly circle_id: CircleId;
  readonly circle: string;
  readonly requirement_id: RequirementId;
  readonly requirement: string;
  readonly necessity: Necessity;
  /** What was measured. */
  readonly reach: RequirementSummary["reach"];
  readonly threshold_minutes: Minutes | null;
  readonly threshold_meters: Meters | null;
  readonly needed_count: number;
  /** What the threshold rests on. */
  readonly basis: Basis;
  /** The id of a group of people; `""` = everybody. Of groups only their people are told. */
  readonly group: string;
  readonly status: CoverageStatus;
  /** 0–1, of the people about whom something is known. */
  readonly people_share: number | null;
  /** 0–1, of the ground. */
  readonly area_share: number | null;
  /** 0–1, of what decides: of the people or the ground, or of what the standard says (`denominator`). */
  readonly judged_share: number | null;
  readonly denominator: Denominator;
  readonly median_minutes: Minutes | null;
  readonly p90_minutes: Minutes | null;
  readonly worst_minutes: Minutes | null;
  readonly nearest_id: string | null;
  readonly nearest_meters: Meters | null;
  /** Facilities within the threshold, of the median person. */
  readonly within_count: number | null;
  readonly covered_people: number | null;
  readonly uncovered_people: number | null;
  readonly unknown_people: number | null;
}

/** The columns, in order: what each means, and to how many decimals it is rounded; `null` = a text. */
export const ROW_COLUMNS: Readonly<
  Record<keyof Row, { readonly meaning: ColumnMeaning; readonly digits: number | null }>
> = {
  area_id: { meaning: "id", digits: null },
  area_name: { meaning: "name", digits: null },
  circle_id: { meaning: "circleId", digits: null },
  circle: { meaning: "circle", digits: null },
  requirement_id: { meaning: "requirementId", digits: null },
  requirement: { meaning: "requirement", digits: null },
  necessity: { meaning: "necessity", digits: null },
  reach: { meaning: "reach", digits: null },
  threshold_minutes: { meaning: "thresholdMinutes", digits: 4 },
  threshold_meters: { meaning: "thresholdMeters", digits: 4 },
  needed_count: { meaning: "neededCount", digits: 0 },
  basis: { meaning: "basis", digits: null },
  group: { meaning: "group", digits: null },
  status: { meaning: "status", digits: null },
  people_share: { meaning: "peopleShare", digits: 6 },
  area_share: { meaning: "areaShare", digits: 6 },
  judged_share: { meaning: "judgedShare", digits: 6 },
  denominator: { meaning: "denominator", digits: null },
  median_minutes: { meaning: "median", digits: 2 },
  p90_minutes: { meaning: "p90", digits: 2 },
  worst_minutes: { meaning: "worst", digits: 2 },
  nearest_id: { meaning: "nearestId", digits: null },
  nearest_meters: { meaning: "nearestMeters", digits: 1 },
  within_count: { meaning: "within", digits: 2 },
  covered_people: { meaning: "coveredPeople", digits: 3 },
  uncovered_people: { meaning: "uncoveredPeople", digits: 3 },
  unknown_people: { meaning: "unknownPeople", digits: 3 },
};

/**
 * Gives a report as tidy rows, one for each requirement of the city and of each neighborhood, for notebooks, data frames and pivot tables. The
 * same columns and values as `toLongCsv` and `toLongParquet` write.
 *
 * @param options the language of names; by default English
 * @returns the city first, then the neighborhoods in the order of the report; requirements in that of the standard
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a report, or an unknown locale
 */
export function rows(report: CoverageReport, options: CsvOptions = {}): Row[] {
  return guardShape("rows", () => {
    assertRendering(report, options);
    return showing([...eachRow(report, options.locale ?? "en")], "rows");
  });
}

/** Gives the rows one by one. */
export function* eachRow(report: CoverageReport, locale: Locale): Generator<Row> {
  const { requirements, circles } = report.standard;
  const circleNames = new Map(circles.map(({ id, label }) => [id, label[locale]]));
  const city = { id: "", name: reportTexts(locale)("report.city") };
  const labels = requirements.map((requirement) => ({
    requirement: requirement.label[locale],
    circle: circleNames.get(requirement.circle) ?? requirement.circle,
  }));
  for (const [i, requirement] of requirements.entries())
    yield* toRows(report.city, city, requirement, labels[i] as RowLabels);
  for (const area of report.neighborhoods)
    for (const [i, requirement] of requirements.entries())
      yield* toRows(area, { id: area.id, name: area.name ?? "" }, requirement, labels[i] as RowLabels);
}

type RowLabels = Pick<Row, "circle" | "requirement">;

/** Gives the row of everybody, then one for each group of people. */
function* toRows(
  area: AreaCoverage,
  named: { readonly id: string; readonly name: string },
  requirement: RequirementSummary,
  labels: RowLabels,
): Generator<Row> {
  const row = toRow(area, named, requirement, labels);
  yield row;
  const { groups = {}, status } = area.requirements[requirement.id];
  for (const [group, share] of Object.entries(groups))
    yield rounded({
      ...row,
      ...NOT_OF_GROUPS,
      group,
      ...peopleCells(status === "no-data" ? null : share),
      unknown_people: share?.unknown ?? null,
    });
}

const NOT_OF_GROUPS = {
  ...{ area_share: null, judged_share: null, within_count: null },
  ...{ median_minutes: null, p90_minutes: null, worst_minutes: null, nearest_id: null, nearest_meters: null },
};

/** @param share `null`: nothing is told of these people */
function peopleCells(share: Share | null): Pick<Row, "people_share" | "covered_people" | "uncovered_people"> {
  if (share === null) return { people_share: null, covered_people: null, uncovered_people: null };
  const { covered, total, unknown } = share;
  return { people_share: share.share, covered_people: covered, uncovered_people: total - unknown - covered };
}

function toRow(
  area: AreaCoverage,
  { id, name }: { readonly id: string; readonly name: string },
  requirement: RequirementSummary,
  labels: RowLabels,
): Row {
  const found = area.requirements[requirement.id];
  const { status, population, nearest, seconds, within } = found;
  const { threshold, unit, count, necessity, reach } = requirement;
  const hasPeople = area.population !== null;
  const isJudged = hasPeople && status !== "no-data";
  return rounded({
    area_id: id,
    area_name: name,
    circle_id: requirement.circle,
    circle: labels.circle,
    requirement_id: requirement.id,
    requirement: labels.requirement,
    necessity,
    reach,
    threshold_minutes: unit === "seconds" ? threshold / 60 : null,
    threshold_meters: unit === "meters" ? threshold : null,
    needed_count: count,
    basis: basisOfThreshold(requirement),
    group: "",
    status,
    area_share: found.area.share,
    judged_share: status === "no-data" ? null : judgedShare(found, basisOf(area)).share,
    denominator: requirement.denominator ?? "people",
    median_minutes: toMinutes(seconds?.median),
    p90_minutes: toMinutes(seconds?.p90),
    worst_minutes: toMinutes(seconds?.worst),
    nearest_id: nearest?.facilityId ?? null,
    nearest_meters: nearest?.meters ?? null,
    within_count: within?.median ?? null,
    ...peopleCells(isJudged ? population : null),
    people_share: population.share,
    unknown_people: hasPeople ? population.unknown : null,
  });
}

function toMinutes(seconds: Seconds | null | undefined): Minutes | null {
  return seconds == null ? null : seconds / 60;
}

/** Rounds every number to what it is written with: a data frame of these rows equals that of the file. */
function rounded(row: Row): Row {
  const entries = Object.entries(ROW_COLUMNS).map(([name, { digits }]) => {
    const value = row[name as keyof Row];
    return [name, digits === null || value === null ? value : Number(toDecimals(value as number, digits))];
  });
  return Object.fromEntries(entries) as Row;
}
