import { describe, expect, test } from "vitest";
import {
  applyEdits,
  computeCoverage,
  type Edit,
  openScenario,
  type PreparedCity,
  prepareCity,
} from "../../src/index.js";
import type { Scenario } from "../../src/scenarios/scenario.js";
import { pointFeature, polygonFeature } from "../support/desert-grid.js";
import { EditedTown, judgedPart } from "../support/edited-town.js";

import { errorOf } from "../support/geojson-samples.js";
import { seededRandom } from "../support/random.js";
import { randomTown } from "../support/random-town.js";
import { standardOf } from "../support/test-standard.js";
import { categoriesIn, toTownInput } from "../support/town-input.js";
import { walkingAt } from "../support/travel-city.js";

const standard = standardOf([
  { category: "shop", threshold: { time: 300 } },
  { category: "school", threshold: { time: 400 }, orElse: [{ category: "park", threshold: { network: 350 } }] },
  { category: "park", threshold: { straight: 300 } },
]);
const options = { standard, profile: walkingAt(1.2, { maxAccessMeters: 150 }) };

/** Notes what is done to a scenario as a list of edits. */
function recording(scenario: Scenario, edits: Edit[]): Scenario {
  const note = (run: () => void, edit: Edit) => {
    run();
    edits.push(edit);
  };
  return {
    addFacility: (facility) => note(() => scenario.addFacility(facility), { edit: "addFacility", ...facility }),
    moveFacility: (id, location) =>
      note(() => scenario.moveFacility(id, location), { edit: "moveFacility", id, location }),
    closeFacility: (id) => note(() => scenario.closeFacility(id), { edit: "closeFacility", id }),
    addStreet: (street) => note(() => scenario.addStreet(street), { edit: "addStreet", ...street }),
    closeStreet: (id) => note(() => scenario.closeStreet(id), { edit: "closeStreet", id }),
    undo: () => scenario.undo(),
    city: () => scenario.city(),
    report: () => scenario.report(),
  };
}

describe("a list of edits", () => {
  test.each(
    Array.from({ length: 25 }, (_, seed) => seed),
  )("gives the report of the edited input: random town %i", (seed) => {
    const random = seededRandom(seed + 400);
    const town = randomTown(seed);
    const input = toTownInput(town, seed);
    const prepared = prepareCity(input, { standard });
    const edits: Edit[] = [];
    const edited = new EditedTown(town, input, recording(openScenario(prepared, options), edits));
    for (let edit = 0; edit < 6; edit++) random() < 0.7 ? edited.editFacility(random) : edited.editStreet(random);
    const scenario = openScenario(prepared, options);
    applyEdits(scenario, JSON.parse(JSON.stringify(edits)));
    const knownCategories = categoriesIn(prepared);
    const fresh = judgedPart(computeCoverage(edited.input, { ...options, knownCategories }));
    expect(judgedPart(scenario.report())).toBe(fresh);
    // the city itself, for whatever draws or writes it
    const city = scenario.city();
    expect(judgedPart(computeCoverage(city, { ...options, knownCategories }))).toBe(fresh);
    expect(city.facilities.map(({ id }) => id).sort()).toEqual(
      edited.input.facilities.features.map(({ properties }) => String(properties?.id)).sort(),
    );
    expectBooksOf(city);
  });
  test("closing the only one of a category leaves it missing, not without data", () => {
    const prepared = prepareCity(toTownInput(randomTown(3), 3), { standard });
    const scenario = openScenario(prepared, options);
    const parks = prepared.facilities.filter(({ categories }) => categories.includes("park"));
    applyEdits(
      scenario,
      parks.map(({ id }) => ({ edit: "closeFacility", id })),
    );
    expect(scenario.report().city.requirements.park?.status).not.toBe("no-data");
    expect(computeCoverage(scenario.city(), options).city.requirements.park?.status).toBe("no-data");
  });
  test("without any edit the city is the one that was opened", () => {
    const prepared = prepareCity(toTownInput(randomTown(3), 3), { standard });
    const scenario = openScenario(prepared, options);
    applyEdits(scenario, []);
    expect(scenario.city()).toBe(prepared);
    applyEdits(scenario, [{ edit: "closeFacility", id: "f0" }]);
    scenario.undo();
    expect(scenario.city()).toBe(prepared);
  });
});

/** Whatever was read is used or left out. */
function expectBooksOf(city: PreparedCity): void {
  for (const { given, used, leftOut } of computeCoverage(city, options).inputs)
    expect(given).toBe(used + Object.values(leftOut).reduce((sum, count) => sum + count, 0));
}

