import { fillRequest } from "../assess/fill-tables.js";
import { modelsFor, usedModels } from "../assess/travel-answers.js";
import type { ModeNetwork } from "../attach/mode-network.js";
import type { CityParts } from "../city/city.js";
import type { TableChange } from "../coverage/city-judge.js";
import { isTraveled, type PlannedRequest } from "../coverage/plan.js";
import type { CategoryId, Streets } from "../model/facts.js";
import type { NearestTable, TravelProfile } from "../model/travel.js";
import type { OpenFacilities } from "../repair/open-facilities.js";
import { PastStates } from "../repair/past-states.js";
import type { StreetChange } from "../repair/street-change.js";
import type { TableEditor } from "../repair/table-editor.js";
import type { PreparedTravel, TravelModel } from "../travel/travel-model.js";
import { EditedCity } from "./edited-city.js";
import { RefilledTable } from "./refilled-table.js";

/** What is filled again. */
export interface RefilledQuestion {
  /** As it is at first. */
  readonly parts: CityParts;
  readonly facilities: OpenFacilities;
  readonly profile: TravelProfile;
  /** Several: the cheapest of them. None, where straight lines alone are asked for. */
  readonly travel: readonly TravelModel[];
  readonly requests: readonly PlannedRequest[];
  /** Categories that were there before, though no facility of them may be. */
  readonly knownCategories: readonly CategoryId[];
}

/**
 * Keeps the tables of any travel models: asks them again for the categories of which a facility came or went, and for all of them
 * where a street did; the network of edited streets is built anew. Straight lines notice no street.
 */
export class RefillingEditor implements TableEditor {
  readonly #question: RefilledQuestion;
  readonly #tables: readonly RefilledTable[];
  readonly #past = new PastStates<EditedCity>();
  #city: EditedCity;
  /** `null` = something came or went since they were prepared. */
  #travel: ReadonlyMap<TravelModel, PreparedTravel> | null = null;
  /** Categories whose columns are not those of the facilities and streets of now. */
  readonly #stale = new Set<CategoryId>();
  #changes: TableChange[] = [];

  /** @throws {CoverageError} whatever a travel model throws: `NO_STREETS` if it needs some */
  constructor(question: RefilledQuestion) {
    const { parts, requests } = question;
    this.#question = question;
    this.#city = new EditedCity(parts, question.profile);
    this.#tables = requests.map((request) => new RefilledTable(request, parts.city.origins.count));
    this.#touchAll();
    this.#refill();
  }

  get tables(): readonly NearestTable[] {
    return this.#tables.map(({ table }) => table);
  }

  get travel(): readonly PreparedTravel[] {
    const { requests, travel } = this.#question;
    const prepared = this.#prepared();
    return usedModels(requests, travel).map((model) => prepared.get(model) as PreparedTravel);
  }

  get network(): ModeNetwork | null {
    return this.#city.modeNetwork;
  }

  open(row: number): void {
    this.#touch(row);
  }

  close(row: number): void {
    this.#touch(row);
  }

  editStreets({ before, after }: StreetChange): void {
    if (!this.#noticesStreets()) return;
    const city = this.#cityWith(after);
    this.#past.push(this.#city, () => this.#cityWith(before));
    this.#city = city;
    this.#touchAll();
  }

  undoStreets(): void {
    if (!this.#noticesStreets()) return;
    this.#city = this.#past.pop();
    this.#touchAll();
  }

  takeChanges(): readonly TableChange[] {
    this.#refill();
    const changes = this.#changes;
    this.#changes = [];
    return changes;
  }

  #noticesStreets(): boolean {
    return this.#question.requests.some(({ reach }) => isTraveled(reach));
  }

  #prepared(): ReadonlyMap<TravelModel, PreparedTravel> {
    const { facilities, profile, travel, requests } = this.#question;
    if (this.#travel === null) {
      const city = this.#city.toTravelCity(facilities);
      this.#travel = new Map(usedModels(requests, travel).map((model) => [model, model.prepare(city, profile)]));
    }
    return this.#travel;
  }

  #cityWith(streets: Streets): EditedCity {
    const { parts, profile } = this.#question;
    if (streets === parts.city.streets) return new EditedCity(parts, profile);
    return EditedCity.build(parts, profile, streets);
  }

  #touch(row: number): void {
    this.#travel = null;
    for (const category of this.#question.facilities.facilities[row]?.categories ?? []) this.#stale.add(category);
  }

  #touchAll(): void {
    this.#travel = null;
    for (const { categories } of this.#question.requests) for (const category of categories) this.#stale.add(category);
  }

  #refill(): void {
    const { facilities, knownCategories } = this.#question;
    // closed ones, too: the last of a category leaves nothing behind, and that is asked as of a city that knows the category
    const known = new Set([...facilities.facilities.flatMap(({ categories }) => categories), ...knownCategories]);
    const stale = [...this.#stale].filter((category) => known.has(category));
    if (stale.length === 0) return;
    const refill = {
      fill: (request: PlannedRequest) => this.#fill(request),
      facilityRows: facilities.openRows(),
      stale: new Set(stale),
      known,
    };
    this.#tables.forEach((table, request) => {
      for (const change of table.refill(refill)) this.#changes.push({ ...change, request });
    });
    // only now: what failed is tried again
    for (const category of stale) this.#stale.delete(category);
  }

  #fill(request: PlannedRequest): NearestTable {
    const { parts, travel } = this.#question;
    const prepared = this.#prepared();
    const models = modelsFor(request, travel).map((model) => prepared.get(model) as PreparedTravel);
    return fillRequest(models, request, { originCount: parts.city.origins.count });
  }
}
