import type { Locale } from "../base/words.js";
import { formatMinutes, formatShare } from "../report/format-number.js";
import { REPORT_TEXTS } from "../report/report-texts.js";
import type { AreaComparison, ReportComparison } from "./comparison.js";
import { COMPARISON_TEXTS } from "./comparison-texts.js";
import { amountOf, arrowOf, difference, formatScoreOrMark, toPoints } from "./format-change.js";

/** Lists the circles of the city, a header first. */
export function cityRows({ circles, city, requirements, hasScores }: ReportComparison, locale: Locale): string[][] {
  const texts = COMPARISON_TEXTS[locale];
  const scored = (...cells: string[]) => (hasScores ? cells : []);
  const labels = new Map(requirements.map(({ id, label }) => [id, label[locale]]));
  const list = (ids: readonly string[]) => listText(ids, labels, locale);
  return [
    [
      REPORT_TEXTS[locale].circle,
      ...scored(REPORT_TEXTS[locale].score, texts.change),
      texts.complete,
      texts.change,
      texts.noLongerMissing,
      texts.newlyMissing,
    ],
    ...circles.map(({ id, label }) => {
      const { score, complete, newlyMissing, noLongerMissing } = city.circles[id];
      return [
        label[locale],
        ...scored(arrowOf(score, formatScoreOrMark), difference(score, 1)),
        arrowOf(complete, formatShare),
        toPoints(complete, locale),
        list(noLongerMissing),
        list(newlyMissing),
      ];
    }),
  ];
}

/** Lists the requirements that changed in the city, those that changed most first, below a header. */
export function requirementRows({ requirements, city }: ReportComparison, locale: Locale): string[][] {
  const texts = COMPARISON_TEXTS[locale];
  const changed = requirements
    .map((requirement) => ({ ...requirement, ...city.requirements[requirement.id] }))
    .filter(({ share, medianSeconds }) => share.before !== share.after || medianSeconds.before !== medianSeconds.after)
    .sort((a, b) => amountOf(b.share) - amountOf(a.share)); // stable: ties keep the standard's order
  return [
    [REPORT_TEXTS[locale].requirement, texts.share, REPORT_TEXTS[locale].medianMinutes, texts.change],
    ...changed.map(({ label, share, medianSeconds }) => [
      label[locale],
      arrowOf(share, formatShare),
      arrowOf(medianSeconds, formatMinutes),
      toPoints(share, locale),
    ]),
  ];
}

/** Lists the neighborhoods that changed, those that changed most first, below a header. */
export function neighborhoodRows(
  { neighborhoods, circles, requirements, hasScores }: ReportComparison,
  locale: Locale,
): string[][] {
  const texts = COMPARISON_TEXTS[locale];
  const labels = new Map(requirements.map(({ id, label }) => [id, label[locale]]));
  const sum = ({ circles: of }: AreaComparison) =>
    Object.values(of).reduce((total, { score, complete }) => total + amountOf(hasScores ? score : complete), 0);
  const changed = neighborhoods.filter(({ isChanged }) => isChanged).sort((a, b) => sum(b) - sum(a));
  return [
    [
      REPORT_TEXTS[locale].neighborhood,
      ...circles.map(({ label }) => label[locale]),
      texts.noLongerMissing,
      texts.newlyMissing,
    ],
    ...changed.map((area) => {
      const all = (pick: "newlyMissing" | "noLongerMissing") => circles.flatMap(({ id }) => area.circles[id][pick]);
      return [
        area.name ?? area.id,
        ...circles.map(({ id }) => {
          const { score, complete } = area.circles[id];
          return hasScores ? arrowOf(score, formatScoreOrMark) : arrowOf(complete, formatShare);
        }),
        listText(all("noLongerMissing"), labels, locale),
        listText(all("newlyMissing"), labels, locale),
      ];
    }),
  ];
}

function listText(ids: readonly string[], labels: ReadonlyMap<string, string>, locale: Locale): string {
  return [...new Set(ids)].map((id) => labels.get(id) ?? id).join(REPORT_TEXTS[locale].listSeparator);
}
