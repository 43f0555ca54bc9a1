import { describe, expect, test } from "vitest";
import { findNearest } from "../../src/assess/find-nearest.js";
import {
  type CoverageOptions,
  type CoverageReport,
  computeCoverage,
  type NearestTable,
  onNetwork,
  prepareCity,
  straightLine,
  type TravelModel,
  toCsv,
  toHtml,
  toMarkdown,
  toText,
} from "../../src/index.js";
import { completeness } from "../../src/measures/completeness.js";
import type { GivenCost } from "../../src/travel/given-cost-columns.js";
import { givenCosts } from "../../src/travel/given-costs.js";
import { collection, desertGrid, pointFeature, polygonFeature, toStreetLayer } from "../support/desert-grid.js";
import { standardOf } from "../support/test-standard.js";
import { walkingAt } from "../support/travel-city.js";

// Blocks of 100 m at the equator, walked at 2 m/s. One home, four blocks from the shop: 400 m and 200 s on foot.

const grid = desertGrid({ columns: 11, rows: 11, blockMeters: 100 });
const { at } = grid;
const profile = walkingAt(2, { maxAccessMeters: 300 });
const standard = standardOf([
  { category: "shop", threshold: { time: 900, network: 1000 } },
  { id: "shop-by-time", category: "shop", threshold: { time: 300 } },
  { id: "shop-by-length", category: "shop", threshold: { network: 500 } },
  { id: "shop-by-radius", category: "shop", threshold: { straight: 500 } },
]);
const city = prepareCity(
  {
    neighborhoods: polygonFeature([at(2, 2), at(6, 2), at(6, 6), at(2, 6)], { id: "all" }),
    facilities: collection([pointFeature(at(8, 4), { id: "mall", category: "shop" })]),
    streets: toStreetLayer(grid.streets),
    population: collection([pointFeature(at(4, 4), { population: 1 })]),
  },
  { standard },
);
const peopled = [...city.origins.population].findIndex((people) => people > 0);
const costOf = (cost: number, more: Partial<GivenCost> = {}): GivenCost => ({
  originRow: peopled,
  facilityId: "mall",
  cost,
  ...more,
});
const reportBy = (travel: readonly TravelModel[], options: CoverageOptions = {}) =>
  computeCoverage(city, { profile, travel, ...options });
const found = ({ city: { requirements } }: CoverageReport, id: string) => {
  const requirement = requirements[id];
  if (requirement === undefined) throw new Error(id);
  return requirement;
};
const noteOn = ({ diagnostics }: CoverageReport, code: string) => diagnostics.find((one) => one.code === code);

describe("metres beside seconds are what the travel model says", () => {
  test("600 given seconds are 600 seconds, and nobody knows how many metres", () => {
    const report = reportBy([givenCosts([costOf(600)], { unit: "seconds" })]);
    expect(found(report, "shop").nearest).toEqual({ facilityId: "mall", seconds: 600, meters: null });
    expect(found(report, "shop").seconds).toEqual({ median: 600, p90: 600, worst: 600 });
  });
  test("metres that are given beside each cost are told", () => {
    const report = reportBy([givenCosts([costOf(600, { meters: 4321 })], { unit: "seconds" })]);
    expect(found(report, "shop").nearest).toEqual({ facilityId: "mall", seconds: 600, meters: 4321 });
    expect(found(report, "shop-by-length")).toMatchObject({ status: "uncovered" });
  });
  test("at one speed they follow from the seconds", () => {
    const { nearest } = found(reportBy([onNetwork()]), "shop");
    expect(nearest?.seconds).toBeCloseTo(200, 4);
    expect(nearest?.meters).toBe(2 * (nearest?.seconds ?? 0));
  });
  test("of a straight line at a speed of its own they are those of the line", () => {
    const { nearest } = found(reportBy([straightLine({ detourFactor: 1.5, speedMetersPerSecond: 10 })]), "shop");
    expect(nearest?.seconds).toBeCloseTo(60, 4); // 400 m · 1.5 at 10 m/s
    expect(nearest?.meters).toBeCloseTo(600, 3);
  });
  test("where two models compete, the one that has found the way is asked", () => {
    const bus = (seconds: number) => givenCosts([costOf(seconds)], { unit: "seconds" });
    expect(found(reportBy([onNetwork(), bus(150)]), "shop").nearest).toMatchObject({ seconds: 150, meters: null });
    const onFoot = found(reportBy([bus(250), onNetwork()]), "shop").nearest;
    expect(onFoot?.seconds).toBeCloseTo(200, 4);
    expect(onFoot?.meters).toBeCloseTo(400, 3);
  });
});

describe("a travel model that tells metres only", () => {
  const report = reportBy([givenCosts([costOf(450)], { unit: "meters" })]);
  test("is judged by them, and tells no times", () => {
    expect(found(report, "shop")).toMatchObject({ status: "covered", seconds: null, population: { share: 1 } });
    expect(found(report, "shop").nearest).toEqual({ facilityId: "mall", seconds: null, meters: 450 });
    expect(report.standard.requirements[0]).toMatchObject({ reach: "network", unit: "meters", threshold: 1000 });
  });
  test("leaves requirements in minutes without a judgement, and says so", () => {
    expect(found(report, "shop-by-time")).toMatchObject({
      status: "no-data",
      nearest: null,
      population: { share: null },
    });
    expect(noteOn(report, "requirement.otherUnit")).toMatchObject({ count: 1, sampleIds: ["shop-by-time"] });
    expect(noteOn(report, "category.noData")).toBeUndefined();
  });
  test("converts where it is told a speed", () => {
    const told = reportBy([givenCosts([costOf(450)], { unit: "meters", speedMetersPerSecond: 1.5 })]);
    expect(found(told, "shop-by-time")).toMatchObject({ status: "covered", seconds: { median: 300 } });
    expect(noteOn(told, "requirement.otherUnit")).toBeUndefined();
  });
});

