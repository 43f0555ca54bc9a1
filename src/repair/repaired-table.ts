import type { TableChange } from "../coverage/city-judge.js";
import { type NearestTable, NONE_WITHIN_CUTOFF, type TravelRequest } from "../model/travel.js";
import { facilityRowsByCategory } from "../travel/facility-rows.js";
import { markUnreached } from "../travel/mark-unreached.js";
import { putOrigins, takeOrigins } from "../travel/nearest-table.js";
import type { CategoryField } from "./category-field.js";
import type { CategoryFields } from "./category-fields.js";
import type { FieldFacility } from "./field-layout.js";
import type { OpenFacilities } from "./open-facilities.js";

/** Cells of a table for some of its origins. */
export interface OriginCells {
  readonly rows: readonly number[];
  /** A table of these origins only, in their order. */
  readonly part: NearestTable;
}

/** Cells of the table that hold something else than when they were last judged. */
export type ColumnChange = Omit<TableChange, "request">;

/** The table of one request, repaired while facilities and streets come and go. */
export class RepairedTable {
  readonly table: NearestTable;
  readonly request: TravelRequest;
  readonly #facilities: OpenFacilities;
  #fields: CategoryFields;
  /** Columns of which it must be found out anew why some origins reach nothing. */
  readonly #unsettled = new Set<number>();
  #changes: ColumnChange[] = [];

  /** @param table filled for `request` and the facilities that are open; changed from now on */
  constructor(table: NearestTable, request: TravelRequest, facilities: OpenFacilities, fields: CategoryFields) {
    this.table = table;
    this.request = request;
    this.#facilities = facilities;
    this.#fields = fields;
  }

  /** What the table is repaired by now. */
  get fields(): CategoryFields {
    return this.#fields;
  }

  /** Opens a facility. Its row must be open already. */
  open(row: number): void {
    this.#edit(row, (field, facility) => field.open(facility), 1);
  }

  /** Closes a facility. Its row must be closed already. */
  close(row: number): void {
    this.#edit(row, (field, facility) => field.close(facility), -1);
  }

  /**
   * Goes on with other streets.
   *
   * @param cells what the origins find that notice the difference
   */
  moveTo(fields: CategoryFields, { rows, part }: OriginCells): void {
    this.#fields = fields;
    putOrigins(this.table, part, rows);
    this.request.categories.forEach((_, column) => {
      this.#changes.push({ column, origins: rows });
      this.#unsettled.add(column);
    });
  }

  /** Copies the cells of some origins. */
  cellsOf(rows: readonly number[]): OriginCells {
    return { rows, part: takeOrigins(this.table, rows) };
  }

  /** Gives the cells that hold something else than when this was last asked. */
  takeChanges(): readonly ColumnChange[] {
    const { facilities } = this.#facilities;
    const { categories } = this.request;
    const rowsOf = facilityRowsByCategory(this.#unsettled.size === 0 ? [] : facilities);
    for (const column of this.#unsettled) {
      const rows = (rowsOf.get(categories[column] ?? "") ?? []).filter((row) => this.#facilities.isOpen(row));
      this.#changes.push({ column, origins: this.#settle(column, rows) });
    }
    this.#unsettled.clear();
    const changes = this.#changes;
    this.#changes = [];
    return changes;
  }

  #edit(row: number, change: (field: CategoryField, facility: FieldFacility) => Set<number>, step: 1 | -1): void {
    const { facilities } = this.#facilities;
    const { categories } = this.request;
    const facility = this.#fields.seeFacility(row);
    for (const category of new Set(facilities[row]?.categories)) {
      if (!categories.includes(category)) continue;
      // a field that is built now has the facility already, or not any more: it is built as it was before the edit
      const rowsBefore = () =>
        facilities.flatMap(({ categories }, other) => {
          const wasOpen = other === row ? step === -1 : this.#facilities.isOpen(other);
          return wasOpen && categories.includes(category) ? [other] : [];
        });
      const field = this.#fields.fieldOf(category, rowsBefore);
      const changed = change(field, facility);
      categories.forEach((each, column) => {
        if (each !== category) return;
        this.#writeNearest(field, column, changed);
        const counted = this.#count(facility, column, step);
        this.#changes.push({ column, origins: [...changed, ...counted] });
        this.#unsettled.add(column);
      });
    }
  }

  #writeNearest(field: CategoryField, column: number, origins: Iterable<number>): void {
    const { cost, facilityRow, originCount, cutoff } = this.table;
    const { units: unitsPerCost } = this.#fields.costs;
    for (const origin of origins) {
      const { units, row } = field.nearestOf(origin);
      const cell = column * originCount + origin;
      const isNear = row >= 0 && units / unitsPerCost <= cutoff;
      cost[cell] = isNear ? units / unitsPerCost : Infinity;
      facilityRow[cell] = isNear ? row : NONE_WITHIN_CUTOFF;
    }
  }

  #count(facility: FieldFacility, column: number, step: 1 | -1): number[] {
    const threshold = this.request.countWithin[column] ?? null;
    const counts = this.table.counts[column] ?? null;
    if (threshold === null || counts === null) return [];
    const limit = Math.floor(threshold * this.#fields.costs.units);
    const counted = this.#fields.layOut().originsWithin(facility, limit);
    for (const origin of counted) counts[origin] += step;
    return counted;
  }

  #settle(column: number, rows: readonly number[]): number[] {
    const { modeNetwork, origins } = this.#fields.network;
    return markUnreached({
      ...{ table: this.table, column, entries: this.#fields.entriesOf(rows), origins, modeNetwork },
    });
  }
}
