import type { TableChange } from "../coverage/city-judge.js";
import { type Facility, type NearestTable, NONE_WITHIN_CUTOFF, type TravelRequest } from "../model.js";
import type { Attachment } from "../network/nearest-edge.js";
import { Search } from "../network/search.js";
import { buildSearchGraph } from "../network/search-graph.js";
import type { OriginsOnNetwork, WalkNetwork } from "../network/walk-network.js";
import { islandsOf, markUnreached } from "../travel/mark-unreached.js";
import { type Entry, entriesOf } from "../travel/network-costs.js";
import { OriginCosts } from "../travel/origin-costs.js";
import { CategoryField, type FieldFacility, originsWithin } from "./category-field.js";
import type { FieldGround } from "./field-ground.js";

/** What a table of a scenario stands on. */
export interface ScenarioGround {
  readonly walkNetwork: WalkNetwork;
  readonly originsOnNetwork: OriginsOnNetwork;
  readonly fields: FieldGround;
  /** By row; of facilities that were closed, too. */
  readonly facilities: readonly Facility[];
  readonly attachments: readonly (readonly Attachment[])[];
  readonly isOpen: (row: number) => boolean;
  /** False: why origins reach nothing is not known yet. */
  readonly isSettled: boolean;
}

/** The table of one unit, kept while facilities come and go. */
export class ScenarioTable {
  readonly table: NearestTable;
  readonly #request: TravelRequest;
  readonly #ground: ScenarioGround;
  /** By category; a field is built when its category is first touched. */
  readonly #fields = new Map<string, CategoryField>();
  readonly #originIsland: Int32Array;
  readonly #origins: OriginCosts;
  #search: Search | null = null;
  /** Columns of which it must be found out anew why some origins reach nothing. */
  readonly #unsettled = new Set<number>();
  #changes: TableChange[] = [];

  /** @param table filled for `request` and the facilities that are open; changed from now on */
  constructor(table: NearestTable, request: TravelRequest, ground: ScenarioGround) {
    this.table = table;
    this.#request = request;
    this.#ground = ground;
    const { network } = ground.walkNetwork;
    this.#origins = new OriginCosts(network, ground.originsOnNetwork, ground.fields.costs);
    if (!ground.isSettled) for (const column of request.categories.keys()) this.#unsettled.add(column);
    this.#originIsland = islandsOf(this.#origins, table.originCount, ground.walkNetwork);
  }

  /** Opens a facility. Its row must be open already. */
  open(row: number): void {
    this.#edit(row, (field, facility) => field.open(facility), 1);
  }

  /** Closes a facility. Its row must be closed already. */
  close(row: number): void {
    this.#edit(row, (field, facility) => field.close(facility), -1);
  }

  /** Gives the cells that hold something else than when this was last asked. */
  takeChanges(): readonly TableChange[] {
    const { unit } = this.#request;
    for (const column of this.#unsettled) this.#changes.push({ unit, column, origins: this.#settle(column) });
    this.#unsettled.clear();
    const changes = this.#changes;
    this.#changes = [];
    return changes;
  }

  #edit(row: number, change: (field: CategoryField, facility: FieldFacility) => Set<number>, step: 1 | -1): void {
    const { facilities, fields } = this.#ground;
    const { categories, unit } = this.#request;
    const facility = fields.seeFacility(row, this.#entriesOf([row]));
    for (const category of new Set(facilities[row]?.categories)) {
      if (!categories.includes(category)) continue;
      // a field that is built now has the facility already, or not any more
      const known = this.#fields.get(category) ?? this.#buildField(category, row, step === -1);
      this.#fields.set(category, known);
      const changed = change(known, facility);
      categories.forEach((each, column) => {
        if (each !== category) return;
        this.#writeNearest(known, column, changed);
        const counted = this.#count(facility, column, step);
        this.#changes.push({ unit, column, origins: [...changed, ...counted] });
        this.#unsettled.add(column);
      });
    }
  }

  /** Builds the field of a category as it was before the edit of a row. */
  #buildField(category: string, edited: number, hadEdited: boolean): CategoryField {
    const { facilities, isOpen, fields } = this.#ground;
    const rows = facilities.flatMap(({ categories }, row) => {
      const wasOpen = row === edited ? hadEdited : isOpen(row);
      return wasOpen && categories.includes(category) ? [row] : [];
    });
    return new CategoryField(
      fields,
      rows.map((row) => fields.seeFacility(row, this.#entriesOf([row]))),
    );
  }

  #writeNearest(field: CategoryField, column: number, origins: Iterable<number>): void {
    const { cost, facilityRow, originCount, cutoff } = this.table;
    const { units: unitsPerCost } = this.#ground.fields.costs;
    for (const origin of origins) {
      const { units, row } = field.nearestOf(origin);
      const cell = column * originCount + origin;
      const isNear = row >= 0 && units / unitsPerCost <= cutoff;
      cost[cell] = isNear ? units / unitsPerCost : Infinity;
      facilityRow[cell] = isNear ? row : NONE_WITHIN_CUTOFF;
    }
  }

  #count(facility: FieldFacility, column: number, step: 1 | -1): number[] {
    const threshold = this.#request.countWithin[column] ?? null;
    const counts = this.table.counts[column] ?? null;
    if (threshold === null || counts === null) return [];
    const { fields } = this.#ground;
    const counted = originsWithin(fields, facility, Math.floor(threshold * fields.costs.units));
    for (const origin of counted) counts[origin] += step;
    return counted;
  }

  #settle(column: number): number[] {
    const { facilities, isOpen, fields, walkNetwork } = this.#ground;
    const category = this.#request.categories[column];
    const rows = facilities.flatMap(({ categories }, row) =>
      isOpen(row) && categories.some((each) => each === category) ? [row] : [],
    );
    const search = () => {
      const { costs } = fields;
      this.#search ??= new Search(buildSearchGraph(walkNetwork.network, costs.arcCost, { direction: "toSources" }));
      return this.#search;
    };
    return markUnreached({
      ...{ table: this.table, column, entries: this.#entriesOf(rows), origins: this.#origins },
      ...{ originIsland: this.#originIsland, costs: fields.costs, walkNetwork, search },
    });
  }

  #entriesOf(rows: readonly number[]): Entry[] {
    return entriesOf(rows, this.#ground.attachments, this.#ground.fields.costs);
  }
}
