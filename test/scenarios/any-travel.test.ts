import { describe, expect, test } from "vitest";
import { type CoverageOptions, computeCoverage } from "../../src/assess/compute-coverage.js";
import { openScenario, prepareCity } from "../../src/index.js";
import { completeness } from "../../src/measures/completeness.js";
import { slowestNeed } from "../../src/measures/slowest-need.js";
import type { CityInput } from "../../src/model/input.js";
import type { Mode } from "../../src/model/mode.js";
import type { TravelProfile, TravelRequest } from "../../src/model/travel.js";
import type { GivenCost } from "../../src/travel/given-cost-columns.js";
import { givenCosts } from "../../src/travel/given-costs.js";
import { onNetwork } from "../../src/travel/on-network.js";
import { straightLine } from "../../src/travel/straight-line.js";
import type { TravelModel } from "../../src/travel/travel-model.js";
import { EditedTown, judgedPart } from "../support/edited-town.js";
import { bicycle } from "../support/modes/bicycle.js";
import { car } from "../support/modes/car.js";
import { drawKnownTags } from "../support/modes/known-ways.js";
import { wheelchair } from "../support/modes/wheelchair.js";
import { type Random, seededRandom } from "../support/random.js";
import { type RandomTownOptions, randomTown } from "../support/random-town.js";
import { standardOf } from "../support/test-standard.js";
import { categoriesIn, type TownInput, toTownInput } from "../support/town-input.js";
import { walkingAt } from "../support/travel-city.js";

const EDITS = 9;

const standard = standardOf([
  { category: "shop", threshold: { time: 300 } },
  { id: "shop-far", category: "shop", threshold: { time: 700 } },
  { category: "school", threshold: { time: 400 }, orElse: [{ category: "park", threshold: { network: 350 } }] },
  { category: "park", threshold: { network: 500 } },
]);
/** Asks for several facilities, and for service radii, besides. */
const broad = standardOf([
  ...standard.requirements,
  { id: "two-shops", category: "shop", threshold: { time: 600 }, count: 2 },
  { id: "three-schools", category: "school", threshold: { network: 500 }, count: 3 },
  { id: "park-radius", category: "park", threshold: { straight: 250 } },
  {
    id: "shop-radius",
    category: "shop",
    threshold: { straight: 300 },
    count: 2,
    orElse: [{ category: "park", threshold: { time: 200 } }],
  },
]);
/** Asks for nothing else. */
const { categories } = standard;
const radii = standardOf([{ category: "park", threshold: { straight: 250 } }], { categories });
const several = standardOf([{ category: "shop", threshold: { time: 600 }, count: 2 }], { categories });
const walker = walkingAt(1.2, { maxAccessMeters: 150 });
const slowOnSteps: TravelProfile = {
  ...walker,
  stepsSpeedMetersPerSecond: 0.4,
  offStreetSpeedMetersPerSecond: 0.7,
};

/** Asks a model that walks, and makes every second way longer: nobody may repair its tables by walking. */
const limping: TravelModel = {
  id: "limping",
  prepare: (city, profile) => {
    const walk = onNetwork().prepare(city, profile);
    return {
      ...walk,
      fillTable: (request) => {
        const table = walk.fillTable(request);
        return { ...table, cost: table.cost.map((cost, cell) => (cell % 2 === 0 ? cost : cost + 17)) };
      },
    };
  },
};
/** Walks, but never enters a facility whose id ends in an even digit; gives back what `onNetwork` prepared as it is. */
const choosy: TravelModel = {
  id: "choosy",
  prepare: (city, profile) => {
    const isTaken = (row: number) => Number(city.facilities[row]?.id.slice(-1)) % 2 === 1;
    if (city.streets === null) return onNetwork().prepare(city, profile);
    const { attachedFacilities } = city.streets;
    const streets = {
      ...city.streets,
      attachedFacilities: (meters: number) => {
        const attached = attachedFacilities(meters);
        return { ...attached, attachments: attached.attachments.map((own, row) => (isTaken(row) ? own : [])) };
      },
    };
    return onNetwork().prepare({ ...city, streets }, profile);
  },
};
/** Walks faster than its profile says. */
const hasty: TravelModel = {
  id: "hasty",
  prepare: (city, profile) => onNetwork().prepare(city, walkingAt(profile.speedMetersPerSecond * 2)),
};

