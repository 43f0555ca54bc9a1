import type { FilledTables } from "../assess/fill-tables.js";
import { openJudge } from "../assess/judge-tables.js";
import type { CityPlan } from "../assess/plan-city.js";
import { writeReport } from "../assess/write-report.js";
import type { LonLat } from "../base/words.js";
import { boundsOfFacilities, countByCategory, measureGlobalFacts } from "../city/global-facts.js";
import { PreparedCity } from "../city/prepared-city.js";
import type { CityJudge } from "../coverage/city-judge.js";
import { type Plan, planRequests } from "../coverage/plan.js";
import type { CategoryId, Facility } from "../model/facts.js";
import type { CoverageReport } from "../model/report.js";
import type { NearestTable } from "../model/travel.js";
import { showingItself } from "../report/show-report.js";
import { assertNewFacility, findFacility, type NewFacility } from "./check-scenario.js";
import { closingStreet, type NewStreet, openingStreet } from "./edit-streets.js";
import type { ScenarioState } from "./scenario-state.js";

/**
 * A city in which facilities and streets come and go: "what if the clinic stood here?"
 *
 * Opening, moving and closing a facility or a street repairs only what it changes, and `report` judges only the
 * neighborhoods that it touches. The report is the one that `computeCoverage` gives for a city with these facilities and
 * streets; its `inputs` and what was found while reading are those of the city as it was read. The prepared city itself is
 * not changed.
 */
export class Scenario {
  readonly #state: ScenarioState;
  /** What takes each edit back, the last one last. */
  readonly #undo: (() => void)[] = [];
  #judge: CityJudge | null = null;
  #judgedCategories = "";

  /** Use {@link openScenario}. */
  constructor(state: ScenarioState) {
    this.#state = state;
  }

  /**
   * Opens a facility.
   *
   * @throws {CoverageError} `DUPLICATE_ID` if one of this id is open; `INVALID_LOCATION`; `INVALID_ARGUMENT` if the standard
   *   does not know a category
   */
  addFacility(facility: NewFacility): void {
    const state = this.#state;
    assertNewFacility(facility, state.standard, state.openFacilities());
    const row = state.add(pointFacility(facility));
    state.open(row);
    this.#undo.push(() => state.close(row));
  }

  /** Closes a facility. @throws {CoverageError} `INVALID_ARGUMENT` if none, or more than one, of this id is open */
  closeFacility(id: string): void {
    const state = this.#state;
    const row = findFacility(id, state.openFacilities());
    state.close(row);
    this.#undo.push(() => state.open(row));
  }

  /**
   * Moves a facility: it closes where it was and opens there, as a point.
   *
   * @throws {CoverageError} `INVALID_ARGUMENT` if none, or more than one, of this id is open; `INVALID_LOCATION`
   */
  moveFacility(id: string, location: LonLat): void {
    const state = this.#state;
    const from = findFacility(id, state.openFacilities());
    const { name, categories } = state.order.facilities[from] as Facility;
    assertNewFacility({ id, categories, location }, state.standard, []);
    const to = state.add(pointFacility({ id, name, categories, location }));
    state.close(from);
    state.open(to);
    this.#undo.push(() => {
      state.close(to);
      state.open(from);
    });
  }

  /** Closes a street, all lines of that id. @throws {CoverageError} `INVALID_ARGUMENT` if there is none */
  closeStreet(id: string): void {
    this.#undo.push(this.#state.editStreets(closingStreet(this.#state.ground.streets, id)));
  }

  /** Opens a street. @throws {CoverageError} `INVALID_ARGUMENT`, `DUPLICATE_ID`; what reading a layer of this street throws */
  addStreet(street: NewStreet): void {
    this.#undo.push(this.#state.editStreets(openingStreet(this.#state.ground.streets, street)));
  }

  /** Takes the last edit back. @returns false if there is none */
  undo(): boolean {
    const takeBack = this.#undo.pop();
    takeBack?.();
    return takeBack !== undefined;
  }

  /** Judges the city as it stands now. */
  report(): CoverageReport {
    const { prepared, tables, order } = this.#state;
    const parts = PreparedCity.parts(prepared);
    const plan = this.#plan();
    const filled: FilledTables = {
      tables: plan.requests.map(({ unit }) => tables.get(unit)?.table as NearestTable),
      facilities: order.facilities,
      travel: [this.#state.travel],
    };
    const changes = [...tables.values()].flatMap((table) => table.takeChanges());
    const categories = plan.requirements.map(({ ways }) => ways.map(({ category }) => category).join()).join(";");
    if (this.#judge !== null && categories === this.#judgedCategories) this.#judge.rejudge(changes);
    else this.#judge = openJudge(parts, plan, filled);
    this.#judgedCategories = categories;
    const report = writeReport(parts, plan, filled, this.#judge.judged);
    return showingItself(report, prepared.neighborhoods, this.#cityNow());
  }

  /** The plan for what there is, with the columns of the whole plan; facts are those of now. */
  #plan(): CityPlan {
    const { prepared, standard, profile, wholePlan, ground } = this.#state;
    const open = this.#state.openFacilities().map(({ facility }) => facility);
    const facilityCounts = countByCategory(open);
    const { requirements, requests } = this.#planFor((category) => Object.hasOwn(facilityCounts, category));
    return {
      ...{ standard, profile, travel: [], measures: [], requirements },
      // where nothing is to be asked, no table tells of anything
      requests: requests.length === 0 ? [] : wholePlan.requests,
      facts: {
        ...measureGlobalFacts(PreparedCity.parts(prepared), standard.categories),
        ...{ facilityCounts, facilityBounds: boundsOfFacilities(open), streetBounds: ground.streetBounds },
      },
    };
  }

  /** Gives the city with the streets of now, as long as the scenario is kept and they stay. */
  #cityNow(): { deref(): PreparedCity | undefined } {
    const { edition } = this.#state.ground;
    const kept = new WeakRef(this.#state);
    return {
      deref: () => {
        const state = kept.deref();
        return state?.ground.edition === edition ? state.toCity() : undefined;
      },
    };
  }

  /** The plan for what there is, with the columns of the whole plan. */
  #planFor(hasFacility: (category: CategoryId) => boolean): Plan {
    const { standard, wholePlan } = this.#state;
    const plan = planRequests(standard, hasFacility);
    return {
      ...plan,
      requirements: plan.requirements.map((planned, i) => ({
        ...planned,
        ways: (wholePlan.requirements[i]?.ways ?? []).filter(({ category }) => hasFacility(category)),
      })),
    };
  }
}

function pointFacility({ id, name = null, categories, location }: NewFacility): Facility {
  const shape = { location, entrances: [location], outline: [], isArea: false, areaSquareMeters: null };
  return { id, name, categories, ...shape, attributes: {} };
}
