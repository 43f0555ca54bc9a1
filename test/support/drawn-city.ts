import { type Area, cityArea, neighborhoodAreas } from "../../src/coverage/areas.js";
import type { JudgeInput } from "../../src/coverage/city-judge.js";
import { type CategoryFacts, withKnowledge } from "../../src/coverage/knowledge.js";
import { planRequests } from "../../src/coverage/plan.js";
import { completeness, type Measure, slowestNeed } from "../../src/measures/index.js";
import type { Neighborhood, Origins } from "../../src/model/facts.js";
import {
  type NearestTable,
  NO_WAY,
  NONE_WITHIN_CUTOFF,
  NOT_ATTACHED,
  type TravelRequest,
} from "../../src/model/travel.js";
import { takeOrigins } from "../../src/travel/nearest-table.js";
import { draw, drawIndex, type Random } from "./random.js";
import { standardOf } from "./test-standard.js";
import { facilityAt } from "./travel-city.js";

// Cities for judging, made by chance: no streets, only tables that say what everybody finds.

const standard = standardOf(
  [
    { category: "shop", threshold: { time: 400 } },
    { category: "school", threshold: { network: 500 }, necessity: "optional" },
    { category: "park", threshold: { time: 300 }, orElse: [{ category: "shop", threshold: { time: 200 } }] },
    { category: "shop", id: "shop close by", threshold: { time: 100 }, necessity: "label" },
    { category: "library", threshold: { time: 900 } },
    { category: "shop", id: "three shops", threshold: { time: 500 }, count: 3 },
    {
      ...{ category: "school", id: "two schools", threshold: { network: 700 }, count: 2 },
      orElse: [{ category: "park", threshold: { straight: 200 } }],
    },
    { category: "park", id: "radius of a park", threshold: { straight: 400, time: 300 }, necessity: "optional" },
    { category: "bank", circle: "money", threshold: { time: 900 } },
  ],
  { circles: ["circle", "money"].map((id) => ({ id, label: { zh: id, en: id }, source: "test" })) },
);
const FACILITIES = Array.from({ length: 9 }, (_, i) => facilityAt(`f${i}`, [104 + i / 1000, 30], "shop"));

/** By neighborhood; numbers whose sums are round, so that half of them is exactly half. */
const SQUARE_METERS = [2500, 2000.5, 1250, 3200.1, 800];

/** How people are spread: all alike, in whole numbers, anyhow, or nobody is there. */
export type Weights = "alike" | "whole" | "any" | "nobody";

function drawOrigins(random: Random, sizes: readonly number[], weights: Weights): Origins {
  const count = sizes.reduce((sum, size) => sum + size, 0);
  const people = { alike: () => 0.1, whole: () => drawIndex(random, 4), any: () => random() * 9, nobody: () => 0 };
  const emptyRow = random() < 0.5 ? drawIndex(random, sizes.length) : -1;
  const neighborhoodRow = Uint32Array.from(sizes.flatMap((size, row) => new Array<number>(size).fill(row)));
  return {
    count,
    lon: Float64Array.from({ length: count }, () => 104 + drawIndex(random, 20) / 100),
    lat: Float64Array.from({ length: count }, () => 30 + drawIndex(random, 20) / 100),
    population: Float64Array.from(neighborhoodRow, (row) => (row === emptyRow ? 0 : people[weights]())),
    areaSquareMeters: Float64Array.from(neighborhoodRow, (row) =>
      random() < 0.1 ? 0 : (SQUARE_METERS[row % SQUARE_METERS.length] as number),
    ),
    neighborhoodRow,
    firstOrigin: Uint32Array.from([0, ...sizes].map((_, row) => sizes.slice(0, row).reduce((sum, n) => sum + n, 0))),
    populationSource: weights === "nobody" ? "none" : "population layer",
    groups: {},
  };
}