/** Tells a second quantity only where shops are asked for. */
const forgetful: TravelModel = {
  id: "forgetful",
  prepare: (city, profile) => {
    const air = straightLine({ speedMetersPerSecond: 2 * profile.speedMetersPerSecond }).prepare(city, profile);
    const fillTable = (request: TravelRequest) => {
      const table = air.fillTable(request);
      return request.categories.includes("shop") ? table : { ...table, secondQuantity: null };
    };
    return { ...air, fillTable };
  },
};

type Edit = (town: EditedTown, random: Random) => void;

const editAnything: Edit = (town, random) => (random() < 0.5 ? town.editFacility(random) : town.editStreet(random));
const editFacilities: Edit = (town, random) => town.editFacility(random);

/** Edits a town and its scenario, and holds each report against that of the edited town. */
function expectReports(
  seed: number,
  {
    edit,
    options,
    given = (input) => input,
    asked = () => ({}),
    drawn = {},
    modes = [],
  }: {
    readonly edit: Edit;
    readonly options: CoverageOptions;
    readonly given?: (input: TownInput) => CityInput;
    /** What is asked of the town as it is now, where it is not what is asked of the scenario. */
    readonly asked?: (input: TownInput) => CoverageOptions;
    readonly drawn?: RandomTownOptions;
    readonly modes?: readonly Mode[];
  },
): void {
  const random = seededRandom(seed + 300);
  const town = randomTown(seed, { originCount: 30, ...drawn });
  const input = toTownInput(town, seed);
  const prepared = prepareCity(given(input), { standard, modes });
  const scenario = openScenario(prepared, options);
  const knownCategories = categoriesIn(prepared);
  const edited = new EditedTown(town, input, scenario);
  const before = JSON.stringify(scenario.report());
  for (let turn = 0; turn < EDITS; turn++) {
    if (random() < 0.25) edited.undo();
    else edit(edited, random);
    // several edits may come before one report
    if (random() < 0.4) continue;
    const expected = computeCoverage(given(edited.input), {
      ...{ ...options, ...asked(edited.input), modes },
      knownCategories,
    });
    expect(judgedPart(scenario.report()), `town ${seed}, edit ${turn}`).toBe(judgedPart(expected));
  }
  while (scenario.undo());
  expect(JSON.stringify(scenario.report())).toBe(before);
}

