import { invalid } from "../base/check-argument.js";
import { say } from "../base/texts/library.js";
import { PreparedCity } from "../city/prepared-city.js";
import type { CoverageReport } from "../model/report.js";
import { judgeServices } from "../scenarios/service-verdicts.js";
import { spreadServices } from "./spread-services.js";

/**
 * Counts people by services within reach at every place where they live.
 *
 * @param city of the report; not given: they are not counted so
 * @returns people by number of services; `null`: no city was given, or it cannot be asked again as the report was
 * @throws {CoverageError} INVALID_ARGUMENT for what is no prepared city
 */
export function spreadOf(report: CoverageReport, city: unknown): number[] | null {
  if (city === undefined) return null;
  if (!(city instanceof PreparedCity)) throw invalid("city", city, say("expected.preparedCity"));
  const [travel, second] = report.travel;
  if (travel?.id !== "onNetwork" || second !== undefined || city.streets === null) return null;
  return spreadServices(judgeServices(city, report));
}
