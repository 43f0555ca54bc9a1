import type { ModeNetwork } from "../attach/mode-network.js";
import type { TableChange } from "../coverage/city-judge.js";
import { PlacesAt } from "../facilities/places-at.js";
import type { Facility } from "../model/facts.js";
import type { NearestTable, TravelProfile, TravelRequest } from "../model/travel.js";
import { fillRequest, metersWithin, reachOf } from "../travel/fill-network-table.js";
import type { CityStreets, PreparedTravel, TravelCity, TravelModel } from "../travel/travel-model.js";
import { withSomeOrigins } from "../travel/with-origins.js";
import { CategoryFields } from "./category-fields.js";
import { findNoticingOrigins, type NetworkChange } from "./noticing-origins.js";
import { PastStates } from "./past-states.js";
import { type OriginCells, RepairedTable } from "./repaired-table.js";
import {
  attachAdded,
  buildScenarioNetwork,
  editScenarioNetwork,
  type ScenarioNetwork,
  type ScenarioPlaces,
  travelCityOn,
} from "./scenario-network.js";
import { boundsOfChange, type StreetChange } from "./street-change.js";
import type { TableEditor } from "./table-editor.js";

/** What is repaired. */
export interface RepairedQuestion {
  /** As it is at first. */
  readonly network: ScenarioNetwork;
  readonly places: ScenarioPlaces;
  /** Searches the network as it is. */
  readonly model: TravelModel;
  /** Of one speed everywhere. */
  readonly profile: TravelProfile;
  /** Each of a finite reach, for the nearest facility only. */
  readonly requests: readonly TravelRequest[];
}

/** A network, and what the tables made of it. */
interface RepairState {
  readonly network: ScenarioNetwork;
  /** One for each table. */
  readonly fields: readonly CategoryFields[];
}

/**
 * Keeps the tables of one mode along the streets, where seconds and meters follow from each other: repairs only what an edit
 * changes. The tables have the bits of those filled anew.
 */
export class RepairingEditor implements TableEditor {
  readonly #question: RepairedQuestion;
  readonly #tables: readonly RepairedTable[];
  #network: ScenarioNetwork;
  /** `null` = something came or went since it was prepared. */
  #travel: readonly PreparedTravel[] | null = null;
  readonly #past = new PastStates<RepairState>();
  readonly #placesAt: PlacesAt;
  /** For each edit of streets, by table: what it has written over. */
  readonly #cellsBefore: (readonly OriginCells[])[] = [];

  constructor(question: RepairedQuestion) {
    this.#question = question;
    this.#network = question.network;
    this.#placesAt = new PlacesAt(question.places.origins);
    this.#tables = question.requests.map((request) => {
      const fields = this.#fieldsOn(this.#network, request);
      const table = this.#fill(request, fields, null);
      // so that the first drag does not wait for it
      fields.layOut();
      return new RepairedTable(table, request, question.places.facilities, fields);
    });
  }

  get tables(): readonly NearestTable[] {
    return this.#tables.map(({ table }) => table);
  }

  get network(): ModeNetwork {
    return this.#network.modeNetwork;
  }

  get travel(): readonly PreparedTravel[] {
    const { places, model, profile } = this.#question;
    this.#travel ??= [model.prepare(travelCityOn(this.#network, places, places.facilities.openRows()), profile)];
    return this.#travel;
  }

  open(row: number): void {
    this.#travel = null;
    attachAdded(this.#network, this.#question.places, row);
    for (const table of this.#tables) table.open(row);
  }

  close(row: number): void {
    this.#travel = null;
    for (const table of this.#tables) table.close(row);
  }

  editStreets(change: StreetChange): void {
    const before = this.#network;
    const { places } = this.#question;
    const { after, edited } = editScenarioNetwork(before, change, places);
    const networkChange = { places: places.origins, before, after, edited, bounds: boundsOfChange(change) };
    const moves = this.#tables.map((table) => {
      const fields = this.#fieldsOn(after, table.request);
      return { table, fields, cells: this.#fillNoticing(networkChange, fields, table.request) };
    });
    // from here on nothing is searched for that could fail half-way
    this.#past.push({ network: before, fields: this.#tables.map(({ fields }) => fields) }, this.#building(before));
    this.#network = after;
    this.#travel = null;
    this.#cellsBefore.push(moves.map(({ table, cells }) => table.cellsOf(cells.rows)));
    for (const { table, fields, cells } of moves) table.moveTo(fields, cells);
  }

  undoStreets(): void {
    const { network, fields } = this.#past.pop();
    const cells = this.#cellsBefore.pop() ?? [];
    this.#network = network;
    this.#travel = null;
    for (const [i, table] of this.#tables.entries()) table.moveTo(fields[i] as CategoryFields, cells[i] as OriginCells);
  }

  takeChanges(): readonly TableChange[] {
    return this.#tables.flatMap((table, request) => table.takeChanges().map((change) => ({ ...change, request })));
  }

  /** In a method of its own: a function made in `editStreets` would hold all that it works with, and so every network. */
  #building({ modeNetwork: { mode, streets } }: ScenarioNetwork): () => RepairState {
    return () => {
      const { places, requests } = this.#question;
      const network = buildScenarioNetwork(streets, mode, places);
      return { network, fields: requests.map((request) => this.#fieldsOn(network, request)) };
    };
  }

  #fieldsOn(network: ScenarioNetwork, request: TravelRequest): CategoryFields {
    const { profile, places } = this.#question;
    const { facilities } = places;
    return new CategoryFields(network, request, {
      profile,
      rankOf: (row) => facilities.rankOf(row),
      originsAt: (row) => this.#placesAt.of(facilities.facilities[row] as Facility),
    });
  }

  #fillNoticing(change: NetworkChange, fields: CategoryFields, request: TravelRequest): OriginCells {
    const { profile } = this.#question;
    const reach = { unit: request.unit, reach: reachOf(request) };
    const metersOn = ({ modeNetwork }: ScenarioNetwork) => metersWithin(modeNetwork, profile, reach);
    const noticing = findNoticingOrigins(change, Math.max(metersOn(change.before), metersOn(change.after)));
    const rows = noticing ?? Array.from({ length: change.places.count }, (_, origin) => origin);
    return { rows, part: this.#fill(request, fields, noticing) };
  }

  /** Fills a table for these origins, `null` = all. */
  #fill(request: TravelRequest, fields: CategoryFields, originRows: readonly number[] | null): NearestTable {
    const { places, profile } = this.#question;
    const rows = places.facilities.openRows();
    const whole: TravelCity = travelCityOn(fields.network, places, rows);
    const city = originRows === null ? whole : withSomeOrigins(whole, originRows);
    // the hierarchy of the streets around a few origins is small, while a search would walk over the whole network
    const prefer = originRows === null ? "auto" : "hierarchy";
    const table = fillRequest(city, city.streets as CityStreets, { profile, request, prefer, costs: fields.costs });
    return { ...table, facilityRow: table.facilityRow.map((row) => (row < 0 ? row : (rows[row] as number))) };
  }
}