/** Draws what one origin has in one column; costs often tie, and often lie on the threshold. */
export function drawCell(random: Random, table: NearestTable, column: number, origin: number): void {
  const { nearestCount } = table;
  const firstCell = (column * table.originCount + origin) * nearestCount;
  const dice = random();
  const isFound = dice > 0.25;
  const foundCount = isFound ? 1 + drawIndex(random, nearestCount) : 0;
  const costs = Array.from({ length: foundCount }, () =>
    random() < 0.5 ? 100 * drawIndex(random, 10) : random() * table.cutoff,
  ).sort((a, b) => a - b);
  const whyNone = isFound || dice > 0.2 ? NONE_WITHIN_CUTOFF : dice < 0.1 ? NOT_ATTACHED : NO_WAY;
  for (let rank = 0; rank < nearestCount; rank++) {
    const cell = firstCell + rank;
    table.cost[cell] = costs[rank] ?? Infinity;
    table.facilityRow[cell] = rank < foundCount ? drawIndex(random, FACILITIES.length) : whyNone;
    // who is as far from the same facility has come as far
    if (table.secondQuantity instanceof Float64Array)
      table.secondQuantity[cell] = rank < foundCount ? table.cost[cell] * (1 + table.facilityRow[cell] / 7) : 0;
  }
  const counts = table.counts[column];
  if (counts) counts[origin] = isFound ? drawIndex(random, random() < 0.02 ? 300 : 5) : 0;
}

function drawTable(random: Random, request: TravelRequest, origins: Origins): NearestTable {
  const { unit, cutoff, categories, nearestCount } = request;
  const originCount = origins.count;
  const cells = categories.length * originCount * nearestCount;
  const table: NearestTable = {
    unit,
    originCount,
    categories,
    nearestCount,
    cutoff,
    cost: new Float64Array(cells),
    facilityRow: new Int32Array(cells),
    secondQuantity: draw(random, [new Float64Array(cells), new Float64Array(cells), 1.3, null]),
    counts: categories.map(() => new Uint32Array(originCount)),
  };
  const fill = (column: number, first: number, end: number) => {
    const facilityRow = draw(random, [NO_WAY, NOT_ATTACHED, NONE_WITHIN_CUTOFF, 3]);
    const [from, to] = [first, end].map((origin) => (column * originCount + origin) * nearestCount);
    table.cost.fill(facilityRow < 0 ? Infinity : 200, from, to);
    table.facilityRow.fill(facilityRow, from, to);
  };
  const allTheSame = drawIndex(random, 12);
  categories.forEach((_, column) => {
    for (let origin = 0; origin < originCount; origin++) drawCell(random, table, column, origin);
    // a whole neighborhood, or everybody, finds the same
    origins.firstOrigin.forEach((first, row) => {
      if (random() < 0.3) fill(column, first, origins.firstOrigin[row + 1] ?? first);
    });
    if (column === allTheSame) fill(column, 0, originCount);
  });
  return table;
}

/** Draws what the data know: nothing left, one far off, hardly any for many, or plenty. */
function drawFacts(random: Random): CategoryFacts {
  const ids = standard.categories.map(({ id }) => id);
  const drawCounts = () => Object.fromEntries(ids.map((id) => [id, drawIndex(random, 4)]));
  return {
    facilityCounts: drawCounts(),
    nearbyCategories: ids.filter(() => random() < 0.7),
    ambiguousCounts: drawCounts(),
    population: random() < 0.5 ? 1000 : 1_000_000,
    squareMeters: 1e6,
  };
}

/** Draws a city whose neighborhoods have so many origins, and what everybody finds. */
export function drawInput(
  random: Random,
  sizes: readonly number[],
  weights: Weights,
): { readonly input: JudgeInput; readonly tables: readonly NearestTable[] } {
  const drawn = planRequests(standard, (category) => category !== "library" && category !== "bank", [
    "seconds",
    "meters",
  ]);
  const facts = drawFacts(random);
  const plan = { ...drawn, requirements: drawn.requirements.map((planned) => withKnowledge(planned, facts)) };
  const origins = drawOrigins(random, sizes, weights);
  const tables = plan.requests.map((request) => drawTable(random, request, origins));
  const neighborhoods = sizes.map(
    (_, row): Neighborhood => ({ id: `${row}`, name: null, population: null, polygons: [] }),
  );
  const squareMeters = Float64Array.from(sizes, () => 10_000);
  const areas = neighborhoodAreas(neighborhoods, origins, squareMeters);
  const input: JudgeInput = {
    standard,
    plan,
    tables,
    measureValues: [],
    areas,
    city: cityArea(origins, areas),
    context: { origins, facilities: FACILITIES },
  };
  return { input, tables };
}

