import type { LonLat } from "../../src/base/words.js";
import type { PreparedCity } from "../../src/city/prepared-city.js";
import type { CoverageReport } from "../../src/model/report.js";
import { openScenario } from "../../src/scenarios/open-scenario.js";

/** Builds a facility, judges the whole city again, and counts who gains. */
export function gainByTrial(city: PreparedCity, report: CoverageReport, category: string, location: LonLat): number {
  const scenario = openScenario(city, { profile: report.profile });
  scenario.addFacility({ id: "planned", categories: [category], location });
  const coveredIn = ({ city: { requirements } }: CoverageReport) => requirements[category]?.population.covered ?? 0;
  return coveredIn(scenario.report()) - coveredIn(report);
}

/** Builds one at every corner of every street, one after the other. */
export function bestByTrial(
  city: PreparedCity,
  report: CoverageReport,
  category: string,
  corners: readonly LonLat[],
): number {
  const places = [...new Map(corners.map((one) => [one.join(" "), one])).values()];
  return Math.max(...places.map((location) => gainByTrial(city, report, category, location)));
}
