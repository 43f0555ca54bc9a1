import { describe, expect, test } from "vitest";
import { type CategoryFacts, withKnowledge } from "../../src/coverage/knowledge.js";
import { planRequests } from "../../src/coverage/plan.js";
import { standardOf } from "../support/test-standard.js";

const standard = standardOf([
  { category: "library", threshold: { time: 900 } },
  { category: "shop", threshold: { time: 300 } },
]);
const [planned] = planRequests(standard, () => true, ["seconds", "meters"]).requirements;

/** What is known of the library, of which there are two, if the rest is so. */
function knownOfTwo(facts: Partial<CategoryFacts>): string {
  if (planned === undefined) throw new Error("nothing was planned");
  const { data } = withKnowledge(planned, {
    facilityCounts: { library: 2, shop: 2000 },
    nearbyCategories: ["library", "shop"],
    ambiguousCounts: {},
    population: 0,
    squareMeters: 500e6,
    ...facts,
  });
  return data;
}

describe("two libraries are hardly known", () => {
  test.each([
    ["in a city of many people", { population: 250_000, squareMeters: 1e6 }, "hardlyKnown"],
    ["not in one of few people, however wide", { population: 249_999 }, "known"],
    ["on wide ground with many facilities, where nobody's number is known", {}, "hardlyKnown"],
    ["not on little ground", { squareMeters: 99e6 }, "known"],
    ["not on wide ground with few facilities: villages", { facilityCounts: { library: 2, shop: 900 } }, "known"],
    ["and three are known", { facilityCounts: { library: 3, shop: 2000 } }, "known"],
    ["if both are far from everybody", { nearbyCategories: ["shop"], squareMeters: 1e6 }, "hardlyKnown"],
  ] as const)("%s", (_, facts, expected) => {
    expect(knownOfTwo(facts)).toBe(expected);
  });
});
