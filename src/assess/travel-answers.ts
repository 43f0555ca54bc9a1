import type { Diagnostic } from "../base/diagnostics.js";
import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/core.js";
import type { Meters } from "../base/units.js";
import type { Plan, PlannedWay } from "../coverage/plan.js";
import { REACHES, type Reach } from "../model/standard.js";
import type { CostUnit, TravelSummary } from "../model/travel.js";
import { presence } from "../travel/presence.js";
import { straightLine } from "../travel/straight-line.js";
import type { PreparedTravel, TravelModel } from "../travel/travel-model.js";

/** What answers, whatever the travel models are, for service radii (the straight line as it is) and for what lies in a neighborhood. */
const OWN_MODELS: ReadonlyMap<Reach, TravelModel> = new Map([
  ["straight", straightLine({ detourFactor: 1 })],
  ["inside", presence],
]);

/** Gives the travel models that answer for a reach. */
export function modelsFor(
  { reach }: Pick<PlannedWay, "reach">,
  models: readonly TravelModel[],
): readonly TravelModel[] {
  const own = OWN_MODELS.get(reach);
  return own === undefined ? models : [own];
}

/** Lists the models of a question, and those that answer for the other reaches that its requests ask for. */
export function usedModels(
  requests: readonly Pick<PlannedWay, "reach">[],
  models: readonly TravelModel[],
): readonly TravelModel[] {
  const asked = new Set(requests.map(({ reach }) => reach));
  return [...models, ...[...OWN_MODELS].flatMap(([reach, model]) => (asked.has(reach) ? [model] : []))];
}

const BOTH_UNITS: readonly CostUnit[] = ["seconds", "meters"];

/**
 * Lists the units that all travel models can answer in: only in such a one can they be compared.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT` if there is none
 */
export function unitsOf(models: readonly TravelModel[]): readonly CostUnit[] {
  const units = BOTH_UNITS.filter((unit) => models.every((model) => (model.units ?? BOTH_UNITS).includes(unit)));
  if (units.length > 0) return units;
  throw new CoverageError("INVALID_ARGUMENT", say("travel.noCommonUnit"), {
    path: "options.travel",
    hint: say("travel.noCommonUnit.hint"),
  });
}

/** How the costs were measured, and what was found on the way. Plain data. */
export interface TravelAnswer {
  readonly summary: TravelSummary;
  readonly diagnostics: readonly Diagnostic[];
  /** How far, at most, the thresholds reach that it answers for, as the crow flies; `null` = it cannot tell. */
  readonly reachMeters: Meters | null;
}

/**
 * Tells what the travel models of a question answered.
 *
 * @param models from `usedModels`
 * @param farthest from `farthestWays`
 */
export function tellAnswers(
  models: readonly TravelModel[],
  farthest: readonly PlannedWay[],
  prepare: (model: TravelModel) => PreparedTravel,
): TravelAnswer[] {
  return models.map((model) => {
    const { summary, diagnostics, reachMeters } = prepare(model);
    const own = farthest.filter((way) => modelsFor(way, [model])[0] === model);
    const meters = own.map(({ threshold, unit }) => reachMeters?.(threshold, unit) ?? null);
    return { summary, diagnostics, reachMeters: largest(meters) };
  });
}

/** Gives the requirement of each reach whose own threshold is the largest. */
export function farthestWays(requirements: Plan["requirements"]): PlannedWay[] {
  const ways = requirements.map(({ own }) => own);
  return REACHES.flatMap((reach) => {
    const [first, ...others] = ways.filter((way) => way.reach === reach);
    return first === undefined
      ? []
      : [others.reduce((most, way) => (way.threshold > most.threshold ? way : most), first)];
  });
}

/** The largest of those that are known; `null` = none is. */
export function largest(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce((most, number) => (number === null || (most !== null && most >= number) ? most : number), null);
}
