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
  }).map(({ code, layer, count }) => `${code} ${layer} ${count}`);

const NEW_YORK: LonLat = [-73.97, 40.75];

describe("layers beside the neighborhoods", () => {
  test("layers that overlap are fine", () => {
    expect(warnings(NEW_YORK, [-73.95, 40.78])).toEqual([]);
  });

  test("swapped coordinates that are in range are recognized", () => {
    expect(warnings(NEW_YORK, [40.75, -73.97])).toEqual([
      "crs.swapped facilities 2",
      "crs.swapped population 2",
      "crs.swapped streets 1",
    ]);
  });

  test("they are recognized near the antimeridian too, where longitudes were turned", () => {
    const attu: LonLat = [187.2, 52.9]; // 172.8° W, turned to the side of 180° E
    expect(warnings(attu, [52.9, -172.8])).toEqual([
      "crs.swapped facilities 2",
      "crs.swapped population 2",
      "crs.swapped streets 1",
    ]);
  });

  test("layers that are within reach are not apart", () => {
    const rows = (east: number): LayerRows => ({
      neighborhoods: [boxAround(NEW_YORK)],
      facilities: [{ location: [NEW_YORK[0] + 0.1 + east, NEW_YORK[1]] }],
      streets: null,
      population: null,
    });
    // a hundredth of a degree is 845 m here
    expect(warnAboutMisplacedLayers(rows(0.01), 900)).toEqual([]);
    expect(warnAboutMisplacedLayers(rows(0.01), 800).map(({ code }) => code)).toEqual(["crs.apart"]);
    expect(warnAboutMisplacedLayers(rows(0.01)).map(({ code }) => code)).toEqual(["crs.apart"]);
  });

  test("layers of another place are said to be apart", () => {
    expect(warnings(NEW_YORK, [104.06, 30.66])).toEqual([
      "crs.apart facilities 2",
      "crs.apart population 2",
      "crs.apart streets 1",
    ]);
  });

  test("empty layers are no reason to warn", () => {
    expect(
      warnAboutMisplacedLayers({
        neighborhoods: [boxAround(NEW_YORK)],
        facilities: [],
        streets: null,
        population: placesOf([]),
      }),
    ).toEqual([]);
  });
});
