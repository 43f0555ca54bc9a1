import { readFileSync } from "node:fs";
import { computeCoverage } from "../../src/assess/compute-coverage.js";
import { prepareCity } from "../../src/city/prepare-city.js";
import type { PreparedCity } from "../../src/city/prepared-city.js";
import type { CityInput } from "../../src/model/input.js";
import type { CoverageReport } from "../../src/model/report.js";

const read = (layer: string) =>
  readFileSync(new URL(`../../fixtures/jincheng/${layer}.geojson`, import.meta.url), "utf8");

/** The layers of the fixture town. */
export function jincheng(): CityInput {
  return {
    neighborhoods: read("neighborhoods"),
    facilities: read("facilities"),
    streets: read("streets"),
    population: read("population"),
  };
}

/** The fixture town and its report. */
export function judgeJincheng(): { readonly city: PreparedCity; readonly report: CoverageReport } {
  const city = prepareCity(jincheng());
  return { city, report: computeCoverage(city) };
}
