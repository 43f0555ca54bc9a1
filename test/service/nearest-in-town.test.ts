import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { computeCoverage } from "../../src/compute-coverage.js";
import { findNearest } from "../../src/nearest.js";
import { prepareCity } from "../../src/prepare-city.js";

// Every place of a town: its nearest facilities, and the report of a city whose neighborhoods are such places.

const read = (layer: string) =>
  readFileSync(new URL(`../../fixtures/jincheng/${layer}.geojson`, import.meta.url), "utf8");
const layers = { facilities: read("facilities"), streets: read("streets") };
const SIZE = 1e-7;

test("the nearest facilities in Jincheng are the report's, bit for bit", () => {
  const town = prepareCity({ ...layers, neighborhoods: read("neighborhoods") });
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
  const report = computeCoverage({
    ...layers,
    neighborhoods: places.map((place, i) => feature(`n${i}`, {}, { type: "Polygon", coordinates: [square(place)] })),
    population: places.map((place, i) => feature(`p${i}`, { population: 5 }, { type: "Point", coordinates: place })),
  });
  let compared = 0;
  places.forEach((location, i) => {
    const found = new Map(findNearest(town, { location })?.map((nearest) => [nearest.category, nearest]));
    for (const { id, category, orElse = [] } of town.standard.requirements) {
      if (orElse.length > 0) continue; // told of whichever is nearer
      const seconds = report.neighborhoods[i]?.requirements[id]?.seconds?.median ?? null;
      expect(found.get(category)?.minutes ?? null, `${location} ${category}`).toBe(
        seconds === null ? null : seconds / 60,
      );
      if (seconds !== null) compared++;
    }
  });
  expect(compared).toBeGreaterThan(200);
});
