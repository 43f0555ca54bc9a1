import type { Point } from "geojson";
import { describe, expect, test } from "vitest";
import { computeTravelTimes, type TravelTimes } from "../../src/assess/compute-travel-times.js";
import type { TripPlaces } from "../../src/assess/trip-places.js";
import { prepareCity } from "../../src/city/prepare-city.js";
import type { Facility } from "../../src/model/facts.js";
import { givenCosts } from "../../src/travel/given-costs.js";
import { straightLine } from "../../src/travel/straight-line.js";
import { midLatitudeMeters } from "../oracle/oracle-geodesy.js";
import {
  attachFacilityByBruteForce,
  attachPlace,
  OracleGraph,
  oracleEdges,
  townAccess,
  type Way,
} from "../oracle/oracle-network.js";
import type { Snap } from "../oracle/oracle-snap.js";
import { isAt } from "../oracle/oracle-straight-line.js";
import { collection, desertGrid, pointFeature, polygonFeature, toStreetLayer } from "../support/desert-grid.js";
import { errorOf } from "../support/geojson-samples.js";
import { type RandomTown, randomTown } from "../support/random-town.js";
import { standardOf } from "../support/test-standard.js";
import { toTownInput } from "../support/town-input.js";
import { walkingAt } from "../support/travel-city.js";

const FRAGMENT_METERS = 500;
const TOLERANCE = 1e-4;
const profile = walkingAt(1.25, {
  stepsSpeedMetersPerSecond: 0.5,
  offStreetSpeedMetersPerSecond: 0.9,
  maxAccessMeters: 150,
});
const standard = standardOf(["shop", "school", "park"].map((category) => ({ category, threshold: { time: 600 } })));

function prepareTown(town: RandomTown, seed: number) {
  return prepareCity(toTownInput(town, seed), { standard, originSpacingMeters: 400 });
}

/** Ways from each place to each place, by a Dijkstra from every way out. */
function waysBetween(town: RandomTown, from: readonly Facility[], to: readonly Facility[]) {
  const edges = oracleEdges(town.streets, townAccess, FRAGMENT_METERS);
  const enter = (place: Facility) => attachFacilityByBruteForce(place, edges, profile.maxAccessMeters);
  const exits = from.map(enter);
  const starts: Snap[] = exits.flat();
  const graph = new OracleGraph(edges, profile, starts, to.map(enter));
  let start = 0;
  return exits.map((own, place) => {
    const best = new Map<number, Way>();
    to.forEach((goal, row) => {
      if (placesOf(from[place] as Facility).some((exit) => isAt(exit, goal))) best.set(row, { seconds: 0, meters: 0 });
    });
    for (const _ of own)
      for (const [row, way] of graph.waysFrom(start++, to.length, "seconds"))
        if (way.seconds < (best.get(row)?.seconds ?? Infinity)) best.set(row, way);
    return best;
  });
}

/** Where a place is left: at its entrances, else at the corners of its outline. */
function placesOf({ entrances, outline, location }: Facility) {
  return entrances.length > 0 ? entrances : outline.length > 0 ? outline.flat() : [location];
}

/** Holds a matrix against the ways of the oracle. @returns how many pairs there are */
function compare(times: TravelTimes, ways: readonly ReadonlyMap<number, Way>[], cutoff: number, where: string): number {
  const found = new Map<string, { seconds: number; meters: number }>();
  for (let pair = 0; pair < times.pairCount; pair++)
    found.set(`${times.fromRow[pair]} ${times.toRow[pair]}`, {
      seconds: times.seconds[pair] ?? Number.NaN,
      meters: times.meters[pair] ?? Number.NaN,
    });
  expect(found.size, where).toBe(times.pairCount);
  const wrong: string[] = [];
  ways.forEach((own, from) => {
    for (let to = 0; to < times.toIds.length; to++) {
      const pair = found.get(`${from} ${to}`);
      const expected = own.get(to)?.seconds ?? Infinity;
      if (Math.abs(expected - cutoff) < TOLERANCE) continue;
      const isRight =
        expected > cutoff ? pair === undefined : Math.abs((pair?.seconds ?? Infinity) - expected) < TOLERANCE;
      if (!isRight) wrong.push(`${where}: ${from} to ${to}: ${pair?.seconds} for ${expected}`);
      const meters = own.get(to)?.meters ?? Infinity;
      if (pair !== undefined && !(Math.abs(pair.meters - meters) < 10 * TOLERANCE))
        wrong.push(`${where}: ${from} to ${to}: ${pair.meters} m for ${meters}`);
    }
  });
  expect(wrong).toEqual([]);
  return times.pairCount;
}

