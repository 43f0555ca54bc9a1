import { describe, expect, test } from "vitest";
import type { LonLat, Tags } from "../../src/base/words.js";
import { prepareCity } from "../../src/index.js";
import { type Isochrone, toIsochroneCollection } from "../../src/isochrones/isochrone-features.js";
import { isochrones } from "../../src/isochrones/isochrones.js";
import type { Mode } from "../../src/model/mode.js";
import type { TravelProfile } from "../../src/model/travel.js";
import { timesOnEdges } from "../oracle/oracle-isochrone.js";
import { type Access, attachPlace, oracleEdges, townAccess } from "../oracle/oracle-network.js";
import { desertGrid, streetOf } from "../support/desert-grid.js";
import { cityOf, shifted, stroller } from "../support/isochrone-towns.js";
import { bicycle } from "../support/modes/bicycle.js";
import { car } from "../support/modes/car.js";
import { accessByTable, drawKnownTags } from "../support/modes/known-ways.js";
import { accessOfMode, asIfPublic } from "../support/private-access.js";
import { type Random, seededRandom } from "../support/random.js";
import { randomTown } from "../support/random-town.js";
import { toTownInput } from "../support/town-input.js";
import { walkingAt } from "../support/travel-city.js";

const BLOCK = 100;
const town = desertGrid({ columns: 21, rows: 21, blockMeters: BLOCK });
const at = town.at;

function only(list: readonly Isochrone[]): Isochrone {
  expect(list.length).toBe(1);
  return list[0] as Isochrone;
}

describe("the reached streets of a town of equal blocks", () => {
  const city = cityOf(town.streets);
  test("from a crossing are a diamond: 2 n (n + 1) whole blocks on either axis within n blocks", () => {
    // ways from (10, 10): within n blocks all edges between crossings at most n away, 4 (1 + 3 + … + (2n - 1)) = 4 n²
    for (const blocks of [1, 3, 6]) {
      const { lines } = only(isochrones(city, { location: at(10, 10) }, [blocks * BLOCK], { profile: stroller }));
      expect(lines.properties.meters).toBeCloseTo(4 * blocks * blocks * BLOCK, 4);
    }
  });
  test("end on a street as far along it as the time allows", () => {
    // 2 whole blocks: 4 · 2² = 16; then 30 m along each edge that leaves the crossings two blocks away: 4 · (2 · 2 + 1) = 20
    const { lines } = only(isochrones(city, { location: at(10, 10) }, [230], { profile: stroller }));
    expect(lines.properties.meters).toBeCloseTo(16 * BLOCK + 20 * 30, 4);
    expect(Math.max(...lines.properties.lineSeconds.map(([, end]) => end))).toBeCloseTo(230, 9);
    expect(lines.properties.lineSeconds.length).toBe(lines.geometry.coordinates.length);
  });
  test("from the middle of an edge go both ways along it, and no farther than the time", () => {
    const { lines } = only(isochrones(city, { location: at(10.3, 10) }, [20], { profile: stroller }));
    expect(lines.properties.meters).toBeCloseTo(40, 6);
    expect(lines.geometry.coordinates.length).toBe(2);
    for (const [start] of lines.geometry.coordinates) expect(start?.[0]).toBeCloseTo(at(10.3, 10)[0], 12);
  });
  test("are fewer by the walk to the street", () => {
    const place = shifted(at(10.5, 10), 0, 12);
    const { lines } = only(isochrones(city, { location: place }, [20], { profile: stroller }));
    expect(lines.properties.meters).toBeCloseTo(2 * (20 - 12), 5);
    expect(Math.min(...lines.properties.lineSeconds.map(([start]) => start))).toBeCloseTo(12, 5);
  });
  test("are none where the walk to the street takes longer", () => {
    const place = shifted(at(10.5, 10), 0, 30);
    const { lines, polygon } = only(isochrones(city, { location: place }, [20], { profile: stroller }));
    expect([lines.geometry.coordinates, lines.properties.meters]).toEqual([[], 0]);
    // the ground around the start is reached all the same, but not the street
    const [[ring] = []] = polygon.geometry.coordinates;
    const lats = (ring ?? []).map(([, lat = 0]) => lat);
    expect(Math.min(...lats)).toBeLessThan(place[1]);
    expect(Math.max(...lats)).toBeGreaterThan(place[1]);
    expect(Math.min(...lats)).toBeGreaterThan(at(10.5, 10)[1] - 1e-4);
  });
});

