import { Sum } from "../geo/sum.js";

/** People by what they have, the least first: rows of no people are not among them. */
export interface PeopleByValue {
  /** Rows in the caller's columns. Equal values stand by their weight, so that the order of the rows changes no bit. */
  readonly rows: Uint32Array;
  /** In the order of `rows`. */
  readonly values: Float64Array;
  readonly weights: Float64Array;
  /** Sum of the weights. */
  readonly people: number;
  readonly mean: number;
}

/** Sorts people by value. @param rows those that count: a finite value, people above 0 */
export function byValue(rows: Iterable<number>, values: Float64Array, people: Float64Array): PeopleByValue {
  const sorted = Uint32Array.from(rows).sort((a, b) => values[a] - values[b] || people[a] - people[b]);
  const [own, weights] = [values, people].map((column) => Float64Array.from(sorted, (row) => column[row]));
  return toPeople(sorted, own as Float64Array, weights as Float64Array);
}

/** Puts columns together. */
export function toPeople(rows: Uint32Array, values: Float64Array, weights: Float64Array): PeopleByValue {
  const people = sumOver(weights.length, (i) => weights[i]);
  const mean = sumOver(weights.length, (i) => weights[i] * values[i]) / people;
  return { rows, values, weights, people, mean };
}

/** Sums up terms without losing digits. */
export function sumOver(count: number, term: (i: number) => number): number {
  const sum = new Sum();
  for (let i = 0; i < count; i++) sum.add(term(i));
  return sum.value;
}
