import { once } from "../base/once.js";
import type { TravelProfile, TravelRequest } from "../model/travel.js";
import { reachOf } from "../travel/fill-network-table.js";
import {
  computeNetworkCosts,
  type Entry,
  entriesOf,
  type Goal,
  type GoalPlaces,
  goalsOf,
  type NetworkCosts,
} from "../travel/network-costs.js";
import { CategoryField } from "./category-field.js";
import { type FieldFacility, FieldLayout } from "./field-layout.js";
import type { ScenarioNetwork } from "./scenario-network.js";

/** What a request makes of a network: costs, and the fields of the categories that were touched on it. */
export class CategoryFields {
  readonly network: ScenarioNetwork;
  readonly costs: NetworkCosts;
  /** Gives the streets as fields see them; laid out when first asked for. */
  readonly layOut: () => FieldLayout;
  readonly #byCategory = new Map<string, CategoryField>();
  readonly #originsAt: GoalPlaces["originsAt"];

  /**
   * @param rankOf the order of facilities at equal cost, by row
   * @param originsAt the origins that are at a facility already, by its row
   */
  constructor(
    network: ScenarioNetwork,
    request: TravelRequest,
    {
      profile,
      rankOf,
      originsAt,
    }: {
      readonly profile: TravelProfile;
      readonly rankOf: (row: number) => number;
      readonly originsAt: GoalPlaces["originsAt"];
    },
  ) {
    const { modeNetwork, origins } = network;
    const reach = reachOf(request);
    const costs = computeNetworkCosts(modeNetwork, profile, { unit: request.unit, reach });
    this.network = network;
    this.#originsAt = originsAt;
    this.costs = costs;
    this.layOut = once(() => new FieldLayout(modeNetwork, origins, { costs, reach, rankOf }));
  }

  /** Gives the field of a category. @param rowsBefore gives the facilities it is built from, if it was not asked for before */
  fieldOf(category: string, rowsBefore: () => readonly number[]): CategoryField {
    const known = this.#byCategory.get(category);
    if (known !== undefined) return known;
    const field = new CategoryField(
      this.layOut(),
      rowsBefore().map((row) => this.seeFacility(row)),
    );
    this.#byCategory.set(category, field);
    return field;
  }

  seeFacility(row: number): FieldFacility {
    return this.layOut().seeFacility(row, this.#goalsOf([row]));
  }

  /** Lists the ways into facilities. */
  entriesOf(rows: readonly number[]): Entry[] {
    return entriesOf(this.#goalsOf(rows));
  }

  #goalsOf(rows: readonly number[]): Goal[] {
    const { attachments } = this.network;
    return goalsOf(rows, { attachments, originsAt: this.#originsAt }, this.costs);
  }
}
