import { checkObject, invalid } from "../base/check-argument.js";
import { guardLive } from "../base/guard-call.js";
import { say } from "../base/texts/core.js";
import { QUESTION_KEYS } from "../city/check-input.js";
import { PreparedCity } from "../city/prepared-city.js";
import { assertCityOptions, toPreparedCity } from "../city/to-prepared-city.js";
import type { CityInput, PrepareOptions } from "../model/input.js";
import type { CoverageReport } from "../model/report.js";
import type { Standard } from "../model/standard.js";
import type { TravelProfile } from "../model/travel.js";
import { showingItself } from "../report/show-report.js";
import { canShare, fillTables } from "./fill-tables.js";
import { judgeTables } from "./judge-tables.js";
import { type CityPlan, planCity } from "./plan-city.js";
import { type QuestionOptions, toQuestion } from "./question.js";
import { writeReport } from "./write-report.js";

/** What is asked of a city. The options of {@link PrepareOptions} only count for a city that is not prepared yet. */
export interface CoverageOptions extends PrepareOptions, QuestionOptions {
  /** Default: the standard a prepared city was prepared for, else `chengduFourCircles`. */
  readonly standard?: Standard;
}

/** What is asked of a city by several standards, for several profiles. */
export interface CoveragesOptions extends Omit<CoverageOptions, "profile"> {
  /** Default: the one of `standard`. */
  readonly standards?: readonly Standard[];
  /** Default: `standardWalking` alone. */
  readonly profiles?: readonly TravelProfile[];
}

/**
 * Computes what the people of every neighborhood reach, and what is missing: GeoJSON in, report out.
 *
 * Pure and synchronous: the same input gives the same report, byte for byte, on every runtime. The input is not changed.
 *
 * @param city GeoJSON layers, or a city from `prepareCity`
 * @throws {CoverageError} for bad arguments, see `prepareCity`; `INVALID_STANDARD` for a broken standard. Imperfect data do
 *   not throw: see `diagnostics` in the report
 *
 * @example
 * ```ts
 * import { computeCoverage } from "quarterhour";
 *
 * const block = { type: "Polygon", coordinates: [[[104.06, 30.66], [104.07, 30.66], [104.07, 30.67], [104.06, 30.66]]] };
 * const report = computeCoverage({
 *   neighborhoods: { type: "Feature", properties: { id: "north", population: 1200 }, geometry: block },
 *   facilities: {
 *     type: "Feature",
 *     properties: { id: "p1", category: "pharmacy" },
 *     geometry: { type: "Point", coordinates: [104.065, 30.664] },
 *   },
 * });
 * report.neighborhoods[0]?.requirements.pharmacy?.status; // → "partly"
 * report.neighborhoods[0]?.requirements.pharmacy?.nearest?.facilityId; // → "p1"
 * report.diagnostics.map(({ code }) => code).includes("network.none"); // → true
 * ```
 */
export function computeCoverage(city: CityInput | PreparedCity, options: CoverageOptions = {}): CoverageReport {
  return guardLive("computeCoverage", [city, options], () => {
    assertCityOptions(city, options, QUESTION_KEYS);
    const prepared = toPreparedCity(city, options);
    const plan = planCity(PreparedCity.parts(prepared), toQuestion(prepared, options));
    const [report] = answer(prepared, [plan], options.onProgress);
    return show(report as CoverageReport, prepared, city === prepared);
  });
}

/**
 * Computes the reports of several standards for several profiles; what they have in common is searched for once.
 *
 * @returns each as `computeCoverage` gives it: all profiles of the first standard, then those of the second, and so on
 * @throws {CoverageError} as {@link computeCoverage}; `INVALID_ARGUMENT` for an empty list
 *
 * @example
 * ```ts
 * import { computeCoverages, elderlyWalking, standardWalking } from "quarterhour";
 *
 * const [adults, elders] = computeCoverages(city, { profiles: [standardWalking, elderlyWalking] });
 * adults?.city.circles.lifeService?.population.share?.toFixed(3); // → "0.038"
 * elders?.city.circles.lifeService?.population.share?.toFixed(3); // → "0.011"
 * ```
 */
export function computeCoverages(city: CityInput | PreparedCity, options: CoveragesOptions = {}): CoverageReport[] {
  return guardLive("computeCoverages", [city, options], () => {
    checkObject("options", options);
    const { standards, profiles, ...rest } = options;
    assertList("standards", standards);
    assertList("profiles", profiles);
    assertCityOptions(city, rest, QUESTION_KEYS);
    const prepared = toPreparedCity(city, rest);
    const parts = PreparedCity.parts(prepared);
    const all = standards ?? [rest.standard];
    // the facilities of each standard, and of those that are asked together
    parts.memory.makeRoom(2 * all.length);
    const plans = all.map((standard) =>
      (profiles ?? [undefined]).map((profile) =>
        planCity(parts, toQuestion(prepared, { ...rest, ...(standard && { standard }), ...(profile && { profile }) })),
      ),
    );
    const reports = plans.map((): CoverageReport[] => []);
    for (const column of plans[0]?.keys() ?? [])
      for (const rows of shareable(plans.map((row) => row[column] as CityPlan)))
        answer(
          prepared,
          rows.map((row) => plans[row]?.[column] as CityPlan),
          rest.onProgress,
        ).forEach((report, i) => {
          (reports[rows[i] as number] as CoverageReport[])[column] = show(report, prepared, city === prepared);
        });
    return reports.flat();
  });
}

/** Fills, judges and reports. */
function answer(
  prepared: PreparedCity,
  plans: readonly CityPlan[],
  onProgress: CoverageOptions["onProgress"],
): CoverageReport[] {
  const parts = PreparedCity.parts(prepared);
  return fillTables(parts, plans, onProgress).map((filled, row) => {
    const plan = plans[row] as CityPlan;
    return writeReport(parts, plan, filled, judgeTables(parts, plan, filled, onProgress));
  });
}

/** Groups plans that can be asked together. @returns rows of plans */
function shareable(plans: readonly CityPlan[]): number[][] {
  const groups: number[][] = [];
  plans.forEach((plan, row) => {
    const group = groups.find((rows) =>
      canShare(
        plan,
        rows.map((other) => plans[other] as CityPlan),
      ),
    );
    if (group === undefined) groups.push([row]);
    else group.push(row);
  });
  return groups;
}

/** @param isKept a city made in passing is not held: whoever computes reports in a loop would keep them all */
function show(report: CoverageReport, prepared: PreparedCity, isKept: boolean): CoverageReport {
  return showingItself(report, prepared.neighborhoods, isKept ? new WeakRef(prepared) : undefined);
}

function assertList(name: string, list: unknown): void {
  if (list !== undefined && !(Array.isArray(list) && list.length > 0))
    throw invalid(`options.${name}`, list, say("expected.list"));
}
