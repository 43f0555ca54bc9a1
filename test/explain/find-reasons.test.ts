import { expect, test } from "vitest";
import { computeCoverage } from "../../src/assess/compute-coverage.js";
import { prepareCity } from "../../src/city/prepare-city.js";
import { findReasons, withReasons } from "../../src/explain/find-reasons.js";
import { computeSensitivity } from "../../src/explain/sensitivity.js";
import type { CircleReason } from "../../src/model/reason.js";
import { toReasonSentences } from "../../src/report/reason-sentences.js";
import { straightLine } from "../../src/travel/straight-line.js";
import { degreeMeters } from "../oracle/oracle-geodesy.js";
import { standardOf } from "../support/test-standard.js";

const CORNER = [8, 50] as const;
const scale = degreeMeters(CORNER[1]);
const at = (x: number, y: number) => [CORNER[0] + x / scale.lon, CORNER[1] + y / scale.lat] as const;
const feature = (type: string, coordinates: unknown, properties: object = {}) => ({
  ...{ type: "Feature", properties },
  geometry: { type, coordinates },
});
const collection = (features: readonly object[]) => ({ type: "FeatureCollection", features });
const square = (id: string, x: number, y: number, half = 60) =>
  feature(
    "Polygon",
    [
      [
        at(x - half, y - half),
        at(x + half, y - half),
        at(x + half, y + half),
        at(x - half, y + half),
        at(x - half, y - half),
      ],
    ],
    { id, name: `Quarter ${id}` },
  );

/** Two streets along a river that meet 2 km downstream; a shop in the north; an island of streets far away. */
const HOMES = { north: [50, 200], south: [0, 0], far: [-2000, 0], island: [5000, 5000] } as const;
const layers = {
  neighborhoods: collection(Object.entries(HOMES).map(([id, [x, y]]) => square(id, x, y))),
  population: collection(
    Object.entries(HOMES).map(([id, [x, y]], row) => feature("Point", at(x, y), { id, population: 100 + row })),
  ),
  facilities: collection([feature("Point", at(0, 200), { id: "shop", name: "Corner shop", category: "shop" })]),
  streets: collection([
    feature("LineString", [at(-2500, 0), at(0, 0), at(2000, 0), at(2000, 200), at(50, 200), at(0, 200)], { id: "w1" }),
    feature("LineString", [at(4000, 5000), at(5000, 5000), at(5600, 5000)], { id: "w2" }),
  ]),
};
const river = {
  barriers: collection([
    feature("LineString", [at(-3000, 100), at(1900, 100)], { id: "r", name: "Elster", waterway: "river" }),
  ]),
};
const standard = standardOf([
  { category: "shop", threshold: { time: 900 } },
  { category: "school", threshold: { time: 900 } },
]);

function reasonsOf(input: object): ReadonlyMap<string, CircleReason> {
  const city = prepareCity({ ...layers, ...input }, { standard, smallFragmentMeters: 100 });
  const report = computeCoverage(city);
  return new Map(findReasons(city, report).map((reason) => [reason.neighborhoodId, reason]));
}

test("a river between is a barrier; without it on the map the streets lead round; far is far; an island is one", () => {
  const withRiver = reasonsOf(river);
  expect(withRiver.get("south")).toMatchObject({
    ...{ requirement: "shop", lacking: 101, cause: "barrier", ofCause: 101 },
    barrier: { kind: "water", id: "r", name: "Elster" },
  });
  const { excess } = withRiver.get("south")?.nearest ?? {};
  // 2,000 m down, 200 m across and 2,000 m up at 1 m/s, of which 900 m are within the threshold; it is beyond twice the threshold
  expect(excess).toBeUndefined();
  expect(reasonsOf({}).get("south")).toMatchObject({ cause: "detour", ofCause: 101 });
  expect(withRiver.get("far")).toMatchObject({ cause: "distance", lacking: 102 });
  expect(withRiver.get("island")).toMatchObject({ cause: "island", lacking: 103, nearest: null });
});

test("who has all that the data know of is told what the data lack; and what would lift the circle most", () => {
  const north = reasonsOf(river).get("north");
  expect(north).toMatchObject({ requirement: "school", cause: "noData", lacking: 100, nearest: null });
  expect(north?.lift).toEqual({ requirement: "school", points: 50 });
  expect(reasonsOf(river).get("south")?.lift).toEqual({ requirement: "shop", points: 50 });
});

test("the nearest is told by name, and how many minutes too far", () => {
  const city = prepareCity(
    { ...layers, facilities: collection([feature("Point", at(1000, 0), { id: "s", name: "Mill", category: "shop" })]) },
    { standard, smallFragmentMeters: 100 },
  );
  const report = computeCoverage(city);
  const south = findReasons(city, report).find(({ neighborhoodId }) => neighborhoodId === "south");
  expect(south?.nearest).toMatchObject({ facilityId: "s", name: "Mill" });
  expect(south?.nearest?.excess).toBeCloseTo(100, 0);
  const told = withReasons(report, findReasons(city, report));
  expect(toReasonSentences(told, "en", "south")).toEqual([
    "Circle: 101 people without shop (15 min). The nearest to the median of them, Mill, is 1.7 min too far. Most live too far from any, even as the crow flies. What would lift this circle most: shop within everybody's reach (+50 points).",
  ]);
  expect(toReasonSentences(told, "zh", "south")[0]).toMatch(/没有shop（15 分钟）.*超出 1.7 分钟/);
  expect(JSON.parse(JSON.stringify(told)).reasons).toHaveLength(4);
});

test("a report made otherwise than along the streets is asked by its own models, also when it comes back from a file", () => {
  const city = prepareCity({ ...layers, ...river }, { standard, smallFragmentMeters: 100 });
  const flown = computeCoverage(city, { travel: [straightLine({ detourFactor: 2 })] });
  // the south is 200 m from the shop, and 400 m by this model: it has one, whatever lies between
  const reasons = findReasons(city, flown);
  expect(reasons.find(({ neighborhoodId }) => neighborhoodId === "south")).toMatchObject({ requirement: "school" });
  // 2,000 m are 4,000 by this model, the island 7,000 times 2: too far, and no street is to blame
  for (const id of ["far", "island"])
    expect(reasons.find(({ neighborhoodId }) => neighborhoodId === id)).toMatchObject({ cause: "distance" });
  const read = JSON.parse(JSON.stringify(flown)) as typeof flown;
  expect(findReasons(city, read)).toEqual(reasons);
  const own = { ...straightLine({ detourFactor: 2 }), id: "own" };
  const [summary] = read.travel;
  const told = { ...read, travel: [{ ...summary, id: "own" }] } as typeof flown;
  expect(() => findReasons(city, told)).toThrow(/travel model "own"/);
  expect(findReasons(city, told, { travel: [own] })).toEqual(reasons);
  const steady = computeSensitivity(city, flown, { draws: 0 }).runs.filter(({ assumption }) => assumption === "access");
  for (const run of steady) expect(run.services).toBe(flown.city.services.value);
});

test("what is no city, no report or no list of reasons is refused", () => {
  const city = prepareCity(layers, { standard });
  const report = computeCoverage(city);
  expect(() => findReasons(layers as never, report)).toThrow(/city/);
  expect(() => findReasons(city, {} as never)).toThrow();
  expect(() => withReasons(report, [1] as never)).toThrow(/reasons/);
});
