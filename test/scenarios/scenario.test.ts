import type { Feature } from "geojson";
import { describe, expect, test } from "vitest";
import { buildModeNetwork } from "../../src/attach/mode-network.js";
import { PreparedCity } from "../../src/city/prepared-city.js";
import { type CoverageReport, computeCoverage, openScenario, prepareCity } from "../../src/index.js";
import type { Streets } from "../../src/model/facts.js";
import type { Standard } from "../../src/model/standard.js";
import { closingStreet, openingStreet } from "../../src/scenarios/edit-streets.js";
import { elderlyWalking } from "../../src/standards/travel-profiles.js";
import { buildNetwork } from "../../src/streets/build-network.js";
import { walking } from "../../src/streets/modes/walking.js";
import { givenCosts } from "../../src/travel/given-costs.js";
import { onNetwork } from "../../src/travel/on-network.js";
import { straightLine } from "../../src/travel/straight-line.js";
import type { TravelModel } from "../../src/travel/travel-model.js";
import { describeCity, readCityInput } from "../support/cities.js";
import { pointFeature } from "../support/desert-grid.js";
import { EditedTown, judgedPart } from "../support/edited-town.js";
import { draw, drawIndex, seededRandom } from "../support/random.js";
import { randomTown } from "../support/random-town.js";
import { standardOf } from "../support/test-standard.js";
import { categoriesIn, toTownInput } from "../support/town-input.js";
import { walkingAt } from "../support/travel-city.js";

const TOWNS = 20;
const EDITS = 40;

const standard = standardOf([
  { category: "shop", threshold: { time: 300 } },
  { id: "shop-far", category: "shop", threshold: { time: 700 } },
  { category: "school", threshold: { time: 400 }, orElse: [{ category: "park", threshold: { network: 350 } }] },
  { category: "park", threshold: { network: 500 } },
]);
/** Reaches a part of a town only: tables are carried over where a street is edited out of reach. */
const nearby = standardOf([
  { category: "shop", threshold: { time: 30 } },
  { category: "school", threshold: { time: 45 }, orElse: [{ category: "park", threshold: { network: 40 } }] },
  { category: "park", threshold: { network: 60 } },
]);
const profile = walkingAt(1.2, { maxAccessMeters: 150 });
const options = { standard, profile };

