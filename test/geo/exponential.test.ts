import { expect, test } from "vitest";
import { exponentialOf, logarithmOf, powerOf } from "../../src/geo/exponential.js";
import { seededRandom } from "../support/random.js";

const random = seededRandom(1);
const draw = (most: number) => Array.from({ length: 20_000 }, () => (random() - 0.5) * 2 * most);

test("exponentials are those of the engine to the last two bits", () => {
  for (const x of draw(700)) expect(Math.abs(exponentialOf(x) / Math.exp(x) - 1)).toBeLessThanOrEqual(5e-16);
  expect([0, -Infinity, Infinity, 1000, -1000, Number.NaN].map(exponentialOf)).toEqual([
    1,
    0,
    Infinity,
    Infinity,
    0,
    Number.NaN,
  ]);
});
test("logarithms are those of the engine, from the least number to the largest", () => {
  for (const x of draw(700).map(Math.exp))
    expect(Math.abs(logarithmOf(x) - Math.log(x))).toBeLessThanOrEqual(5e-16 * (1 + Math.abs(Math.log(x))));
  expect([0, -1, Infinity, 1, Number.NaN].map(logarithmOf)).toEqual([-Infinity, Number.NaN, Infinity, 0, Number.NaN]);
  expect(logarithmOf(5e-324)).toBe(Math.log(5e-324));
});
test("powers lose no more digits than their exponent has", () => {
  for (const x of draw(50))
    expect(Math.abs(powerOf(Math.abs(x), 1.5) / Math.abs(x) ** 1.5 - 1)).toBeLessThanOrEqual(5e-15);
  expect([powerOf(0, 0), powerOf(0, 2), powerOf(3, 1)]).toEqual([1, 0, 3]);
});