describe("a travel model that tells seconds only", () => {
  const report = reportBy([givenCosts([costOf(250)], { unit: "seconds" })]);
  test("leaves requirements in metres without a judgement, but not service radii", () => {
    expect(found(report, "shop-by-length").status).toBe("no-data");
    expect(noteOn(report, "requirement.otherUnit")).toMatchObject({ count: 1, sampleIds: ["shop-by-length"] });
    expect(found(report, "shop-by-radius")).toMatchObject({ status: "covered" });
    expect(found(report, "shop-by-time")).toMatchObject({ status: "covered", seconds: { median: 250 } });
  });
  test("is rendered with nothing where metres would stand", () => {
    const [header = "", row = ""] = toCsv(report).split(/\r?\n/).slice(0, 2);
    const column = header.split(",").findIndex((name) => /shop.*meters/i.test(name));
    expect(column).toBeGreaterThan(0);
    expect(row.split(",")[column]).toBe("");
    expect(toHtml(report, city)).toContain("Costs measured elsewhere");
    for (const text of [toText(report), toMarkdown(report)]) {
      expect(text).toContain("Costs measured elsewhere");
      expect(text).not.toMatch(/\b(?:NaN|undefined)\b/);
    }
  });
  test("tells the nearest facility without metres", () => {
    const travel = [givenCosts([costOf(250)], { unit: "seconds" })];
    const [nearest] = findNearest(city, { neighborhoodId: "all" }, { profile, travel });
    expect(nearest).toMatchObject({ category: "shop", seconds: 250, meters: null });
  });
});

describe("travel models that do not fit together or do not fit what is asked", () => {
  test("are refused if one tells seconds and the other metres", () => {
    const [seconds, meters] = [
      givenCosts([costOf(1)], { unit: "seconds" }),
      givenCosts([costOf(1)], { unit: "meters" }),
    ];
    expect(() => reportBy([seconds, meters])).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT", path: "options.travel" }),
    );
  });
  test("are refused if a measure reads a table in a unit that they do not tell", () => {
    const travel = givenCosts([costOf(450)], { unit: "meters" });
    expect(() => reportBy([travel], { measures: [completeness(900)] })).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT", path: "options.measures" }),
    );
  });
});

describe("how far a travel model reaches", () => {
  const neighborhoodsAtTheEdge = (travel: readonly TravelModel[], seconds: number) => {
    const near = standardOf([{ category: "shop", threshold: { time: seconds } }]);
    return noteOn(reportBy(travel, { standard: near }), "neighborhood.edge")?.count ?? 0;
  };
  // the neighborhood begins 200 m from where the streets end, and the one shop lies 400 m beyond its other side
  test("tells which neighborhoods lie at the edge of the data: on foot, as far as its fastest way", () => {
    const wide = prepareCity(
      {
        neighborhoods: polygonFeature([at(4, 4), at(6, 4), at(6, 6), at(4, 6)], { id: "middle" }),
        facilities: collection(
          [at(0, 0), at(10, 10)].map((place, i) => pointFeature(place, { id: `${i}`, category: "shop" })),
        ),
        streets: toStreetLayer(grid.streets),
      },
      { standard },
    );
    const atEdge = (travel: TravelModel, seconds: number) => {
      const near = standardOf([{ category: "shop", threshold: { time: seconds } }]);
      const report = computeCoverage(wide, { standard: near, profile, travel: [travel] });
      return noteOn(report, "neighborhood.edge")?.count ?? 0;
    };
    // 400 m to the edge on every side
    expect([atEdge(onNetwork(), 190), atEdge(onNetwork(), 210)]).toEqual([0, 1]);
    const roundabout = straightLine({ detourFactor: 2 });
    expect([atEdge(roundabout, 380), atEdge(roundabout, 420)]).toEqual([0, 1]);
  });
  test("is not known of a model that does not tell it: nothing is reported", () => {
    expect(neighborhoodsAtTheEdge([onNetwork()], 900)).toBe(1);
    expect(neighborhoodsAtTheEdge([givenCosts([costOf(600)], { unit: "seconds" })], 900)).toBe(0);
    const rocket: TravelModel = {
      id: "rocket",
      prepare: (travelCity, walker) => {
        const walk = onNetwork().prepare(travelCity, walker);
        const fillTable = (...asked: Parameters<typeof walk.fillTable>): NearestTable => walk.fillTable(...asked);
        return { summary: walk.summary, diagnostics: [], fillTable, reachMeters: (cost) => 1000 * cost };
      },
    };
    expect(neighborhoodsAtTheEdge([rocket], 1)).toBe(1);
    expect(neighborhoodsAtTheEdge([onNetwork()], 1)).toBe(1); // the shop lies beside the neighborhood: data end before it does
  });
});
