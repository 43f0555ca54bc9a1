import { reportTexts } from "../base/texts/renderings/report.js";
import type { Locale } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import type { Step } from "../model/services.js";
import { digitsOf, formatShare } from "./format-number.js";
import { toThresholdText } from "./sentences.js";
import { basisOf, toAmountText } from "./shortfalls.js";

/** Writes a step as a sentence: what to build, where, and who gains. */
export function toStepSentence(report: CoverageReport, step: Step, locale: Locale): string {
  const requirement = report.standard.requirements.find(({ id }) => id === step.requirement);
  const area = report.neighborhoods.find(({ id }) => id === step.neighborhoodId);
  const basis = basisOf(report.city);
  const digits = digitsOf(report.city, basis);
  const values = {
    name: requirement?.label[locale] ?? step.requirement,
    limit: requirement === undefined ? "" : toThresholdText({ ...requirement, count: 1 }, locale),
    amount: toAmountText(step.gain, basis, locale),
    before: formatShare(step.shareBefore, digits),
    after: formatShare(step.shareAfter, digits),
  };
  const tell = reportTexts(locale);
  return area === undefined
    ? tell("report.steps.here", values)
    : tell("report.steps.in", { ...values, area: area.name ?? area.id });
}

/** Writes the one step that helps most; nothing where nobody computed it. */
export function toBestStep(report: CoverageReport, locale: Locale): string[] {
  const [step] = report.steps ?? [];
  if (step === undefined) return [];
  return [reportTexts(locale)("report.steps.best", { step: toStepSentence(report, step, locale) })];
}
