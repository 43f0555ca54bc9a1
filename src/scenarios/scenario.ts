import { assembleReport, judgedGround } from "../assemble-report.js";
import { CityJudge } from "../coverage/city-judge.js";
import { countByCategory } from "../coverage/findings.js";
import { type Plan, planRequests } from "../coverage/plan.js";
import { CoverageError } from "../errors.js";
import type { CategoryId, CoverageReport, Facility, LonLat, NearestTable, Standard, TravelProfile } from "../model.js";
import { attachFacility } from "../network/attach.js";
import type { Attachment } from "../network/nearest-edge.js";
import { hasOneSpeed } from "../network/weigh.js";
import type { PreparedCity } from "../prepare-city.js";
import { fillRequest } from "../travel/fill-network-table.js";
import { computeNetworkCosts } from "../travel/network-costs.js";
import type { CityStreets, PreparedTravel, TravelCity } from "../travel/travel-model.js";
import { assertNewFacility, findFacility, type NewFacility } from "./check-scenario.js";
import { FacilityOrder } from "./facility-order.js";
import { FieldGround } from "./field-ground.js";
import { ScenarioTable } from "./scenario-table.js";

/** What a scenario stands on; see `openScenario`. */
export interface ScenarioInput {
  readonly prepared: PreparedCity;
  readonly standard: Standard;
  readonly profile: TravelProfile;
  readonly travelCity: TravelCity;
  readonly streets: CityStreets;
  readonly travel: PreparedTravel;
}

/**
 * A city in which facilities come and go: "what if the clinic stood here?"
 *
 * Each edit repairs only what it changes, and `report` judges only the neighborhoods that it touches; the report is the same
 * as `computeCoverage` gives for a city with these facilities. The prepared city itself is not changed.
 */
export class Scenario {
  readonly #input: ScenarioInput;
  readonly #order: FacilityOrder;
  /** By row. */
  readonly #attachments: (readonly Attachment[])[];
  readonly #open: Set<number>;
  /** Plans as if there were every kind of facility: its columns never change. */
  readonly #wholePlan: Plan;
  readonly #tables: ReadonlyMap<string, ScenarioTable>;
  /** What takes each edit back, the last one last. */
  readonly #undo: (() => void)[] = [];
  #judge: CityJudge | null = null;
  #judgedCategories = "";

  /** Use {@link openScenario}. */
  constructor(input: ScenarioInput) {
    const { standard, profile, travelCity, streets } = input;
    this.#input = input;
    this.#order = new FacilityOrder(travelCity.facilities);
    this.#attachments = [...streets.facilitiesOnNetwork(profile.maxAccessMeters).attachments];
    this.#open = new Set(travelCity.facilities.keys());
    this.#wholePlan = planRequests(standard, () => true);
    this.#tables = new Map(this.#wholePlan.requests.map((request) => [request.unit, this.#buildTable(request)]));
  }

