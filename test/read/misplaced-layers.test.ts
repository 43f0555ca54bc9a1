import { describe, expect, test } from "vitest";
import type { LonLat } from "../../src/base/words.js";
import { type LayerRows, warnAboutMisplacedLayers } from "../../src/read/misplaced-layers.js";
import { placesOf } from "../support/population.js";

const boxAround = ([lon, lat]: LonLat): LayerRows["neighborhoods"][number] => ({
  id: "home",
  name: null,
  population: null,
  polygons: [
    [
      [
        [lon - 0.1, lat - 0.1],
        [lon + 0.1, lat - 0.1],
        [lon + 0.1, lat + 0.1],
        [lon - 0.1, lat + 0.1],
        [lon - 0.1, lat - 0.1],
      ],
    ],
  ],
});
const warnings = (home: LonLat, place: LonLat) =>
  warnAboutMisplacedLayers({
    neighborhoods: [boxAround(home)],
    facilities: [{ location: place }, { location: place }],
    streets: { count: 1, lon: Float64Array.of(place[0], place[0]), lat: Float64Array.of(place[1], place[1] + 0.001) },
    population: placesOf([
      { id: "point", population: 1, location: place, polygons: [] },
      { id: "cell", population: 1, location: null, polygons: boxAround(place).polygons },
    ]),
    jobs: placesOf([{ id: "office", population: 1, location: place, polygons: [] }]),
    buildings: [{ location: place }],
    landUse: [{ polygons: boxAround(place).polygons }],
    barriers: [{ lines: [[place, [place[0], place[1] + 0.001]]] }],
  }).map(({ code, layer, count }) => `${code} ${layer} ${count}`);

const allLayers = (code: string) =>
  ["barriers 1", "buildings 1", "facilities 2", "jobs 1", "landUse 1", "population 2", "streets 1"].map(
    (layer) => `${code} ${layer}`,
  );
const NONE = { streets: null, population: null, jobs: null, buildings: null, landUse: null, barriers: null };

const NEW_YORK: LonLat = [-73.97, 40.75];

describe("layers beside the neighborhoods", () => {
  test("layers that overlap are fine", () => {
    expect(warnings(NEW_YORK, [-73.95, 40.78])).toEqual([]);
  });

  test("swapped coordinates that are in range are recognized", () => {
    expect(warnings(NEW_YORK, [40.75, -73.97])).toEqual(allLayers("crs.swapped"));
  });

  test("they are recognized near the antimeridian too, where longitudes were turned", () => {
    const attu: LonLat = [187.2, 52.9]; // 172.8° W, turned to the side of 180° E
    expect(warnings(attu, [52.9, -172.8])).toEqual(allLayers("crs.swapped"));
  });

  test("layers that are within reach are not apart", () => {
    const rows = (east: number): LayerRows => ({
      neighborhoods: [boxAround(NEW_YORK)],
      facilities: [{ location: [NEW_YORK[0] + 0.1 + east, NEW_YORK[1]] }],
      ...NONE,
    });
    // a hundredth of a degree is 845 m here
    expect(warnAboutMisplacedLayers(rows(0.01), 900)).toEqual([]);
    expect(warnAboutMisplacedLayers(rows(0.01), 800).map(({ code }) => code)).toEqual(["crs.apart"]);
    expect(warnAboutMisplacedLayers(rows(0.01)).map(({ code }) => code)).toEqual(["crs.apart"]);
  });

  test("layers of another place are said to be apart", () => {
    expect(warnings(NEW_YORK, [104.06, 30.66])).toEqual(allLayers("crs.apart"));
  });

  test("empty layers are no reason to warn", () => {
    expect(
      warnAboutMisplacedLayers({
        neighborhoods: [boxAround(NEW_YORK)],
        facilities: [],
        ...NONE,
        population: placesOf([]),
        buildings: [],
      }),
    ).toEqual([]);
  });
});
