import { setOwn } from "../base/json-object.js";
import type { Measure, MeasureSummary } from "../model/measure.js";
import type { AreaCoverage, CircleCoverage, RequirementCoverage } from "../model/report.js";
import type { Standard } from "../model/standard.js";
import type { CostUnit } from "../model/travel.js";
import type { Area } from "./areas.js";
import { CircleJudge } from "./circle-judge.js";
import type { Plan } from "./plan.js";
import { type JudgedGround, RequirementJudge, Tallies } from "./requirement-judge.js";
import { summarizeMeasure } from "./summarize-measure.js";

/** What is judged, and by what. */
export interface JudgeInput extends JudgedGround {
  readonly standard: Standard;
  readonly plan: Plan;
  readonly measureValues: readonly { readonly measure: Measure; readonly values: Float64Array }[];
  readonly onRequirement?: ((done: number) => void) | undefined;
}
export interface JudgedCity {
  readonly city: AreaCoverage;
  readonly areas: readonly AreaCoverage[];
}
/** Cells of the tables that hold something else than when they were last judged. */
export interface TableChange {
  readonly unit: CostUnit;
  /** Column of a category and threshold in the table of this unit. */
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
    this.#requirements = plan.requirements.map((planned, done) => {
      const judge = new RequirementJudge(planned, input);
      judge.judge(all, this.#tallies);
      onRequirement?.(done + 1);
      return judge;
    });
    this.#circles = standard.circles.map(
      (circle) => new CircleJudge(circle, standard, this.#requirements, context.origins),
    );
    this.#judged = this.#sumUp(all, null);
  }

  /** What was found last. */
  get judged(): JudgedCity {
    return this.#judged;
  }

  /** Judges again what depends on cells of the tables that have changed. Measures stay as they are. */
  rejudge(changes: readonly TableChange[]): JudgedCity {
    const { neighborhoodRow } = this.#input.context.origins;
    const all = new Set<number>();
    for (const judge of this.#requirements) {
      const rows = new Set<number>();
      for (const { unit, column, origins } of changes)
        if (judge.planned.ways.some((way) => way.unit === unit && way.column === column))
          for (const origin of origins) rows.add(neighborhoodRow[origin]);
      if (rows.size > 0) judge.judge(rows, this.#tallies);
      for (const row of rows) all.add(row);
    }
    this.#judged = this.#sumUp(all, this.#judged);
    return this.#judged;
  }

  #sumUp(areaRows: ReadonlySet<number>, before: JudgedCity | null): JudgedCity {
    const { areas, city, context } = this.#input;
    for (const circle of this.#circles)
      for (const row of areaRows) circle.judge(row, areas[row] as Area, context.origins);
    return {
      areas: areas.map((area, row) => {
        const known = areaRows.has(row) ? undefined : before?.areas[row];
        return known ?? this.#toCoverage(area, row, before?.areas[row]);
      }),
      city: this.#toCoverage(city, null, before?.city),
    };
  }

  #toCoverage(area: Area, row: number | null, before: AreaCoverage | undefined): AreaCoverage {
    const requirements: Record<string, RequirementCoverage> = {};
    for (const judge of this.#requirements)
      setOwn(
        requirements,
        judge.planned.requirement.id,
        row === null ? judge.city : (judge.areas[row] as RequirementCoverage),
      );
    const circles: Record<string, CircleCoverage> = {};
    for (const judge of this.#circles) setOwn(circles, judge.circle.id, judge.summarize(row, requirements));
    const { population, areaSquareMeters } = area;
    if (this.#input.measureValues.length === 0) return { population, areaSquareMeters, circles, requirements };
    return {
      population,
      areaSquareMeters,
      circles,
      requirements,
      measures: before?.measures ?? this.#measuresOf(area),
    };
  }

  #measuresOf(area: Area): Record<string, MeasureSummary> {
    const measures: Record<string, MeasureSummary> = {};
    for (const { measure, values } of this.#input.measureValues)
      setOwn(measures, measure.id, summarizeMeasure(measure, values, area));
    return measures;
  }
}
