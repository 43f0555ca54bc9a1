import type {
  AreaCoverage,
  CircleId,
  CostUnit,
  Metric,
  MetricSummary,
  NearestTable,
  RequirementCoverage,
  RequirementId,
  Standard,
} from "../model.js";
import type { MetersPerSecond } from "../units.js";
import type { Area } from "./areas.js";
import { judgeRequirement, type OriginFindings } from "./judge-requirements.js";
import type { Plan } from "./plan.js";
import { shareOf, sumShares, unknownShare } from "./shares.js";
import { judgeCircle, summarizeCircle } from "./summarize-circle.js";
import { summarizeMetric } from "./summarize-metric.js";
import {
  noDataRequirement,
  type SummaryContext,
  summarizeCityRequirement,
  summarizeRequirement,
} from "./summarize-requirement.js";

/** What is judged, and by what. */
export interface JudgeInput {
  readonly standard: Standard;
  readonly plan: Plan;
  readonly tableOf: (unit: CostUnit) => NearestTable;
  readonly speedMetersPerSecond: MetersPerSecond;
  readonly metricValues: readonly { readonly metric: Metric; readonly values: Float64Array }[];
  readonly areas: readonly Area[];
  readonly city: Area;
  readonly context: SummaryContext;
  readonly onRequirement?: ((done: number) => void) | undefined;
}
export interface JudgedCity {
  readonly city: AreaCoverage;
  readonly areas: readonly AreaCoverage[];
}

/** Judges every requirement at every origin, and sums up requirements and circles for every area and the city. */
export function judgeCity(input: JudgeInput): JudgedCity {
  const { standard, plan, areas, city } = input;
  const requirements = areas.map((): Record<RequirementId, RequirementCoverage> => ({}));
  const cityRequirements: Record<RequirementId, RequirementCoverage> = {};
  const findingsOf = new Map<RequirementId, OriginFindings>();
  plan.requirements.forEach(({ requirement: { id }, ways }, done) => {
    if (ways.length === 0) {
      for (const [row, area] of areas.entries()) setOwn(requirements[row], id, noDataRequirement(area));
      setOwn(cityRequirements, id, noDataRequirement(city));
    } else {
      const findings = judgeRequirement(ways, input.tableOf, input.speedMetersPerSecond);
      findingsOf.set(id, findings);
      const parts = areas.map((area) => summarizeRequirement(findings, area, input.context));
      for (const [row, part] of parts.entries()) setOwn(requirements[row], id, part);
      setOwn(cityRequirements, id, summarizeCityRequirement(findings, city, parts, input.context));
    }
    input.onRequirement?.(done + 1);
  });
  const completeByCircle = standard.circles.map((circle) => judgeCircle(circle, standard, findingsOf));
  const completeShares = areas.map((area) =>
    completeByCircle.map((complete) => completeShare(complete, area, input.context)),
  );
  return {
    areas: areas.map((area, row) => toAreaCoverage(input, area, requirements[row] ?? {}, completeShares[row] ?? [])),
    city: toAreaCoverage(
      input,
      city,
      cityRequirements,
      standard.circles.map((_, i) => {
        const parts = completeShares.flatMap((shares) => shares[i] ?? []);
        return {
          population: sumShares(parts.map(({ population }) => population)),
          area: sumShares(parts.map((part) => part.area)),
        };
      }),
    ),
  };
}

type CompleteShares = Pick<AreaCoverage["circles"][CircleId], "population" | "area">;

function completeShare(complete: Uint8Array | null, area: Area, { origins }: SummaryContext): CompleteShares {
  if (complete === null)
    return { population: unknownShare(area.population ?? 0), area: unknownShare(area.areaSquareMeters) };
  return {
    population: shareOf(complete, origins.population, area.range),
    area: shareOf(complete, origins.areaSquareMeters, area.range),
  };
}

function toAreaCoverage(
  { standard, metricValues }: JudgeInput,
  area: Area,
  requirements: AreaCoverage["requirements"],
  complete: readonly CompleteShares[],
): AreaCoverage {
  const circles: Record<CircleId, AreaCoverage["circles"][CircleId]> = {};
  standard.circles.forEach((circle, i) => {
    setOwn(circles, circle.id, summarizeCircle(circle, standard, requirements, complete[i] as CompleteShares));
  });
  const metrics: Record<string, MetricSummary> = {};
  for (const { metric, values } of metricValues) setOwn(metrics, metric.id, summarizeMetric(values, area));
  return {
    population: area.population,
    areaSquareMeters: area.areaSquareMeters,
    circles,
    requirements,
    ...(metricValues.length === 0 ? {} : { metrics }),
  };
}

/** Plain assignment would not keep an id like `__proto__`. */
function setOwn<T>(record: Record<string, T> | undefined, key: string, value: T): void {
  if (record !== undefined)
    Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
}