describe("a scenario", () => {
  test(`of ${EDITS} edits and undos gives the report of the edited city, to the last bit, in ${TOWNS} random towns`, () => {
    for (let seed = 0; seed < TOWNS; seed++) {
      const random = seededRandom(seed + 1);
      const { scenario, edited, knownCategories } = openTown(seed, standard);
      for (let edit = 0; edit < EDITS; edit++) {
        if (random() < 0.25) edited.undo();
        else edited.editFacility(random);
        // several edits may come before one report
        if (random() < 0.5) continue;
        const expected = computeCoverage(edited.input, { ...options, knownCategories });
        expect(judgedPart(scenario.report()), `town ${seed}, edit ${edit}`).toBe(judgedPart(expected));
      }
    }
  });
  test("ends as it began when everything is taken back", () => {
    const { scenario, edited } = openTown(3, standard);
    const before = JSON.stringify(scenario.report());
    const random = seededRandom(9);
    for (let edit = 0; edit < 300; edit++) {
      if (random() < 0.25) edited.undo();
      else edited.editFacility(random);
    }
    while (scenario.undo());
    expect(JSON.stringify(scenario.report())).toBe(before);
  });
  test.each([
    ["all over town", standard, 12],
    ["nearby", nearby, 40],
  ] as const)("with streets opened and closed gives the report of the edited city: what is %s", (_, standard, towns) => {
    for (let seed = 0; seed < towns; seed++) {
      const random = seededRandom(seed + 100);
      const { scenario, edited, knownCategories } = openTown(seed, standard, 30);
      for (let edit = 0; edit < 12; edit++) {
        const chance = random();
        if (chance < 0.25) edited.undo();
        else if (chance < 0.55) edited.editFacility(random);
        else edited.editStreet(random);
        // also several edits between two reports
        if (random() < 0.3) continue;
        const expected = computeCoverage(edited.input, { standard, profile, knownCategories });
        expect(judgedPart(scenario.report()), `town ${seed}, edit ${edit}`).toBe(judgedPart(expected));
      }
    }
  });
  test("a park whose only near street closes is entered elsewhere, far from that street", () => {
    const square = (id: string, [west, south, east, north]: readonly [number, number, number, number]): Feature => ({
      type: "Feature",
      properties: { id, category: "park" },
      geometry: {
        type: "Polygon",
        coordinates: [[west, south, east, south, east, north, west, north, west, south]].map((flat) =>
          [0, 2, 4, 6, 8].map((i) => [flat[i] ?? 0, flat[i + 1] ?? 0]),
        ),
      },
    });
    const line = (id: string, coordinates: number[][]): Feature => ({
      type: "Feature",
      properties: { id, highway: "footway" },
      geometry: { type: "LineString", coordinates },
    });
    const [west, east] = [-0.00005, 0.00925];
    const streets = [
      line("beside the park", [
        [west, -0.004],
        [west, 0.001],
      ]),
      line("a kilometre east", [
        [east, -0.004],
        [east, 0.001],
      ]),
      line("around", [
        [west, -0.004],
        [west, -0.01],
        [east, -0.01],
        [east, -0.004],
      ]),
      line("far away", [
        [east, -0.01],
        [0.03, -0.01],
      ]),
    ];
    const layer = (features: Feature[]) => ({ type: "FeatureCollection" as const, features });
    const input = {
      neighborhoods: layer([
        square("east", [0.0091, -0.0009, 0.0101, 0.0009]),
        square("far", [0.02, -0.012, 0.026, -0.008]),
      ]),
      facilities: layer([square("park", [0, -0.0009, 0.009, 0.0009])]),
      streets: layer(streets),
    } as unknown as Parameters<typeof prepareCity>[0];
    const nearPark = { standard: standardOf([{ category: "park", threshold: { time: 60 } }]), profile };
    const scenario = openScenario(prepareCity(input, { standard: nearPark.standard }), nearPark);
    const coverageOf = (report: CoverageReport) => report.neighborhoods[0]?.requirements.park?.area.share;
    expect(coverageOf(scenario.report())).toBe(0);
    scenario.closeStreet("beside the park");
    const expected = computeCoverage({ ...input, streets: layer(streets.slice(1)) } as typeof input, nearPark);
    expect(judgedPart(scenario.report())).toBe(judgedPart(expected));
    expect(coverageOf(scenario.report())).toBeGreaterThan(0);
  });
  test("goes on when the last street is closed, and ends as it began", () => {
    const town = randomTown(5, { originCount: 40 });
    const input = toTownInput(town, 5);
    const scenario = openScenario(prepareCity(input, { standard }), options);
    const reports: string[] = [];
    for (const { properties } of input.streets.features) {
      reports.push(JSON.stringify(scenario.report()));
      scenario.closeStreet(String(properties?.id));
    }
    // who is at a shop is there; of all others nothing is known
    expect(scenario.report().city.requirements.shop?.population.share).toBe(1);
    expect(scenario.report().city.requirements.school?.population.share ?? 1).toBe(1);
    scenario.addStreet({ id: "again", coordinates: town.streets[0]?.coordinates ?? [] });
    expect(scenario.report().travel[0]?.parameters.edges).toBeGreaterThan(0);
    scenario.undo();
    // most of these grounds are not kept, and are built anew
    for (const expected of reports.reverse()) {
      scenario.undo();
      expect(JSON.stringify(scenario.report())).toBe(expected);
    }
    expect(scenario.undo()).toBe(false);
  });
  test("leaves the prepared city as it was", () => {
    const input = toTownInput(randomTown(4), 4);
    const prepared = prepareCity(input, { standard });
    const before = JSON.stringify(computeCoverage(prepared, options));
    const scenario = openScenario(prepared, options);
    for (const { properties } of input.facilities.features) scenario.closeFacility(String(properties?.id));
    const closed = scenario.report().city;
    expect(closed.requirements.shop?.status).toBe("uncovered");
    expect(closed.circles.circle).toMatchObject({ score: 0, noData: [] });
    expect(closed.circles.circle?.missing).toContain("shop");
    expect(JSON.stringify(computeCoverage(prepared, options))).toBe(before);
  });
});

/** Opens a scenario of a random town. */
function openTown(seed: number, standard: Standard, originCount?: number) {
  const town = randomTown(seed, originCount === undefined ? {} : { originCount });
  const input = toTownInput(town, seed);
  const prepared = prepareCity(input, { standard });
  const scenario = openScenario(prepared, { standard, profile });
  return { scenario, edited: new EditedTown(town, input, scenario), knownCategories: categoriesIn(prepared) };
}

