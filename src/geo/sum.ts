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

/** Sums the values from `first` to before `end`, as {@link Sum} does; given marks, only those of one mark. */
export function sumOf(values: Float64Array, first: number, end: number, marks?: Uint8Array, mark?: number): number {
  let sum = 0;
  let lost = 0;
  for (let i = first; i < end; i++) {
    if (marks !== undefined && marks[i] !== mark) continue;
    const value = values[i];
    const next = sum + value;
    // what rounding took, without asking which of the two is larger (D. E. Knuth, "The Art of Computer Programming", 4.2.2)
    const added = next - sum;
    lost += sum - (next - added) + (value - added);
    sum = next;
  }
  return sum + lost;
}
