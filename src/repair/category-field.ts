import { NOT_REACHED } from "./field-graph.js";
import { type FieldFacility, type FieldLayout, toSeeds } from "./field-layout.js";
import { NearestField } from "./nearest-field.js";

/** What a field knows of one origin. */
export interface NearestOfOrigin {
  /** `NOT_REACHED` = nothing within the limit. */
  readonly units: number;
  readonly row: number;
}

/** The nearest facility of one category for every origin, kept while facilities come and go. */
export class CategoryField {
  readonly #layout: FieldLayout;
  readonly #field: NearestField;
  /** By origin: the facilities on its own chain. */
  readonly #beside = new Map<number, readonly NearestOfOrigin[]>();

  constructor(layout: FieldLayout, facilities: readonly FieldFacility[]) {
    this.#layout = layout;
    this.#field = new NearestField(layout.graph, layout.queue, layout.rankOf);
    this.#field.add(facilities.map(toOpened));
    for (const facility of facilities) this.#putBeside(facility);
    this.#field.clearChanges();
  }

  /** Opens a facility. @returns the origins for which something may have changed */
  open(facility: FieldFacility): Set<number> {
    this.#field.add([toOpened(facility)]);
    this.#putBeside(facility);
    return this.#changed(facility);
  }

  /** Closes a facility. @returns the origins for which something may have changed */
  close(facility: FieldFacility): Set<number> {
    this.#field.remove(facility.row);
    for (const origin of facility.origins.row) {
      const others = (this.#beside.get(origin) ?? []).filter(({ row }) => row !== facility.row);
      if (others.length === 0) this.#beside.delete(origin);
      else this.#beside.set(origin, others);
    }
    return this.#changed(facility);
  }

  /** Finds the nearest facility of an origin: over either end of its chain, or on the chain itself. */
  nearestOf(origin: number): NearestOfOrigin {
    const { ends, rankOf, graph } = this.#layout;
    let units = NOT_REACHED;
    let row = -1;
    const offer = (cost: number, facility: number) => {
      if (cost > units || cost > graph.limit || (cost === units && rankOf(facility) >= rankOf(row))) return;
      units = cost;
      row = facility;
    };
    for (let end = 2 * origin; end < 2 * origin + 2; end++) {
      const crossing = ends.endCrossing[end];
      if (this.#field.units[crossing] !== NOT_REACHED)
        offer(this.#field.units[crossing] + ends.endUnits[end], this.#field.owner[crossing]);
    }
    for (const beside of this.#beside.get(origin) ?? []) offer(beside.units, beside.row);
    return { units, row };
  }

  #putBeside({ row, origins }: FieldFacility): void {
    origins.row.forEach((origin, i) => {
      this.#beside.set(origin, [...(this.#beside.get(origin) ?? []), { units: origins.units[i] as number, row }]);
    });
  }

  #changed({ origins }: FieldFacility): Set<number> {
    const changed = new Set(origins.row);
    for (let i = 0; i < this.#field.changedCount; i++) this.#layout.addOriginsAt(this.#field.changed[i], changed);
    this.#field.clearChanges();
    return changed;
  }
}

function toOpened({ row, crossings }: FieldFacility) {
  return { owner: row, seeds: toSeeds(crossings) };
}