describe("a scenario refuses, with what to do,", () => {
  const prepared = prepareCity(toTownInput(randomTown(1), 1), { standard });
  const open = () => openScenario(prepared, options);
  const streetless = () => {
    const { streets: _, ...input } = toTownInput(randomTown(1), 1);
    return prepareCity(input, { standard });
  };
  const shop = { id: "x", categories: ["shop"], location: [1, 1] as const };
  test.each([
    ["an id that is open", () => open().addFacility({ ...shop, id: "f0" }), "DUPLICATE_ID"],
    ["an unknown category", () => open().addFacility({ ...shop, categories: ["shpo"] }), "INVALID_ARGUMENT"],
    ["no category", () => open().addFacility({ ...shop, categories: [] }), "INVALID_ARGUMENT"],
    ["a place that is none", () => open().addFacility({ ...shop, location: [1, 91] }), "INVALID_LOCATION"],
    ["an unknown id", () => open().closeFacility("nobody"), "INVALID_ARGUMENT"],
    ["a place to move to that is none", () => open().moveFacility("f0", [Number.NaN, 1]), "INVALID_LOCATION"],
    ["an unknown street", () => open().closeStreet("nowhere"), "INVALID_ARGUMENT"],
    ["a street without a name", () => open().closeStreet(undefined as unknown as string), "INVALID_ARGUMENT"],
    ["a new street without a name", () => open().addStreet({ id: "", coordinates: [] }), "INVALID_ARGUMENT"],
    ["a street of no length", () => open().addStreet({ id: "s", coordinates: [] }), "NO_STREETS"],
    ["a city that is not prepared", () => openScenario({} as typeof prepared), "INVALID_ARGUMENT"],
    ["a city that is still GeoJSON", () => openScenario(toTownInput(randomTown(1), 1) as never), "INVALID_ARGUMENT"],
    ["null for options", () => openScenario(prepared, null as never), "INVALID_ARGUMENT"],
    ["a misspelt option", () => openScenario(prepared, { norm: standard } as never), "UNKNOWN_OPTION"],
    ["an option of reading", () => openScenario(prepared, { repair: "fix" } as never), "UNKNOWN_OPTION"],
    ["a standard of nothing", () => openScenario(prepared, { standard: {} as never }), "INVALID_STANDARD"],
    ["a profile without a speed", () => openScenario(prepared, { profile: { id: "x" } as never }), "INVALID_ARGUMENT"],
    ["no way to travel", () => openScenario(prepared, { travel: [] }), "INVALID_ARGUMENT"],
    [
      "a travel model that was not called",
      () => openScenario(prepared, { travel: [onNetwork as never] }),
      "INVALID_ARGUMENT",
    ],
    ["measures that are none", () => openScenario(prepared, { measures: [{} as never] }), "INVALID_ARGUMENT"],
    [
      "to walk along streets that there are none of",
      () => openScenario(streetless(), { travel: [onNetwork()] }),
      "NO_STREETS",
    ],
    ["to close a street where there are none", () => openScenario(streetless()).closeStreet("w0"), "NO_STREETS"],
    [
      "to open a street where there are none",
      () =>
        openScenario(streetless()).addStreet({
          id: "s",
          coordinates: [
            [0, 0],
            [0, 1],
          ],
        }),
      "NO_STREETS",
    ],
    [
      "costs from nowhere",
      () =>
        openScenario(prepared, {
          travel: [givenCosts([{ originRow: 1e6, facilityId: "f0", cost: 1 }], { unit: "seconds" })],
        }),
      "INVALID_ARGUMENT",
    ],
  ])("%s", (_, act, code) => {
    expect(act).toThrow(expect.objectContaining({ name: "CoverageError", code }));
  });
});

describe("the handle of a scenario", () => {
  const prepared = prepareCity(toTownInput(randomTown(1), 1), { standard });
  test("shows its documented methods, and nothing that it is made of", () => {
    for (const profile of [walkingAt(1), elderlyWalking]) {
      const scenario = openScenario(prepared, { profile });
      expect(Reflect.ownKeys(scenario)).toEqual([]);
      expect(Reflect.ownKeys(Object.getPrototypeOf(scenario) as object).sort()).toEqual([
        "addFacility",
        "addStreet",
        "city",
        "closeFacility",
        "closeStreet",
        "constructor",
        "moveFacility",
        "report",
        "undo",
      ]);
      expect(JSON.stringify(scenario)).toBe("{}");
    }
  });
  test("a travel model that fails at an edit fails in the report only, and undo mends it", () => {
    const strict: TravelModel = {
      id: "strict",
      prepare: (city, profile) => {
        if (city.facilities.some(({ id }) => id === "forbidden")) throw new RangeError("not this one");
        return straightLine().prepare(city, profile);
      },
    };
    const scenario = openScenario(prepared, { travel: [strict] });
    const before = JSON.stringify(scenario.report());
    scenario.addFacility({ id: "fine", categories: ["shop"], location: [0, 0] });
    scenario.addFacility({ id: "forbidden", categories: ["park"], location: [0, 0] });
    expect(() => scenario.report()).toThrow(RangeError);
    expect(() => scenario.report()).toThrow("not this one");
    scenario.undo();
    const expected = openScenario(prepared, { travel: [strict] });
    expected.addFacility({ id: "fine", categories: ["shop"], location: [0, 0] });
    expect(JSON.stringify(scenario.report())).toBe(JSON.stringify(expected.report()));
    scenario.undo();
    expect(JSON.stringify(scenario.report())).toBe(before);
  });
});

