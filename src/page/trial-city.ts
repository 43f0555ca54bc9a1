import { computeCoverage } from "../assess/compute-coverage.js";
import { questionOf } from "../assess/report-question.js";
import type { City } from "../city/city.js";
import { PreparedCity } from "../city/prepared-city.js";
import { toColumnFile } from "../city/save-city.js";
import { buildClassifier, DEFAULT_DAY } from "../facilities/classify.js";
import type { AreaCoverage, CoverageReport } from "../model/report.js";
import { chengduFourCircles } from "../standards/chengdu-four-circles.js";
import { MODES, modeOf } from "../streets/modes/modes.js";
import { oneSpeedOf } from "../streets/weigh.js";
import { leastPackedBytes } from "./compact-columns.js";
import { type PageBlock, toPageBlock } from "./page-block.js";

/**
 * Gives the city in which a page may try things out: judged by the very standard of its report. `null`: plainly, a trial would not
 * begin with the numbers of the report.
 */
export function cityOfTrial(report: CoverageReport, prepared: PreparedCity): City | null {
  const { profile, travel } = report;
  const mode = modeOf(profile, MODES);
  // what a scenario repairs at once: to ask anew at every edit is slow under a pointer
  if (prepared.streets === null || mode === undefined || oneSpeedOf(mode, profile) === null) return null;
  if (travel[0]?.id !== "onNetwork") return null;
  const standard = questionOf(report)?.standard ?? prepared.standard;
  return { ...PreparedCity.parts(prepared).city, standard };
}

/**
 * Tells whether a trial begins with the numbers of the report. That is not told by names: the question of the report is asked again. So
 * nothing is tried out in a report of another city, of one in which something was moved already, or by a travel model or a
 * standard that nobody knows any more.
 */
export function beginsWith(report: CoverageReport, prepared: PreparedCity, { standard }: City): boolean {
  return isSameReport(computeCoverage(prepared, { standard, profile: report.profile }), report);
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
  // the engine has the default standard
  const isUsual = isSame(city.standard, chengduFourCircles);
  return toPageBlock("city", {
    columns,
    facts: {
      city: { ...(facts as object), records: withoutIdleDetail(city), standard: isUsual ? null : city.standard },
      profile,
    },
  });
}

/** Of what counts for nothing (most buildings of an extract) the page keeps that it is there; points may be gates, and stay as they are. */
function withoutIdleDetail({ records, standard, classification }: City): City["records"] {
  const { loose, on = DEFAULT_DAY, categoryProperty } = classification;
  const classify = buildClassifier(standard.categories, { loose, on });
  const rows = records.rows.map((record) => {
    if (record.outline.length === 0) return record;
    const { categories, why } = classify(record, categoryProperty);
    if (categories.length > 0 || why === "ambiguous") return record;
    return { ...record, outline: [], entrances: [], isArea: false, areaSquareMeters: null, tags: {} };
  });
  return { ...records, rows };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isSameReport(a: CoverageReport, b: CoverageReport): boolean {
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
