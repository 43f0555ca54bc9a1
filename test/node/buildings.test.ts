import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { collection, feature, square } from "../support/geojson-samples.js";
import { TemporaryFolder } from "../support/small-city.js";
import { startCommand } from "../support/start-command.js";

// The layer of buildings on the command line: a flag, a key of the configuration, a guess of init.

let folder: TemporaryFolder;
beforeAll(() => {
  folder = new TemporaryFolder();
  const write = (name: string, ...features: object[]) =>
    folder.write(`${name}.geojson`, JSON.stringify(collection(...features)));
  write("blocks", feature("Polygon", square(104, 30, 0.01), { id: "a", population: 700 }));
  write("poi", feature("Point", [104.001, 30.005], { id: "s", amenity: "pharmacy" }));
  write(
    "footprints",
    feature("Polygon", square(104.001, 30.005, 0.0001), {
      id: "tower",
      building: "apartments",
      "building:levels": "6",
    }),
    feature("Polygon", square(104.009, 30.005, 0.0001), { id: "house", building: "house", "building:levels": "1" }),
  );
});
afterAll(() => folder.remove());

const start = (...args: string[]) => startCommand(args, { cwd: folder.path });
const LAYERS = ["--neighborhoods", "blocks.geojson", "--facilities", "poi.geojson"];
const inputsOf = (stdout: string) =>
  (JSON.parse(stdout) as { inputs: { layer: string; used: number }[] }).inputs.map(({ layer, used }) => [layer, used]);

describe("buildings on the command line", () => {
  test("are a flag, and hold the people of the neighborhoods", () => {
    const { stdout, exitCode } = start("run", ...LAYERS, "--buildings", "footprints.geojson", "--json", "--quiet");
    expect(exitCode).toBe(0);
    expect(inputsOf(stdout)).toContainEqual(["buildings", 2]);
    const { city } = JSON.parse(stdout) as {
      city: { requirements: Record<string, { population: { covered: number } }> };
    };
    expect(city.requirements.pharmacy?.population.covered).toBeCloseTo(600, 9);
  });
  test("are listed by check, in both languages, and explained by the help", () => {
    const of = (lang: string) => start("check", ...LAYERS, "--buildings", "footprints.geojson", "--lang", lang).stdout;
    expect(of("en")).toMatch(/Buildings/);
    expect(of("zh")).toMatch(/建筑/);
    expect(start("run", "--help", "--lang", "en").stdout).toMatch(/--buildings <file>/);
  });
  test("are proposed by init, and not beside people", () => {
    expect(start("init", "--quiet").exitCode).toBe(0);
    const config = () =>
      JSON.parse(readFileSync(join(folder.path, "quarterhour.config.json"), "utf8")) as Record<string, unknown>;
    expect(config()).toMatchObject({ neighborhoods: "blocks.geojson", buildings: "footprints.geojson" });
    const { stdout } = start("run", "--json", "--quiet");
    expect(inputsOf(stdout)).toContainEqual(["buildings", 2]);
    folder.write(
      "people.geojson",
      JSON.stringify({ type: "FeatureCollection", features: [feature("Point", [104.002, 30.002], { population: 9 })] }),
    );
    expect(start("init", "--force", "--quiet").exitCode).toBe(0);
    expect(config()).toMatchObject({ population: "people.geojson" });
    expect(config()).not.toHaveProperty("buildings");
  });
});
