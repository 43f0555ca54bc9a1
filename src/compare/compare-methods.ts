import type { Layer } from "../base/layers.js";
import { comparisonTexts } from "../base/texts/renderings/comparison.js";
import { type Label, toLabel } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import type { StandardSummary } from "../model/standard-summary.js";
import { isDifferent, type MethodChange, type ReportComparison } from "./comparison.js";

/** Lists what differs in how two reports were made; empty if nothing does. */
export function listMethodChanges(before: CoverageReport, after: CoverageReport): MethodChange[] {
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
      before: toJudgedLabel(before),
      after: toJudgedLabel(after),
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

/** Lists the layers of which the two reports used a different number of features. */
export function listInputChanges(before: CoverageReport, after: CoverageReport): ReportComparison["inputChanges"] {
  const usedIn = ({ inputs }: CoverageReport, layer: Layer) => inputs.find((one) => one.layer === layer)?.used ?? 0;
  const layers = new Set([...before.inputs, ...after.inputs].map(({ layer }) => layer));
  return [...layers]
    .map((layer) => ({ layer, before: usedIn(before, layer), after: usedIn(after, layer) }))
    .filter(isDifferent);
}

/** How distances were measured. Speeds are the profile's, and counts of streets the data's: they are told elsewhere. */
function toTravelLabel({ travel }: CoverageReport): Label {
  return toLabel((locale) => {
    const models = travel.map(({ label, parameters: { detourFactor } }) =>
      detourFactor === undefined ? label[locale] : `${label[locale]} × ${detourFactor}`,
    );
    return models.join(comparisonTexts(locale)("report.listSeparator"));
  });
}

function toJudgedLabel({ standard }: CoverageReport): Label {
  return toLabel((locale) => comparisonTexts(locale)(`comparison.judgeBy.${standard.judgeBy}`));
}

function toMeters(meters: number): Label {
  return toLabel((locale) => comparisonTexts(locale)("comparison.spacing", { meters }));
}

/** Reports are JSON with a fixed order of keys. */
function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
