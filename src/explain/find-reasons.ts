import { prepareTravel } from "../assess/prepare-travel.js";
import { largest } from "../assess/travel-answers.js";
import { isListOfObjects, withFound } from "../assess/with-found.js";
import { assertKeys, checkObject, invalid } from "../base/check-argument.js";
import { guardShape } from "../base/guard-call.js";
import { say } from "../base/texts/library.js";
import { PreparedCity } from "../city/prepared-city.js";
import { toLine } from "../coverage/grade-circle.js";
import type { CircleReason } from "../model/reason.js";
import type { AreaCoverage, CoverageReport, NeighborhoodCoverage } from "../model/report.js";
import { assertRendering } from "../report/check-report.js";
import { uncoveredOf } from "../report/shortfalls.js";
import { judgeServices, type ServiceVerdict, type ServiceVerdicts } from "../scenarios/service-verdicts.js";
import { travelCityFor } from "../travel/travel-city.js";
import type { TravelModel } from "../travel/travel-model.js";
import { BarrierIndex } from "./barrier-index.js";
import { explainLack, type LackWork } from "./explain-lack.js";

/** How reasons are found. */
export interface ReasonOptions {
  /** The travel models of the report. Default: those that it was computed by; of a report that was read from a file, those that it names. */
  readonly travel?: readonly TravelModel[];
}

const OPTION_KEYS = new Set(["travel"]);

/**
 * Finds why circles are not complete: for every neighborhood and circle the everyday service that most people lack, the nearest
 * facility and how far beyond the threshold it is, what keeps people from it (see `ReasonCause`), and the requirement whose repair would
 * lift the circle most.
 *
 * What keeps somebody from a facility is told by a straight line from home to the nearest one: if that is short enough, it is not the distance.
 *
 * @param city the one that the report was computed of
 * @returns in the order of the report; a circle that lacks nothing, or of which nothing is known, has no reason
 * @throws {CoverageError} INVALID_ARGUMENT for what is no city or no report, or one that was read from a file and names other travel models than
 *   those of the library
 *
 * @example
 * ```ts
 * import { findReasons } from "quarterhour/explain";
 *
 * const [reason] = findReasons(city, report);
 * [reason?.circle, reason?.requirement, reason?.cause]; // → ["lifeService","elderly_day_care","detour"]
 * ```
 */
export function findReasons(city: PreparedCity, report: CoverageReport, options: ReasonOptions = {}): CircleReason[] {
  return guardShape("findReasons", () => {
    if (!(city instanceof PreparedCity)) throw invalid("city", city, say("expected.preparedCity"));
    assertRendering(report, {});
    checkObject("options", options);
    assertKeys(options, OPTION_KEYS);
    return reasonsAmong(city, report, judgeServices(city, report, options.travel));
  });
}

/** The same, where the verdicts are known already. */
export function reasonsAmong(city: PreparedCity, report: CoverageReport, verdicts: ServiceVerdicts): CircleReason[] {
  const parts = PreparedCity.parts(city);
  const { categories, profile, travel } = verdicts;
  const { facilities, facilityIndex } = travelCityFor(parts, categories, profile);
  const models = travel.map((model) => prepareTravel(parts, { model, profile, categories }));
  const work: LackWork = {
    ...{ verdicts, facilities, barriers: new BarrierIndex(city) },
    index: facilityIndex(),
    reachMeters: ({ threshold, unit }) =>
      largest(models.map(({ reachMeters }) => reachMeters?.(threshold, unit) ?? null)) ??
      threshold * (unit === "seconds" ? profile.speedMetersPerSecond : 1),
  };
  const { firstOrigin } = verdicts.origins;
  return report.neighborhoods.flatMap((area, row) =>
    report.standard.circles.flatMap(({ id: circle }) => {
      const services = verdicts.services.filter(({ planned }) => planned.requirement.circle === circle);
      const worst = worstOf(services, area, verdicts.isByPeople);
      if (worst === null) return [];
      const range = [firstOrigin[row] as number, firstOrigin[row + 1] as number] as const;
      return [
        {
          ...{ neighborhoodId: area.id, circle, requirement: worst.service.planned.requirement.id },
          ...{ lacking: worst.lacking, ...explainLack(worst.service, range, worst.lacking, work) },
          lift: liftOf(report, area, circle),
        },
      ];
    }),
  );
}

/** Gives a report with its reasons, so that every rendering tells them. @throws {CoverageError} INVALID_ARGUMENT for what are no reasons */
export function withReasons(report: CoverageReport, reasons: readonly CircleReason[]): CoverageReport {
  const expected = say("expected.reasons");
  return withFound("withReasons", report, { name: "reasons", value: reasons, isFound: isListOfObjects, expected });
}

interface Worst {
  readonly service: ServiceVerdict;
  readonly lacking: number;
}

/** The service that most people lack; of those without data all lack it, but what the data know comes first. */
function worstOf(services: readonly ServiceVerdict[], area: NeighborhoodCoverage, isByPeople: boolean): Worst | null {
  const lacks = services.map((service): Worst => {
    const coverage = area.requirements[service.planned.requirement.id];
    const basis = isByPeople ? "population" : "area";
    return { service, lacking: service.findings === null ? coverage[basis].total : uncoveredOf(coverage, basis) };
  });
  const known = lacks.filter(({ service, lacking }) => service.findings !== null && lacking > LEAST);
  const some = known.length > 0 ? known : lacks.filter(({ lacking }) => lacking > LEAST);
  return some.reduce<Worst | null>((worst, one) => (worst === null || one.lacking > worst.lacking ? one : worst), null);
}

/** Sums of the same people in another order differ by less. */
const LEAST = 1e-6;

/** Where a standard has no scores, its lines weigh alike. */
const ALIKE = { weights: { mandatory: 1, optional: 1, label: 0 } };

/** Which line of a circle is farthest from full, by its weight. */
function liftOf({ standard }: CoverageReport, { requirements }: AreaCoverage, circle: string): CircleReason["lift"] {
  const rules = { ...standard, scoring: standard.scoring ?? ALIKE };
  const lines = standard.requirements
    .filter((one) => one.circle === circle && one.necessity !== "label")
    .flatMap((one) => {
      const { weight, known } = toLine(one, requirements[one.id], rules);
      return known === null || weight === 0 ? [] : [{ id: one.id, weight, known }];
    });
  const all = lines.reduce((sum, { weight }) => sum + weight, 0);
  const gains = lines.map(({ id, weight, known }) => ({ requirement: id, points: (100 * weight * (1 - known)) / all }));
  const best = gains.reduce<(typeof gains)[number] | null>(
    (most, one) => (one.points > (most?.points ?? 0) ? one : most),
    null,
  );
  return best !== null && best.points > LEAST ? { ...best, points: Math.round(10 * best.points) / 10 } : null;
}