describeCity("porto_alegre", () => {
  test("three facilities close and one opens: the report of the edited city", () => {
    const input = readCityInput("porto_alegre");
    const prepared = prepareCity(input);
    const scenario = openScenario(prepared);
    const { facilities } = prepared;
    const [first, second, third] = [10, 100, 200].map((row) => facilities[row]?.id ?? "");
    for (const id of [first, second, third]) scenario.closeFacility(id ?? "");
    const place = facilities[50]?.location ?? [0, 0];
    const category = facilities[100]?.categories[0] ?? "";
    scenario.addFacility({ id: "planned", categories: [category], location: place });
    const closed = new Set([first, second, third]);
    const features = input.facilities.features.filter(
      ({ properties, id }) => !closed.has(String(id ?? properties?.id)) && !closed.has(idIn(properties)),
    );
    expect(features.length).toBe(input.facilities.features.length - 3);
    features.push(pointFeature(place, { id: "planned", category }));
    const expected = computeCoverage({ ...input, facilities: { type: "FeatureCollection", features } });
    expect(judgedPart(scenario.report())).toBe(judgedPart(expected));
  });
  test("streets close: the report of the edited city", () => {
    const input = readCityInput("porto_alegre");
    const prepared = prepareCity(input);
    const scenario = openScenario(prepared);
    const { ids = [], featureRow = [] } = prepared.streets ?? {};
    const closed = [500, 4000, 9000].map((row) => ids[row] ?? "");
    for (const id of closed) scenario.closeStreet(id);
    const rows = new Set(ids.flatMap((id, row) => (closed.includes(id) ? [featureRow[row]] : [])));
    const features = input.streets.features.filter((_, row) => !rows.has(row));
    expect(rows.size).toBeGreaterThanOrEqual(3);
    const expected = computeCoverage({ ...input, streets: { type: "FeatureCollection", features } });
    expect(judgedPart(scenario.report())).toBe(judgedPart(expected));
  });
});

describeCity("porto", () => {
  test("streets open and close all over the city: each time the report of a city whose network is built anew", () => {
    const prepared = prepareCity(readCityInput("porto"));
    const scenario = openScenario(prepared);
    const random = seededRandom(42);
    const { city } = PreparedCity.parts(prepared);
    let streets = prepared.streets as Streets;
    for (let edit = 0; edit < 4; edit++) {
      const { ids, firstVertex, lon, lat } = streets;
      const row = drawIndex(random, streets.count);
      const [from, to] = [firstVertex[row], firstVertex[row + 1] - 1] as const;
      const coordinates = [from, to].map((vertex) => [lon[vertex] as number, lat[vertex] as number] as const);
      coordinates.splice(1, 0, [(lon[from] + lon[to]) / 2 + 1e-4, (lat[from] + lat[to]) / 2]);
      const tags = draw(random, [{ highway: "footway" }, { highway: "footway", bridge: "yes" }, { highway: "steps" }]);
      const street = { id: `new ${edit}`, coordinates, tags };
      const isClosing = random() < 0.5;
      const change = isClosing ? closingStreet(streets, ids[row] as string) : openingStreet(streets, street);
      if (isClosing) scenario.closeStreet(ids[row] as string);
      else scenario.addStreet(street);
      streets = change.after;
      const modeNetwork = buildModeNetwork(buildNetwork(streets), walking, city.fragmentMeters);
      const expected = computeCoverage(new PreparedCity({ ...city, streets, modeNetwork }));
      expect(judgedPart(scenario.report()), `edit ${edit}`).toBe(judgedPart(expected));
    }
  });
});

/** Facilities of the extract are called by their OpenStreetMap type and id. */
function idIn(properties: Record<string, unknown> | null): string {
  return `${String(properties?.osm_type)}/${String(properties?.osm_id)}`;
}
