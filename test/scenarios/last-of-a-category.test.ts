import { describe, expect, test } from "vitest";
import {
  computeCoverage,
  elderlyWalking,
  onNetwork,
  openScenario,
  prepareCity,
  straightLine,
} from "../../src/index.js";
import { judgedPart } from "../support/edited-town.js";
import { randomTown } from "../support/random-town.js";
import { standardOf } from "../support/test-standard.js";
import { categoriesIn, toTownInput } from "../support/town-input.js";
import { walkingAt } from "../support/travel-city.js";

// When the last facility of a category closes, nobody reaches one any more, however they travel.

const byTime = standardOf([
  { category: "shop", threshold: { time: 400 } },
  { category: "school", threshold: { time: 600 }, orElse: [{ category: "park", threshold: { network: 350 } }] },
  { category: "park", threshold: { time: 500 } },
]);
const mixed = standardOf([
  { category: "shop", threshold: { time: 400 }, count: 2 },
  { category: "school", threshold: { network: 600 }, orElse: [{ category: "park", threshold: { straight: 250 } }] },
  { category: "park", threshold: { straight: 300 } },
]);
const standard = walkingAt(1.1, { maxAccessMeters: 150 });

describe.each([
  ["at one speed", byTime, standard, [onNetwork()]],
  ["slower on steps", byTime, elderlyWalking, [onNetwork()]],
  ["in straight lines", byTime, standard, [straightLine({ detourFactor: 1.3 })]],
  ["by two ways", byTime, standard, [onNetwork(), straightLine({ detourFactor: 2 })]],
  ["with radii and several needed", mixed, standard, [onNetwork()]],
  ["slower on steps, with radii", mixed, elderlyWalking, [onNetwork()]],
] as const)("%s", (_, asked, profile, travel) => {
  test.each([
    1, 2, 3, 4, 5,
  ])("closing all of each category gives the report of the edited city, and opening one again: town %i", (seed) => {
    const town = randomTown(seed, { originCount: 25 });
    const input = toTownInput(town, seed);
    const prepared = prepareCity(input, { standard: asked });
    const options = { standard: asked, profile, travel };
    const knownCategories = categoriesIn(prepared);
    for (const category of knownCategories) {
      const scenario = openScenario(prepared, options);
      const isOf = (id: string) =>
        prepared.facilities.some((one) => one.id === id && one.categories.includes(category));
      for (const { id } of prepared.facilities) if (isOf(id)) scenario.closeFacility(id);
      const features = input.facilities.features.filter(({ properties }) => !isOf(String(properties?.id)));
      const left = { ...input, facilities: { ...input.facilities, features } };
      expect(judgedPart(scenario.report())).toBe(judgedPart(computeCoverage(left, { ...options, knownCategories })));
      const location = town.at(town.sizeMeters / 2, town.sizeMeters / 2);
      scenario.addFacility({ id: "again", categories: [category], location });
      const again = {
        type: "Feature",
        properties: { id: "again", category },
        geometry: { type: "Point", coordinates: [...location] },
      };
      const reopened = {
        ...input,
        facilities: { ...input.facilities, features: [...features, again as (typeof features)[0]] },
      };
      expect(judgedPart(scenario.report())).toBe(
        judgedPart(computeCoverage(reopened, { ...options, knownCategories })),
      );
    }
  });
  test("a category that is known by the caller only is asked for, too", () => {
    const input = toTownInput(randomTown(6), 6);
    const features = input.facilities.features.filter(
      ({ properties }) => !String(properties?.category).includes("park"),
    );
    const prepared = prepareCity({ ...input, facilities: { ...input.facilities, features } }, { standard: asked });
    const options = { standard: asked, profile, travel, knownCategories: ["park", ...categoriesIn(prepared)] };
    expect(judgedPart(openScenario(prepared, options).report())).toBe(judgedPart(computeCoverage(prepared, options)));
  });
});