/** Gives a city measures with values by chance: some equal, some unknown, some beyond what was searched. */
export function withMeasures(random: Random, input: JudgeInput): JudgeInput {
  const { count } = input.context.origins;
  const drawValue = () => {
    const dice = random();
    if (dice < 0.1) return Number.NaN;
    return dice < 0.15 ? Infinity : dice < 0.6 ? drawIndex(random, 6) : random() * 900;
  };
  const spread = (values: Float64Array, weights: Float64Array) =>
    values.reduce((sum, value, i) => sum + value * weights[i], 0);
  const measures: Measure[] = [
    completeness(900),
    { ...slowestNeed(900), summary: ["p90", { id: "spread", compute: spread }] },
  ];
  return {
    ...input,
    measureValues: measures.map((measure) => ({ measure, values: Float64Array.from({ length: count }, drawValue) })),
  };
}

/** The same city, where some of the people are of a group. */
export function withGroup(random: Random, input: JudgeInput): JudgeInput {
  const { origins, facilities } = input.context;
  const some = origins.population.map((people) => (random() < 0.3 ? 0 : people / 2));
  const told = { ...input, context: { origins: { ...origins, groups: { some } }, facilities } };
  return partOf(told, [...input.areas.keys()]);
}

/** Takes some neighborhoods out of a city, with what their people find, as if they were all. @param rows ascending */
export function partOf(input: JudgeInput, rows: readonly number[]): JudgeInput {
  const { origins, facilities } = input.context;
  const ranges = rows.map((row) => [origins.firstOrigin[row], origins.firstOrigin[row + 1]] as const);
  const originRows = ranges.flatMap(([first, end]) => Array.from({ length: end - first }, (_, i) => first + i));
  const take = (column: Float64Array) => Float64Array.from(originRows, (row) => column[row]);
  const sizes = ranges.map(([first, end]) => end - first);
  const own: Origins = {
    ...origins,
    count: originRows.length,
    ...{ lon: take(origins.lon), lat: take(origins.lat) },
    ...{ population: take(origins.population), areaSquareMeters: take(origins.areaSquareMeters) },
    neighborhoodRow: Uint32Array.from(sizes.flatMap((size, row) => new Array<number>(size).fill(row))),
    firstOrigin: Uint32Array.from([0, ...sizes].map((_, row) => sizes.slice(0, row).reduce((sum, n) => sum + n, 0))),
    groups: Object.fromEntries(Object.entries(origins.groups).map(([id, people]) => [id, take(people)])),
  };
  const neighborhoods = rows.map(
    (row): Neighborhood => ({
      ...{ id: `${row}`, name: null, polygons: [] },
      population: (input.areas[row] as Area).population,
    }),
  );
  const squareMeters = Float64Array.from(rows, (row) => (input.areas[row] as Area).areaSquareMeters);
  const areas = neighborhoodAreas(neighborhoods, own, squareMeters);
  const isPeopled = input.city.weights === origins.population;
  return {
    ...input,
    tables: input.tables.map((table) => takeOrigins(table, originRows)),
    measureValues: input.measureValues.map(({ measure, values }) => ({ measure, values: take(values) })),
    areas,
    city: cityArea(own, areas, isPeopled),
    context: { origins: own, facilities },
  };
}

/** Lists how people may be spread. */
export const WEIGHTS: readonly Weights[] = ["alike", "whole", "any", "nobody"];
/** Draws how many origins each of up to five neighborhoods has. */
export const drawSizes = (random: Random, most: number): number[] =>
  Array.from({ length: 1 + drawIndex(random, 5) }, () => drawIndex(random, most));
