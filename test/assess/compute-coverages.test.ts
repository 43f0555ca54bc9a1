import { describe, expect, test } from "vitest";
import { computeCoverage, computeCoverages, elderlyWalking, prepareCity, standardWalking } from "../../src/index.js";
import type { Standard } from "../../src/model/standard.js";
import { randomTown } from "../support/random-town.js";
import { standardOf } from "../support/test-standard.js";
import { toTownInput } from "../support/town-input.js";

const standard = standardOf([
  { category: "shop", threshold: { time: 300, network: 200 } },
  { id: "shop-far", category: "shop", threshold: { time: 700 } },
  { category: "school", threshold: { time: 400 }, orElse: [{ category: "park", threshold: { network: 350 } }] },
  { category: "park", threshold: { network: 500 } },
]);
const profiles = [standardWalking, elderlyWalking];
/** Asks for the same categories, farther: one search answers both. */
const farther: Standard = {
  ...standard,
  id: "farther",
  requirements: standard.requirements.map((one) => ({
    ...one,
    ...(one.threshold.time === undefined ? {} : { threshold: { ...one.threshold, time: 1.5 * one.threshold.time } }),
  })),
};
const inMeters: Standard = { ...standard, id: "in-meters", judgeBy: "network" };
/** Calls something else by the same name: it cannot be searched for together with the others. */
const otherwise: Standard = {
  ...standard,
  id: "otherwise",
  categories: standard.categories.map((category, row) =>
    row === 0 ? { ...category, keywords: ["nothing is called so"] } : category,
  ),
};

describe("several standards and profiles in one call", () => {
  test.each([1, 2, 3, 4])("give the reports of single calls, byte for byte, in their order: random town %i", (seed) => {
    const input = toTownInput(randomTown(seed, { originCount: 40 }), seed);
    const standards = [standard, farther, inMeters, otherwise];
    const single = standards.flatMap((one) =>
      profiles.map((profile) => JSON.stringify(computeCoverage(input, { standard: one, profile }))),
    );
    const together = computeCoverages(prepareCity(input), { standards, profiles });
    expect(together.map((report) => [report.standard.id, report.profile.id])).toEqual(
      standards.flatMap(({ id }) => profiles.map((profile) => [id, profile.id])),
    );
    expect(together.map((report) => JSON.stringify(report))).toEqual(single);
  });

  test("take the city's own standard and standard walking where none is named", () => {
    const city = prepareCity(toTownInput(randomTown(5), 5), { standard });
    expect(computeCoverages(city).map((report) => JSON.stringify(report))).toEqual([
      JSON.stringify(computeCoverage(city)),
    ]);
  });

  test.each([
    [{ standards: [] }],
    [{ profiles: [] }],
    [{ profiles: standardWalking }],
    [{ standards: "gb" }],
  ])("refuse %j: a list that is not empty is expected", (options) => {
    const city = toTownInput(randomTown(5), 5);
    expect(() => computeCoverages(city, options as never)).toThrow(
      expect.objectContaining({
        code: "INVALID_ARGUMENT",
        message: expect.stringContaining("a non-empty array"),
      }),
    );
  });

  test("refuse a misspelt option", () => {
    expect(() => computeCoverages(toTownInput(randomTown(5), 5), { standart: [] } as never)).toThrow(
      expect.objectContaining({ code: "UNKNOWN_OPTION" }),
    );
  });
});
