import { describe, expect, test } from "vitest";
import { mergeJudgements } from "../../src/coverage/merge-judgements.js";
import {
  computeCoverage,
  hexagonNeighborhoods,
  loadCity,
  openScenario,
  prepareCity,
  saveCity,
} from "../../src/index.js";
import { errorOf } from "../support/geojson-samples.js";
import { seededRandom, shuffled } from "../support/random.js";
import { randomTown } from "../support/random-town.js";
import { toTownInput } from "../support/town-input.js";

type Ring = number[][];
/** A town whose neighborhoods also lie in a district, and in half of another one. */
function overlappingTown(seed: number) {
  const input = toTownInput(randomTown(seed, { originCount: 40 }), seed);
  const rings = input.neighborhoods.features.map(
    ({ geometry }) => (geometry as { coordinates: Ring[] }).coordinates[0],
  );
  const corners = rings.flat() as Ring;
  const [lons, lats] = [0, 1].map((at) => corners.map((corner) => corner[at] as number)) as [number[], number[]];
  const [west, south, east, north] = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
  const box = (id: string, to: number) => ({
    type: "Feature" as const,
    properties: { id },
    geometry: {
      type: "Polygon" as const,
      coordinates: [
        [
          [west, south],
          [to, south],
          [to, north],
          [west, north],
          [west, south],
        ],
      ],
    },
  });
  const features = [...input.neighborhoods.features, box("district", east), box("half", (west + east) / 2)];
  return { ...input, neighborhoods: { type: "FeatureCollection" as const, features } };
}

describe("a city whose neighborhoods overlap", () => {
  test("has everybody once, says the same saved, in a scenario and in whatever order they come", () => {
    for (let seed = 0; seed < 4; seed++) {
      const town = overlappingTown(seed);
      const city = prepareCity(town);
      const report = computeCoverage(city);
      const whole = report.neighborhoods.find(({ id }) => id === "district");
      expect(report.city.population).toBeCloseTo(whole?.population ?? 0, 6);
      expect((report.city.areaSquareMeters ?? 0) / (whole?.areaSquareMeters ?? 1)).toBeCloseTo(1, 4);
      // whoever looks at all of the city sees what the city is told
      for (const [id, { population }] of Object.entries(report.city.requirements))
        expect(population.total, id).toBeCloseTo(whole?.requirements[id]?.population.total ?? 0, 6);
      const bytes = JSON.stringify(report);
      expect(JSON.stringify(computeCoverage(loadCity(saveCity(city))))).toBe(bytes);
      expect(JSON.stringify(openScenario(city).report())).toBe(bytes);
      const { features } = town.neighborhoods;
      const other = { ...town.neighborhoods, features: shuffled(seededRandom(seed), features) };
      const again = computeCoverage({ ...town, neighborhoods: other });
      expect(again.city).toEqual(report.city);
      const byId = (areas: typeof report.neighborhoods) => [...areas].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(byId(again.neighborhoods)).toEqual(byId(report.neighborhoods));
      expect(again.diagnostics).toEqual(report.diagnostics);
    }
  });
  test("is, by the points where people live, judged as the whole is", () => {
    for (let seed = 10; seed < 14; seed++) {
      const { city, neighborhoods } = computeCoverage(overlappingTown(seed));
      const whole = neighborhoods.find(({ id }) => id === "district");
      for (const [id, { population, seconds }] of Object.entries(city.requirements)) {
        expect(population.share ?? -1, id).toBeCloseTo(whole?.requirements[id]?.population.share ?? -1, 9);
        expect(seconds).toEqual(whole?.requirements[id]?.seconds);
      }
    }
  });
  test("parted, cannot be put together of nothing", () => {
    expect(() => mergeJudgements([])).toThrow();
  });
});

describe("hexagons", () => {
  const { facilities, streets } = toTownInput(randomTown(3, { originCount: 5 }), 3);
  test("cover the streets as far as facilities reach, and the report says so", async () => {
    const neighborhoods = await hexagonNeighborhoods({ facilities, streets }, { resolution: 9 });
    expect(neighborhoods.rows.length).toBeGreaterThan(2);
    const report = computeCoverage({ facilities, streets, neighborhoods });
    expect(report.neighborhoods.map(({ id }) => id).every((id) => /^89[0-9a-f]{13}$/.test(id))).toBe(true);
    const said = report.diagnostics.find(({ code }) => code === "neighborhood.hexagons");
    expect([said?.count, said?.examples]).toEqual([neighborhoods.rows.length, ["H3, 9"]]);
    expect(report.diagnostics.some(({ code }) => code === "neighborhood.overlap")).toBe(false);
    const finer = await hexagonNeighborhoods({ facilities, streets }, { resolution: 10 });
    expect(finer.rows.length).toBeGreaterThan(neighborhoods.rows.length);
  });
  test("hold every facility where there are no streets", async () => {
    const { rows } = await hexagonNeighborhoods({ facilities }, { resolution: 11 });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThanOrEqual(facilities.features.length);
  });
  test("of a resolution that there is not, or of nothing, are refused", async () => {
    for (const resolution of [-1, 16, 8.5, "9"])
      await expect(hexagonNeighborhoods({ facilities }, { resolution: resolution as number })).rejects.toMatchObject({
        code: "INVALID_ARGUMENT",
      });
    await expect(hexagonNeighborhoods({}, { resolution: 9 })).rejects.toMatchObject({ code: "NO_NEIGHBORHOODS" });
    expect(errorOf(() => computeCoverage({ facilities } as never)).code).toBe("NO_NEIGHBORHOODS");
  });
});
