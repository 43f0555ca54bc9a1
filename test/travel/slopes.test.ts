import { describe, expect, test } from "vitest";
import type { LonLat } from "../../src/base/words.js";
import { prepareCity } from "../../src/city/prepare-city.js";
import { isochrones } from "../../src/isochrones/isochrones.js";
import type { Facility } from "../../src/model/facts.js";
import type { Heights, Mode } from "../../src/model/mode.js";
import type { TravelProfile } from "../../src/model/travel.js";
import { NOT_ATTACHED } from "../../src/model/travel.js";
import { standardWalking } from "../../src/standards/travel-profiles.js";
import { cycling, driving, electricCycling, wheelchairRolling } from "../../src/standards/wheeled-profiles.js";
import { bicycle } from "../../src/streets/modes/bicycle.js";
import { heightsAt } from "../../src/streets/modes/height-at.js";
import { SLOPE_RULES } from "../../src/streets/modes/slope-rules.js";
import { walking } from "../../src/streets/modes/walking.js";
import { STEEPEST_FOR_WHEELCHAIRS, wheelchair } from "../../src/streets/modes/wheelchair.js";
import { onSlopes, withElevation } from "../../src/streets/modes/with-elevation.js";
import { levelOf } from "../../src/streets/street-level.js";
import { costTo, facilityTo } from "../../src/travel/nearest-table.js";
import { onNetwork } from "../../src/travel/on-network.js";
import type { Place } from "../oracle/oracle-geodesy.js";
import { attachFacilityByBruteForce, attachPlace, OracleGraph, oracleEdges } from "../oracle/oracle-network.js";
import { heightByBruteForce, naismithByPaper, toblerByPaper } from "../oracle/oracle-slopes.js";
import { isAt } from "../oracle/oracle-straight-line.js";
import { accessOfMode, asIfPublic } from "../support/private-access.js";
import { type Random, seededRandom } from "../support/random.js";
import { type RandomTown, randomTown } from "../support/random-town.js";
import { requestFor, travelCityOf, walkingAt } from "../support/travel-city.js";

/** Hills over a town, up to so steep; a part of the heights is not known. */
function drawHeights({ at, sizeMeters }: RandomTown, random: Random, cells = 24): Heights {
  const [west, south] = at(-sizeMeters, -sizeMeters);
  const [east, north] = at(2 * sizeMeters, 2 * sizeMeters);
  const size = cells * cells;
  const lon = new Float64Array(size).map((_, i) => west + ((east - west) * (i % cells)) / (cells - 1));
  const lat = new Float64Array(size).map((_, i) => north - ((north - south) * Math.floor(i / cells)) / (cells - 1));
  const meters = new Float32Array(size).map(() => (random() < 0.05 ? Number.NaN : random() * 12));
  return { columnCount: cells, rowCount: cells, meters, lon, lat };
}

const FORMULAS = {
  tobler: toblerByPaper,
  naismith: naismithByPaper,
  cycling: (slope: number) => (slope > 0 ? 1 / (1 + 20 * Math.min(slope, 0.25)) : 1 + 4 * Math.min(-slope, 0.05)),
} as const;

describe("a rule of slopes", () => {
  test.each([
    "tobler",
    "naismith",
    "cycling",
  ] as const)("%s is its formula, 1 on the flat, and slower uphill", (rule) => {
    expect(SLOPE_RULES[rule](0)).toBe(1);
    for (let slope = -1; slope <= 1; slope += 0.003)
      expect(SLOPE_RULES[rule](slope) / FORMULAS[rule](slope), `${slope}`).toBeCloseTo(1, 13);
    expect(SLOPE_RULES[rule](0.1)).toBeLessThan(1);
  });
  test("tobler is fastest 5 % down, 6 km/h where the flat is 5.04", () => {
    expect(6 / SLOPE_RULES.tobler(-0.05)).toBeCloseTo(5.0367, 4);
    expect(SLOPE_RULES.tobler(-0.05)).toBeGreaterThan(SLOPE_RULES.tobler(-0.06));
    expect(SLOPE_RULES.tobler(-0.05)).toBeGreaterThan(SLOPE_RULES.tobler(-0.04));
  });
  test("naismith adds a minute for every ten metres up at three miles an hour, as the rule is told", () => {
    const minutesFlat = 1000 / ((3 * 1609.344) / 60);
    expect(minutesFlat / SLOPE_RULES.naismith(0.1) - minutesFlat).toBeCloseTo((100 / 609.6) * 60, 9);
  });
});

