import { expect, test } from "vitest";
import { equity } from "../../src/inequality/index.js";
import { giniByPairs } from "../oracle/oracle-gini.js";
import { seededRandom } from "../support/random.js";

const of = (...numbers: number[]) => Float64Array.from(numbers);
const BENEFIT = { direction: "benefit", atkinson: [0.5, 1, 2] } as const;

test("where all have the same, nothing is unequal", () => {
  const { gini, theil, atkinson, kolmPollak, palma } = equity(of(7, 7, 7), of(1, 5, 9), BENEFIT);
  expect(gini).toBeCloseTo(0, 15);
  expect(theil?.total).toBeCloseTo(0, 15);
  for (const { index } of atkinson) expect(index).toBeCloseTo(0, 15);
  expect(kolmPollak?.ede).toBeCloseTo(7, 12);
  expect(palma).toBeNull(); // nobody is above the ninth decile
});
test("where one has all, Gini is 1 - w/W", () => {
  expect(equity(of(0, 10), of(99, 1), BENEFIT).gini).toBeCloseTo(0.99, 14);
});
test("of two people with 1 and 3, Gini is ¼, Theil 0.130812 and Atkinson's index 0.133975", () => {
  const { gini, theil, atkinson } = equity(of(3, 1), of(1, 1), BENEFIT);
  expect(gini).toBe(0.25);
  expect(theil?.total).toBeCloseTo(0.130812, 6);
  expect(atkinson[1]?.index).toBeCloseTo(0.133975, 6);
});
test("Gini is that of all pairs of people, whatever the order of the rows, to the last bit", () => {
  const random = seededRandom(3);
  for (let round = 0; round < 50; round++) {
    const rows = Array.from({ length: 20 }, () => ({
      value: Math.floor(random() * 9),
      amount: Math.floor(random() * 7),
    }));
    const make = (some: typeof rows) => {
      const columns = [some.map(({ value }) => value), some.map(({ amount }) => amount)];
      const rank = of(...some.map(({ value, amount }) => (value * 7 + amount) % 3));
      return equity(of(...(columns[0] ?? [])), of(...(columns[1] ?? [])), { ...BENEFIT, rank });
    };
    const found = make(rows);
    expect(found.gini).toBeCloseTo(giniByPairs(rows), 12);
    expect(make([...rows].reverse())).toEqual(found);
  }
});
test("nobody is dropped silently: unknown, out of reach and without a rank are counted apart", () => {
  const values = of(5, Number.NaN, Infinity, 8, 6);
  const found = equity(values, of(1, 2, 4, 8, 0), { direction: "burden", rank: of(1, 1, 1, Number.NaN, 1) });
  expect(found).toMatchObject({ people: 9, unknownPeople: 2, unreachedPeople: 4, unrankedPeople: 8, atkinson: [] });
  expect(equity(of(Infinity), of(3), BENEFIT)).toMatchObject({ people: 0, unreachedPeople: 3, gini: null, lorenz: [] });
});
test("an equivalent does not overflow, and groups are told at one κ", () => {
  const found = equity(of(2000, 2001, 2002), of(1, 1, 1), {
    direction: "burden",
    epsilon: 1000,
    groups: ["b", "a", null],
  });
  expect(found.kolmPollak?.ede).toBeGreaterThan(2001);
  expect(found.kolmPollak?.ede).toBeLessThanOrEqual(2002);
  expect(found.groups.map(({ group, ede }) => [group, Math.round(ede)])).toEqual([
    ["a", 2001],
    ["b", 2000],
  ]);
});
test("what is no distribution is refused by name", () => {
  expect(() => equity(of(-1), of(1), BENEFIT)).toThrow("values[0]");
  expect(() => equity(of(1), of(Number.NaN), BENEFIT)).toThrow("people[0]");
  expect(() => equity(of(1), of(1, 2), BENEFIT)).toThrow("people");
  expect(() => equity(of(1), of(1), { direction: "good" as "benefit" })).toThrow("direction");
});
