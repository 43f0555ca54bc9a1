import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/core.js";
import type { CityParts } from "../city/city.js";
import { type GlobalFacts, measureGlobalFacts } from "../city/global-facts.js";
import { type KnownRequirement, withKnowledge } from "../coverage/knowledge.js";
import { type PlannedRequest, planRequests } from "../coverage/plan.js";
import type { CategoryId } from "../model/facts.js";
import type { Measure, NearestMeasure, ReachMeasure } from "../model/measure.js";
import type { CostUnit, ReachRequest } from "../model/travel.js";
import type { Question } from "./question.js";
import { unitsOf } from "./travel-answers.js";

/** The first stage: what must be known to answer a question about a city. */
export interface CityPlan extends Question {
  /** What is true of the whole input, whatever part of it is worked on. */
  readonly facts: GlobalFacts;
  readonly requirements: readonly KnownRequirement[];
  /** What must be asked of the travel models: first for the requirements, then one request for each measure of nearest facilities. */
  readonly requests: readonly PlannedRequest[];
  /** How many of the requests are for measures. */
  readonly measureRequestCount: number;
  /** What each measure of all facilities within reach asks for. */
  readonly reachRequests: readonly PlannedReach[];
}

/** A measure, and the reach table that it reads. */
export interface PlannedReach {
  readonly measure: ReachMeasure;
  readonly request: ReachRequest;
}

/** Plans what to ask of the travel models. */
export function planCity(
  parts: CityParts,
  question: Question,
  facts: GlobalFacts = measureGlobalFacts(parts, {
    categories: question.standard.categories,
    profile: question.profile,
  }),
): CityPlan {
  return planQuestion(question, facts);
}

/** Plans what to ask of the travel models, where the facts of the whole are known. */
export function planQuestion(question: Question, facts: GlobalFacts): CityPlan {
  const { standard, measures } = question;
  const units = unitsOf(question.travel);
  assertUnits(measures, units);
  const hasFacility = (category: string) => Object.hasOwn(facts.facilityCounts, category);
  const known = new Set(question.knownCategories);
  const isKnown = (category: string) => hasFacility(category) || known.has(category);
  const { requirements, requests } = planRequests(standard, isKnown, units, (denominator) =>
    facts.denominators.includes(denominator),
  );
  const required = new Set(standard.requirements.map(({ category }) => category));
  // a measure may name categories that no requirement asks for
  const categories = [...required, ...standard.categories.map(({ id }) => id).filter((id) => !required.has(id))].filter(
    hasFacility,
  );
  const categoriesOf = ({ categories: only }: Measure) =>
    categories.filter((id) => only?.includes(id) ?? required.has(id));
  const forMeasures = measures.flatMap((one) =>
    one.table === "nearest" ? [nearestRequest(one, categoriesOf(one))] : [],
  );
  const reachRequests = measures.flatMap((one) =>
    one.table === "reach"
      ? [{ measure: one, request: { unit: one.tableUnit, cutoff: one.cutoff, categories: categoriesOf(one) } }]
      : [],
  );
  return {
    ...{ ...question, facts, requests: [...requests, ...forMeasures] },
    ...{ measureRequestCount: forMeasures.length, reachRequests },
    requirements: requirements.map((planned) => withKnowledge(planned, facts)),
  };
}

/** A measure reads every category that the standard asks for and the input has, or those of them that it names. */
function nearestRequest(
  { tableUnit: unit, nearestCount, cutoff }: NearestMeasure,
  categories: readonly CategoryId[],
): PlannedRequest {
  const reach = unit === "seconds" ? "time" : "network";
  return { reach, unit, cutoff, nearestCount, categories, countWithin: categories.map(() => null) };
}

function assertUnits(measures: readonly Measure[], units: readonly CostUnit[]): void {
  for (const { tableUnit } of measures)
    if (!units.includes(tableUnit))
      throw new CoverageError("INVALID_ARGUMENT", say("travel.unit", { wanted: tableUnit }), {
        path: "options.measures",
        hint: say("travel.unit.hint", { told: units.join(", ") }),
      });
}
