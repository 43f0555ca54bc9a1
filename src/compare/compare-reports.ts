import { CoverageError } from "../base/errors.js";
import { guardShape } from "../base/guard-call.js";
import { showing } from "../base/showing.js";
import { say } from "../base/texts/library.js";
import type { AreaCoverage, CoverageReport, CoverageStatus, Share } from "../model/report.js";
import type { StandardSummary } from "../model/standard-summary.js";
import { assertRendering } from "../report/check-report.js";
import { type Basis, basisOf, judgedShare } from "../report/shortfalls.js";
import { listInputChanges, listMethodChanges } from "./compare-methods.js";
import {
  type AreaComparison,
  type Change,
  type CircleComparison,
  isDifferent,
  type OnlyInOne,
  type ReportComparison,
  type RequirementComparison,
} from "./comparison.js";

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
 * change.circles.convenience?.score.before?.toFixed(1); // → "53.6"
 * change.circles.convenience?.score.after?.toFixed(1); // → "41.4"
 * methodChanges.length > 0; // → true
 * ```
 */
export function compareReports(before: CoverageReport, after: CoverageReport): ReportComparison {
  return guardShape("compareReports", () => {
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
    const comparison: ReportComparison = {
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
    return showing(comparison, "comparison");
  });
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
      share: {
        before: shareOf(judgedShare(was, basis), was.status),
        after: shareOf(judgedShare(is, basis), is.status),
      },
      medianSeconds: { before: was.seconds?.median ?? null, after: is.seconds?.median ?? null },
    };
  }
  const services = { before: before.services.value, after: after.services.value };
  const servicesOf = { before: before.services.of, after: after.services.of };
  const population = { before: before.population, after: after.population };
  const [was, is] = [before.uncertainty[basis], after.uncertainty[basis]];
  const uncertainty = was === null || is === null ? null : Math.max(was, is);
  const changes: Change<unknown>[] = [
    population,
    services,
    servicesOf,
    ...Object.values(circles).flatMap(({ score, grade, complete }) => [score, grade, complete]),
    ...Object.values(requirements).flatMap(({ status, share, medianSeconds }) => [status, share, medianSeconds]),
  ];
  return { population, uncertainty, services, servicesOf, circles, requirements, isChanged: changes.some(isDifferent) };
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
