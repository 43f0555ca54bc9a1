import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CoverageReport } from "../../src/index.js";
import { toPbf, toXml } from "../support/osm-encoder.js";
import { TemporaryFolder } from "../support/small-city.js";
import { smallExtract } from "../support/small-extract.js";
import { type Ended, startCommand } from "../support/start-command.js";

// The command with an extract and nothing else, as planners hold it.

const temporary = new TemporaryFolder();
const folder = temporary.path;
afterAll(() => temporary.remove());
const start = (...args: readonly string[]): Ended => startCommand(args, { cwd: folder });
const reportOf = (...args: readonly string[]) => {
  const ended = start("run", ...args, "--json");
  expect(ended.stderr).not.toContain("error");
  return JSON.parse(ended.stdout) as CoverageReport;
};

beforeAll(() => {
  writeFileSync(join(folder, "village.osm.pbf"), toPbf(smallExtract));
  writeFileSync(join(folder, "village.osm"), toXml(smallExtract));
  writeFileSync(join(folder, "village.osm.gz"), gzipSync(toXml(smallExtract)));
  writeFileSync(join(folder, "open.osm.pbf"), toPbf({ ...smallExtract, relations: [] }));
  writeFileSync(
    join(folder, "places.geojson"),
    JSON.stringify({
      type: "Feature",
      properties: { id: "mine", amenity: "pharmacy" },
      geometry: { type: "Point", coordinates: [-9.098, 38.7] },
    }),
  );
});

describe("buildings of an extract beside outlines of one's own", () => {
  const home = (id: number, west: number, levels: string) => {
    const corners = [0, 1, 2, 3].map((corner) => ({
      ...{
        id: id + corner,
        lon: west + (corner === 1 || corner === 2 ? 0.0002 : 0),
        lat: corner < 2 ? 38.7005 : 38.7007,
      },
    }));
    const refs = [...corners, corners[0]].map((node) => node?.id ?? 0);
    return { nodes: corners, way: { id, refs, tags: { building: "house", "building:levels": levels } } };
  };
  test("hold the people that these tell", () => {
    const homes = [home(9_100_000, -9.0985, "3"), home(9_200_000, -9.0955, "1")];
    const { nodes, ways } = smallExtract;
    const extract = {
      ...smallExtract,
      nodes: [...nodes, ...homes.flatMap((one) => one.nodes)],
      ways: [...ways, ...homes.map(({ way }) => way)],
    };
    writeFileSync(join(folder, "homes.osm.pbf"), toPbf(extract));
    const ring = [
      [-9.1, 38.7],
      [-9.094, 38.7],
      [-9.094, 38.702],
      [-9.1, 38.702],
      [-9.1, 38.7],
    ];
    const own = {
      type: "Feature",
      properties: { id: "own", population: 400 },
      geometry: { type: "Polygon", coordinates: [ring] },
    };
    writeFileSync(join(folder, "own.geojson"), JSON.stringify(own));
    const report = reportOf("--osm", "homes.osm.pbf", "--neighborhoods", "own.geojson");
    expect(report.city.population).toBe(400);
    expect(report.inputs.find(({ layer }) => layer === "buildings")).toMatchObject({ used: 3 });
    expect(report.diagnostics.find(({ code }) => code === "building.people")).toMatchObject({
      sampleIds: ["own"],
      examples: ["3 (1)"],
    });
  });
});

