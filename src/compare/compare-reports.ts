import { CoverageError } from "../base/errors.js";
import type { Layer } from "../base/layers.js";
import { say } from "../base/texts/library.js";
import type { Seconds } from "../base/units.js";
import type { Label, Locale } from "../base/words.js";
import type { AreaCoverage, CoverageReport, CoverageStatus, Share, StandardSummary } from "../model/report.js";
import type { GradeId, RequirementId } from "../model/standard.js";
import { assertRendering } from "../report/check-report.js";
import { type Basis, basisOf } from "../report/shortfalls.js";

/** One thing in two reports. */
export interface Change<T> {
  readonly before: T;
  readonly after: T;
}

/** A circle of one area in two reports. */
export interface CircleComparison {
  readonly score: Change<number | null>;
  readonly grade: Change<GradeId | null>;
  /** The share that has every mandatory category, of people or ground (see `basis`). */
  readonly complete: Change<number | null>;
  readonly newlyMissing: readonly RequirementId[];
  readonly noLongerMissing: readonly RequirementId[];
}

/** A requirement of one area in two reports. */
export interface RequirementComparison {
  readonly status: Change<CoverageStatus>;
  /** The share within the threshold, of people or ground (see `basis`). */
  readonly share: Change<number | null>;
  readonly medianSeconds: Change<Seconds | null>;
}

/** One area in two reports. */
export interface AreaComparison {
  readonly population: Change<number | null>;
  readonly circles: Readonly<Record<string, CircleComparison>>;
  readonly requirements: Readonly<Record<string, RequirementComparison>>;
  /** Whether any number above differs. */
  readonly isChanged: boolean;
}

/** What changed in one neighborhood; `id` and `name` are those of the second report. */
export interface NeighborhoodComparison extends AreaComparison {
  readonly id: string;
  readonly name: string | null;
}

/** What differs in how two reports were made. */
export interface MethodChange extends Change<Label> {
  readonly what: "standard" | "judgeBy" | "profile" | "travel" | "originSpacing";
}

/** Two reports, one against the other. Plain data. */
export interface ReportComparison {
  readonly schemaVersion: 1;
  /** What shares are of: people, or ground where one of the reports knows of no people. */
  readonly basis: Basis;
  /** Empty: both were made the same way, so that numbers differ by the data alone. */
  readonly methodChanges: readonly MethodChange[];
  /** Whether one of the two has scores: whether it is by a standard that scores. */
  readonly hasScores: boolean;
  /** Features used, by layer, where the two differ. */
  readonly inputChanges: readonly (Change<number> & { readonly layer: Layer })[];
  /** What both have, in the order of the second, with its labels. */
  readonly circles: readonly { readonly id: string; readonly label: Label }[];
  readonly requirements: readonly { readonly id: string; readonly label: Label; readonly circle: string }[];
  readonly city: AreaComparison;
  /** Those in both, by id, in the order of the second. */
  readonly neighborhoods: readonly NeighborhoodComparison[];
  /** What only one of the two has, by id. */
  readonly onlyBefore: OnlyInOne;
  readonly onlyAfter: OnlyInOne;
}

/** What stands in one of two reports and not in the other: it is not compared. */
export interface OnlyInOne {
  readonly neighborhoods: readonly { readonly id: string; readonly name: string | null }[];
  readonly circles: readonly string[];
  readonly requirements: readonly string[];
}

/**
 * Compares two reports: before and after a plan, two standards, two profiles, two years. What is in both is matched by id.
 *
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a report, or when the two have no circle in common
 *
 * @example
 * ```ts
 * import { compareReports, computeCoverage, elderlyWalking } from "quarterhour";
 *
 * const { city: change, methodChanges } = compareReports(report, computeCoverage(city, { profile: elderlyWalking }));
 * change.circles.convenience?.score.before?.toFixed(1); // → "55.3"
 * change.circles.convenience?.score.after?.toFixed(1); // → "43.3"
 * methodChanges.length > 0; // → true
 * ```
 */
