import { type Plan, planRequests } from "../coverage/plan.js";
import type { Bounds } from "../geo/bounds.js";
import type { Facility, Standard, TravelProfile } from "../model.js";
import { attachFacility } from "../network/attach.js";
import type { Attachment } from "../network/nearest-edge.js";
import type { PreparedCity } from "../prepare-city.js";
import { fillRequest, reachOf } from "../travel/fill-network-table.js";
import { computeNetworkCosts } from "../travel/network-costs.js";
import type { CityStreets, PreparedTravel, TravelCity } from "../travel/travel-model.js";
import { carryTable, type PlacedCity } from "./carry-table.js";
import { FacilityOrder } from "./facility-order.js";
import { FieldGround } from "./field-ground.js";
import { ScenarioTable } from "./scenario-table.js";

/** What a scenario stands on, as long as its streets stay. */
export interface ScenarioInput {
  readonly prepared: PreparedCity;
  readonly standard: Standard;
  readonly profile: TravelProfile;
  readonly travelCity: TravelCity;
  readonly streets: CityStreets;
  readonly travel: PreparedTravel;
}

/** A scenario before one of its streets came or went. */
export interface EditedStreets {
  readonly before: ScenarioState;
  /** Around that street. */
  readonly bounds: Bounds;
}

/** The facilities of a scenario and its tables, kept together while facilities open and close. */
export class ScenarioState {
  readonly input: ScenarioInput;
  readonly order: FacilityOrder;
  /** Plans as if there were every kind of facility: its columns never change. */
  readonly wholePlan: Plan;
  readonly tables: ReadonlyMap<string, ScenarioTable>;
  /** By row. */
  readonly #attachments: (readonly Attachment[])[];
  readonly #open: Set<number>;

  /** @param edited what it was before a street came or went, and where; default: there was nothing before */
  constructor(input: ScenarioInput, edited: EditedStreets | null = null) {
    const { standard, profile, travelCity, streets } = input;
    this.input = input;
    this.order = new FacilityOrder(travelCity.facilities);
    this.#attachments = [...streets.facilitiesOnNetwork(profile.maxAccessMeters).attachments];
    this.#open = new Set(travelCity.facilities.keys());
    this.wholePlan = planRequests(standard, () => true);
    this.tables = new Map(this.wholePlan.requests.map((request) => [request.unit, this.#buildTable(request, edited)]));
  }

  openFacilities(): { readonly row: number; readonly facility: Facility }[] {
    return this.order.facilities.flatMap((facility, row) => (this.#open.has(row) ? [{ row, facility }] : []));
  }

  /** Adds a facility that is not open yet. @returns its row */
  add(facility: Facility): number {
    const { profile, streets } = this.input;
    const row = this.order.add(facility);
    this.#attachments[row] = attachFacility(streets.walkNetwork.index, facility, profile.maxAccessMeters);
    return row;
  }

  open(row: number): void {
    this.#open.add(row);
    for (const table of this.tables.values()) table.open(row);
  }

  close(row: number): void {
    this.#open.delete(row);
    for (const table of this.tables.values()) table.close(row);
  }

  #buildTable(request: Plan["requests"][number], edited: EditedStreets | null): ScenarioTable {
    const { profile, travelCity, streets } = this.input;
    const { walkNetwork } = streets;
    const originsOnNetwork = streets.originsOnNetwork(profile.maxAccessMeters);
    const reach = reachOf(request);
    const costs = computeNetworkCosts(walkNetwork, profile, { unit: request.unit, reach });
    const rankOf = (row: number) => this.order.rankOf(row);
    const ground = {
      ...{ walkNetwork, originsOnNetwork, facilities: this.order.facilities, attachments: this.#attachments },
      fields: new FieldGround(walkNetwork, originsOnNetwork, { costs, reach, rankOf }),
      isOpen: (row: number) => this.#open.has(row),
    };
    const before = edited?.before.tables.get(request.unit);
    const carried =
      edited === null || before === undefined
        ? null
        : carryTable({ table: before.table, placed: edited.before.#placed, edited: edited.bounds }, this.#placed, {
            ...{ city: travelCity, profile, request },
          });
    const table = carried ?? fillRequest(travelCity, streets, { profile, request });
    return new ScenarioTable(table, request, { ...ground, isSettled: carried === null });
  }

  get #placed(): PlacedCity {
    const { profile, streets } = this.input;
    return {
      network: streets.walkNetwork.network,
      origins: streets.originsOnNetwork(profile.maxAccessMeters),
      facilities: this.order.facilities,
      attachments: this.#attachments,
    };
  }
}
