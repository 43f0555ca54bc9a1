import { Sum } from "./sum.js";

/**
 * Shares a number out in proportion to weights, so that the parts add up to it to the last bit, in whatever order.
 *
 * Every part is a multiple of the last digit of the number, and as near to its true share.
 *
 * @param total 0 or more
 * @param weights 0 or more, some more than 0
 */
export function shareOut(total: number, weights: Float64Array): Float64Array {
  const parts = new Float64Array(weights.length);
  const sum = new Sum();
  let last = -1;
  weights.forEach((weight, i) => {
    sum.add(weight);
    if (weight > 0) last = i;
  });
  const all = sum.value;
  const round = rounderFor(total);
  let soFar = 0;
  let reached = 0;
  for (let i = 0; i <= last; i++) {
    soFar += weights[i];
    const next = i === last ? total : Math.min(total, round(total * (soFar / all)));
    parts[i] = next - reached;
    reached = next;
  }
  return parts;
}

/** Makes a function that rounds parts of a number to multiples of its last digit. */
export function rounderFor(total: number): (part: number) => number {
  if (!(total > 0)) return () => 0;
  let power = 1; // the largest power of two that is not larger
  while (power > total) power /= 2;
  while (2 * power <= total) power *= 2;
  return (part) => (part >= power ? part : part + power - power);
}
