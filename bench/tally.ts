import { LIMIT_METERS } from "./measurement.js";

/** Counts distances that differ by more than the rounding. Near the limit, one may be `Infinity` and the other not. */
export class Tally {
  #count = 0;
  #differing = 0;
  #atLimit = 0;
  #largest = 0;
  readonly #rounding: number;

  constructor(rounding: number) {
    this.#rounding = rounding;
  }

  add(got: number, expected: number): void {
    this.#count++;
    if (got === expected) return;
    const finite = Math.min(got, expected);
    const difference = Math.abs(got - expected);
    if (difference === Infinity && finite >= LIMIT_METERS - this.#rounding) this.#atLimit++;
    else if (difference <= this.#rounding) this.#largest = Math.max(this.#largest, difference);
    else this.#differing++;
  }

  text(what: string): string {
    const rest = `${this.#atLimit} changed side of the limit, the others agree to ${this.#largest.toExponential(1)} m`;
    return `${this.#differing} of ${this.#count.toLocaleString("en")} ${what} differ; ${rest}`;
  }
}

/** Counts counts that no rounding explains. */
export class CountTally {
  #count = 0;
  #differing = 0;
  #atLimit = 0;
  readonly #rounding: number;

  constructor(rounding: number) {
    this.#rounding = rounding;
  }

  add(got: number, meters: readonly number[]): void {
    this.#count++;
    const within = (limit: number) => meters.reduce((count, m) => (m <= limit ? count + 1 : count), 0);
    if (got === within(LIMIT_METERS)) return;
    const isPossible = got >= within(LIMIT_METERS - this.#rounding) && got <= within(LIMIT_METERS + this.#rounding);
    if (isPossible) this.#atLimit++;
    else this.#differing++;
  }

  text(what: string): string {
    return `${this.#differing} of ${this.#count.toLocaleString("en")} ${what} differ, ${this.#atLimit} more at the limit`;
  }
}