test("the height at a place is that between the four cells around it; beyond them, and beside unknown ones, it is not known", () => {
  const town = randomTown(3);
  const random = seededRandom(3);
  const heights = drawHeights(town, random, 9);
  const heightAt = heightsAt(heights);
  let unknown = 0;
  for (let i = 0; i < 500; i++) {
    const [x, y] = town.at(town.sizeMeters * (random() * 4 - 1.5), town.sizeMeters * (random() * 4 - 1.5));
    const want = heightByBruteForce(heights, x, y);
    if (Number.isNaN(want)) unknown++;
    if (Number.isNaN(want)) expect(heightAt(x, y)).toBeNaN();
    else expect(heightAt(x, y)).toBeCloseTo(want, 6);
  }
  expect(unknown).toBeGreaterThan(50);
  expect(unknown).toBeLessThan(450);
});
test("a grid that is turned is refused", () => {
  const grid = { columnCount: 2, rowCount: 2, meters: new Float32Array(4) };
  const turned = { ...grid, lon: Float64Array.of(0, 1, 1, 2), lat: Float64Array.of(1, 2, 0, 1) };
  expect(() => withElevation(walking, turned)).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
});

/** Ways of every origin by a plain Dijkstra, with edge speeds by the formula from heights at the ends. */
function waysByOracle(town: RandomTown, profile: TravelProfile, base: Mode, heights: Heights, steepest: number) {
  const access = accessOfMode(base, profile);
  const isRaised = new Map(town.streets.map(({ coordinates, tags }) => [coordinates, levelOf(tags) !== 0]));
  const raisedEnds = new Set(
    [...isRaised].flatMap(([line, raised]) => (raised ? line.slice(1).map((to, i) => `${line[i]} ${to}`) : [])),
  );
  const slopeOf = (from: Place, to: Place, meters: number) =>
    raisedEnds.has(`${from} ${to}`)
      ? 0
      : (heightByBruteForce(heights, to[0], to[1]) - heightByBruteForce(heights, from[0], from[1])) / meters;
  const rule = profile.slope === undefined ? () => 1 : FORMULAS[profile.slope];
  const edges = oracleEdges(town.streets, access, 0, asIfPublic(access))
    .map((edge) => ({ ...edge, slope: slopeOf(edge.from, edge.to, edge.meters) }))
    .filter(({ slope }) => !(Math.abs(slope) > steepest))
    .map((edge) => {
      const flat = edge.speeds ?? { forward: profile.speedMetersPerSecond, backward: profile.speedMetersPerSecond };
      if (Number.isNaN(edge.slope)) return { ...edge, speeds: flat };
      const speeds = { forward: flat.forward * rule(edge.slope), backward: flat.backward * rule(-edge.slope) };
      return { ...edge, speeds };
    });
  const snaps = town.origins.map((place) => attachPlace(place, edges, profile.maxAccessMeters));
  const entries = town.facilities.map((one) => attachFacilityByBruteForce(one, edges, profile.maxAccessMeters));
  const isThere = (origin: number, row: number) =>
    isAt(town.origins[origin] as Place, town.facilities[row] as Facility);
  const graph = new OracleGraph(edges, profile as ReturnType<typeof walkingAt>, snaps, entries, isThere);
  return snaps.map((snap, origin) => ({ snap, ways: graph.waysFrom(origin, town.facilities.length, "seconds") }));
}

const CASES: readonly (readonly [string, Mode, TravelProfile, number])[] = [
  ["walking by Tobler's rule", walking, onSlopes(walkingAt(1.2, { maxAccessMeters: 150 })), Infinity],
  ["walking by Naismith's rule", walking, onSlopes(walkingAt(1.2, { maxAccessMeters: 150 }), "naismith"), Infinity],
  ["cycling", bicycle, onSlopes({ ...cycling, maxAccessMeters: 150 }), Infinity],
  [
    "a wheelchair, for which steep ways are closed",
    wheelchair,
    onSlopes({ ...wheelchairRolling, maxAccessMeters: 150 }),
    1 / 12,
  ],
];

