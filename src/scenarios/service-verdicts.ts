import { fillTables } from "../assess/fill-tables.js";
import { planCity } from "../assess/plan-city.js";
import { toQuestion } from "../assess/question.js";
import { PreparedCity } from "../city/prepared-city.js";
import { originsForCity } from "../coverage/areas.js";
import type { KnownRequirement } from "../coverage/knowledge.js";
import { findingsOf, type OriginFindings } from "../coverage/origin-findings.js";
import type { PlannedRequest } from "../coverage/plan.js";
import { everydayServices } from "../coverage/summarize-services.js";
import type { Origins } from "../model/facts.js";
import type { CoverageReport } from "../model/report.js";
import type { Category } from "../model/standard.js";
import type { NearestTable, TravelProfile } from "../model/travel.js";
import { validateStandard } from "../standards/validate-standard.js";
import type { TravelModel } from "../travel/travel-model.js";
import { askAgain } from "./ask-again.js";

/** One everyday service, and what was found for it at every origin. */
export interface ServiceVerdict {
  readonly planned: KnownRequirement;
  /** `null` = the input has no such facility anywhere. */
  readonly findings: OriginFindings | null;
}

/** What the people of a city have of every everyday service, from the places where they live. */
export interface ServiceVerdicts {
  readonly services: readonly ServiceVerdict[];
  /** What each origin counts for the city: people, or square metres where nobody lives. */
  readonly weights: Float64Array;
  readonly isByPeople: boolean;
  readonly origins: Origins;
  readonly profile: TravelProfile;
  readonly travel: readonly TravelModel[];
  readonly categories: readonly Category[];
  /** One for each request that the ways of requirements name. */
  readonly requests: readonly PlannedRequest[];
  readonly tables: readonly NearestTable[];
}

/**
 * Asks the question of a report again, as far as its everyday services go, and keeps what was found at every origin.
 *
 * @param travel see `askAgain`
 */
export function judgeServices(
  prepared: PreparedCity,
  report: CoverageReport,
  travel?: readonly TravelModel[],
): ServiceVerdicts {
  const asked = askAgain(prepared, report, travel);
  const { standard, profile } = asked;
  validateStandard(standard);
  const parts = PreparedCity.parts(prepared);
  const plan = planCity(parts, toQuestion(prepared, asked));
  const [filled] = fillTables(parts, [plan]);
  const tables = filled?.tables ?? [];
  const origins = originsForCity(parts.city.origins);
  const isByPeople = report.city.population !== null && report.city.population > 0;
  const counted = everydayServices(plan.requirements.map((planned) => ({ ...planned.requirement, planned })));
  return {
    services: counted.map(({ planned }) => {
      if (planned.ways.length === 0) return { planned, findings: null };
      const findings = findingsOf(planned.ways, tables);
      findings.judge(0, origins.count);
      return { planned, findings };
    }),
    weights: isByPeople ? origins.population : origins.areaSquareMeters,
    ...{ isByPeople, origins, profile, travel: asked.travel },
    ...{ categories: standard.categories, requests: plan.requests, tables },
  };
}