describe("a matrix equals a plain Dijkstra from every place, in random towns", () => {
  test("between points of one's own", () => {
    let pairs = 0;
    for (let seed = 0; seed < 40; seed++) {
      const town = randomTown(seed);
      const cutoffSeconds = 200 + 20 * seed;
      const goals = town.facilities.map(({ location }) => location);
      const times = computeTravelTimes(prepareTown(town, seed), {
        ...{ from: { points: town.origins }, to: { points: goals }, profile, cutoffSeconds },
      });
      const edges = oracleEdges(town.streets, townAccess, FRAGMENT_METERS);
      const snaps = town.origins.map((place) => attachPlace(place, edges, profile.maxAccessMeters));
      const ends = goals.map((place) =>
        [attachPlace(place, edges, profile.maxAccessMeters)].filter((snap) => snap !== null),
      );
      const graph = new OracleGraph(edges, profile, snaps, ends);
      const ways = snaps.map((_, start) => graph.waysFrom(start, goals.length, "seconds"));
      pairs += compare(times, ways, cutoffSeconds, `town ${seed}`);
      expect([...times.unattachedFrom]).toEqual(snaps.flatMap((snap, row) => (snap === null ? [row] : [])));
      expect(times.fromIds).toEqual(town.origins.map((_, row) => String(row)));
    }
    expect(pairs).toBeGreaterThan(1000);
  });

  test("between facilities: areas, lines and those with several entrances", () => {
    let pairs = 0;
    for (let seed = 0; seed < 40; seed++) {
      const town = randomTown(seed, { facilityCount: 14 });
      const city = prepareTown(town, seed);
      const [shops, others] = [["shop"], ["school", "park"]].map((categories) =>
        city.facilities.filter((facility) => facility.categories.some((category) => categories.includes(category))),
      ) as [Facility[], Facility[]];
      const cutoffSeconds = 300 + 10 * seed;
      const times = computeTravelTimes(city, {
        ...{ from: { categories: ["school", "park"] }, to: { categories: ["shop"] }, profile, cutoffSeconds },
      });
      expect([times.fromIds, times.toIds]).toEqual([others, shops].map((places) => places.map(({ id }) => id)));
      pairs += compare(times, waysBetween(town, others, shops), cutoffSeconds, `town ${seed}`);
    }
    expect(pairs).toBeGreaterThan(300);
  });

  test("from neighborhoods, from whichever origin is nearest, and to them", () => {
    let pairs = 0;
    for (let seed = 0; seed < 25; seed++) {
      const town = randomTown(seed);
      const city = prepareTown(town, seed);
      const { lon, lat, firstOrigin } = city.origins;
      const neighborhoods = city.neighborhoods.map(({ id }, row): Facility => {
        const [first = 0, end = 0] = firstOrigin.subarray(row, row + 2);
        const entrances = Array.from(
          { length: end - first },
          (_, i) => [lon[first + i] ?? 0, lat[first + i] ?? 0] as const,
        );
        const location = entrances[0] ?? [0, 0];
        const place = { id, name: null, categories: ["n"], location, entrances };
        return { ...place, outline: [], isArea: false, areaSquareMeters: null, attributes: {} };
      });
      const cutoffSeconds = 900;
      const { facilities } = city;
      const categories = standard.categories.map(({ id }) => id);
      const there = computeTravelTimes(city, { from: "neighborhoods", to: { categories }, profile });
      pairs += compare(there, waysBetween(town, neighborhoods, facilities), cutoffSeconds, `town ${seed}`);
      const back = computeTravelTimes(city, { from: { categories }, to: "neighborhoods", profile });
      pairs += compare(back, waysBetween(town, facilities, neighborhoods), cutoffSeconds, `town ${seed}, back`);
      expect(there.fromIds).toEqual(["sw", "se", "nw", "ne", "far"]);
      expect(back.toIds).toEqual(there.fromIds);
    }
    expect(pairs).toBeGreaterThan(500);
  });
});

