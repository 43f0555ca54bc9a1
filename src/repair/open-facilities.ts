import { compareFacilities } from "../facilities/select-facilities.js";
import type { Facility } from "../model/facts.js";

/**
 * The facilities of a scenario: they open and close, and keep a row and a rank by place. At equal cost the one of the lesser rank is
 * the nearest, as in a city that was read with them.
 */
export class OpenFacilities {
  /** By row; those that were closed, too. Rows are never given twice. */
  readonly facilities: Facility[];
  readonly #open: Set<number>;
  /** By row. Only how ranks compare means something. */
  readonly #rank: number[];
  /** Rows in the order of their ranks. */
  readonly #sorted: number[];

  /** @param facilities in their order by place; all are open */
  constructor(facilities: readonly Facility[]) {
    this.facilities = [...facilities];
    this.#open = new Set(facilities.keys());
    this.#rank = facilities.map((_, row) => row);
    this.#sorted = [...this.#rank];
  }

  /** Adds a facility, which is closed at first. @returns its row */
  add(facility: Facility): number {
    const row = this.facilities.push(facility) - 1;
    const at = this.#placeOf(facility);
    this.#sorted.splice(at, 0, row);
    const before = this.#rankAt(at - 1, -1);
    const after = this.#rankAt(at + 1, before + 2);
    const between = (before + after) / 2;
    this.#rank[row] = between;
    // no number fits between any more: count anew, which changes no comparison
    if (between <= before || between >= after)
      for (const [rank, each] of this.#sorted.entries()) this.#rank[each] = rank;
    return row;
  }

  open(row: number): void {
    this.#open.add(row);
  }

  close(row: number): void {
    this.#open.delete(row);
  }

  isOpen(row: number): boolean {
    return this.#open.has(row);
  }

  /** Lists those that are open, by row. */
  listOpen(): { readonly row: number; readonly facility: Facility }[] {
    return this.facilities.flatMap((facility, row) => (this.#open.has(row) ? [{ row, facility }] : []));
  }

  /** Lists the rows of those that are open, in the order of their ranks. */
  openRows(): number[] {
    return this.#sorted.filter((row) => this.#open.has(row));
  }

  rankOf(row: number): number {
    return this.#rank[row] as number;
  }

  #rankAt(at: number, otherwise: number): number {
    const row = this.#sorted[at];
    return row === undefined ? otherwise : this.rankOf(row);
  }

  #placeOf(facility: Facility): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.facilities[this.#sorted[middle] as number] as Facility;
      if (compareFacilities(other, facility) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
