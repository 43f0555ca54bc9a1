import { measureOrigins, type OriginMeasures } from "../assess/measure-origins.js";
import { questionOf } from "../assess/report-question.js";
import { invalid } from "../base/check-argument.js";
import { say } from "../base/texts/library.js";
import { minutes } from "../base/units.js";
import { PreparedCity } from "../city/prepared-city.js";
import { costToNearest } from "../measures/cost-to-nearest.js";
import type { CoverageReport } from "../model/report.js";
import { askAgain } from "../scenarios/ask-again.js";

/** Nobody walks farther for what is to be a quarter of an hour away. */
const FARTHEST = minutes(60);

/** Measures every place of a city by the measures of its report; where it has none, by the time to the nearest facility of each category. */
export function measureAgain(report: CoverageReport, city: unknown): OriginMeasures {
  if (!(city instanceof PreparedCity)) throw invalid("city", city, say("expected.preparedCity"));
  const asked = questionOf(report)?.measures ?? [];
  if (asked.length > 0) return measureOrigins(city, { ...askAgain(city, report), measures: asked });
  const known = new Set(city.facilities.flatMap(({ categories }) => categories));
  const categories = new Set(
    report.standard.requirements.map(({ category }) => category).filter((id) => known.has(id)),
  );
  const measures = [...categories].map((id) => costToNearest(FARTHEST, { categories: [id], id }));
  return measureOrigins(city, { ...askAgain(city, report), measures });
}
