import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/core.js";
import type { MetersPerSecond } from "../base/units.js";
import type { PreparedCity } from "../city/prepare-city.js";
import { assertCityOptions, toPreparedCity } from "../city/to-prepared-city.js";
import { CityJudge } from "../coverage/city-judge.js";
import { countByCategory } from "../coverage/findings.js";
import { planRequests } from "../coverage/plan.js";
import type { CityInput, PrepareOptions } from "../model/input.js";
import type { Measure } from "../model/measure.js";
import type { CoverageReport } from "../model/report.js";
import type { Standard } from "../model/standard.js";
import type { CostUnit, NearestTable, TravelProfile, TravelRequest } from "../model/travel.js";
import { showingItself } from "../report/show-report.js";
import { assertProfile } from "../standards/check-profile.js";
import { standardWalking } from "../standards/travel-profiles.js";
import { validateStandard } from "../standards/validate-standard.js";
import { cheapestOf } from "../travel/cheapest-of.js";
import { withSecondQuantity } from "../travel/nearest-table.js";
import type { PreparedTravel, TravelModel } from "../travel/travel-model.js";
import { assembleReport, judgedGround } from "./assemble-report.js";
import { assertMeasures, valuesOf } from "./check-measures.js";
import { assertTravel, filledTable } from "./check-options.js";

/** What is asked of a city. The options of {@link PrepareOptions} only count for a city that is not prepared yet. */
export interface CoverageOptions extends PrepareOptions {
  /** The norm. Default: the one a prepared city was prepared for, else `chengduFourCircles`. */
  readonly standard?: Standard;
  /** Who walks. Default: `standardWalking`, 1.0 m/s. */
  readonly profile?: TravelProfile;
  /**
   * How costs are measured; several: the cheapest of them. Default: the streets if given, else the straight line with
   * a stated detour factor.
   */
  readonly travel?: readonly TravelModel[];
  /** Further numbers per area, under `measures` in the report. */
  readonly measures?: readonly Measure[];
}

/**
 * Computes what the people of every neighborhood reach, and what is missing: GeoJSON in, report out.
 *
 * Pure and synchronous: the same input gives the same report, byte for byte, on every runtime. The input is not changed.
 *
 * @param city GeoJSON layers, or a city from `prepareCity`
 * @throws {CoverageError} for bad arguments, see `prepareCity`; `INVALID_STANDARD` for a broken norm. Imperfect data do
 *   not throw: see `diagnostics` in the report
 */
export function computeCoverage(city: CityInput | PreparedCity, options: CoverageOptions = {}): CoverageReport {
  assertCityOptions(city, options, ["profile", "travel", "measures"]);
  const { profile = standardWalking, measures = [], onProgress } = options;
  if (options.standard !== undefined) validateStandard(options.standard);
  assertProfile(profile);
  assertMeasures(measures);
  if (options.travel !== undefined) assertTravel(options.travel);
  const prepared = toPreparedCity(city, options);
  const standard = options.standard ?? prepared.standard;
  const { origins } = prepared;
  const travelCity = prepared.forCategories(standard.categories);
  const { facilities } = travelCity;
  const facilityCount = countByCategory(facilities);
  const plan = planRequests(standard, (category) => facilityCount.has(category));

  onProgress?.({ stage: "attach", done: 0, total: 1 });
  const travel = (options.travel ?? prepared.defaultTravel).map((model) =>
    prepared.prepareTravel(model, profile, travelCity),
  );
  onProgress?.({ stage: "attach", done: 1, total: 1 });
  const speed = profile.speedMetersPerSecond;
  const tables = fillTables(plan.requests, { travel, speed, originCount: origins.count, onProgress });
  const measureValues = measures.map((measure) => ({
    measure,
    values: valuesOf(
      measure,
      fillTable(measureRequest(measure, standard, facilityCount), { travel, speed, originCount: origins.count }),
    ),
  }));

  const { judged } = new CityJudge({
    ...judgedGround(prepared, { profile, facilities, tableOf: (unit) => tables.get(unit) as NearestTable }),
    standard,
    plan,
    measureValues,
    onRequirement: (done) => onProgress?.({ stage: "judge", done, total: plan.requirements.length }),
  });
  const [table = null] = tables.values();
  const parts = { prepared, standard, profile, plan, facilities, facilityCount, travel, table, judged };
  // none for a city made in passing: what it points to lives until the program waits for something, and a loop would
  // hold them all
  const kept = city === prepared ? new WeakRef(prepared) : undefined;
  return showingItself(assembleReport(parts), prepared.neighborhoods, kept);
}

interface Travel {
  readonly travel: readonly PreparedTravel[];
  readonly speed: MetersPerSecond;
  readonly originCount: number;
  readonly onProgress?: CoverageOptions["onProgress"];
}

function fillTables(
  requests: readonly TravelRequest[],
  { onProgress, ...how }: Travel,
): ReadonlyMap<CostUnit, NearestTable> {
  const total = requests.reduce((sum, { categories }) => sum + categories.length * how.travel.length, 0);
  let done = 0;
  const tables = new Map<CostUnit, NearestTable>();
  onProgress?.({ stage: "search", done, total });
  for (const request of requests)
    tables.set(
      request.unit,
      fillTable(request, how, () => onProgress?.({ stage: "search", done: ++done, total })),
    );
  return tables;
}

function fillTable(
  request: TravelRequest,
  { travel, speed, originCount }: Travel,
  onCategory?: () => void,
): NearestTable {
  const filled = travel.map((model) => filledTable(model, request, originCount, onCategory));
  const needsSecondQuantity = filled.some(({ secondQuantity }) => secondQuantity !== null);
  const [first, ...others] = needsSecondQuantity ? filled.map((table) => withSecondQuantity(table, speed)) : filled;
  if (first === undefined)
    throw new CoverageError("INVALID_ARGUMENT", say("option.noTravel"), {
      hint: say("option.noTravel.hint"),
    });
  return cheapestOf([first, ...others]);
}

/** A measure reads every category that the standard asks for and the input has. */
function measureRequest(
  measure: Measure,
  standard: Standard,
  facilityCount: ReadonlyMap<string, number>,
): TravelRequest {
  const asked = new Set(standard.requirements.map(({ category }) => category));
  const categories = [...asked].filter((category) => facilityCount.has(category));
  const { tableUnit: unit, nearestCount, cutoff } = measure;
  return { unit, cutoff, nearestCount, categories, countWithin: categories.map(() => null) };
}
