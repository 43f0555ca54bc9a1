import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isochrones, prepareCity } from "../../src/index.js";

const read = (layer: string) =>
  JSON.parse(readFileSync(new URL(`../../fixtures/jincheng/${layer}.geojson`, import.meta.url), "utf8"));

test("an isochrone starts at a place, a facility or a whole neighborhood", () => {
  const city = prepareCity({
    neighborhoods: read("neighborhoods"),
    facilities: read("facilities"),
    streets: read("streets"),
  });
  const facility = city.forCategories(city.standard.categories).facilities[0];
  const metersFrom = (start: Parameters<typeof isochrones>[1]) =>
    isochrones(city, start, [10])[0]?.lines.properties.meters ?? 0;
  const place = metersFrom({ location: [104.0675, 30.6605] });
  expect(place).toBeGreaterThan(1000);
  expect(metersFrom({ facilityId: facility?.id ?? "" })).toBeGreaterThan(1000);
  expect(metersFrom({ neighborhoodId: "JC01" })).toBeGreaterThan(place);
});
