import { type CityPlan, planCity } from "../assess/plan-city.js";
import type { Question } from "../assess/question.js";
import type { ModeNetwork } from "../attach/mode-network.js";
import type { CityParts } from "../city/city.js";
import {
  boundsOfFacilities,
  boxesAround,
  categoriesNear,
  countByCategory,
  type GlobalFacts,
  measureGlobalFacts,
} from "../city/global-facts.js";
import type { KnownRequirement } from "../coverage/knowledge.js";
import type { PlannedRequest, PlannedRequirement } from "../coverage/plan.js";
import { type Bounds, boundsOfColumns } from "../geo/bounds.js";
import type { Facility, Streets } from "../model/facts.js";
import type { Standard } from "../model/standard.js";
import type { NearestTable } from "../model/travel.js";
import { cellOf } from "../travel/nearest-table.js";

/** What a scenario asks, whichever facilities are open: the columns of its tables never change. */
export class ScenarioPlan {
  /** For the requirements, as if there were facilities of every category. Measures are asked for with each report. */
  readonly requests: readonly PlannedRequest[];
  readonly #requirements: readonly PlannedRequirement[];
  readonly #parts: CityParts;
  /** What was there before any edit is known, whatever is closed. */
  readonly #question: Question;
  /** Outside of them a facility is far from every neighborhood. */
  readonly #boxes: readonly Bounds[];
  /** Of the city as it was read. */
  readonly #facts: GlobalFacts;
  /** Around the streets of now: they seldom change. */
  #bounds: { readonly streets: Streets | null; readonly bounds: Bounds | null } | null = null;

  constructor(parts: CityParts, question: Question) {
    const { categories } = question.standard;
    this.#parts = parts;
    this.#facts = measureGlobalFacts(parts, { categories, profile: question.profile });
    const known = [...question.knownCategories, ...Object.keys(this.#facts.facilityCounts)];
    this.#question = { ...question, knownCategories: [...new Set(known)].sort() };
    this.#boxes = boxesAround(parts);
    const everyCategory = { ...question, measures: [], knownCategories: categories.map(({ id }) => id) };
    const whole = planCity(parts, everyCategory, this.#facts);
    this.requests = whole.requests;
    this.#requirements = whole.requirements;
  }

  get standard(): Standard {
    return this.#question.standard;
  }

  /** Plans for the facilities that are open and the streets of now. Ways have the columns of `this.requests`. */
  planFor(open: readonly Facility[], network: ModeNetwork | null): CityPlan {
    const facilityCounts = countByCategory(open);
    const plan = planCity(this.#parts, this.#question, {
      ...this.#facts,
      facilityCounts,
      nearbyCategories: categoriesNear(open, this.#boxes),
      facilityBounds: boundsOfFacilities(open),
      streetBounds: this.#boundsOf(network?.streets ?? null),
      longestIslandMeters: network === null ? {} : { [network.mode.id]: network.islands.longestMeters },
    });
    const known = new Set([...this.#question.knownCategories, ...Object.keys(facilityCounts)]);
    const requirements = this.#requirements.map(({ ways }, i) => ({
      ...(plan.requirements[i] as KnownRequirement),
      ways: ways.filter(({ category }) => known.has(category)),
    }));
    return { ...plan, requirements };
  }

  /**
   * Gives the first table that a plan asks for, with its first column: all that a report reads of tables itself.
   *
   * @param tables those of `this.requests`
   */
  firstTables({ requests, measureRequestCount }: CityPlan, tables: readonly NearestTable[]): NearestTable[] {
    const [first] = requests.slice(0, requests.length - measureRequestCount);
    const [category] = first?.categories ?? [];
    const row = this.requests.findIndex(
      ({ reach, nearestCount }) => reach === first?.reach && (nearestCount === 1) === (first.nearestCount === 1),
    );
    const [asked, table] = [this.requests[row], tables[row]];
    if (first === undefined || category === undefined || asked === undefined || table === undefined) return [];
    const column = asked.categories.findIndex(
      (each, i) => each === category && asked.countWithin[i] === first.countWithin[0],
    );
    const [from, to] = [cellOf(table, 0, column), cellOf(table, 0, column + 1)];
    return [
      {
        ...table,
        categories: [category],
        cost: table.cost.subarray(from, to),
        facilityRow: table.facilityRow.subarray(from, to),
        secondQuantity: null,
        counts: [table.counts[column] ?? null],
      },
    ];
  }

  #boundsOf(streets: Streets | null): Bounds | null {
    if (this.#bounds?.streets !== streets || this.#bounds === null)
      this.#bounds = { streets, bounds: streets && boundsOfColumns(streets.lon, streets.lat) };
    return this.#bounds.bounds;
  }
}