test("a one-way footway is walked one way only, also from its middle", () => {
  const oneWay = [streetOf("w", [at(0, 0), at(1, 0)], { highway: "footway", "oneway:foot": "yes" })];
  const { lines } = only(isochrones(cityOf(oneWay), { location: at(0.5, 0) }, [20], { profile: stroller }));
  expect(lines.properties.meters).toBeCloseTo(20, 6);
  const [start, end] = lines.geometry.coordinates[0] as unknown as [LonLat, LonLat];
  expect(end[0]).toBeGreaterThan(start[0]);
  const back = [streetOf("w", [at(0, 0), at(1, 0)], { highway: "footway", "oneway:foot": "-1" })];
  const other = only(isochrones(cityOf(back), { location: at(0.5, 0) }, [20], { profile: stroller }));
  const [westward] = other.lines.geometry.coordinates as unknown as [[LonLat, LonLat]];
  expect(westward[1][0]).toBeLessThan(westward[0][0]);
});

test("two walkers from two entrances meet half-way, and every metre counts once", () => {
  const street = streetOf("w", [at(0, 0), at(1, 0)]);
  const input = {
    neighborhoods: toTownInput(randomTown(1), 1).neighborhoods,
    facilities: {
      type: "Feature",
      properties: { id: "hall", category: "pharmacy" },
      geometry: { type: "MultiPoint", coordinates: [[...at(0.2, 0)], [...at(0.8, 0)]] },
    } as const,
    streets: {
      type: "Feature",
      properties: street.tags,
      geometry: { type: "LineString", coordinates: street.coordinates.map((place) => [...place]) },
    } as const,
  };
  const city = prepareCity(input, { smallFragmentMeters: 0 });
  const reach = (seconds: number) =>
    only(isochrones(city, { facilityId: "hall" }, [seconds], { profile: stroller })).lines.properties.meters;
  expect(reach(10)).toBeCloseTo(40, 6);
  expect(reach(25)).toBeCloseTo(2 * (20 + 25), 6); // 20 m to either end, 25 m toward each other
  expect(reach(30)).toBeCloseTo(100, 6);
  expect(reach(300)).toBeCloseTo(100, 6);
});

test("the collection holds the longest first, polygons below lines", () => {
  const list = isochrones(cityOf(town.streets), { location: at(10, 10) }, [60, 180, 120], { profile: stroller });
  expect(list.map(({ seconds }) => seconds)).toEqual([60, 180, 120]);
  const { features } = toIsochroneCollection(list);
  expect(features.map(({ geometry, properties }) => `${geometry.type} ${properties?.seconds}`)).toEqual([
    "MultiPolygon 180",
    "MultiPolygon 120",
    "MultiPolygon 60",
    "MultiLineString 180",
    "MultiLineString 120",
    "MultiLineString 60",
  ]);
});

const FRAGMENT_METERS = 500;
const walker = walkingAt(1.25, {
  stepsSpeedMetersPerSecond: 0.5,
  offStreetSpeedMetersPerSecond: 0.9,
  maxAccessMeters: 150,
});
const LIMIT_SECONDS = 300;

/** The earliest time at a place on the lines; `Infinity` = on none of them. */
function timeOnLines({ lines }: Isochrone, [lon, lat]: LonLat): number {
  let earliest = Infinity;
  lines.geometry.coordinates.forEach(([start, end], i) => {
    const [[aLon, aLat], [bLon, bLat]] = [start, end] as unknown as [LonLat, LonLat];
    const [dx, dy] = [bLon - aLon, bLat - aLat];
    const along = ((lon - aLon) * dx + (lat - aLat) * dy) / (dx * dx + dy * dy);
    if (!(along >= -1e-6 && along <= 1 + 1e-6)) return;
    if (Math.abs(aLon + along * dx - lon) + Math.abs(aLat + along * dy - lat) > 1e-12) return;
    const [from, to] = lines.properties.lineSeconds[i] as readonly [number, number];
    earliest = Math.min(earliest, from + along * (to - from));
  });
  return earliest;
}

