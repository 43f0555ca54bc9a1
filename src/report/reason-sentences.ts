import { reportTexts } from "../base/texts/renderings/report.js";
import { joinSentences, type Locale } from "../base/words.js";
import type { CircleReason } from "../model/reason.js";
import type { CoverageReport } from "../model/report.js";
import type { RequirementSummary, StandardSummary } from "../model/standard-summary.js";
import { formatMinutes, toDecimals } from "./format-number.js";
import { toThresholdText } from "./sentences.js";
import { type Basis, basisOf, toAmountText } from "./shortfalls.js";

/** What reasons are told by. */
export interface ReasonContext {
  readonly standard: Pick<StandardSummary, "circles" | "requirements">;
  readonly basis: Basis;
}

/** Writes why a circle is not complete in a neighborhood: what most people lack, what keeps them from it, what would help most. */
export function toReasonSentence(
  { standard, basis }: ReasonContext,
  reason: Omit<CircleReason, "neighborhoodId">,
  locale: Locale,
): string {
  const tell = reportTexts(locale);
  const asked = standard.requirements.find(({ id }) => id === reason.requirement);
  if (asked === undefined) return "";
  const nameOf = (id: string) => standard.requirements.find((one) => one.id === id)?.label[locale] ?? id;
  const { nearest, lift, cause } = reason;
  const amount = toAmountText(reason.lacking, basis, locale);
  const name = asked.label[locale];
  const limit = toThresholdText(asked, locale);
  const circle = standard.circles.find(({ id }) => id === reason.circle)?.label[locale] ?? reason.circle;
  return joinSentences(
    [
      tell("report.why.lack", { circle, amount, name, limit }),
      ...(nearest === null || !(nearest.excess > 0)
        ? []
        : [
            tell("report.why.nearest", {
              facility: nearest.name ?? `${name} ${nearest.facilityId}`,
              excess: excessText(nearest.excess, asked, locale),
            }),
          ]),
      cause === "barrier"
        ? tell("report.why.barrier", { barrier: barrierText(reason, locale) })
        : tell(`report.why.${cause}`),
      ...(lift === null
        ? []
        : [tell("report.why.lift", { name: nameOf(lift.requirement), points: toDecimals(lift.points, 1) })]),
    ],
    locale,
  );
}

function excessText(excess: number, { unit }: Pick<RequirementSummary, "unit">, locale: Locale): string {
  const tell = reportTexts(locale);
  return unit === "seconds"
    ? `${formatMinutes(excess)} ${tell("report.minutes")}`
    : `${toDecimals(excess, 0)} ${tell("report.meters")}`;
}

function barrierText({ barrier }: Pick<CircleReason, "barrier">, locale: Locale): string {
  const tell = reportTexts(locale);
  if (barrier === undefined) return "";
  const kind = tell(`report.barrier.${barrier.kind}`);
  return barrier.name === null ? kind : `${kind}${tell("report.inBrackets", { text: barrier.name })}`;
}

/** Lists the reasons of a neighborhood, or of all, as sentences; those of all begin with the name of the neighborhood. */
export function toReasonSentences(report: CoverageReport, locale: Locale, neighborhoodId?: string): string[] {
  const { reasons = [], neighborhoods, standard } = report;
  const context = { standard, basis: basisOf(report.city) };
  const colon = reportTexts(locale)("report.colon");
  return reasons
    .filter((reason) => neighborhoodId === undefined || reason.neighborhoodId === neighborhoodId)
    .map((reason) => {
      const sentence = toReasonSentence(context, reason, locale);
      if (neighborhoodId !== undefined) return sentence;
      const area = neighborhoods.find(({ id }) => id === reason.neighborhoodId);
      return `${area?.name ?? reason.neighborhoodId}${colon}${sentence}`;
    });
}
