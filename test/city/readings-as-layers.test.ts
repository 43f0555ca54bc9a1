import type { Feature } from "geojson";
import { describe, expect, test } from "vitest";
import { LAYER_IDS } from "../../src/base/layers.js";
import { type CityInput, computeCoverage, prepareCity } from "../../src/index.js";
import { readBarriers } from "../../src/read/read-barriers.js";
import { readBuildings } from "../../src/read/read-buildings.js";
import { readFacilities } from "../../src/read/read-facilities.js";
import { readJobs } from "../../src/read/read-jobs.js";
import { readLandUse } from "../../src/read/read-land-use.js";
import { readNeighborhoods } from "../../src/read/read-neighborhoods.js";
import { readPopulation } from "../../src/read/read-population.js";
import { readStreets } from "../../src/read/read-streets.js";
import { randomTown } from "../support/random-town.js";
import { standardOf } from "../support/test-standard.js";
import { toTownInput } from "../support/town-input.js";

const standard = standardOf([
  { category: "shop", threshold: { time: 300 } },
  { category: "park", threshold: { time: 600 } },
]);
const READERS = {
  neighborhoods: readNeighborhoods,
  facilities: readFacilities,
  streets: readStreets,
  population: readPopulation,
  buildings: readBuildings,
  jobs: readJobs,
  landUse: readLandUse,
  barriers: readBarriers,
} as const;

/** Reads those layers whose bit is set, and leaves the others as GeoJSON. */
function mixed(input: CityInput, bits: number): CityInput {
  const layers = LAYER_IDS.map((layer, i) => [
    layer,
    (bits & (1 << i)) === 0 ? input[layer] : READERS[layer](input[layer] as object),
  ]);
  return Object.fromEntries(layers);
}

const jobsIn = (people: readonly Feature[]) =>
  people.map((place) => ({ ...place, properties: { ...place.properties, jobs: place.properties?.population } }));

describe("what a reader gave is a layer", () => {
  test("mixed with GeoJSON in every way, it gives the same report, byte for byte", () => {
    for (const seed of [1, 2]) {
      const town = toTownInput(randomTown(seed), seed);
      const input = {
        ...{ ...town, buildings: town.neighborhoods, landUse: town.neighborhoods, barriers: town.streets },
        jobs: { type: "FeatureCollection", features: jobsIn(town.population.features) },
      };
      const expected = JSON.stringify(computeCoverage(input, { standard }));
      for (let bits = 1; bits < 1 << LAYER_IDS.length; bits++)
        expect(JSON.stringify(computeCoverage(mixed(input, bits), { standard })), `layers ${bits}`).toBe(expected);
    }
  });

  test("the text of a file may be read before, too", () => {
    const input = toTownInput(randomTown(3), 3);
    const streets = readStreets(new TextEncoder().encode(JSON.stringify(input.streets)));
    expect(JSON.stringify(computeCoverage({ ...input, streets }, { standard }))).toBe(
      JSON.stringify(computeCoverage(input, { standard })),
    );
  });

  test("an option that says how to read a layer comes too late", () => {
    const input = toTownInput(randomTown(3), 3);
    const city = { ...input, streets: readStreets(input.streets) };
    expect(() => prepareCity(city, { datum: { streets: "gcj02" } })).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT", path: "datum.streets" }),
    );
    expect(() => prepareCity(city, { datum: { population: "wgs84" } })).not.toThrow();
  });

  test("the reading of another layer is no reading of this one", () => {
    const input = toTownInput(randomTown(3), 3);
    expect(() => prepareCity({ ...input, streets: readFacilities(input.facilities) as never })).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/INVALID|UNKNOWN/) }),
    );
  });
});