export function compareReports(before: CoverageReport, after: CoverageReport): ReportComparison {
  assertRendering(before, {});
  assertRendering(after, {});
  const circles = common(before.standard.circles, after.standard.circles);
  const requirements = common(before.standard.requirements, after.standard.requirements);
  if (circles.length === 0)
    throw new CoverageError("INVALID_ARGUMENT", say("comparison.noCircle"), {
      path: "after",
      hint: say("comparison.noCircle.hint"),
    });
  const basis = [before, after].every(({ city }) => basisOf(city) === "population") ? "population" : "area";
  const subject = { basis, circles, requirements } as const;
  const old = new Map(before.neighborhoods.map((one) => [one.id, one]));
  const neighborhoods = after.neighborhoods.flatMap((one) => {
    const was = old.get(one.id);
    return was === undefined ? [] : [{ id: one.id, name: one.name, ...compareAreas(was, one, subject) }];
  });
  return {
    schemaVersion: 1,
    basis,
    methodChanges: listMethodChanges(before, after),
    hasScores: [before, after].some(({ standard }) => standard.scoring !== null),
    inputChanges: listInputChanges(before, after),
    circles: circles.map(({ id, label }) => ({ id, label })),
    requirements: requirements.map(({ id, label, circle }) => ({ id, label, circle })),
    city: compareAreas(before.city, after.city, subject),
    neighborhoods,
    onlyBefore: listOthers(before, after),
    onlyAfter: listOthers(after, before),
  };
}

interface Subject {
  readonly basis: Basis;
  readonly circles: StandardSummary["circles"];
  readonly requirements: StandardSummary["requirements"];
}

function compareAreas(before: AreaCoverage, after: AreaCoverage, subject: Subject): AreaComparison {
  const { basis } = subject;
  const circles: Record<string, CircleComparison> = {};
  for (const { id } of subject.circles) {
    const [was, is] = [before.circles[id], after.circles[id]];
    circles[id] = {
      score: { before: was.score, after: is.score },
      grade: { before: was.grade, after: is.grade },
      complete: { before: was[basis].share, after: is[basis].share },
      newlyMissing: is.missing.filter((one) => !was.missing.includes(one)),
      noLongerMissing: was.missing.filter((one) => !is.missing.includes(one)),
    };
  }
  const requirements: Record<string, RequirementComparison> = {};
  for (const { id } of subject.requirements) {
    const [was, is] = [before.requirements[id], after.requirements[id]];
    const shareOf = (share: Share, status: CoverageStatus) => (status === "no-data" ? null : share.share);
    requirements[id] = {
      status: { before: was.status, after: is.status },
      share: { before: shareOf(was[basis], was.status), after: shareOf(is[basis], is.status) },
      medianSeconds: { before: was.seconds?.median ?? null, after: is.seconds?.median ?? null },
    };
  }
  const population = { before: before.population, after: after.population };
  const changes: Change<unknown>[] = [
    population,
    ...Object.values(circles).flatMap(({ score, grade, complete }) => [score, grade, complete]),
    ...Object.values(requirements).flatMap(({ status, share, medianSeconds }) => [status, share, medianSeconds]),
  ];
  return { population, circles, requirements, isChanged: changes.some(isDifferent) };
}

function listMethodChanges(before: CoverageReport, after: CoverageReport): MethodChange[] {
  const rows: readonly (MethodChange & { readonly isSame: boolean })[] = [
    {
      what: "standard",
      before: before.standard.label,
      after: after.standard.label,
      isSame: isEqual(...bothWithoutJudging(before, after)),
    },
    {
      what: "profile",
      before: before.profile.label,
      after: after.profile.label,
      isSame: isEqual({ ...before.profile, source: "" }, { ...after.profile, source: "" }),
    },
    {
      what: "travel",
      before: toTravelLabel(before),
      after: toTravelLabel(after),
      isSame: isEqual(toTravelLabel(before), toTravelLabel(after)),
    },
    {
      what: "judgeBy",
      before: JUDGED_BY[before.standard.judgeBy],
      after: JUDGED_BY[after.standard.judgeBy],
      isSame: before.standard.judgeBy === after.standard.judgeBy,
    },
    {
      what: "originSpacing",
      before: toMeters(before.origins.spacingMeters),
      after: toMeters(after.origins.spacingMeters),
      isSame: before.origins.spacingMeters === after.origins.spacingMeters,
    },
  ];
  return rows
    .filter(({ isSame }) => !isSame)
    .map(({ what, before: was, after: is }) => ({ what, before: was, after: is }));
}