describe("a scenario gives the report of the edited city, to the last bit,", () => {
  test.each<[string, number, Edit, CoverageOptions]>([
    ["on foot, slower on steps and off the streets", 8, editAnything, { profile: slowOnSteps }],
    ["in a straight line", 5, editAnything, { travel: [straightLine({ detourFactor: 1.4 })] }],
    [
      "in a straight line at a speed of its own",
      4,
      editFacilities,
      { travel: [straightLine({ speedMetersPerSecond: 3 })] },
    ],
    [
      "by two models, the cheapest of them",
      5,
      editAnything,
      { travel: [onNetwork(), straightLine({ detourFactor: 1.8 })] },
    ],
    [
      "by three, one of them slower on steps",
      4,
      editAnything,
      { profile: slowOnSteps, travel: [straightLine({ detourFactor: 2 }), onNetwork(), hasty] },
    ],
    ["by a model that changes what another has found", 4, editAnything, { travel: [limping] }],
    ["by a model that hides facilities from another", 4, editAnything, { travel: [choosy] }],
    ["by a model that tells a second quantity now and then", 5, editFacilities, { travel: [forgetful] }],
    ["by a model that asks another for somebody else", 4, editAnything, { travel: [hasty] }],
    [
      "along the streets as it is asked to search them",
      4,
      editAnything,
      { travel: [onNetwork({ search: "network" })] },
    ],
    ["with measures of one facility", 4, editAnything, { measures: [completeness(600), slowestNeed(900)] }],
    ["of several facilities and service radii", 6, editAnything, { standard: broad }],
    ["of several and radii, slower on steps", 4, editAnything, { standard: broad, profile: slowOnSteps }],
    [
      "of several and radii, with measures",
      5,
      editAnything,
      { standard: broad, measures: [completeness(600)], travel: [straightLine({ detourFactor: 1 }), onNetwork()] },
    ],
    ["of radii alone", 4, editAnything, { standard: radii }],
    ["of several facilities alone", 4, editAnything, { standard: several }],
    ["with measures, slower on steps", 4, editAnything, { profile: slowOnSteps, measures: [completeness(600)] }],
  ])("%s", (_, towns, edit, options) => {
    for (let seed = 0; seed < towns; seed++)
      expectReports(seed, { edit, options: { standard, profile: walker, ...options } });
  });

  // at one speed it is repaired; where speeds differ by way, it is filled again
  test.each([
    ["wheelchair", wheelchair, 0.7],
    ["bicycle", bicycle, 5],
    ["car", car, 25],
  ] as const)("by %s, where streets are what they are to it", (mode, own, speed) => {
    const profile = { ...walkingAt(speed, { maxAccessMeters: 150 }), mode };
    const edit: Edit = (town, random) =>
      random() < 0.5 ? town.editFacility(random) : town.editStreet(random, drawKnownTags);
    for (let seed = 0; seed < 7; seed++)
      expectReports(seed, { edit, options: { standard, profile }, drawn: { tagsOf: drawKnownTags }, modes: [own] });
  });

  test("of a city without streets", () => {
    const given = ({ streets: _, ...input }: TownInput) => input;
    for (let seed = 0; seed < 5; seed++)
      expectReports(seed, { edit: editFacilities, given, options: { standard, profile: walker } });
  });

  test.each(["seconds", "meters"] as const)("by costs that were measured elsewhere, in %s", (unit) => {
    for (let seed = 0; seed < 5; seed++) {
      const input = toTownInput(randomTown(seed, { originCount: 30 }), seed);
      const { origins } = prepareCity(input, { standard });
      const random = seededRandom(seed);
      const { speedMetersPerSecond } = walker;
      // also to facilities that are only planned
      const ids = [...input.facilities.features.map(({ properties }) => String(properties?.id)), "new 0", "new 2"];
      const costs: GivenCost[] = ids.flatMap((facilityId) =>
        Array.from({ length: 20 }, () => ({
          originRow: Math.floor(random() * origins.count),
          facilityId,
          cost: Math.round(random() * 900),
        })),
      );
      const among = ({ facilities }: TownInput) => {
        const there = new Set(facilities.features.map(({ properties }) => String(properties?.id)));
        return {
          travel: [
            givenCosts(
              costs.filter(({ facilityId }) => there.has(facilityId)),
              { unit, speedMetersPerSecond },
            ),
          ],
        };
      };
      const options = {
        standard,
        profile: walker,
        travel: [givenCosts(costs, { unit, speedMetersPerSecond })],
      };
      expectReports(seed, { edit: editFacilities, options, asked: among });
    }
  });
});

test("a travel model is asked again for those categories only of which a facility came or went", () => {
  const town = randomTown(2);
  const asked: string[][] = [];
  const noting: TravelModel = {
    id: "noting",
    prepare: (city, profile) => {
      const air = straightLine().prepare(city, profile);
      return {
        ...air,
        fillTable: (request) => {
          asked.push([...request.categories]);
          return air.fillTable(request);
        },
      };
    },
  };
  const prepared = prepareCity(toTownInput(town, 2), { standard });
  const scenario = openScenario(prepared, { standard, profile: walker, travel: [noting] });
  const askedBy = (act: () => void) => {
    asked.length = 0;
    act();
    scenario.report();
    return asked.flat().sort();
  };
  const shop = { id: "planned", categories: ["shop"], location: town.at(10, 10) };
  // the shop is asked for within 300 s and within 700 s
  expect(askedBy(() => scenario.addFacility(shop))).toEqual(["shop", "shop"]);
  expect(askedBy(() => undefined)).toEqual([]);
  expect(askedBy(() => scenario.moveFacility("planned", town.at(50, 10)))).toEqual(["shop", "shop"]);
  expect(askedBy(() => scenario.undo())).toEqual(["shop", "shop"]);
  // parks within 350 m instead of a school, and within 500 m
  expect(askedBy(() => scenario.addFacility({ ...shop, id: "green", categories: ["park"] }))).toEqual(["park", "park"]);
  expect(askedBy(() => scenario.closeStreet("w0"))).toEqual(["park", "park", "school", "shop", "shop"]);
});
