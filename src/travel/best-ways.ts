/** Called for a way to a facility. */
export type WayVisit = (facilityRow: number, cost: number, secondQuantity: number) => void;

/** The cheapest way from one place to each facility; at equal cost the one of the lesser second quantity. */
export class BestWays {
  readonly #cost: Float64Array;
  readonly #secondQuantity: Float64Array;
  readonly #found: number[] = [];

  constructor(facilityCount: number) {
    this.#cost = new Float64Array(facilityCount).fill(Infinity);
    this.#secondQuantity = new Float64Array(facilityCount);
  }

  /** Considers a way. @param cost less than `Infinity` */
  offer(row: number, cost: number, secondQuantity: number): void {
    const known = this.#cost[row];
    if (cost > known || (cost === known && !(secondQuantity < this.#secondQuantity[row]))) return;
    if (known === Infinity) this.#found.push(row);
    this.#cost[row] = cost;
    this.#secondQuantity[row] = secondQuantity;
  }

  /** Visits the best of all that were offered, and forgets them. */
  take(visit: WayVisit): void {
    for (const row of this.#found) {
      visit(row, this.#cost[row], this.#secondQuantity[row]);
      this.#cost[row] = Infinity;
    }
    this.#found.length = 0;
  }
}
