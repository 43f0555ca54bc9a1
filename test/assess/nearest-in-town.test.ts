import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { computeCoverage } from "../../src/assess/compute-coverage.js";
import { findNearest } from "../../src/assess/find-nearest.js";
import { prepareCity } from "../../src/city/prepare-city.js";
import { chengduFourCircles } from "../../src/standards/chengdu-four-circles.js";
import { straightLine } from "../../src/travel/straight-line.js";

// Every place of a town: its nearest facilities, and the report of a city whose neighborhoods are such places.

const read = (layer: string) =>
  readFileSync(new URL(`../../fixtures/jincheng/${layer}.geojson`, import.meta.url), "utf8");
const layers = { facilities: read("facilities"), streets: read("streets") };
const SIZE = 1e-7;

test.each([
  ["along the streets", {}, undefined],
  ["by the standard's meters", { standard: { ...chengduFourCircles, judgeBy: "network" as const } }, undefined],
  ["in straight lines", {}, [straightLine({ detourFactor: 1.4 })]],
])("the nearest facilities in Jincheng are the report's, bit for bit: %s", (_, options, travel) => {
  const town = prepareCity({ ...layers, neighborhoods: read("neighborhoods") }, options);
  const { lon, lat, count } = town.origins;
  const places = Array.from({ length: 12 }, (_, i) => {
    const origin = Math.floor((i * count) / 12);
    // off the lattice
    return [(lon[origin] ?? 0) + 0.000123, (lat[origin] ?? 0) - 0.000217] as const;
  });
  const feature = (id: string, properties: object, geometry: object) => ({ type: "Feature", id, properties, geometry });
  const square = ([x, y]: readonly [number, number]) => [
    [x - SIZE, y - SIZE],
    [x + SIZE, y - SIZE],
    [x + SIZE, y + SIZE],
    [x - SIZE, y + SIZE],
    [x - SIZE, y - SIZE],
  ];
  const input = {
    ...layers,
    neighborhoods: places.map((place, i) => feature(`n${i}`, {}, { type: "Polygon", coordinates: [square(place)] })),
    population: places.map((place, i) => feature(`p${i}`, { population: 5 }, { type: "Point", coordinates: place })),
  };
  const report = computeCoverage(input, { ...options, ...(travel === undefined ? {} : { travel }) });
  let compared = 0;
  places.forEach((location, i) => {
    const found = new Map(
      findNearest(town, { location }, travel === undefined ? {} : { travel }).map((nearest) => [
        nearest.category,
        nearest,
      ]),
    );
    for (const { id, category, orElse = [] } of town.standard.requirements) {
      if (orElse.length > 0) continue; // told of whichever is nearer
      const seconds = report.neighborhoods[i]?.requirements[id]?.seconds?.median ?? null;
      expect(found.get(category)?.seconds ?? null, `${location} ${category}`).toBe(seconds);
      if (seconds !== null) compared++;
    }
  });
  expect(compared).toBeGreaterThan(200);
});
