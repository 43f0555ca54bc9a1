import { describe, expect, test } from "vitest";
import { computeCoverage } from "../../src/assess/compute-coverage.js";
import type { LonLat, Tags } from "../../src/base/words.js";
import {
  collection,
  desertGrid,
  pointFeature,
  polygonFeature,
  streetOf,
  toStreetLayer,
} from "../support/desert-grid.js";
import { seededRandom, shuffled } from "../support/random.js";
import type { Street } from "../support/streets.js";

/** Places in metres. */
const { at } = desertGrid({ columns: 2, rows: 2, blockMeters: 1, lon: 104, lat: 30 });
const HOME = at(-100, 0);
const SHOP = at(100, 100);
const report = (streets: readonly Street[], joinStreetsMeters?: number) =>
  computeCoverage(
    {
      neighborhoods: collection([
        polygonFeature([at(-150, -50), at(150, -50), at(150, 150), at(-150, 150)], { id: "n" }),
      ]),
      facilities: collection([pointFeature(SHOP, { id: "f", category: "pharmacy" })]),
      population: collection([pointFeature(HOME, { id: "p", population: 3 })]),
      streets: toStreetLayer(streets),
    },
    { smallFragmentMeters: 0, ...(joinStreetsMeters === undefined ? {} : { joinStreetsMeters }) },
  );
const found = (streets: readonly Street[], meters?: number) =>
  report(streets, meters)
    .diagnostics.filter(({ code }) => ["street.endNear", "street.endOnLine", "street.crossing"].includes(code))
    .map(({ code, count }) => `${code} ${count}`);
const secondsOf = (streets: readonly Street[], meters?: number) =>
  report(streets, meters).neighborhoods[0]?.requirements.pharmacy?.nearest?.seconds ?? null;

const across = (tags: Tags = { highway: "residential" }) => streetOf("across", [HOME, at(150, 0)], tags);
const up = (from: LonLat, tags: Tags = { highway: "residential" }) => streetOf("up", [from, SHOP], tags);

describe("streets that nearly meet", () => {
  test.each([
    ["an end half a metre away", [across(), up(at(100, 0.5))], "street.endNear 1"],
    ["an end beyond the other's end", [across(), streetOf("on", [at(150.6, 0), SHOP])], "street.endNear 2"],
    ["two ends that face each other", [streetOf("a", [HOME, at(100, 0)]), up(at(100, 0.9))], "street.endNear 2"],
    ["a junction without a position", [across(), up(at(100, 0))], "street.endOnLine 1"],
    ["a crossing without one", [across(), up(at(100, -50))], "street.crossing 1"],
  ] as const)("are counted with ids and a place, and joined if that is wanted: %s", (_, streets, expected) => {
    expect(found(streets)).toEqual([expected]);
    expect(secondsOf(streets)).toBeNull();
    expect(found(streets, 1)).toEqual([]);
    expect(secondsOf(streets, 1)).toBeGreaterThan(200);
    expect(secondsOf(streets, 1)).toBeLessThan(363);
    for (let seed = 0; seed < 3; seed++)
      expect(secondsOf(shuffled(seededRandom(seed), streets), 1)).toBe(secondsOf(streets, 1));
    const [diagnostic] = report(streets).diagnostics.filter(({ code }) => code === expected.split(" ")[0]);
    expect(diagnostic).toMatchObject({ severity: "warning", layer: "streets" });
    expect(diagnostic?.sampleIds.length).toBeGreaterThan(0);
    expect(diagnostic?.examples[0]).toMatch(/^10[34]\.\d{6},\d+\.\d{6}$/);
  });
  test("are joined where they have node ids, too", () => {
    const withIds = ([a, b]: readonly Street[]): Street[] => [
      { ...(a as Street), nodeIds: [1, 2] },
      { ...(b as Street), nodeIds: [3, 4] },
    ];
    for (const from of [at(100, 0.5), at(100, 0), at(100, -50)]) {
      const streets = withIds([across(), up(from)]);
      expect(secondsOf(streets)).toBeNull();
      expect(secondsOf(streets, 1)).toBeCloseTo(300, 0);
      const mixed = [streets[0] as Street, up(from)];
      expect(secondsOf(mixed, 1)).toBeCloseTo(300, 0);
      expect(secondsOf([across(), streets[1] as Street], 1)).toBeCloseTo(300, 0);
    }
  });
  test.each([
    ["on a bridge", across(), up(at(100, -50), { highway: "footway", bridge: "yes" })],
    ["in a tunnel", across(), up(at(100, -50), { highway: "footway", tunnel: "yes" })],
    ["on another layer", across({ highway: "residential", layer: "1" }), up(at(100, -50))],
    ["that end below a bridge", across({ highway: "residential", bridge: "yes" }), up(at(100, 0.5))],
    ["two metres away", across(), up(at(100, 2))],
  ])("do not count as such %s, and are not joined", (where, first, second) => {
    expect(found([first, second])).toEqual([]);
    expect(found([first, second], 1)).toEqual([]);
    // nobody steps onto a bridge or into a tunnel in mid-span: there, the other street is the nearest
    if (!/bridge|tunnel/.test(where)) expect(secondsOf([first, second], 1)).toBeNull();
  });
  test("of which one is closed do not count", () => {
    expect(found([across({ highway: "motorway" }), up(at(100, -50))])).toEqual([]);
  });
  test("on the same layer count", () => {
    expect(found([across({ highway: "path", layer: "1" }), up(at(100, -50), { highway: "path", layer: 1 })])).toEqual([
      "street.crossing 1",
    ]);
  });
  test("are not those that meet: dead ends, crossings with a position, an end that runs over by a step", () => {
    const through = streetOf("across", [HOME, at(100, 0), at(150, 0)]);
    expect(found([through, up(at(100, 0))])).toEqual([]);
    expect(found([through, streetOf("up", [at(100, -0.5), at(100, 0), SHOP])])).toEqual([]);
  });
  test("are joined as far as is said", () => {
    const streets = [across(), up(at(100, 5))];
    expect(secondsOf(streets, 4.9)).toBeNull();
    expect(secondsOf(streets, 5.1)).toBeCloseTo(300, 0);
    expect(() => report(streets, -1)).toThrow(/joinStreetsMeters/);
  });
  test("several on one piece of a street become as many positions of it", () => {
    const ladder = [10, 20, 30, 90].map((x) => streetOf(`${x}`, [at(x, -20), at(x, 20)]));
    const rail = streetOf("rail", [at(-100, 20), SHOP]);
    expect(found([across(), ...ladder])).toEqual(["street.crossing 4"]);
    expect(found([across(), rail, ...ladder], 1)).toEqual([]);
  });
});

describe("islands", () => {
  test("are named with their length, a place, and the people and facilities on them", () => {
    const far = streetOf("far", [at(-120, 100), at(-100, 100)]);
    const layers = [
      across(),
      streetOf("up", [at(100, 0), at(100, 90)]),
      streetOf("stub", [at(150, 0), at(150, 1)]),
      far,
    ];
    const [islands] = report([...layers, up(at(100, 95))]).diagnostics.filter(({ code }) => code === "network.islands");
    expect(islands?.count).toBe(4);
    expect(islands?.examples.some((text) => /^\d+ m @10[34]\.\d{5},30\.\d{5} \(\d+; \d+\)$/.test(text))).toBe(true);
    expect(islands?.examples.length).toBeLessThanOrEqual(10);
  });
});
