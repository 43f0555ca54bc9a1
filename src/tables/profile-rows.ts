import { invalid } from "../base/check-argument.js";
import { guardShape } from "../base/guard-call.js";
import { showing } from "../base/showing.js";
import { say } from "../base/texts/renderings.js";
import type { Locale } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import type { CircleId } from "../model/standard.js";
import { assertRendering } from "../report/check-report.js";
import { type CircleView, hasResult, viewCircles } from "../report/circle-view.js";
import { type Basis, basisOf } from "../report/shortfalls.js";
import type { CsvOptions } from "./to-csv.js";

/** One row of the table circle × profile: a circle of a standard for one profile, in the whole city. `null` = nothing is known. */
export interface ProfileRow {
  readonly standard_id: string;
  readonly profile_id: string;
  readonly profile: string;
  readonly circle_id: CircleId;
  readonly circle: string;
  /** For so much of the people is it complete, 0–1. */
  readonly people_share: number | null;
  /** For so much of the ground. */
  readonly area_share: number | null;
  /** 0–100; `null` too where the standard has no scores. */
  readonly score: number | null;
  readonly grade: string | null;
}

/**
 * Lists what several profiles have of every circle, as tidy rows; all profiles of the first circle, then those of the second.
 *
 * @param reports of one city: what `computeCoverages` gave
 * @throws {CoverageError} INVALID_ARGUMENT for what is no list of reports, or an unknown locale
 */
export function profileRows(reports: readonly CoverageReport[], options: CsvOptions = {}): readonly ProfileRow[] {
  return guardShape("profileRows", () => {
    const { locale = "en" } = options;
    const rows = groupReports(reports, options).flatMap(({ views, standard, profiles }) =>
      views.flatMap((circle) =>
        circle.map((view, column) => toRow(standard, profiles[column] as CoverageReport["profile"], view, locale)),
      ),
    );
    return showing(rows, "rows");
  });
}

function toRow(
  { id }: CoverageReport["standard"],
  profile: CoverageReport["profile"],
  { circle, coverage, state, grade }: CircleView,
  locale: Locale,
): ProfileRow {
  const isKnown = hasResult(state);
  return {
    ...{ standard_id: id, profile_id: profile.id, profile: profile.label[locale] },
    ...{ circle_id: circle.id, circle: circle.label[locale] },
    people_share: isKnown ? coverage.population.share : null,
    area_share: isKnown ? coverage.area.share : null,
    score: isKnown ? coverage.score : null,
    grade: isKnown ? (grade?.label[locale] ?? null) : null,
  };
}

/** The reports of one standard, each of another profile. */
export interface ProfileGroup {
  readonly standard: CoverageReport["standard"];
  readonly profiles: readonly CoverageReport["profile"][];
  /** Whether shares are of people or of ground: one for all, so that columns can be compared. */
  readonly basis: Basis;
  /** By circle, then by profile. */
  readonly views: readonly (readonly CircleView[])[];
}

/** Puts the reports of each standard together. @throws {CoverageError} INVALID_ARGUMENT */
export function groupReports(reports: readonly CoverageReport[], options: CsvOptions): ProfileGroup[] {
  if (!Array.isArray(reports) || reports.length === 0) throw invalid("reports", reports, say("expected.list"));
  for (const report of reports) assertRendering(report, options);
  const groups = new Map<string, CoverageReport[]>();
  for (const report of reports) groups.set(report.standard.id, [...(groups.get(report.standard.id) ?? []), report]);
  return [...groups.values()].map((own) => {
    const [{ standard, city }] = own as [CoverageReport, ...CoverageReport[]];
    const columns = own.map((report) => viewCircles(report, report.city));
    return {
      standard,
      profiles: own.map(({ profile }) => profile),
      basis: basisOf(city),
      views: standard.circles.map((_, row) => columns.map((views) => views[row] as CircleView)),
    };
  });
}