  /**
   * Opens a facility.
   *
   * @throws {CoverageError} `DUPLICATE_ID` if one of this id is open; `INVALID_LOCATION`; `INVALID_ARGUMENT` if the standard
   *   does not know a category
   */
  addFacility(facility: NewFacility): void {
    assertNewFacility(facility, this.#input.standard, this.#openFacilities());
    const { id, name = null, categories, location } = facility;
    const point = { outline: [], isArea: false, areaSquareMeters: null };
    const row = this.#addRow({ id, name, categories, location, entrances: [location], ...point });
    this.#openRow(row);
    this.#undo.push(() => this.#closeRow(row));
  }

  /** Closes a facility. @throws {CoverageError} `INVALID_ARGUMENT` if none, or more than one, of this id is open */
  closeFacility(id: string): void {
    const row = findFacility(id, this.#openFacilities());
    this.#closeRow(row);
    this.#undo.push(() => this.#openRow(row));
  }

  /**
   * Moves a facility: it closes where it was and opens there, as a point.
   *
   * @throws {CoverageError} `INVALID_ARGUMENT` if none, or more than one, of this id is open; `INVALID_LOCATION`
   */
  moveFacility(id: string, location: LonLat): void {
    const from = findFacility(id, this.#openFacilities());
    const { name, categories } = this.#order.facilities[from] as Facility;
    assertNewFacility({ id, categories, location }, this.#input.standard, []);
    const point = { outline: [], isArea: false, areaSquareMeters: null };
    const to = this.#addRow({ id, name, categories, location, entrances: [location], ...point });
    this.#closeRow(from);
    this.#openRow(to);
    this.#undo.push(() => {
      this.#closeRow(to);
      this.#openRow(from);
    });
  }

  /** Takes the last edit back. @returns false if there is none */
  undo(): boolean {
    const takeBack = this.#undo.pop();
    takeBack?.();
    return takeBack !== undefined;
  }

  /** Judges the city as it stands now. */
  report(): CoverageReport {
    const { standard, profile, prepared, travel } = this.#input;
    const open = this.#openFacilities().map(({ facility }) => facility);
    const facilityCount = countByCategory(open);
    const plan = this.#planFor((category) => facilityCount.has(category));
    const changes = [...this.#tables.values()].flatMap((table) => table.takeChanges());
    const categories = plan.requirements.map(({ ways }) => ways.map(({ category }) => category).join()).join(";");
    const tableOf = (unit: string) => this.#tables.get(unit)?.table as NearestTable;
    if (this.#judge !== null && categories === this.#judgedCategories) this.#judge.rejudge(changes);
    else
      this.#judge = new CityJudge({
        ...judgedGround(prepared, { profile, facilities: this.#order.facilities, tableOf }),
        ...{ standard, plan, metricValues: [] },
      });
    this.#judgedCategories = categories;
    const [table] = this.#tables.values();
    return assembleReport({
      ...{ prepared, standard, profile, plan, facilities: open, facilityCount, travel: [travel] },
      ...{ table: plan.requests.length === 0 ? null : (table?.table ?? null), judged: this.#judge.judged },
    });
  }

  #openFacilities(): { readonly row: number; readonly facility: Facility }[] {
    return this.#order.facilities.flatMap((facility, row) => (this.#open.has(row) ? [{ row, facility }] : []));
  }

  #addRow(facility: Facility): number {
    const { profile, streets } = this.#input;
    const row = this.#order.add(facility);
    this.#attachments[row] = attachFacility(streets.walkNetwork.index, facility, profile.maxAccessMeters);
    return row;
  }

  #openRow(row: number): void {
    this.#open.add(row);
    for (const table of this.#tables.values()) table.open(row);
  }

  #closeRow(row: number): void {
    this.#open.delete(row);
    for (const table of this.#tables.values()) table.close(row);
  }

  /** The plan for what there is, with the columns of the whole plan. */
  #planFor(hasFacility: (category: CategoryId) => boolean): Plan {
    const plan = planRequests(this.#input.standard, hasFacility);
    return {
      ...plan,
      requirements: plan.requirements.map((planned, i) => ({
        ...planned,
        ways: (this.#wholePlan.requirements[i]?.ways ?? []).filter(({ category }) => hasFacility(category)),
      })),
    };
  }

  #buildTable(request: Plan["requests"][number]): ScenarioTable {
    const { profile, travelCity, streets } = this.#input;
    const { walkNetwork } = streets;
    const originsOnNetwork = streets.originsOnNetwork(profile.maxAccessMeters);
    const reach = request.countWithin.reduce<number>((most, each) => Math.max(most, each ?? 0), request.cutoff);
    const costs = computeNetworkCosts(walkNetwork, profile, { unit: request.unit, reach });
    const rankOf = (row: number) => this.#order.rankOf(row);
    const ground = {
      ...{ walkNetwork, originsOnNetwork, facilities: this.#order.facilities, attachments: this.#attachments },
      fields: new FieldGround(walkNetwork, originsOnNetwork, { costs, reach, rankOf }),
      isOpen: (row: number) => this.#open.has(row),
    };
    return new ScenarioTable(fillRequest(travelCity, streets, { profile, request }), request, ground);
  }
}

/** Tells whether scenarios can be made with a profile: one speed everywhere. */
export function assertScenarioProfile(profile: TravelProfile): void {
  if (hasOneSpeed(profile)) return;
  throw new CoverageError(
    "INVALID_ARGUMENT",
    `openScenario: profile "${profile.id}" has another speed on steps or off the streets.`,
    {
      path: "profile",
      hint: "Scenarios walk at one speed everywhere; computeCoverage can judge the edited city with this profile.",
    },
  );
}
