import type { PeopleByValue } from "./people-by-value.js";

/** A point of a curve: the share of people, and the share of all that there is which they have. */
export type CurvePoint = readonly [people: number, having: number];

/** Draws the curve of people in their order: Lorenz's, if by what they have; a concentration curve, if by something else. */
export function curveOf({ values, weights, people, mean }: PeopleByValue): CurvePoint[] {
  const points: CurvePoint[] = [[0, 0]];
  let [x, y] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    x += weights[i];
    y += weights[i] * values[i];
    points.push(i === values.length - 1 ? [1, mean === 0 ? 0 : 1] : [x / people, mean === 0 ? 0 : y / (people * mean)]);
  }
  return points;
}

/** Computes one less twice the ground under a curve: the Gini coefficient, or the concentration index. 0 where nobody has anything. */
export function aboveCurve({ values, weights, people, mean }: PeopleByValue): number {
  if (mean === 0) return 0;
  const all = people * mean;
  let [before, twice] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const after = before + weights[i] * values[i];
    twice += weights[i] * (before + after);
    before = after;
  }
  return 1 - twice / (people * all);
}
