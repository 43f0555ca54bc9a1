import { fillRequest, modelsFor, usedModels } from "../assess/fill-tables.js";
import type { ModeNetwork } from "../attach/mode-network.js";
import type { CityParts } from "../city/city.js";
import type { TableChange } from "../coverage/city-judge.js";
import type { PlannedRequest } from "../coverage/plan.js";
import type { CategoryId, Streets } from "../model/facts.js";
import type { NearestTable, TravelProfile, TravelRequest } from "../model/travel.js";
import type { OpenFacilities } from "../repair/open-facilities.js";
import { PastStates } from "../repair/past-states.js";
import type { StreetChange } from "../repair/street-change.js";
import type { TableEditor } from "../repair/table-editor.js";
import { emptyTable } from "../travel/nearest-table.js";
import type { PreparedTravel, TravelModel } from "../travel/travel-model.js";
import { EditedCity } from "./edited-city.js";
import { pickColumns, putColumns } from "./put-columns.js";

/** What is filled again. */
export interface RefilledQuestion {
  /** As it is at first. */
  readonly parts: CityParts;
  readonly facilities: OpenFacilities;
  readonly profile: TravelProfile;
  /** Several: the cheapest of them. None, where straight lines alone are asked for. */
  readonly travel: readonly TravelModel[];
  readonly requests: readonly PlannedRequest[];
}

/**
 * Keeps the tables of any travel models: asks them again for the categories of which a facility came or went, and for all of them
 * where a street did; the network of edited streets is built anew. Straight lines notice no street.
 */
export class RefillingEditor implements TableEditor {
  readonly #question: RefilledQuestion;
  readonly #tables: NearestTable[];
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
    this.#tables = requests.map((request) => emptyTable(request, parts.city.origins.count, false));
    this.#touchAll();
    this.#refill();
  }

  get tables(): readonly NearestTable[] {
    return [...this.#tables];
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
    return this.#question.requests.some(({ reach }) => reach !== "straight");
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
    const { facilities, requests } = this.#question;
    const present = new Set(facilities.openRows().flatMap((row) => facilities.facilities[row]?.categories ?? []));
    const stale = [...this.#stale].filter((category) => present.has(category));
    if (stale.length === 0) return;
    requests.forEach((_, row) => {
      this.#refillTable(row, new Set(stale), present);
    });
    // only now: what failed is tried again
    for (const category of stale) this.#stale.delete(category);
  }

  #refillTable(row: number, stale: ReadonlySet<CategoryId>, present: ReadonlySet<CategoryId>): void {
    const request = this.#question.requests[row] as PlannedRequest;
    const known = this.#tables[row] as NearestTable;
    let columns = columnsOf(request, stale);
    if (columns.length === 0) return;
    let part = this.#fill(pickColumns(request, columns));
    const isLike = () => (part.secondQuantity === null) === (known.secondQuantity === null);
    if (!isLike()) {
      // a table tells a second quantity of all its cells or of none, by what is asked for together
      columns = columnsOf(request, present);
      part = this.#fill(pickColumns(request, columns));
    }
    if (!isLike()) this.#tables[row] = emptyTable(request, known.originCount, part.secondQuantity !== null);
    this.#put(row, columns, part);
  }

  #put(row: number, columns: readonly number[], part: NearestTable): void {
    const table = this.#tables[row] as NearestTable;
    const facilityRows = this.#question.facilities.openRows();
    for (const [i, origins] of putColumns(table, part, { columns, facilityRows }).entries())
      if (origins.length > 0) this.#changes.push({ request: row, column: columns[i] as number, origins });
  }

  #fill(request: PlannedRequest): NearestTable {
    const { profile, parts, travel } = this.#question;
    const prepared = this.#prepared();
    const models = modelsFor(request, travel).map((model) => prepared.get(model) as PreparedTravel);
    return fillRequest(models, request, { profile, originCount: parts.city.origins.count });
  }
}

function columnsOf({ categories }: TravelRequest, wanted: ReadonlySet<CategoryId>): number[] {
  return categories.flatMap((category, column) => (wanted.has(category) ? [column] : []));
}