describe("a matrix", () => {
  const blocks = desertGrid({ columns: 7, rows: 7, blockMeters: 100 });
  const { at } = blocks;
  const input = {
    neighborhoods: collection([
      polygonFeature([at(0, 0), at(3, 0), at(3, 6), at(0, 6)], { id: "west" }),
      polygonFeature([at(3, 0), at(6, 0), at(6, 6), at(3, 6)], { id: "east" }),
    ]),
    facilities: collection([
      pointFeature(at(0, 0), { id: "corner", category: "shop" }),
      pointFeature(at(6, 6), { id: "other corner", category: "shop;school" }),
      pointFeature(at(3, 3), { id: "middle", category: "school" }),
    ]),
    streets: toStreetLayer(blocks.streets),
  };
  const city = prepareCity(input, { standard, originSpacingMeters: 100 });
  const slow = walkingAt(0.5);
  const rowsOf = (times: TravelTimes) =>
    Array.from(times.fromRow, (from, pair) => [
      times.fromIds[from],
      times.toIds[times.toRow[pair] ?? -1],
      Math.round(times.seconds[pair] ?? Number.NaN),
      Math.round(times.meters[pair] ?? Number.NaN),
    ]);

  test("stands in the order of the starts, then of the times", () => {
    const times = computeTravelTimes(city, {
      from: { points: [at(1, 0), at(6, 5)] },
      to: { categories: ["shop"] },
      cutoffSeconds: 1100,
    });
    expect(rowsOf(times)).toEqual(
      [
        ["0", "corner", 100, 100],
        ["0", "other corner", 1100, 1100],
        ["1", "other corner", 100, 100],
        ["1", "corner", 1100, 1100],
      ].filter(([, , seconds]) => (seconds as number) <= 1100),
    );
  });
  test("ends at a quarter of an hour unless told otherwise; by metres it tells the time that they take", () => {
    const from = { points: [at(0, 0)] };
    const to = { points: [at(4, 0), at(6, 4)] };
    expect(rowsOf(computeTravelTimes(city, { from, to }))).toEqual([["0", "0", 400, 400]]);
    expect(rowsOf(computeTravelTimes(city, { from, to, profile: slow, cutoffMeters: 400.1 }))).toEqual([
      ["0", "0", 800, 400],
    ]);
    expect(computeTravelTimes(city, { from, to, cutoffSeconds: Infinity }).pairCount).toBe(2);
  });
  test("of all origins is that of points at their places, bit for bit; an origin is called by its neighborhood", () => {
    const { lon, lat, count } = city.origins;
    const points = Array.from({ length: count }, (_, row) => [lon[row] ?? 0, lat[row] ?? 0] as const);
    const [own, asPoints] = (["origins", { points }] as TripPlaces[]).map((from) =>
      computeTravelTimes(city, { from, to: { categories: ["shop", "school"] } }),
    );
    expect(own?.pairCount).toBeGreaterThan(50);
    for (const column of ["fromRow", "toRow", "seconds", "meters"] as const)
      expect(own?.[column]).toEqual(asPoints?.[column]);
    expect(own?.fromIds.slice(0, 2)).toEqual(["west/0", "west/1"]);
    expect(own?.fromIds.at(-1)).toMatch(/^east\/\d+$/);
    expect(new Set(own?.fromIds).size).toBe(count);
  });
  test("back is the same as there, where nothing is one-way", () => {
    const places = ["origins", "neighborhoods", { categories: ["school"] }, { points: [at(1, 1), at(4, 2)] }] as const;
    const pairsOf = (from: TripPlaces, to: TripPlaces) =>
      rowsOf(computeTravelTimes(city, { from, to })).map(([a, b, ...costs]) => [a, b, ...costs]);
    for (const a of places)
      for (const b of places) {
        const back = pairsOf(b, a).map(([from, to, ...costs]) => JSON.stringify([to, from, ...costs]));
        expect(back.sort()).toEqual(
          pairsOf(a, b)
            .map((pair) => JSON.stringify(pair))
            .sort(),
        );
      }
  });
  test("takes points as positions, as GeoJSON, and as its text; they keep their ids, twice the same, too", () => {
    const features = [
      pointFeature(at(1, 1), { id: "home" }),
      pointFeature(at(2, 1), {}),
      pointFeature(at(3, 3), { id: "home" }),
    ];
    const layer = collection(features);
    const to = { categories: ["shop"] };
    const ask = (points: unknown) => computeTravelTimes(city, { from: { points: points as object }, to });
    const known = ask(layer);
    expect(known.fromIds).toEqual(["home", "1", "home"]);
    expect(known.pairCount).toBe(5); // ten blocks take longer than a quarter of an hour
    for (const same of [features, JSON.stringify(layer), new TextEncoder().encode(JSON.stringify(layer))])
      expect(ask(same)).toEqual(known);
    const { fromIds, ...rest } = ask([at(1, 1), at(2, 1), at(3, 3)]);
    expect(fromIds).toEqual(["0", "1", "2"]);
    expect(rest).toEqual(Object.fromEntries(Object.entries(known).filter(([key]) => key !== "fromIds")));
    expect(ask(features[0]).fromIds).toEqual(["home"]);
    expect(ask((features[0]?.geometry ?? null) as Point).fromIds).toEqual(["0"]);
  });
  test("is the same of GeoJSON and of a prepared city", () => {
    const question = { from: "neighborhoods", to: { categories: ["shop"] } } as const;
    const times = computeTravelTimes(input, { ...question, standard, originSpacingMeters: 100 });
    expect(times).toEqual(computeTravelTimes(city, question));
    expect(times.travel[0]?.id).toBe("onNetwork");
  });
  test("in straight lines leaves an area at its corners, and needs no streets", () => {
    const area = polygonFeature([at(1, 1), at(2, 1), at(2, 2), at(1, 2)], { id: "park", category: "park" });
    const { streets, ...others } = input;
    const parks = { ...others, facilities: collection([...input.facilities.features, area] as never) };
    for (const layers of [parks, { ...parks, streets }]) {
      const times = computeTravelTimes(layers, {
        ...{ standard, from: { categories: ["park"] }, to: { categories: ["school"] } },
        travel: [straightLine({ detourFactor: 1 })],
      });
      const meters = midLatitudeMeters(at(2, 2), at(3, 3));
      expect(times.meters[0]).toBeCloseTo(meters, 6);
      expect(times.toIds[times.toRow[0] ?? -1]).toBe("middle");
    }
  });
  test("by given costs tells what they tell, and NaN where they tell nothing", () => {
    const last = city.origins.count - 1;
    const costs = [
      { originRow: 0, facilityId: "middle", cost: 60 },
      { originRow: 1, facilityId: "middle", cost: 50 },
      { originRow: last, facilityId: "corner", cost: 70 },
    ];
    const question = { from: "neighborhoods", to: { categories: ["shop", "school"] } } as const;
    const times = computeTravelTimes(city, { ...question, travel: [givenCosts(costs, { unit: "seconds" })] });
    expect(rowsOf(times)).toEqual([
      ["west", "middle", 50, Number.NaN],
      ["east", "corner", 70, Number.NaN],
    ]);
    for (const other of [
      { ...question, from: { points: [at(0, 0)] } },
      { ...question, to: { points: [at(0, 0)] } },
    ]) {
      const error = errorOf(() =>
        computeTravelTimes(city, { ...other, travel: [givenCosts(costs, { unit: "seconds" })] }),
      );
      expect(error.message).toContain("only the city's own origins and facilities are known");
    }
  });
  test("that is too large is refused, with the category that makes it so", () => {
    const question = { from: "origins", to: { categories: ["school", "shop"] }, cutoffSeconds: 1e6 } as const;
    const { pairCount } = computeTravelTimes(city, question);
    expect(computeTravelTimes(city, { ...question, maxPairs: pairCount }).pairCount).toBe(pairCount);
    const error = errorOf(() => computeTravelTimes(city, { ...question, maxPairs: pairCount - 1 }));
    expect(error).toMatchObject({ code: "LIMIT_EXCEEDED", path: "maxPairs" });
    expect(error.message).toMatch(/"(school|shop)"/);
  });
});

