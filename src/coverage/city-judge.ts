import type { Measure } from "../model/measure.js";
import type { AreaCoverage, RequirementCoverage } from "../model/report.js";
import type { Standard } from "../model/standard.js";
import { type Area, countedOf, mapGroups, originsForCity } from "./areas.js";
import { assembleArea } from "./assemble-area.js";
import { CircleJudge } from "./circle-judge.js";
import { type CountedArea, countedOrigins, type Judgement, pickColumns, pickNumbers } from "./judgement.js";
import type { KnownRequirement } from "./knowledge.js";
import type { Plan } from "./plan.js";
import { type JudgedAreas, RequirementJudge, Tallies } from "./requirement-judge.js";
import { askedCircles } from "./summarize-circle.js";
import { summarizeMeasures } from "./summarize-measures.js";
import { unknownShares } from "./summarize-requirement.js";

/** What is judged, and by what. */
export interface JudgeInput extends JudgedAreas {
  readonly standard: Standard;
  /** Of groups with fewer people in an area nothing is told there. */
  readonly smallGroupBelow?: number;
  readonly plan: { readonly requirements: readonly KnownRequirement[]; readonly requests: Plan["requests"] };
  readonly measureValues: readonly { readonly measure: Measure; readonly values: Float64Array }[];
  readonly onRequirement?: ((done: number) => void) | undefined;
}
export interface JudgedCity {
  readonly city: AreaCoverage;
  readonly areas: readonly AreaCoverage[];
}
/** Cells of the tables that hold something else than when they were last judged. */
export interface TableChange {
  /** Row of the request that the table answers. */
  readonly request: number;
  /** Column of a category and threshold in that table. */
  readonly column: number;
  readonly origins: Iterable<number>;
}

/**
 * Judges every requirement at every origin, and sums up requirements and circles for every area and the city.
 *
 * Remembers what it found: where the tables change, only what depends on it is judged again, with the same result as
 * judging from scratch. What it gave before stays as it was.
 */
export class CityJudge {
  readonly #input: JudgeInput;
  readonly #requirements: readonly RequirementJudge[];
  readonly #circles: readonly CircleJudge[];
  readonly #tallies: Tallies;
  #judged: JudgedCity;

  constructor(input: JudgeInput) {
    const { plan, standard, areas, context, onRequirement } = input;
    this.#input = input;
    this.#tallies = new Tallies(context.origins);
    const all = new Set(areas.keys());
    const forCity = originsForCity(context.origins);
    this.#requirements = plan.requirements.map((planned, done) => {
      const judge = new RequirementJudge(planned, input, forCity);
      judge.judge(all, this.#tallies);
      onRequirement?.(done + 1);
      return judge;
    });
    this.#circles = askedCircles(standard, plan.requirements).map(
      (asked) => new CircleJudge(asked, this.#requirements, context.origins, forCity),
    );
    this.#judged = this.#sumUp(all, null);
  }

  /** What was found last. */
  get judged(): JudgedCity {
    return this.#judged;
  }

  /**
   * Gives what was found last as plain data that adds up with that of other parts of the city.
   *
   * @param neighborhoodRows the rows of the areas among all neighborhoods of the city, ascending
   */
  judgement(neighborhoodRows: Uint32Array): Judgement {
    const { areas, city, context, measureValues } = this.#input;
    const { rows, firstOrigin } = countedOrigins(areas, city);
    return {
      neighborhoodRows,
      areas: this.#judged.areas,
      counted: areas.map((area, row) => this.#countedArea(area, row)),
      firstOrigin,
      weights: pickNumbers(city.weights, rows),
      lon: pickNumbers(context.origins.lon, rows),
      lat: pickNumbers(context.origins.lat, rows),
      ...(measureValues.length > 0 &&
        city.groupWeights && { groups: mapGroups(city.groupWeights, (people) => pickNumbers(people, rows)) }),
      requirements: this.#requirements.map(({ findings }) => findings && pickColumns(findings, rows)),
      measures: measureValues.map(({ values }) => pickNumbers(values, rows)),
    };
  }

  #countedArea(area: Area, row: number): CountedArea {
    // what is reported of small groups does not add up
    if (area.counted === undefined && area.groups === undefined) return this.#judged.areas[row] as CountedArea;
    const counted = countedOf(area);
    const { population, areaSquareMeters, uncertainty, groups } = counted;
    const circles = this.#circles.map((judge) => [judge.asked.circle.id, judge.countedShares(row)]);
    const requirements = this.#requirements.map(({ planned, counted: shares }) => [
      planned.requirement.id,
      shares[row] ?? unknownShares(counted),
    ]);
    return {
      ...{ population, areaSquareMeters, uncertainty },
      ...(groups && { groups }),
      circles: Object.fromEntries(circles),
      requirements: Object.fromEntries(requirements),
    };
  }

  /** Judges again what depends on cells of the tables that have changed. Measures stay as they are. */
  rejudge(changes: readonly TableChange[]): JudgedCity {
    const { neighborhoodRow } = this.#input.context.origins;
    const all = new Set<number>();
    for (const judge of this.#requirements) {
      const rows = new Set<number>();
      for (const { request, column, origins } of changes)
        if (judge.planned.ways.some((way) => way.request === request && way.column === column))
          for (const origin of origins) rows.add(neighborhoodRow[origin]);
      if (rows.size > 0) judge.judge(rows, this.#tallies);
      for (const row of rows) all.add(row);
    }
    this.#judged = this.#sumUp(all, this.#judged);
    return this.#judged;
  }

  #sumUp(areaRows: ReadonlySet<number>, before: JudgedCity | null): JudgedCity {
    const { areas, city } = this.#input;
    for (const circle of this.#circles) for (const row of areaRows) circle.judge(row, areas[row] as Area);
    return {
      areas: areas.map((area, row) => {
        const known = areaRows.has(row) ? undefined : before?.areas[row];
        return known ?? this.#toCoverage(area, row, before?.areas[row]);
      }),
      city: this.#toCoverage(city, null, before?.city),
    };
  }

  #toCoverage(area: Area, row: number | null, before: AreaCoverage | undefined): AreaCoverage {
    const { measureValues, plan, standard, smallGroupBelow } = this.#input;
    return assembleArea(area, {
      ...{ asked: plan.requirements, standard, smallGroupBelow },
      requirements: this.#requirements.map((judge) => [
        judge.planned.requirement.id,
        row === null ? judge.city : (judge.areas[row] as RequirementCoverage),
      ]),
      circles: this.#circles.map((judge) => [
        judge.asked.circle.id,
        (requirements) => judge.summarize(row, requirements),
      ]),
      measured: before === undefined ? summarizeMeasures(measureValues, area, smallGroupBelow) : measuredOf(before),
    });
  }
}

function measuredOf({ measures, groupMeasures }: AreaCoverage): Pick<AreaCoverage, "measures" | "groupMeasures"> {
  return { ...(measures && { measures }), ...(groupMeasures && { groupMeasures }) };
}