/** Who walks, rides or drives through a town, and what its streets are to them. */
interface Travel {
  readonly profile: ReturnType<typeof walkingAt> & Pick<TravelProfile, "mode">;
  readonly modes: readonly Mode[];
  readonly access: Access;
  readonly tagsOf: (random: Random) => Tags;
  readonly limitSeconds: number;
}

const onFoot = { profile: walker, modes: [], access: townAccess, limitSeconds: LIMIT_SECONDS };

function compareTown(seed: number, travel?: Travel): { readonly reached: number; readonly missed: number } {
  const { profile, modes, access, limitSeconds } = { ...onFoot, ...travel };
  const randomlyDrawn = randomTown(seed, travel === undefined ? {} : { tagsOf: travel.tagsOf });
  const { streets, origins } = randomlyDrawn;
  const [mode] = modes;
  const privately = asIfPublic(mode === undefined ? access : accessOfMode(mode, profile));
  const edges = oracleEdges(streets, access, FRAGMENT_METERS, privately);
  const place = origins.find((origin) => attachPlace(origin, edges, profile.maxAccessMeters) !== null);
  if (place === undefined) return { reached: 0, missed: 0 };
  const start = attachPlace(place, edges, profile.maxAccessMeters);
  const random = seededRandom(seed);
  const samples = timesOnEdges(edges, profile, start === null ? [] : [start], () => [random(), random(), random()]);
  const city = prepareCity(toTownInput(randomlyDrawn, seed), { smallFragmentMeters: FRAGMENT_METERS, modes });
  const isochrone = only(isochrones(city, { location: place }, [limitSeconds], { profile }));
  let reached = 0;
  for (const { line, fraction, seconds } of samples) {
    const { from, to } = edges[line] as (typeof edges)[number];
    const point: LonLat = [from[0] + fraction * (to[0] - from[0]), from[1] + fraction * (to[1] - from[1])];
    const found = timeOnLines(isochrone, point);
    const where = `town ${seed}, edge ${line} at ${fraction}: ${found} s; expected ${seconds} s`;
    if (seconds <= limitSeconds - 1e-6) {
      expect(Math.abs(found - seconds), where).toBeLessThan(1e-6);
      reached++;
    } else if (seconds > limitSeconds + 1e-6) expect(found, where).toBe(Infinity);
  }
  return { reached, missed: samples.length - reached };
}

test("in random towns a point of a street is on the lines, at its time, exactly if a plain Dijkstra gets there in time", () => {
  let [reached, missed] = [0, 0];
  for (let seed = 0; seed < 150; seed++) {
    const counts = compareTown(seed);
    reached += counts.reached;
    missed += counts.missed;
  }
  expect(reached).toBeGreaterThan(5000);
  expect(missed).toBeGreaterThan(5000);
});

test.each([
  ["bicycle", bicycle, 5, 120],
  ["car", car, 25, 80],
] as const)("so it is by %s: one-ways bind, and speeds differ by way and direction", (id, mode, speed, limitSeconds) => {
  const profile = { ...walkingAt(speed, { offStreetSpeedMetersPerSecond: 1, maxAccessMeters: 150 }), mode: id };
  const travel = { profile, modes: [mode], access: accessByTable(id), tagsOf: drawKnownTags, limitSeconds };
  let [reached, missed] = [0, 0];
  for (let seed = 0; seed < 100; seed++) {
    const counts = compareTown(seed, travel);
    reached += counts.reached;
    missed += counts.missed;
  }
  expect(reached).toBeGreaterThan(1500);
  expect(missed).toBeGreaterThan(1500);
});
