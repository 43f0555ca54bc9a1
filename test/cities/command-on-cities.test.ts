import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { CoverageReport } from "../../src/index.js";
import { CITIES_PATH, describeCity, readCityLayer } from "../support/cities.js";
import { startCommand } from "../support/start-command.js";

/** All layers that each city has, as a planner would hand them to the command. */
const CITIES: Readonly<
  Record<string, { readonly layers: Readonly<Record<string, readonly string[]>>; readonly more?: readonly string[] }>
> = {
  new_york: {
    layers: {
      neighborhoods: ["neighborhoods.geojson"],
      facilities: ["facilities.geojson.gz", "transit_stops.geojson"],
      streets: ["streets.geojson.gz"],
      population: ["population_tracts.geojson.gz"],
    },
    more: ["--property", "population.population=pop_total_est", "--property", "neighborhoods.population=pop_total_est"],
  },
  porto_alegre: {
    layers: {
      neighborhoods: ["neighborhoods.geojson"],
      facilities: ["facilities.geojson.gz", "transit_stops.geojson"],
      streets: ["streets.geojson.gz"],
    },
  },
  malta: {
    layers: {
      neighborhoods: ["neighborhoods.geojson"],
      facilities: ["facilities.geojson.gz"],
      streets: ["streets.geojson.gz"],
    },
  },
  monaco: {
    layers: {
      neighborhoods: ["neighborhoods.geojson"],
      facilities: ["facilities.geojson.gz", "transit_stops.geojson"],
      streets: ["streets.geojson.gz"],
    },
  },
  chengdu: {
    layers: {
      neighborhoods: ["neighborhoods.geojson"],
      facilities: ["facilities.geojson.gz", "metro_stations.geojson"],
      streets: ["streets.geojson.gz"],
    },
    // the outlines are whole districts of a metropolis, the streets only its middle
    more: ["--origin-spacing", "250"],
  },
};

const folder = mkdtempSync(join(tmpdir(), "quarterhour-cities-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

for (const [city, { layers, more = [] }] of Object.entries(CITIES)) {
  describeCity(city, () => {
    test("the command writes a complete report, and every feature given is used or left out with a reason", () => {
      const files = Object.entries(layers).flatMap(([layer, names]) =>
        names.flatMap((name) => [`--${layer}`, join(CITIES_PATH, city, name)]),
      );
      const output = join(folder, city);
      const { exitCode, stderr } = startCommand(["run", ...files, ...more, "--quiet", "-o", output], { cwd: folder });
      expect(stderr).toBe("");
      expect(exitCode).toBe(0);

      const report: CoverageReport = JSON.parse(readFileSync(join(output, "report.json"), "utf8"));
      const given = Object.values(layers).map((names) =>
        names.reduce((sum, name) => sum + readCityLayer(`${city}/${name}`).features.length, 0),
      );
      expect(report.inputs.map((counts) => counts.given)).toEqual(given);
      for (const { layer, given: all, used, leftOut } of report.inputs) {
        const left = Object.values(leftOut).reduce((sum, count) => sum + (count ?? 0), 0);
        expect(used + left, layer).toBe(all);
        // each reason is also told as a diagnostic of this layer
        for (const [code, count] of Object.entries(leftOut)) {
          const told = report.diagnostics.find((diagnostic) => diagnostic.code === code && diagnostic.layer === layer);
          expect(told?.count, `${layer} ${code}`).toBeGreaterThanOrEqual(count ?? 0);
        }
      }
      expect(report.neighborhoods).toHaveLength(report.inputs[0]?.used ?? 0);
      for (const neighborhood of report.neighborhoods) {
        expect(Object.keys(neighborhood.circles)).toEqual([
          "lifeService",
          "publicTransport",
          "publicService",
          "convenience",
        ]);
        expect(Object.keys(neighborhood.requirements)).toHaveLength(report.standard.requirements.length);
      }
      expect(readFileSync(join(output, "report.html"), "utf8")).toContain("</html>");
      const rows = readFileSync(join(output, "report.csv"), "utf8").trimEnd().split("\r\n");
      expect(rows.length).toBeGreaterThanOrEqual(report.neighborhoods.length + 2);
    });
  });
}
