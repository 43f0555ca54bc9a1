import { comparisonTexts } from "../base/texts/renderings/comparison.js";
import type { Locale } from "../base/words.js";
import { type Digits, digitsFor, formatMinutes, formatShare } from "../report/format-number.js";
import type { AreaComparison, ReportComparison } from "./comparison.js";
import { amountOf, arrowOf, difference, formatScoreOrMark, toPoints } from "./format-change.js";

/** Lists the circles of the city, a header first. */
export function cityRows({ circles, city, requirements, hasScores }: ReportComparison, locale: Locale): string[][] {
  const tell = comparisonTexts(locale);
  const scored = (...cells: string[]) => (hasScores ? cells : []);
  const labels = new Map(requirements.map(({ id, label }) => [id, label[locale]]));
  const list = (ids: readonly string[]) => listText(ids, labels, locale);
  const digits = digitsFor(city.uncertainty);
  return [
    [
      tell("report.circle"),
      ...scored(tell("report.score"), tell("comparison.change")),
      tell("comparison.complete"),
      tell("comparison.change"),
      tell("comparison.noLongerMissing"),
      tell("comparison.newlyMissing"),
    ],
    ...circles.map(({ id, label }) => {
      const { score, complete, newlyMissing, noLongerMissing } = city.circles[id];
      return [
        label[locale],
        ...scored(arrowOf(score, scoreWith(digits)), difference(score, digits)),
        arrowOf(complete, shareWith(digits)),
        toPoints(complete, digits, locale),
        list(noLongerMissing),
        list(newlyMissing),
      ];
    }),
  ];
}

/** Lists the requirements that changed in the city, those that changed most first, below a header. */
export function requirementRows({ requirements, city }: ReportComparison, locale: Locale): string[][] {
  const tell = comparisonTexts(locale);
  const digits = digitsFor(city.uncertainty);
  const changed = requirements
    .map((requirement) => ({ ...requirement, ...city.requirements[requirement.id] }))
    .filter(({ share, medianSeconds }) => share.before !== share.after || medianSeconds.before !== medianSeconds.after)
    .sort((a, b) => amountOf(b.share) - amountOf(a.share)); // stable: ties keep the standard's order
  return [
    [tell("report.requirement"), tell("comparison.share"), tell("report.medianMinutes"), tell("comparison.change")],
    ...changed.map(({ label, share, medianSeconds }) => [
      label[locale],
      arrowOf(share, shareWith(digits)),
      arrowOf(medianSeconds, formatMinutes),
      toPoints(share, digits, locale),
    ]),
  ];
}

/** Lists the neighborhoods that changed, those that changed most first, below a header. */
export function neighborhoodRows(
  { neighborhoods, circles, requirements, hasScores }: ReportComparison,
  locale: Locale,
): string[][] {
  const tell = comparisonTexts(locale);
  const labels = new Map(requirements.map(({ id, label }) => [id, label[locale]]));
  const sum = ({ circles: of }: AreaComparison) =>
    Object.values(of).reduce((total, { score, complete }) => total + amountOf(hasScores ? score : complete), 0);
  const changed = neighborhoods.filter(({ isChanged }) => isChanged).sort((a, b) => sum(b) - sum(a));
  return [
    [
      tell("report.neighborhood"),
      ...circles.map(({ label }) => label[locale]),
      tell("comparison.noLongerMissing"),
      tell("comparison.newlyMissing"),
    ],
    ...changed.map((area) => {
      const digits = digitsFor(area.uncertainty);
      const all = (pick: "newlyMissing" | "noLongerMissing") => circles.flatMap(({ id }) => area.circles[id][pick]);
      return [
        area.name ?? area.id,
        ...circles.map(({ id }) => {
          const { score, complete } = area.circles[id];
          return hasScores ? arrowOf(score, scoreWith(digits)) : arrowOf(complete, shareWith(digits));
        }),
        listText(all("noLongerMissing"), labels, locale),
        listText(all("newlyMissing"), labels, locale),
      ];
    }),
  ];
}

const scoreWith = (digits: Digits) => (score: number | null) => formatScoreOrMark(score, digits);
const shareWith = (digits: Digits) => (share: number | null) => formatShare(share, digits);

function listText(ids: readonly string[], labels: ReadonlyMap<string, string>, locale: Locale): string {
  return [...new Set(ids)].map((id) => labels.get(id) ?? id).join(comparisonTexts(locale)("report.listSeparator"));
}