describe.each(CASES)("on hills, %s", (_, base, profile, steepest) => {
  test("takes as long as a plain Dijkstra by the formula, up and down, in random towns", () => {
    let reached = 0;
    let differing = 0;
    for (let seed = 0; seed < 40; seed++) {
      const town = randomTown(seed);
      const heights = drawHeights(town, seededRandom(1000 + seed));
      const city = travelCityOf(town.streets, town.facilities, town.origins, 0, withElevation(base, heights));
      const flat = travelCityOf(town.streets, town.facilities, town.origins, 0, base);
      const request = requestFor(town.categories, { unit: "seconds", cutoff: 1500 });
      const table = onNetwork().prepare(city, profile).fillTable(request);
      const level = onNetwork().prepare(flat, profile).fillTable(request);
      waysByOracle(town, profile, base, heights, steepest).forEach(({ snap, ways }, origin) => {
        town.categories.forEach((category, column) => {
          const where = `town ${seed}, origin ${origin}, ${category}`;
          const costs = [...ways].filter(([row]) => town.facilities[row]?.categories.includes(category));
          const nearest = Math.min(Infinity, ...costs.map(([, { seconds }]) => seconds));
          const cost = costTo(table, origin, column);
          if (snap === null && nearest === Infinity)
            expect(facilityTo(table, origin, column), where).toBe(NOT_ATTACHED);
          else if (nearest <= 1500) {
            expect(Math.abs(cost - nearest), where).toBeLessThan(1e-4);
            reached++;
            if (Math.abs(cost - costTo(level, origin, column)) > 1) differing++;
          } else expect(cost, where).toBe(Infinity);
        });
      });
    }
    expect(reached).toBeGreaterThan(300);
    expect(differing).toBeGreaterThan(reached / 4);
  });
});

describe("a profile on slopes", () => {
  test("names the mode with heights, its rule and where that is from; electric bicycles and cars have none", () => {
    expect(onSlopes(standardWalking)).toMatchObject({ mode: "walking-slopes", slope: "tobler" });
    expect(JSON.stringify(onSlopes(standardWalking).source)).toContain("Tobler (1993)");
    expect(onSlopes(cycling)).toMatchObject({ mode: "bicycle-slopes", slope: "cycling" });
    expect(onSlopes(electricCycling).slope).toBeUndefined();
    expect(onSlopes(driving)).toMatchObject({ mode: "car-slopes" });
    expect(onSlopes(driving, "naismith").slope).toBe("naismith");
    expect(() => onSlopes(standardWalking, "steep" as never)).toThrow(/tobler, naismith, cycling/);
  });
  test("says how many stretches have no height, and how many are too steep", () => {
    const town = randomTown(1);
    const { modeNetwork } = travelCityOf(
      town.streets,
      town.facilities,
      town.origins as LonLat[],
      0,
      withElevation(wheelchair, drawHeights(town, seededRandom(5))),
    ).streets as { modeNetwork: { diagnostics: readonly { code: string; count: number }[] } };
    const countOf = (code: string) => modeNetwork.diagnostics.find((one) => one.code === code)?.count ?? 0;
    expect(countOf("slope.unknown")).toBeGreaterThan(0);
    expect(countOf("slope.steep")).toBeGreaterThan(0);
    expect(STEEPEST_FOR_WHEELCHAIRS).toBeCloseTo(0.08333, 5);
  });
});

test("an isochrone reaches as far up and down a hill as the rule says, and is read off the same edges", () => {
  const coordinates = Array.from({ length: 81 }, (_, i) => [(i - 40) * 0.0005, 0]);
  const feature = (geometry: object, properties: object) => ({ type: "Feature", properties, geometry });
  const ring = [
    [-0.001, -0.001],
    [0.001, -0.001],
    [0.001, 0.001],
    [-0.001, 0.001],
    [-0.001, -0.001],
  ];
  const metersPerDegree = 111_319.49;
  const grid = { lon: Float64Array.of(-0.03, 0.03, -0.03, 0.03), lat: Float64Array.of(0.01, 0.01, -0.01, -0.01) };
  const meters = Float32Array.from(grid.lon, (lon) => 0.1 * metersPerDegree * (lon + 0.03));
  const hills = withElevation(walking, { columnCount: 2, rowCount: 2, meters, ...grid });
  const city = prepareCity(
    {
      neighborhoods: feature({ type: "Polygon", coordinates: [ring] }, { id: "n" }) as never,
      facilities: { type: "FeatureCollection", features: [] },
      streets: feature({ type: "LineString", coordinates }, { highway: "footway" }) as never,
    },
    { modes: [hills] },
  );
  const [drawn] = isochrones(city, { location: [0, 0] }, [600], { profile: onSlopes(standardWalking) });
  const lons = (drawn?.lines.geometry.coordinates ?? []).flat().map((place) => (place as unknown as LonLat)[0]);
  expect(Math.max(...lons) * metersPerDegree).toBeCloseTo(600 * toblerByPaper(0.1), 0);
  expect(Math.min(...lons) * metersPerDegree).toBeCloseTo(-600 * toblerByPaper(-0.1), 0);
});