/**
 * What a standard asks for: the same id may stand for two versions of it. What is judged by is told on its own; thresholds that are
 * judged by two things are not compared. Where a threshold is from changes no number.
 */
function bothWithoutJudging({ standard: before }: CoverageReport, { standard: after }: CoverageReport) {
  const isJudgedAlike = before.judgeBy === after.judgeBy;
  const essence = ({
    id,
    circles,
    grades,
    gradeCapWhenMissing,
    scoring,
    missingBelowShare,
    ...rest
  }: StandardSummary) => ({
    ...{ id, grades, gradeCapWhenMissing, scoring, missingBelowShare },
    circles: circles.map((circle) => circle.id),
    requirements: rest.requirements.map(
      ({ id: own, category, circle, necessity, count, reach, threshold, orElse }) => ({
        ...{ own, category, circle, necessity, count },
        ...(isJudgedAlike ? { reach, threshold, orElse } : {}),
      }),
    ),
  });
  return [essence(before), essence(after)] as const;
}

const JUDGED_BY: Readonly<Record<StandardSummary["judgeBy"], Label>> = {
  time: { zh: "按时间", en: "by time" },
  network: { zh: "按距离", en: "by distance" },
  straight: { zh: "按直线距离", en: "by straight lines" },
};

function listInputChanges(before: CoverageReport, after: CoverageReport): ReportComparison["inputChanges"] {
  const usedIn = ({ inputs }: CoverageReport, layer: Layer) => inputs.find((one) => one.layer === layer)?.used ?? 0;
  const layers = new Set([...before.inputs, ...after.inputs].map(({ layer }) => layer));
  return [...layers]
    .map((layer) => ({ layer, before: usedIn(before, layer), after: usedIn(after, layer) }))
    .filter(isDifferent);
}

function listOthers(report: CoverageReport, other: CoverageReport): OnlyInOne {
  return {
    neighborhoods: without(report.neighborhoods, other.neighborhoods).map(({ id, name }) => ({ id, name })),
    circles: without(report.standard.circles, other.standard.circles).map(({ id }) => id),
    requirements: without(report.standard.requirements, other.standard.requirements).map(({ id }) => id),
  };
}

interface WithId {
  readonly id: string;
}

/** Those of the second list that the first has, too. */
function common<T extends WithId>(before: readonly WithId[], after: readonly T[]): T[] {
  const known = new Set(before.map(({ id }) => id));
  return after.filter(({ id }) => known.has(id));
}

function without<T extends WithId>(rows: readonly T[], others: readonly WithId[]): T[] {
  const known = new Set(others.map(({ id }) => id));
  return rows.filter(({ id }) => !known.has(id));
}

/** How distances were measured. Speeds are the profile's, and counts of streets the data's: they are told elsewhere. */
function toTravelLabel({ travel }: CoverageReport): Label {
  const list = (locale: Locale) =>
    travel.map(({ label, parameters: { detourFactor } }) =>
      detourFactor === undefined ? label[locale] : `${label[locale]} × ${detourFactor}`,
    );
  return { zh: list("zh").join("、"), en: list("en").join(", ") };
}

function toMeters(meters: number): Label {
  return { zh: `${meters} 米`, en: `${meters} m` };
}

function isDifferent({ before, after }: Change<unknown>): boolean {
  return before !== after;
}

/** Reports are JSON with a fixed order of keys. */
function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
