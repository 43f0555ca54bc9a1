import type { Feature } from "geojson";
import { describe, expect, test } from "vitest";
import { buildModeNetwork } from "../../src/attach/mode-network.js";
import { PreparedCity } from "../../src/city/prepared-city.js";
import { type CoverageReport, computeCoverage, openScenario, prepareCity } from "../../src/index.js";
import type { Streets } from "../../src/model/facts.js";
import { closingStreet, openingStreet } from "../../src/scenarios/edit-streets.js";
import { elderlyWalking } from "../../src/standards/travel-profiles.js";
import { buildNetwork } from "../../src/streets/build-network.js";
import { walking } from "../../src/streets/modes/walking.js";
import { describeCity, readCityInput } from "../support/cities.js";
import { pointFeature } from "../support/desert-grid.js";
import { draw, drawIndex, seededRandom } from "../support/random.js";
import { type RandomTown, randomTown } from "../support/random-town.js";
import { standardOf } from "../support/test-standard.js";
import { toTownInput } from "../support/town-input.js";
import { walkerOf } from "../support/travel-city.js";

const TOWNS = 60;
const EDITS = 40;

const standard = standardOf([
  { category: "shop", thresholdSeconds: 300 },
  { id: "shop-far", category: "shop", thresholdSeconds: 700 },
  { category: "school", thresholdSeconds: 400, orElse: [{ category: "park", thresholdMeters: 350 }] },
  { category: "park", thresholdMeters: 500 },
]);
/** Reaches a part of a town only: tables are carried over where a street is edited out of reach. */
const nearby = standardOf([
  { category: "shop", thresholdSeconds: 30 },
  { category: "school", thresholdSeconds: 45, orElse: [{ category: "park", thresholdMeters: 40 }] },
  { category: "park", thresholdMeters: 60 },
]);
const profile = walkerOf(1.2, { maxAccessMeters: 150 });
const options = { standard, profile };

/** What a scenario has to tell right: all but what was found while reading. */
function judged({ city, neighborhoods, standard: asked, travel, diagnostics }: CoverageReport): string {
  const ofPlaces = diagnostics.filter(({ code }) => /offNetwork|movedOffFragment/.test(code));
  return JSON.stringify({ city, neighborhoods, asked, travel, ofPlaces });
}

/** Features that are edited as the scenario is. */
class EditedFeatures {
  features: readonly Feature[];
  readonly #past: (readonly Feature[])[] = [];
  constructor(features: readonly Feature[]) {
    this.features = features;
  }
  set(features: readonly Feature[]): void {
    this.#past.push(this.features);
    this.features = features;
  }
  undo(): boolean {
    const before = this.#past.pop();
    if (before !== undefined) this.features = before;
    return before !== undefined;
  }
  get ids(): string[] {
    return this.features.map(({ properties }) => String(properties?.id));
  }
}

