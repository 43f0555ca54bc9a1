import { readFileSync } from "node:fs";
import { computeCoverage } from "../../src/assess/compute-coverage.js";
import { prepareCity } from "../../src/city/prepare-city.js";
import type { PreparedCity } from "../../src/city/prepared-city.js";
import type { CoverageReport } from "../../src/model/report.js";

const read = (layer: string) =>
  readFileSync(new URL(`../../fixtures/jincheng/${layer}.geojson`, import.meta.url), "utf8");

/** The fixture town and its report. */
export function judgeJincheng(): { readonly city: PreparedCity; readonly report: CoverageReport } {
  const city = prepareCity({
    neighborhoods: read("neighborhoods"),
    facilities: read("facilities"),
    streets: read("streets"),
    population: read("population"),
  });
  return { city, report: computeCoverage(city) };
}
