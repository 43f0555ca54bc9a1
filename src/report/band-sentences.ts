import { reportTexts } from "../base/texts/renderings/report.js";
import type { Locale } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import { formatScore, formatShare } from "./format-number.js";

/** Tells the band of each headline number under other assumptions; nothing where nobody computed it. */
export function toBandSentences({ sensitivity, city, standard }: CoverageReport, locale: Locale): string[] {
  if (sensitivity === undefined) return [];
  const tell = reportTexts(locale);
  const { services, circles, runs } = sensitivity;
  const names = [...new Set(runs.map(({ assumption }) => assumption))].map((one) => tell(`report.assumption.${one}`));
  return [
    ...(services === null
      ? []
      : [
          tell("report.band.services", {
            ...{ low: formatScore(services.low, 1), high: formatScore(services.high, 1), all: city.services.of },
            assumptions: names.join(tell("report.listSeparator")),
          }),
        ]),
    ...standard.circles.flatMap(({ id, label }) => {
      const band = circles[id] ?? null;
      return band === null
        ? []
        : [
            tell("report.band.circle", {
              ...{ circle: label[locale], low: formatShare(band.low, 0), high: formatShare(band.high, 0) },
            }),
          ];
    }),
  ];
}
