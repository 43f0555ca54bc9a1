import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/core.js";
import type { CityParts } from "../city/city.js";
import { contentKey } from "../city/city-memory.js";
import type { PlannedRequest } from "../coverage/plan.js";
import type { Facility } from "../model/facts.js";
import type { Category } from "../model/standard.js";
import type { NearestTable, Progress, ReachTable, TravelRequest } from "../model/travel.js";
import { cheapestOf } from "../travel/cheapest-of.js";
import { travelCityFor } from "../travel/travel-city.js";
import type { PreparedTravel } from "../travel/travel-model.js";
import { filledTable } from "./check-options.js";
import { mergeRequests, narrowTable } from "./merge-requests.js";
import type { CityPlan } from "./plan-city.js";
import { prepareTravel } from "./prepare-travel.js";
import { farthestWays, modelsFor, type TravelAnswer, tellAnswers, usedModels } from "./travel-answers.js";

/** The second stage: the answers of the travel models. */
export interface FilledTables {
  /** One for each request of the plan, in its order. */
  readonly tables: readonly NearestTable[];
  /** One for each reach request of the plan. */
  readonly reachTables: readonly FilledReach[];
  /** What the rows of facilities in the tables mean. */
  readonly facilities: readonly Facility[];
  /** How the costs were measured, and what was found on the way; one for each travel model, and one for straight lines if asked for. */
  readonly travel: readonly TravelAnswer[];
}

/** A reach table, and what its facility rows mean. */
export interface FilledReach {
  readonly table: ReachTable;
  readonly facilities: readonly Facility[];
}

/**
 * Fills the tables of plans that ask for one profile and the same travel models. What several ask for is searched for once.
 *
 * @throws {CoverageError} `NO_STREETS` if a model needs streets; `INVALID_ARGUMENT` if a model fills a table of another size
 */
export function fillTables(
  parts: CityParts,
  plans: readonly CityPlan[],
  onProgress?: (progress: Progress) => void,
): FilledTables[] {
  const [first] = plans;
  if (first === undefined) return [];
  const { profile, travel: models } = first;
  const categories = joinCategories(plans);
  onProgress?.({ stage: "attach", done: 0, total: 1 });
  const travelFor = (request: PlannedRequest) =>
    modelsFor(request, models).map((model) => prepareTravel(parts, { model, profile, categories }));
  const requests = plans.flatMap((plan) => plan.requests);
  for (const request of requests) travelFor(request);
  onProgress?.({ stage: "attach", done: 1, total: 1 });
  const merged = mergeRequests(requests);
  const total = merged.reduce(
    (sum, { request }) => sum + request.categories.length * modelsFor(request, models).length,
    0,
  );
  let done = 0;
  onProgress?.({ stage: "search", done, total });
  const { origins, facilities } = travelCityFor(parts, categories, profile);
  const answers: NearestTable[] = [];
  for (const { request, rows } of merged) {
    const onCategory = () => onProgress?.({ stage: "search", done: ++done, total });
    const table = fillRequest(travelFor(request), request, { originCount: origins.count, onCategory });
    for (const row of rows) answers[row] = narrowTable(table, request, requests[row] as TravelRequest);
  }
  const firstAnswer = plans.map((_, row) => plans.slice(0, row).reduce((sum, plan) => sum + plan.requests.length, 0));
  return plans.map((plan, row) => {
    const first = firstAnswer[row] as number;
    const own = plan.standard.categories;
    return {
      tables: answers.slice(first, first + plan.requests.length),
      reachTables: fillReachTables(parts, plan, categories),
      facilities,
      travel: tellAnswers(usedModels(plan.requests, models), farthestWays(plan.requirements), (model) =>
        prepareTravel(parts, { model, profile, categories: own }),
      ),
    };
  });
}

/**
 * Fills the tables of the measures that read every facility within reach.
 *
 * @param categories whose facilities the rows of the tables count in
 */
export function fillReachTables(
  parts: CityParts,
  { profile, travel, reachRequests }: CityPlan,
  categories: readonly Category[],
): FilledReach[] {
  if (reachRequests.length === 0) return [];
  const { origins, facilities } = travelCityFor(parts, categories, profile);
  const models = travel.map((model) => prepareTravel(parts, { model, profile, categories }));
  const places = { originCount: origins.count, facilities };
  return reachRequests.map(({ measure, request }) => ({ table: measure.fill(models, request, places), facilities }));
}

/** Fills one table, by whichever model is cheapest for each place. */
export function fillRequest(
  travel: readonly PreparedTravel[],
  request: TravelRequest,
  how: { readonly originCount: number; readonly onCategory?: () => void },
): NearestTable {
  const [first, ...others] = travel.map((model) => filledTable(model, request, how.originCount, how.onCategory));
  if (first === undefined)
    throw new CoverageError("INVALID_ARGUMENT", say("option.noTravel"), { hint: say("option.noTravel.hint") });
  return cheapestOf([first, ...others]);
}

/** Plans that name a category alike mean the same by it: `canShare` sees to that. */
function joinCategories(plans: readonly CityPlan[]): readonly Category[] {
  const [first] = plans;
  if (first !== undefined && plans.length === 1) return first.standard.categories;
  return [...new Map(plans.flatMap(({ standard }) => standard.categories).map((one) => [one.id, one])).values()];
}

/** Tells whether a standard can be asked together with others: whatever categories they have in common are recognized alike. */
export function canShare(plan: CityPlan, others: readonly CityPlan[]): boolean {
  const known = new Map(others.flatMap(({ standard }) => standard.categories).map((one) => [one.id, one]));
  return plan.standard.categories.every((category) => {
    const same = known.get(category.id);
    return same === undefined || contentKey(same) === contentKey(category);
  });
}