describe("a scenario", () => {
  test(`of ${EDITS} edits and undos gives the report of the edited city, to the last bit, in ${TOWNS} random towns`, () => {
    let edits = 0;
    for (let seed = 0; seed < TOWNS; seed++) {
      const random = seededRandom(seed + 1);
      const town = randomTown(seed);
      const input = toTownInput(town, seed);
      const edited = new EditedFeatures(input.facilities.features);
      const scenario = openScenario(prepareCity(input, { standard }), options);
      for (let edit = 0; edit < EDITS; edit++) {
        editOnce(scenario, edited, town, { random, edit });
        edits++;
        // several edits may come before one report
        if (random() < 0.5) continue;
        const facilities = { type: "FeatureCollection" as const, features: [...edited.features] };
        const expected = computeCoverage({ ...input, facilities }, options);
        expect(judged(scenario.report()), `town ${seed}, edit ${edit}`).toBe(judged(expected));
      }
    }
    expect(edits).toBe(TOWNS * EDITS);
  });
  test("ends as it began when everything is taken back", () => {
    const town = randomTown(3);
    const scenario = openScenario(prepareCity(toTownInput(town, 3), { standard }), options);
    const before = JSON.stringify(scenario.report());
    const random = seededRandom(9);
    const edited = new EditedFeatures(toTownInput(town, 3).facilities.features);
    for (let edit = 0; edit < 300; edit++) editOnce(scenario, edited, town, { random, edit });
    while (scenario.undo());
    expect(JSON.stringify(scenario.report())).toBe(before);
  });
  test.each([
    ["all over town", standard, 25],
    ["nearby", nearby, 120],
  ] as const)("with streets opened and closed gives the report of the edited city: what is %s", (_, standard, towns) => {
    const options = { standard, profile };
    for (let seed = 0; seed < towns; seed++) {
      const random = seededRandom(seed + 100);
      const town = randomTown(seed, { originCount: 30 });
      const input = toTownInput(town, seed);
      const edited = new EditedFeatures(input.streets.features);
      const facilities = new EditedFeatures(input.facilities.features);
      const past: { undo(): boolean }[] = [];
      const scenario = openScenario(prepareCity(input, { standard }), options);
      for (let edit = 0; edit < 12; edit++) {
        const chance = random();
        if (chance < 0.25) {
          expect(scenario.undo()).toBe(past.pop()?.undo() ?? false);
        } else if (chance < 0.55) {
          editOnce(scenario, facilities, town, { random: () => 0.25 + 0.75 * random(), edit: 100 * seed + edit });
          past.push(facilities);
        } else {
          editStreetOnce(scenario, edited, town, { random, edit });
          past.push(edited);
        }
        // also several edits between two reports
        if (random() < 0.3) continue;
        const layer = (features: readonly Feature[]) => ({
          type: "FeatureCollection" as const,
          features: [...features],
        });
        const now = { ...input, facilities: layer(facilities.features), streets: layer(edited.features) };
        const expected = computeCoverage(now, options);
        expect(judged(scenario.report()), `town ${seed}, edit ${edit}`).toBe(judged(expected));
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
    const nearPark = { standard: standardOf([{ category: "park", thresholdSeconds: 60 }]), profile };
    const scenario = openScenario(prepareCity(input, { standard: nearPark.standard }), nearPark);
    const coverageOf = (report: CoverageReport) => report.neighborhoods[0]?.requirements.park?.area.share;
    expect(coverageOf(scenario.report())).toBe(0);
    scenario.closeStreet("beside the park");
    const expected = computeCoverage({ ...input, streets: layer(streets.slice(1)) } as typeof input, nearPark);
    expect(judged(scenario.report())).toBe(judged(expected));
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
    expect(scenario.report().city.requirements.shop?.status).toBe("unreachable");
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
    expect(scenario.report().city.requirements.shop?.status).toBe("no-data");
    expect(JSON.stringify(computeCoverage(prepared, options))).toBe(before);
  });
});

interface Turn {
  readonly random: () => number;
  readonly edit: number;
}

function editOnce(
  scenario: ReturnType<typeof openScenario>,
  edited: EditedFeatures,
  town: RandomTown,
  { random, edit }: Turn,
): void {
  const place = () => town.at(random() * town.sizeMeters * 1.2, random() * town.sizeMeters * 1.2);
  const chance = random();
  if (chance < 0.25) {
    expect(scenario.undo()).toBe(edited.undo());
    return;
  }
  if (chance < 0.55 || edited.features.length === 0) {
    const id = `new ${edit}`;
    const categories = random() < 0.2 ? ["shop", "school"] : [draw(random, town.categories)];
    const location = random() < 0.1 && town.facilities[0] ? town.facilities[0].location : place();
    scenario.addFacility({ id, categories, location });
    edited.set([...edited.features, pointFeature(location, { id, category: categories.join(";") })]);
    return;
  }
  const id = edited.ids[drawIndex(random, edited.ids.length)] as string;
  const rest = edited.features.filter(({ properties }) => properties?.id !== id);
  const moved = edited.features.find(({ properties }) => properties?.id === id);
  if (chance < 0.8) {
    scenario.closeFacility(id);
    edited.set(rest);
    return;
  }
  const location = place();
  scenario.moveFacility(id, location);
  edited.set([...rest, pointFeature(location, { ...moved?.properties })]);
}

function editStreetOnce(
  scenario: ReturnType<typeof openScenario>,
  edited: EditedFeatures,
  town: RandomTown,
  { random, edit }: Turn,
): void {
  if (random() < 0.5 && edited.features.length > 1) {
    const closed = draw(random, edited.ids);
    scenario.closeStreet(closed);
    edited.set(edited.features.filter(({ properties }) => properties?.id !== closed));
    return;
  }
  const corners = town.streets.flatMap(({ coordinates }) => coordinates);
  const coordinates = [draw(random, corners), town.at(random() * 300, random() * 300), draw(random, corners)];
  const tags = draw(random, [
    { highway: "footway" },
    { highway: "footway", bridge: "yes", layer: "1" },
    { highway: "footway", "oneway:foot": "yes" },
  ]);
  const id = `new ${edit}`;
  scenario.addStreet({ id, coordinates, tags });
  const geometry = { type: "LineString" as const, coordinates: coordinates.map(([lon, lat]) => [lon, lat]) };
  edited.set([...edited.features, { type: "Feature", properties: { id, ...tags }, geometry }]);
}

describe("a scenario refuses, with what to do,", () => {
  const prepared = prepareCity(toTownInput(randomTown(1), 1), { standard });
  const open = () => openScenario(prepared, options);
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
    ["a profile of several speeds", () => openScenario(prepared, { profile: elderlyWalking }), "INVALID_ARGUMENT"],
    ["a city that is not prepared", () => openScenario({} as typeof prepared), "INVALID_ARGUMENT"],
    [
      "a city without streets",
      () => {
        const { streets: _, ...input } = toTownInput(randomTown(1), 1);
        openScenario(prepareCity(input, { standard }), options);
      },
      "NO_STREETS",
    ],
  ])("%s", (_, act, code) => {
    expect(act).toThrow(expect.objectContaining({ name: "CoverageError", code }));
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
    expect(judged(scenario.report())).toBe(judged(expected));
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
    expect(judged(scenario.report())).toBe(judged(expected));
  });
});

describeCity("porto", () => {
  test("streets open and close all over the city: each time the report of a city whose network is built anew", () => {
    const prepared = prepareCity(readCityInput("porto"));
    const scenario = openScenario(prepared);
    const random = seededRandom(42);
    let streets = prepared.streets as Streets;
    for (let edit = 0; edit < 8; edit++) {
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
      const modeNetwork = buildModeNetwork(
        buildNetwork(streets),
        walking,
        PreparedCity.parts(prepared).city.fragmentMeters,
      );
      const expected = computeCoverage(
        new PreparedCity({ ...PreparedCity.parts(prepared).city, streets, modeNetwork }),
      );
      expect(judged(scenario.report()), `edit ${edit}`).toBe(judged(expected));
    }
  });
});

/** Facilities of the extract are called by their OpenStreetMap type and id. */
function idIn(properties: Record<string, unknown> | null): string {
  return `${String(properties?.osm_type)}/${String(properties?.osm_id)}`;
}
