import type { City, CityParts } from "../city/city.js";
import { cityArea, neighborhoodAreas } from "../coverage/areas.js";
import { CityJudge, type JudgedCity } from "../coverage/city-judge.js";
import type { JudgedAreas } from "../coverage/requirement-judge.js";
import type { Measure } from "../model/measure.js";
import type { NearestTable, Progress } from "../model/travel.js";
import { valuesOf } from "./check-measures.js";
import type { FilledReach, FilledTables } from "./fill-tables.js";
import type { CityPlan } from "./plan-city.js";

/** The third stage: judges a city by what its tables hold. A pure function of them. */
export function judgeTables(
  parts: CityParts,
  plan: CityPlan,
  filled: FilledTables,
  onProgress?: (progress: Progress) => void,
): JudgedCity {
  const total = plan.requirements.length;
  return openJudge(parts, plan, filled, (done) => onProgress?.({ stage: "judge", done, total })).judged;
}

/** What is judged of a city. */
export interface JudgedParts {
  readonly city: Pick<City, "neighborhoods" | "neighborhoodSquareMeters" | "origins">;
}

/** Opens a judge that remembers what it found: where tables change, only what depends on it is judged again. */
export function openJudge(
  parts: JudgedParts,
  plan: CityPlan,
  filled: Pick<FilledTables, "tables" | "reachTables" | "facilities">,
  onRequirement?: (done: number) => void,
): CityJudge {
  const { standard, requirements, smallGroupBelow } = plan;
  return new CityJudge({
    ...judgedAreas(parts, plan, filled),
    tables: filled.tables,
    ...{
      standard,
      smallGroupBelow,
      plan: { requirements, requests: plan.requests },
      measureValues: measureValuesOf(parts, plan, filled),
      onRequirement,
    },
  });
}

/** Computes the measures of a plan, in its order, by origin. */
export function measureValuesOf(
  parts: JudgedParts,
  { measures, requests, measureRequestCount }: CityPlan,
  filled: Pick<FilledTables, "tables" | "reachTables">,
): { readonly measure: Measure; readonly values: Float64Array }[] {
  const { origins, neighborhoods } = parts.city;
  let nextNearest = requests.length - measureRequestCount;
  let nextReach = 0;
  return measures.map((measure) => {
    if (measure.table === "nearest")
      return { measure, values: valuesOf(measure, filled.tables[nextNearest++] as NearestTable) };
    const { table, facilities } = filled.reachTables[nextReach++] as FilledReach;
    return { measure, values: valuesOf(measure, table, { origins, facilities, neighborhoods }) };
  });
}

/** Gives what is judged: the neighborhoods of a city, and the city itself. */
function judgedAreas(
  { city: { neighborhoods, origins, neighborhoodSquareMeters } }: JudgedParts,
  { facts }: CityPlan,
  { facilities }: Pick<FilledTables, "facilities">,
): Omit<JudgedAreas, "tables"> {
  const areas = neighborhoodAreas(neighborhoods, origins, neighborhoodSquareMeters);
  return {
    areas,
    city: cityArea(origins, areas, facts.isPeopled),
    context: { origins, facilities },
  };
}
