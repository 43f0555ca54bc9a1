/**
 * A sum that keeps the digits which rounding would lose: a thousand parts of 10 add up to 10.
 *
 * @see A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", 1974
 */
export class Sum {
  #sum = 0;
  #lost = 0;

  add(value: number): void {
    const sum = this.#sum + value;
    const larger = this.#sum > value || -this.#sum > value ? this.#sum : value;
    this.#lost += larger === this.#sum ? this.#sum - sum + value : value - sum + this.#sum;
    this.#sum = sum;
  }

  get value(): number {
    return this.#sum + this.#lost;
  }
}

/** Sums the values from `first` to before `end`. */
export function sumOf(values: Float64Array, first: number, end: number): number {
  const sum = new Sum();
  for (let i = first; i < end; i++) sum.add(values[i]);
  return sum.value;
}