describe("a question for a matrix that is none", () => {
  const { at, streets } = desertGrid({ columns: 3, rows: 3, blockMeters: 100 });
  const layers = {
    neighborhoods: polygonFeature([at(0, 0), at(2, 0), at(2, 2), at(0, 2)], { id: "n" }),
    facilities: collection([pointFeature(at(0, 0), { category: "shop" })]),
  };
  const city = prepareCity({ ...layers, streets: toStreetLayer(streets) }, { standard });
  const ask = computeTravelTimes as (city: unknown, options?: unknown) => unknown;
  const right = { from: "origins", to: { categories: ["shop"] } };
  const points = (value: unknown) => ({ from: { points: value } });
  test.each([
    ["no options", undefined, "INVALID_ARGUMENT", "options must be an object; got undefined."],
    ["no end", { to: undefined }, "INVALID_ARGUMENT", "options.to must be an object; got undefined."],
    [
      "an end that is none",
      { from: "homes" },
      "INVALID_ARGUMENT",
      'options.from must be one of origins, neighborhoods; got the string "homes".',
    ],
    ["a number", { from: 5 }, "INVALID_ARGUMENT", "options.from must be an object; got the number 5."],
    ["a list", { from: [[0, 0]] }, "INVALID_ARGUMENT", "options.from must be an object; got an array of length 1."],
    [
      "two ends in one",
      { from: { categories: ["shop"], points: [] } },
      "INVALID_ARGUMENT",
      "got an object with the keys categories, points",
    ],
    ["a misspelt end", { from: { category: ["shop"] } }, "INVALID_ARGUMENT", "got an object with the keys category"],
    [
      "an unknown category",
      { to: { categories: ["ship"] } },
      "INVALID_ARGUMENT",
      'The standard test has no category "ship".',
    ],
    [
      "a category that is no text",
      { to: { categories: [null] } },
      "INVALID_ARGUMENT",
      "options.to.categories[0] must be a string; got null.",
    ],
    [
      "no categories",
      { to: { categories: [] } },
      "INVALID_ARGUMENT",
      "options.to.categories must be an array with at least one category; got an array of length 0.",
    ],
    [
      "no points",
      points([]),
      "INVALID_ARGUMENT",
      "options.from.points must be a non-empty array of points; got an array of length 0.",
    ],
    [
      "one position",
      points([104, 30]),
      "INVALID_ARGUMENT",
      "options.from.points[0] must be [longitude, latitude] in degrees; got the number 104.",
    ],
    [
      "NaN",
      points([
        [0, 0],
        [Number.NaN, 1],
      ]),
      "INVALID_LOCATION",
      "[NaN, 1] is not a valid [longitude, latitude]",
    ],
    ["swapped", points([[30, 104]]), "INVALID_LOCATION", "Are the two swapped?"],
    [
      "a line",
      points(toStreetLayer(streets)),
      "INVALID_ARGUMENT",
      "options.from.points.features[0].geometry must be a GeoJSON point; got an object of type",
    ],
    [
      "no geometry",
      points([{ type: "Feature", properties: {}, geometry: null }]),
      "INVALID_ARGUMENT",
      "features[0].geometry must be a GeoJSON point; got null.",
    ],
    ["a bad coordinate", points(pointFeature([0, 99], {})), "INVALID_LOCATION", "[0, 99]"],
    ["no GeoJSON", points({ lon: 0 }), "INVALID_GEOJSON", "options.from.points"],
    ["no JSON", points("here"), "INVALID_JSON", "options.from.points"],
    [
      "two cutoffs",
      { cutoffSeconds: 5, cutoffMeters: 5 },
      "INVALID_ARGUMENT",
      "cutoffSeconds and cutoffMeters exclude each other.",
    ],
    [
      "a cutoff of nothing",
      { cutoffSeconds: 0 },
      "INVALID_ARGUMENT",
      "options.cutoffSeconds must be a number > 0; got the number 0.",
    ],
    [
      "a cutoff that is no number",
      { cutoffMeters: "5" },
      "INVALID_ARGUMENT",
      'options.cutoffMeters must be a number > 0; got the string "5".',
    ],
    [
      "NaN as cutoff",
      { cutoffMeters: Number.NaN },
      "INVALID_ARGUMENT",
      "options.cutoffMeters must be a number > 0; got the number NaN.",
    ],
    [
      "half a pair",
      { maxPairs: 0.5 },
      "INVALID_ARGUMENT",
      "options.maxPairs must be a whole number ≥ 1; got the number 0.5.",
    ],
    ["a misspelt option", { cutoff: 5 }, "UNKNOWN_OPTION", 'Unknown option "cutoff".'],
    ["a profile that is none", { profile: {} }, "INVALID_ARGUMENT", "options.profile."],
    [
      "a travel model that is none",
      { travel: [{}] },
      "INVALID_ARGUMENT",
      "options.travel[0].prepare must be a function; got undefined.",
    ],
    ["how to read what is read", { datum: {} }, "INVALID_ARGUMENT", "has already been prepared"],
  ])("is refused: %s", (_, changes, code, message) => {
    const error = errorOf(() => ask(city, changes === undefined ? undefined : { ...right, ...changes }));
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
  });
  test("is refused: along streets that are not there", async () => {
    const { onNetwork } = await import("../../src/travel/on-network.js");
    const error = errorOf(() => ask(layers, { ...right, standard, travel: [onNetwork()] }));
    expect(error.code).toBe("NO_STREETS");
  });
});
