import { once } from "../base/once.js";
import type { TravelProfile, TravelRequest } from "../model/travel.js";
import { reachOf } from "../travel/fill-network-table.js";
import { computeNetworkCosts, type Entry, entriesOf, type NetworkCosts } from "../travel/network-costs.js";
import { CategoryField, type FieldFacility } from "./category-field.js";
import { FieldGround } from "./field-ground.js";
import type { ScenarioGround } from "./scenario-ground.js";

/** What the table of one unit needs of a ground: costs, and the fields of the categories that were touched on it. */
export class TableGround {
  readonly ground: ScenarioGround;
  readonly costs: NetworkCosts;
  /** Gives the streets as fields see them; laid out when first asked for. */
  readonly layOutFields: () => FieldGround;
  readonly #byCategory = new Map<string, CategoryField>();

  /** @param rankOf the order of facilities at equal cost, by row */
  constructor(
    ground: ScenarioGround,
    request: TravelRequest,
    { profile, rankOf }: { readonly profile: TravelProfile; readonly rankOf: (row: number) => number },
  ) {
    const { modeNetwork, origins } = ground;
    const reach = reachOf(request);
    const costs = computeNetworkCosts(modeNetwork, profile, { unit: request.unit, reach });
    this.ground = ground;
    this.costs = costs;
    this.layOutFields = once(() => new FieldGround(modeNetwork, origins, { costs, reach, rankOf }));
  }

  /** Gives the field of a category. @param rowsBefore gives the facilities it is built from, if it was not asked for before */
  fieldOf(category: string, rowsBefore: () => readonly number[]): CategoryField {
    const known = this.#byCategory.get(category);
    if (known !== undefined) return known;
    const field = new CategoryField(
      this.layOutFields(),
      rowsBefore().map((row) => this.seeFacility(row)),
    );
    this.#byCategory.set(category, field);
    return field;
  }

  seeFacility(row: number): FieldFacility {
    return this.layOutFields().seeFacility(row, this.entriesOf([row]));
  }

  entriesOf(rows: readonly number[]): Entry[] {
    return entriesOf(rows, this.ground.attachments, this.costs);
  }
}
