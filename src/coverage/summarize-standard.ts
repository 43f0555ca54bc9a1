import { DENOMINATOR_LABELS } from "../base/texts/labels.js";
import type { Label } from "../base/words.js";
import type { Denominator, LineClasses, RequirementBasis, Scoring, Standard } from "../model/standard.js";
import type { BasisSummary, StandardSummary } from "../model/standard-summary.js";
import type { KnownRequirement } from "./knowledge.js";
import type { PlannedWay } from "./plan.js";

/** Where a standard does not say from which share on an area counts as judged. */
export const SLIVER_BELOW_SHARE = 0.5;

/** Tells in the report what was asked: only the fields of the type, since a caller's objects may hold more than JSON. */
export function summarizeStandard(standard: Standard, requirements: readonly KnownRequirement[]): StandardSummary {
  const { id, label, source, country = null, judgeBy, circles, grades = [], categories, scoring } = standard;
  const categoryOf = new Map(categories.map((category) => [category.id, category]));
  const isAlone = (category: string) =>
    standard.requirements.filter((other) => other.category === category).length === 1;
  const labelOf = (category: string) => categoryOf.get(category)?.label ?? { zh: category, en: category };
  return {
    id,
    label,
    source,
    country,
    judgeBy,
    circles: circles.map(({ id, label, source, includes }) => ({
      ...{ id, label, source },
      ...(includes === undefined ? {} : { includes: [...includes] }),
    })),
    scoring: scoring === undefined ? null : copyScoring(scoring),
    grades: grades.map(({ id, label, minScore }) => ({ id, label, minScore })),
    gradesSource: grades.length === 0 ? null : (standard.gradesSource ?? null),
    gradeCapWhenMissing: standard.gradeCapWhenMissing ?? null,
    ...(standard.lineClasses === undefined ? {} : { lineClasses: copyLineClasses(standard.lineClasses) }),
    missingBelowShare: standard.missingBelowShare,
    sliverBelowShare: standard.sliverBelowShare ?? SLIVER_BELOW_SHARE,
    requirements: requirements.map((known) => {
      const { requirement, own, cutoff, alternatives } = known;
      const category = categoryOf.get(requirement.category);
      return {
        id: requirement.id,
        category: requirement.category,
        label: withDenominator(
          isAlone(requirement.category)
            ? labelOf(requirement.category)
            : withThreshold(labelOf(requirement.category), own),
          requirement.denominator,
        ),
        circle: requirement.circle,
        ...(requirement.denominator === undefined ? {} : { denominator: requirement.denominator }),
        alsoIn: category?.alsoIn ?? [],
        necessity: requirement.necessity,
        ...measured(own),
        cutoff,
        orElse: alternatives.map((way) => ({
          ...{ category: way.category, label: labelOf(way.category) },
          ...measured(way),
        })),
        source: requirement.source,
        basis: copyBasis(requirement.basis),
        edition: requirement.edition ?? null,
        ...{ facilityCount: known.facilityCount, data: known.data, ambiguousCount: known.ambiguousCount },
      };
    }),
  };
}

function measured({
  reach,
  threshold,
  unit,
  count,
}: PlannedWay): Pick<PlannedWay, "reach" | "threshold" | "unit" | "count"> {
  return { reach, threshold, unit, count };
}

function copyBasis({ listing, necessity, minutes, metres }: RequirementBasis): BasisSummary {
  return { listing, necessity, minutes: minutes ?? null, metres: metres ?? null };
}

function copyScoring({ weights: { mandatory, optional, label }, source }: Scoring): Scoring {
  return { weights: { mandatory, optional, label }, ...(source === undefined ? {} : { source }) };
}

/** What the share is of is said wherever the requirement is named, unless it is of the people. */
function withDenominator({ zh, en }: Label, denominator: Denominator = "people"): Label {
  if (denominator === "people") return { zh, en };
  const of = DENOMINATOR_LABELS[denominator];
  return { zh: `${zh}（${of.zh}）`, en: `${en} (${of.en})` };
}

function copyLineClasses({ source, classes }: LineClasses): LineClasses {
  return { source, classes: classes.map(({ id, label, atLeast }) => ({ id, label, atLeast: { ...atLeast } })) };
}

/** A category that is asked for at several thresholds is told apart by them. */
function withThreshold({ zh, en }: Label, { reach, threshold, count }: PlannedWay): Label {
  if (reach === "inside") {
    const many = count === 1 ? { zh: "", en: "" } : { zh: ` ${count} 处`, en: `${count} ` };
    return { zh: `${zh}（社区内${many.zh}）`, en: `${en} (${many.en}in the neighborhood)` };
  }
  const amount = reach === "time" ? threshold / 60 : threshold;
  const units = {
    time: { zh: " 分钟", en: " min" },
    network: { zh: " 米", en: " m" },
    straight: { zh: " 米直线", en: " m straight" },
  }[reach];
  const many = count === 1 ? { zh: "", en: "" } : { zh: `${count} 处，`, en: `${count} within ` };
  return { zh: `${zh}（${many.zh}${amount}${units.zh}）`, en: `${en} (${many.en}${amount}${units.en})` };
}