describe("the edited city", () => {
  const square = (size: number) =>
    [
      [0, 0],
      [size, 0],
      [size, size],
      [0, size],
    ] as [number, number][];
  const collection = (...features: object[]) => ({ type: "FeatureCollection", features }) as never;
  const input = {
    neighborhoods: collection(polygonFeature(square(0.01), { id: "n" })),
    facilities: collection(
      polygonFeature(square(0.002), { id: "area", name: "Green", category: "park" }),
      pointFeature([0.001, 0], { id: "gate", barrier: "gate" }),
      pointFeature([0.005, 0.005], { id: "a", name: "One", amenity: "pharmacy" }),
      pointFeature([0.0051, 0.005], { id: "b", name: "One", amenity: "pharmacy" }),
      polygonFeature(square(0.003), { id: "lake", natural: "water" }),
      pointFeature([0.008, 0.005], { id: "bench", amenity: "bench" }),
    ),
  };
  test("closes what is mapped twice as one, and keeps lakes for the map", () => {
    const prepared = prepareCity(input);
    const scenario = openScenario(prepared);
    expect(prepared.facilities.map(({ id }) => id)).toEqual(["area", "a"]);
    applyEdits(scenario, [{ edit: "closeFacility", id: "a" }]);
    const city = scenario.city();
    expect(city.facilities).toEqual(prepared.facilities.filter(({ id }) => id === "area"));
    expect(city.water.map(({ id }) => id)).toEqual(["lake"]);
  });
  test("has a planned facility under the id of one that closed", () => {
    const scenario = openScenario(prepareCity(input));
    applyEdits(scenario, [
      { edit: "closeFacility", id: "a" },
      { edit: "addFacility", id: "a", name: "New", categories: ["bank"], location: [0.004, 0.004] },
    ]);
    const [area, planned] = scenario.city().facilities;
    expect([area?.id, planned?.id, planned?.name, planned?.categories]).toEqual(["area", "a", "New", ["bank"]]);
  });
});

describe("a bad edit is told by its place in the list, and nothing is done:", () => {
  const prepared = prepareCity(toTownInput(randomTown(1), 1), { standard });
  const good = { edit: "closeFacility", id: "f1" };
  test.each([
    ["an unknown id", { edit: "closeFacility", id: "nobody" }, "INVALID_ARGUMENT", "edits[1].id"],
    ["one that was closed before", good, "INVALID_ARGUMENT", "edits[1].id"],
    ["no place", { edit: "moveFacility", id: "f0" }, "INVALID_LOCATION", "edits[1].location"],
    [
      "an unknown category",
      { edit: "addFacility", id: "x", categories: ["shpo"], location: [1, 1] },
      "INVALID_ARGUMENT",
      "edits[1].categories",
    ],
    [
      "an id that is open",
      { edit: "addFacility", id: "f0", categories: ["shop"], location: [1, 1] },
      "DUPLICATE_ID",
      "edits[1].id",
    ],
    ["a street that is none", { edit: "closeStreet", id: "nowhere" }, "INVALID_ARGUMENT", "edits[1].id"],
    ["a street without a line", { edit: "addStreet", id: "s" }, "NO_STREETS", /^edits\[1\]/],
    ["a misspelt member", { edit: "closeFacility", ids: "f0" }, "UNKNOWN_OPTION", "edits[1].ids"],
    ["a misspelt edit", { edit: "removeFacility", id: "f0" }, "INVALID_ARGUMENT", "edits[1].edit"],
    ["the name of every object", { edit: "constructor" }, "INVALID_ARGUMENT", "edits[1].edit"],
    ["null", null, "INVALID_ARGUMENT", "edits[1].edit"],
    ["a list", [], "INVALID_ARGUMENT", "edits[1].edit"],
    ["a text", "closeFacility", "INVALID_ARGUMENT", "edits[1].edit"],
    ["a bigint", { edit: 1n }, "INVALID_ARGUMENT", "edits[1].edit"],
  ])("%s", (_, edit, code, path) => {
    const scenario = openScenario(prepared, options);
    const before = judgedPart(scenario.report());
    const error = errorOf(() => applyEdits(scenario, [good, edit] as never));
    expect(error.code).toBe(code);
    expect(error.path).toMatch(path);
    expect(error.message).toMatch(/^edits\[1\]: /);
    expect(judgedPart(scenario.report())).toBe(before);
    expect(scenario.undo()).toBe(false);
  });
  test.each([[null], [{}], ["[]"], [7], [undefined]])("%j for a list", (edits) => {
    expect(errorOf(() => applyEdits(openScenario(prepared, options), edits as never))).toMatchObject({
      code: "INVALID_ARGUMENT",
      path: "edits",
    });
  });
  test.each([[null], [{}], [prepared]])("no scenario: %#", (scenario) => {
    expect(errorOf(() => applyEdits(scenario as never, []))).toMatchObject({
      code: "INVALID_ARGUMENT",
      path: "scenario",
    });
  });
});