describe("run --osm", () => {
  test("gives a report of the administrative areas, and says what it chose", () => {
    const { exitCode, stderr, stdout } = start("run", "--osm", "village.osm.pbf", "-o", "out");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("Freguesia");
    expect(stderr).toContain("Neighborhoods are the areas of village.osm.pbf with admin_level=9: 1.");
    expect(stderr).toContain("The data lie outside China: judged by the standard fifteen-minute-city");
    const report: CoverageReport = JSON.parse(readFileSync(join(folder, "out/report.json"), "utf8"));
    expect(report.standard.id).toBe("fifteen-minute-city");
    expect(report.diagnostics.map(({ code }) => code)).toContain("osm.standard");
    for (const { given, used, leftOut } of report.inputs)
      expect(given).toBe(used + Object.values(leftOut).reduce((sum, count) => sum + count, 0));
    const manifest = JSON.parse(readFileSync(join(folder, "out/manifest.json"), "utf8"));
    for (const name of ["map.svg", "manifest.json"])
      expect(readFileSync(join(folder, "out", name), "utf8"), name).toContain("© OpenStreetMap contributors, ODbL");
    expect(manifest.inputs.map(({ layer, file }: { layer: string; file: string }) => [layer, file])).toEqual([
      ["osm", "village.osm.pbf"],
    ]);
    const config = JSON.parse(readFileSync(join(folder, "out/effective-config.json"), "utf8"));
    expect(config).toMatchObject({ osm: "../village.osm.pbf", standard: "fifteen-minute-city" });
  });
  test("gives the same whatever the format", () => {
    const [first, ...others] = ["village.osm.pbf", "village.osm", "village.osm.gz"].map((file) =>
      reportOf("--osm", file),
    );
    for (const other of others) expect(other).toEqual(first);
  });
  test("takes a standard that is named, and a layer of its own", () => {
    const report = reportOf(
      "--osm",
      "village.osm.pbf",
      "--standard",
      "chengdu-four-circles",
      "--facilities",
      "places.geojson",
    );
    expect(report.standard.id).not.toBe("fifteen-minute-city");
    expect(report.inputs.find(({ layer }) => layer === "facilities")).toMatchObject({ given: 1, used: 1 });
    expect(report.diagnostics.map(({ code }) => code)).toContain("standard.elsewhere");
  });
  test("reports on hexagons where no areas close, and says so", () => {
    const { stderr, exitCode } = start("run", "--osm", "open.osm.pbf");
    expect(exitCode).toBe(0);
    expect(stderr).toContain("H3 hexagons of resolution 9 stand for neighborhoods");
    const report = reportOf("--osm", "open.osm.pbf");
    expect(report.diagnostics.map(({ code }) => code)).toContain("neighborhood.hexagons");
    expect(reportOf("--osm", "village.osm.pbf", "--hexagons", "8").neighborhoods[0]?.id).toMatch(/^88/);
  });
  test("refuses a level that is not there, or that has nothing to choose from", () => {
    const absent = start("run", "--osm", "village.osm.pbf", "--level", "8");
    expect(absent.exitCode).toBe(2);
    expect(absent.stderr).toContain("Levels that close: 9.");
    expect(start("run", "--osm", "village.osm.pbf", "--level", "9").exitCode).toBe(0);
    expect(start("run", "--level", "9").stderr).toContain("--level chooses among the areas of an extract");
    const both = start("run", "--osm", "village.osm.pbf", "--level", "9", "--hexagons", "9");
    expect(both.exitCode).toBe(2);
  });
  test("names a file that is no extract", () => {
    const { exitCode, stderr } = start("run", "--osm", "places.geojson");
    expect(exitCode).toBe(65);
    expect(stderr).toContain("places.geojson is not an OpenStreetMap extract");
  });
});

test("check and isochrone take an extract, too", () => {
  const checked = start("check", "--osm", "village.osm.pbf");
  expect(checked.exitCode).toBe(0);
  expect(checked.stdout).toContain("osm.wayClipped");
  const drawn = start("isochrone", "--osm", "open.osm.pbf", "--at=-9.098,38.7", "--minutes", "5");
  expect(drawn.exitCode).toBe(0);
  expect(JSON.parse(drawn.stdout).features.length).toBeGreaterThan(0);
});

test("init takes the extract of a folder, and writes what it chose", () => {
  const other = new TemporaryFolder();
  other.write("open.osm.pbf", toPbf({ ...smallExtract, relations: [] }));
  const made = startCommand(["init"], { cwd: other.path });
  expect(made.exitCode).toBe(0);
  const config = JSON.parse(readFileSync(join(other.path, "quarterhour.config.json"), "utf8"));
  expect(config).toMatchObject({ osm: "open.osm.pbf", hexagons: 9, standard: "fifteen-minute-city" });
  expect(startCommand(["run"], { cwd: other.path }).exitCode).toBe(0);
  other.remove();
});
