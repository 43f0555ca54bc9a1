import { describe, expect, test } from "vitest";
import { prepareCity } from "../../../src/city/prepare-city.js";
import { computeCoverage } from "../../../src/index.js";
import { readPopulationRaster } from "../../../src/read/raster/read-population-raster.js";
import { describeSamples } from "../../support/format-samples.js";

describeSamples(/^tif\//, (name, expected, bytes) => {
  const without = expected.negative_cells ?? 0;
  test("has its cells, its people and its places", async () => {
    const { places, counts, diagnostics } = await readPopulationRaster(bytes, { path: name, cells: "points" });
    expect(counts.used).toBe((expected.cells_with_value ?? 0) - without);
    expect(counts.given).toBe((expected.cells_with_value ?? 0) + (expected.cells_without_value ?? 0));
    expect(counts.given).toBe(counts.used + Object.values(counts.leftOut).reduce((sum, count) => sum + count, 0));
    const fills = without * -99_999;
    const people = places.population.reduce((sum, own) => sum + own, 0);
    expect(people / ((expected.sum_population ?? 0) - fills)).toBeCloseTo(1, 6);
    expect(diagnostics.find(({ code }) => code === "raster.people")?.examples[0]).toContain(`${Math.round(people)} /`);
    const last = places.count - 1;
    for (const [row, cell] of [
      [0, without > 0 ? undefined : expected.first_cell],
      [last, expected.last_cell],
    ] as const) {
      if (cell === undefined) continue;
      expect(Math.abs((places.lon[row] ?? 0) - (cell.center[0] ?? 0))).toBeLessThan(1e-7);
      expect(Math.abs((places.lat[row] ?? 0) - (cell.center[1] ?? 0))).toBeLessThan(1e-7);
      expect(places.population[row]).toBe(cell.value);
    }
    if (without > 0) expect(counts.leftOut["raster.negative"]).toBe(without);
  });
  const { polygon, people_in_polygon_by_area: byArea } = expected;
  if (polygon !== undefined)
    describe("gives a neighborhood its share of every cell", () => {
      test("as a whole, and where only its window is read", async () => {
        const bounds = { west: 85.3170971, south: 27.706970297, east: 85.3221971, north: 27.712070297 };
        for (const options of [{}, { bounds }]) {
          const population = await readPopulationRaster(bytes, options);
          const city = prepareCity({
            neighborhoods: { type: "Feature", properties: {}, geometry: polygon },
            facilities: { type: "FeatureCollection", features: [] },
            population,
          });
          const people = computeCoverage(city).neighborhoods[0]?.population ?? 0;
          expect(people / (byArea ?? 0)).toBeCloseTo(1, 4);
        }
      });
    });
});

describeSamples(/^hostile\/.*tif$/, (name, _, bytes) => {
  test("is refused", async () => {
    await expect(readPopulationRaster(bytes, { path: name })).rejects.toMatchObject({ code: "DAMAGED_FILE" });
  });
});
