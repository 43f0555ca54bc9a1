import { computeCoverage } from "../assess/compute-coverage.js";
import { standardOf } from "../assess/report-standard.js";
import type { City } from "../city/city.js";
import { PreparedCity } from "../city/prepared-city.js";
import { toColumnFile } from "../city/save-city.js";
import type { AreaCoverage, CoverageReport } from "../model/report.js";
import { MODES, modeOf } from "../streets/modes/modes.js";
import { oneSpeedOf } from "../streets/weigh.js";
import { leastPackedBytes } from "./compact-columns.js";
import { type PageBlock, toPageBlock } from "./page-block.js";

/**
 * Gives the city in which a page tries things out: judged by the very standard of its report. `null`: a trial would not begin
 * with the numbers of the report.
 *
 * Whether it would is not told by names: the question of the report is asked again. So nothing is tried out in a report of
 * another city, of one in which something was moved already, or by a travel model or a standard that nobody knows any more.
 */
export function cityOfTrial(report: CoverageReport, prepared: PreparedCity): City | null {
  const { profile, travel } = report;
  const mode = modeOf(profile, MODES);
  // what a scenario repairs at once: to ask anew at every edit is slow under a pointer
  if (prepared.streets === null || mode === undefined || oneSpeedOf(mode, profile) === null) return null;
  if (travel[0]?.id !== "onNetwork") return null;
  const standard = standardOf(report) ?? prepared.standard;
  if (!isSameReport(computeCoverage(prepared, { standard, profile }), report)) return null;
  return { ...PreparedCity.parts(prepared).city, standard };
}

/** Characters of base64 for each byte. */
const BASE64_LENGTH = 4 / 3;

/**
 * Packs the city of a trial, without what can be built again from the rest, who travels in it, and where its page is written from.
 *
 * @param room in characters; `null` where it is plain that it does not fit
 */
export function packTrial(city: City, { profile }: CoverageReport, room: number): PageBlock | null {
  const { columns, facts } = toColumnFile({ ...city, modeNetwork: null });
  if (leastPackedBytes({ columns, facts }) * BASE64_LENGTH > room) return null;
  return toPageBlock("city", { columns, facts: { city: facts, profile } });
}

function isSameReport(a: CoverageReport, b: CoverageReport): boolean {
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  return (
    isSame([a.standard, a.travel], [b.standard, b.travel]) &&
    a.neighborhoods.length === b.neighborhoods.length &&
    isSame(withoutMeasures(a.city), withoutMeasures(b.city)) &&
    a.neighborhoods.every((area, row) => isSame(withoutMeasures(area), withoutMeasures(b.neighborhoods[row])))
  );
}

/** The page does not show them. */
function withoutMeasures(area: AreaCoverage | undefined): Partial<AreaCoverage> {
  const { measures, ...rest } = area ?? {};
  return rest;
}
