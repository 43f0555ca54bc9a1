import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { CoverageReport } from "../../src/model/report.js";
import { SMALL_CITY_LAYERS, useSmallCity } from "../support/use-small-city.js";

// The command measures beside the standard.

const folder = useSmallCity();
const run = (...more: string[]) =>
  folder.start(["run", ...SMALL_CITY_LAYERS, "--property", "neighborhoods.population=people", ...more]);
const written = (name: string) => readFileSync(join(folder.path, "out", name), "utf8");

describe("run --measure", () => {
  test("tells measures in the report, as CSV, and by cell", () => {
    folder.write(
      "jobs.json",
      JSON.stringify({
        ...{ type: "Feature", properties: { id: "works", jobs: 700 } },
        geometry: { type: "Point", coordinates: [104.065, 30.665] },
      }),
    );
    const { exitCode, stderr } = run(
      ...["--measure", "cumulative:of=jobs:id=work:within=60", "--measure", "nearest:of=pharmacy:id=pharmacy"],
      ...["--opportunities", "jobs.json=jobs", "--also", "origins", "--also", "raster", "--cells", "9", "-o", "out"],
    );
    expect([exitCode, stderr.includes("measures.csv")]).toEqual([0, true]);
    const { city, measures }: CoverageReport = JSON.parse(written("report.json"));
    expect(measures?.map(({ id }) => id)).toEqual(["work", "pharmacy"]);
    expect(city.measures?.work).toMatchObject({ p90: 700 });
    expect(city.measures?.pharmacy).toHaveProperty("gini");
    expect(written("measures.csv")).toContain(",work,");
    expect(Object.keys(JSON.parse(written("cells.geojson")).features[0].properties)).toEqual(
      expect.arrayContaining(["population", "work", "pharmacy"]),
    );
    expect(written("measures.tif.aux.xml")).toContain("<Description>work</Description>");
    expect(JSON.parse(written("report.geojson")).features[0].properties).toHaveProperty("work_median");
  });
  test("names what is no measure, and what is not there", () => {
    expect(run("--measure", "gravty").stderr).toMatch(/no measure "gravty"/);
    expect(run("--measure", "nearest:of=moon").stderr).toMatch(/moon/);
    expect(run("--cells", "9").stderr).toMatch(/-o/);
  });
});
