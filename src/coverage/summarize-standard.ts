import type { Label } from "../base/words.js";
import type { CategoryId } from "../model/facts.js";
import type { StandardSummary } from "../model/report.js";
import type { Standard } from "../model/standard.js";
import type { CostUnit } from "../model/travel.js";
import type { Plan } from "./plan.js";

/** Tells in the report what was asked: only the fields of the type, since a caller's objects may hold more than JSON. */
export function summarizeStandard(
  standard: Standard,
  requirements: Plan["requirements"],
  facilityCounts: Readonly<Record<CategoryId, number>>,
): StandardSummary {
  const { id, label, source, judgeBy, circles, grades, categories, weights } = standard;
  const categoryOf = new Map(categories.map((category) => [category.id, category]));
  const isAlone = (category: string) =>
    standard.requirements.filter((other) => other.category === category).length === 1;
  const labelOf = (category: string) => categoryOf.get(category)?.label ?? { zh: category, en: category };
  return {
    id,
    label,
    source,
    judgeBy,
    circles: circles.map(({ id, label, source }) => ({ id, label, source })),
    grades: grades.map(({ id, label, minScore }) => ({ id, label, minScore })),
    gradeCapWhenMissing: standard.gradeCapWhenMissing,
    weights: { mandatory: weights.mandatory, optional: weights.optional, label: weights.label },
    missingBelowShare: standard.missingBelowShare,
    requirements: requirements.map(({ requirement, threshold, unit, cutoff, alternatives, ways }) => {
      const category = categoryOf.get(requirement.category);
      return {
        id: requirement.id,
        category: requirement.category,
        label: isAlone(requirement.category)
          ? labelOf(requirement.category)
          : withThreshold(labelOf(requirement.category), threshold, unit),
        circle: requirement.circle,
        alsoIn: category?.alsoIn ?? [],
        necessity: requirement.necessity,
        threshold,
        unit,
        cutoff,
        orElse: alternatives.map((way) => ({ ...way, label: labelOf(way.category) })),
        source: requirement.source,
        verified: requirement.verified,
        facilityCount: ways.reduce((sum, way) => sum + (facilityCounts[way.category] ?? 0), 0),
      };
    }),
  };
}

/** A category that is asked for at several thresholds is told apart by them. */
function withThreshold({ zh, en }: Label, threshold: number, unit: CostUnit): Label {
  const amount = unit === "seconds" ? threshold / 60 : threshold;
  return {
    zh: `${zh}（${amount} ${unit === "seconds" ? "分钟" : "米"}）`,
    en: `${en} (${amount} ${unit === "seconds" ? "min" : "m"})`,
  };
}
