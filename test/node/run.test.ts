import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { CoverageReport } from "../../src/model/report.js";
import { smallCity } from "../support/small-city.js";
import { startCommand } from "../support/start-command.js";
import { useSmallCity } from "../support/use-small-city.js";

const OUTPUTS = [
  "data-dictionary.csv",
  "effective-config.json",
  "manifest.json",
  "map.svg",
  "report-long.csv",
  "report.csv",
  "report.csvt",
  "report.geojson",
  "report.gpkg",
  "report.html",
  "report.json",
  "report.md",
  "report.txt",
  "report.xlsx",
];
const BASE = ["run", "--neighborhoods", "neighborhoods.geojson", "--facilities", "facilities.geojson"];
const STREETS = [...BASE, "--streets", "streets.geojson"];

const folder = useSmallCity();
const { start } = folder;

function reportOf(args: readonly string[]): CoverageReport {
  const { exitCode, stdout, stderr } = start([...args, "--json"]);
  expect(stderr).toBe("");
  expect(exitCode).toBe(0);
  return JSON.parse(stdout);
}

describe("what is written and printed", () => {
  test("-o writes the report in every form, prints the table, and says on stderr what was written", () => {
    const { exitCode, stdout, stderr } = start([...STREETS, "-o", "out/today"]);
    expect(exitCode).toBe(0);
    expect(readdirSync(join(folder.path, "out/today")).sort()).toEqual(OUTPUTS);
    const read = (name: string) => readFileSync(join(folder.path, "out/today", name), "utf8");
    expect(JSON.parse(read("report.json")).neighborhoods.map(({ id }: { id: string }) => id)).toEqual(["west", "east"]);
    expect(JSON.parse(read("report.geojson")).features[0].geometry.type).toBe("MultiPolygon");
    expect(read("report.csv")).toContain("西区");
    expect(read("report.md")).toMatch(/^# /);
    expect(read("report.html")).toMatch(/^<!DOCTYPE html>/);
    expect(read("map.svg")).toMatch(/^<\?xml|^<svg/);
    expect(stdout).toBe(read("report.txt"));
    expect(stderr).toContain(`Open ${join("out/today", "report.html")} in a browser.`);
  });

  test("--profile with several profiles sets them side by side: on the terminal, in profiles.csv, profiles.md and the workbook", () => {
    const several = ["--profile", "standard,elderly", "--profile", "wheelchair"];
    const { exitCode, stdout } = start([...STREETS, ...several, "-o", "out/several"]);
    expect(exitCode).toBe(0);
    expect(readdirSync(join(folder.path, "out/several")).sort()).toEqual(
      [...OUTPUTS, "profiles.csv", "profiles.md"].sort(),
    );
    const read = (name: string) => readFileSync(join(folder.path, "out/several", name), "utf8");
    const lines = read("profiles.csv").trimEnd().split("\r\n").slice(1);
    const ids = new Set(lines.map((line) => line.split(",")[1]));
    expect([...ids]).toEqual(["standard", "elderly", "wheelchair"]);
    expect(stdout).toContain("Circles by who travels");
    expect(JSON.parse(read("report.json")).profile.id).toBe("standard");
    for (const id of ids) {
      const { city } = reportOf([...STREETS, "--profile", `${id}`]);
      const line = lines.find((one) => one.split(",")[1] === id && one.split(",")[3] === "convenience");
      expect(Number(line?.split(",")[6])).toBeCloseTo(city.circles.convenience?.area.share ?? -1, 6);
    }
    expect(start([...STREETS, ...several, "--json"])).toMatchObject({ exitCode: 2, stdout: "" });
  });
  test("--profile takes those who need tags of their own", () => {
    for (const id of ["wheelchair", "car"]) expect(reportOf([...STREETS, "--profile", id]).profile.id).toBe(id);
  });

  test("--json prints the very bytes of report.json and nothing else", () => {
    const { stdout, stderr } = start([...STREETS, "--json", "-o", "out"]);
    expect(stderr).toMatch(/^Wrote /);
    expect(stdout).toBe(readFileSync(join(folder.path, "out/report.json"), "utf8"));
    expect(JSON.parse(stdout).schemaVersion).toBe(2);
  });

  test("--quiet writes files and prints nothing", () => {
    expect(start([...STREETS, "--quiet", "-o", "out"])).toEqual({ exitCode: 0, stdout: "", stderr: "" });
    expect(readdirSync(join(folder.path, "out")).sort()).toEqual(OUTPUTS);
  });

  test("--what-if says whether facilities can be tried out in the page", () => {
    const states = ["always", "never"].map((when) => {
      expect(start([...STREETS, "--what-if", when, "-o", when, "--quiet"]).exitCode).toBe(0);
      return /data-what-if="([^"]*)"/.exec(readFileSync(join(folder.path, when, "report.html"), "utf8"))?.[1];
    });
    expect(states).toEqual(["included", "left out"]);
  });
  test("without -o nothing is written", () => {
    const before = readdirSync(folder.path).sort();
    expect(start(STREETS).stdout).toContain("西区");
    expect(readdirSync(folder.path).sort()).toEqual(before);
  });

  test("the language follows the shell, and --lang overrules it", () => {
    const chinese = start(STREETS, { LANG: "zh_CN.UTF-8" }).stdout;
    expect(chinese).toContain("生活服务圈");
    expect(start(STREETS, { LC_ALL: "en_US.UTF-8", LANG: "zh_CN.UTF-8" }).stdout).toContain("Life service circle");
    expect(start([...STREETS, "--lang", "zh"], { LANG: "en_US.UTF-8" }).stdout).toBe(chinese);
  });

  test("a reader that closes the pipe early is no error", () => {
    const { stderr, stdout } = spawnSync(
      "bash",
      ["-c", `"$0" "$@" | head -c 1; echo " \${PIPESTATUS[0]}"`, process.execPath, cliPath(), ...STREETS, "--json"],
      { cwd: folder.path, encoding: "utf8" },
    );
    expect({ stderr, stdout }).toEqual({ stderr: "", stdout: "{ 0\n" });
  });
});

describe("extra files", () => {
  test("--also parquet writes it beside the rest, and the effective configuration says so", () => {
    const { exitCode } = start([...STREETS, "--also", "parquet", "--quiet", "-o", "out"]);
    expect(exitCode).toBe(0);
    expect(readdirSync(join(folder.path, "out"))).toContain("report.parquet");
    expect(readdirSync(join(folder.path, "out"))).not.toContain("map.png");
    const manifest = JSON.parse(readFileSync(join(folder.path, "out/manifest.json"), "utf8"));
    expect(manifest.outputs.map(({ name }: { name: string }) => name)).toContain("report.parquet");
    const config = JSON.parse(readFileSync(join(folder.path, "out/effective-config.json"), "utf8"));
    expect(config.also).toEqual(["parquet"]);
  });

  test("what is missing is told before the work: a font that is not there, a folder that is not named", () => {
    const font = start([...STREETS, "--also", "png", "--font", "none.ttf", "-o", "out"]);
    expect([font.exitCode, existsSync(join(folder.path, "out"))]).toEqual([66, false]);
    expect(font.stderr).toContain("none.ttf");
    const noFont = start([...STREETS, "--also", "png", "--font", "facilities.geojson", "-o", "out"]);
    expect([noFont.exitCode, existsSync(join(folder.path, "out"))]).toEqual([2, false]);
    expect(start([...STREETS, "--also", "png"]).stderr).toContain("-o <folder>");
    expect(start([...STREETS, "--also", "pdf", "-o", "out"]).stderr).toContain("one of gpkg, png, parquet");
  });
});

describe("what is read", () => {
  test("several facility files are one layer", () => {
    const report = reportOf([...STREETS, "--facilities", "stops.geojson"]);
    expect(report.inputs.find(({ layer }) => layer === "facilities")?.given).toBe(3);
    expect(report.city.requirements.bus_stop?.status).not.toBe("no-data");
  });

  test("a coordinate system stated in the second facility file is not lost", () => {
    folder.write(
      "stops.geojson",
      JSON.stringify({ ...smallCity.stops, crs: { type: "name", properties: { name: "EPSG:4547" } } }),
    );
    const { exitCode, stderr } = start([...STREETS, "--facilities", "stops.geojson"]);
    expect(exitCode).toBe(65);
    expect(stderr).toContain("EPSG:4547");
    folder.write("stops.geojson", JSON.stringify({ ...smallCity.stops, crs: null }));
    const noted = reportOf([...STREETS, "--facilities", "stops.geojson"]);
    expect(noted.diagnostics.map(({ code }) => code)).toContain("crs.member");
  });

  test("packed files, lines of features and plain files give the same report", () => {
    const lines = (layer: keyof typeof smallCity) =>
      smallCity[layer].features.map((feature) => JSON.stringify(feature)).join("\n");
    folder.write("neighborhoods.ndjson", lines("neighborhoods"));
    folder.write("facilities.geojsonl.gz", gzipSync(lines("facilities")));
    folder.write("streets.json.gz", gzipSync(JSON.stringify(smallCity.streets)));
    const other =
      "run --neighborhoods neighborhoods.ndjson --facilities facilities.geojsonl.gz --streets streets.json.gz";
    expect(reportOf(other.split(" "))).toEqual(reportOf(STREETS));
  });

  test("properties with other names are read where they are said to be, or where only one is called so, which is said", () => {
    const found = reportOf(STREETS);
    expect(found.city.population).toBeCloseTo(1500, 9);
    expect(found.diagnostics.find(({ code }) => code === "property.assumed")?.examples).toEqual(["population: people"]);
    expect(reportOf([...STREETS, "--property", "neighborhoods.population=people"]).city.population).toBeCloseTo(
      1500,
      9,
    );
    const layer = ["--population", "population.geojson", "--property", "population.population=residents"];
    expect(reportOf([...STREETS, ...layer]).city.population).toBe(1000);
  });

  test("a declared datum moves only its layer", () => {
    const moved = reportOf([...STREETS, "--datum", "facilities=gcj02"]);
    const plain = reportOf(STREETS);
    const pharmacy = (report: CoverageReport) => report.city.requirements.pharmacy?.seconds?.median;
    expect(pharmacy(moved)).not.toBe(pharmacy(plain));
    expect(moved.city.areaSquareMeters).toBe(plain.city.areaSquareMeters);
  });

  test("the profile, the unit of judging, the spacing and the travel model are the ones asked for", () => {
    expect(reportOf([...STREETS, "--profile", "elderly"]).profile.id).toBe("elderly");
    expect(reportOf([...STREETS, "--judge-by", "network"]).standard.judgeBy).toBe("network");
    expect(reportOf([...STREETS, "--standard", "chengdu-four-circles"]).standard.id).toBe("chengdu-four-circles");
    expect(reportOf(STREETS).travel.map(({ id }) => id)).toEqual(["onNetwork"]);
    expect(reportOf([...STREETS, "--straight-line"]).travel[0]?.parameters.detourFactor).toBe(1.3);
    expect(reportOf([...BASE, "--detour", "1.5"]).travel[0]?.parameters.detourFactor).toBe(1.5);
    expect(reportOf([...STREETS, "--origin-spacing", "50"])).not.toEqual(reportOf(STREETS));
  });
});

describe("how it ends", () => {
  test("a gate that is not passed, or about which nothing is known: 3, after the report is printed", () => {
    const failed = start([...STREETS, "--fail-under", "publicService=0.85"]);
    expect(failed.exitCode).toBe(3);
    expect(failed.stdout).toContain("西区");
    expect(failed.stderr).toMatch(/^gate failed publicService: /);
    const misspelt = start([...STREETS, "--fail-under", "publicServce=0.85"]);
    expect(misspelt.exitCode).toBe(2);
    expect(misspelt.stderr).toContain('Did you mean "publicService"?');
  });

  test("a flag overrules the environment, which overrules the configuration file; a misspelt key is wrong use", () => {
    folder.write("c.json", JSON.stringify({ profile: "brisk", repair: "fix", detour: 2 }));
    const asked = ["run", "--config", "c.json", "--profile", "child", "--print-config"];
    const printed = JSON.parse(start(asked, { QUARTERHOUR_PROFILE: "elderly", QUARTERHOUR_REPAIR: "none" }).stdout);
    expect(printed).toMatchObject({ profile: "child", repair: "none", detour: 2 });
    folder.write("c.json", JSON.stringify({ profil: "brisk" }));
    const misspelt = start(["run", "--config", "c.json"]);
    expect(misspelt.exitCode).toBe(2);
    expect(misspelt.stderr).toContain('Did you mean "profile"?');
  });

  test.each([
    ["--neighborhod", [...STREETS, "--neighborhod", "x"], 'Did you mean "--neighborhoods"?'],
    ["a missing option", ["run", "--neighborhoods", "neighborhoods.geojson"], "--facilities <file> is missing"],
    ["an unknown language", [...STREETS, "--lang", "fr"], "--lang must be one of zh, en; got"],
    ["an unknown datum", [...STREETS, "--datum", "streets=mars"], "such as facilities=gcj02"],
    ["an unknown role", [...STREETS, "--property", "streets.colour=x"], "id, name, population, category,"],
    [
      "a spacing of nothing",
      [...STREETS, "--origin-spacing", "0"],
      '--origin-spacing must be a number of meters ≥ 1; got "0".',
    ],
    ["a property nobody has", [...STREETS, "--property", "neighborhoods.name=nom"], 'has the property "nom"'],
    ["silence without output", [...STREETS, "--quiet"], "nothing would be printed"],
    ["a detour along streets", [...STREETS, "--detour", "2"], "add --straight-line"],
    ["no command", [], "quarterhour <command> --help"],
    ["another command", ["walk"], "There is no command walk."],
  ])("%s is wrong usage: 2", (_, args, message) => {
    const { exitCode, stdout, stderr } = start(args);
    expect(stderr).toContain(message);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  });

  test("--help and --version are asked for: 0, and the help begins with examples", () => {
    const help = start(["run", "--help"]);
    expect(help).toMatchObject({ exitCode: 0, stderr: "" });
    expect(help.stdout).toMatch(/^Examples:\n {2}quarterhour run --osm /);
    expect(start(["--help"]).stdout).toMatch(/^Examples:\n/);
    const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    expect(start(["--version"])).toEqual({ exitCode: 0, stdout: `${manifest.version}\n`, stderr: "" });
  });

  test.each([
    [
      "text that is cut off",
      '{"type":"FeatureCollection","features":[',
      /^error [A-Z_]+: bad\.geojson is not valid JSON: line 1, column 41: .*\n$/,
    ],
    ["another format", "<html></html>", /^error [A-Z_]+: bad\.geojson is .*, not GeoJSON.*\n$/],
    ["no polygon", '{"type":"FeatureCollection","features":[]}', /^error [A-Z_]+: .*neighborhoods.*\n$/],
    [
      "damaged gzip",
      gzipSync("{}".repeat(99)).subarray(0, 20),
      /^error [A-Z_]+: bad\.geojson is a gzip file, but it is damaged \(.*\)\. Download .*\n$/,
    ],
  ])("bad data, %s: 65, one line, and no output folder", (_, content, message) => {
    folder.write("bad.geojson", content);
    const args = ["run", "--neighborhoods", "bad.geojson", "--facilities", "facilities.geojson", "-o", "out"];
    const { exitCode, stdout, stderr } = start(args);
    expect(stderr).toMatch(message);
    expect({ exitCode, stdout }).toEqual({ exitCode: 65, stdout: "" });
    expect(existsSync(join(folder.path, "out"))).toBe(false);
  });

  test("a control character of a file's name does not reach the terminal", () => {
    const { stderr } = start([...STREETS, "--population", "a\u001b[2Jb.geojson"]);
    expect(stderr).toMatch(/a\\u001B\[2Jb\.geojson/);
    expect(stderr).not.toContain("\u001b");
  });

  test.each([
    ["a missing file", "nowhere.geojson", /^error [A-Z_]+: There is no file nowhere\.geojson\. Check the path; .*\n$/],
    ["a folder", ".", /^error [A-Z_]+: \. is a folder\. Name a file in it\.\n$/],
    ["an address", "https://example.org/a.geojson", /^error [A-Z_]+: There is no file .* download it first\.\n$/],
  ])("%s as input: 66", (_, path, message) => {
    const { exitCode, stdout, stderr } = start([...STREETS, "--population", path]);
    expect(stderr).toMatch(message);
    expect({ exitCode, stdout }).toEqual({ exitCode: 66, stdout: "" });
  });

  test("files of an earlier run are kept, 73, unless --force is given", () => {
    expect(start([...STREETS, "-o", "out", "--quiet"]).exitCode).toBe(0);
    writeFileSync(join(folder.path, "out/report.csv"), "mine");
    writeFileSync(join(folder.path, "out/notes.txt"), "mine too");
    const refused = start([...STREETS, "-o", "out"]);
    expect(refused).toMatchObject({ exitCode: 73, stdout: "" });
    expect(refused.stderr).toMatch(/^error [A-Z_]+: out already contains report\.json, .*Add --force .*\n$/);
    expect(readFileSync(join(folder.path, "out/report.csv"), "utf8")).toBe("mine");
    expect(start([...STREETS, "-o", "out", "--force", "--quiet"]).exitCode).toBe(0);
    expect(readFileSync(join(folder.path, "out/report.csv"), "utf8")).toContain("西区");
    expect(readdirSync(join(folder.path, "out")).sort()).toEqual([...OUTPUTS, "notes.txt"].sort());
  });

  test("what cannot be written to is told before any work is done: 73", () => {
    const inFile = start([...STREETS, "-o", "streets.geojson/out"]);
    expect(inFile).toMatchObject({ exitCode: 73, stdout: "" });
    expect(inFile.stderr).toContain("Name a folder that you may write to");
    folder.write("out/report.md/keep", "");
    expect(start([...STREETS, "-o", "out", "--force"]).stderr).toContain("report.md is a folder");
    expect(readdirSync(join(folder.path, "out"))).toEqual(["report.md"]);
  });

  test("a mistake of the program: 1, asks to be reported, and shows its stack only when debugging", () => {
    const breakage = "data:text/javascript,Float64Array.prototype.fill = () => { throw new Error('broken') }";
    const startBroken = (env: Readonly<Record<string, string>>) =>
      startCommand(STREETS, { cwd: folder.path, env, nodeArguments: ["--import", breakage] });
    const silent = startBroken({});
    expect(silent).toMatchObject({ exitCode: 1, stdout: "" });
    expect(silent.stderr).toMatch(/^error BUG: Error: broken\nThis is a bug in quarterhour. Please report it/);
    expect(silent.stderr).not.toContain("    at ");
    expect(startBroken({ QUARTERHOUR_DEBUG: "1" }).stderr).toContain("    at ");
  });
});

function cliPath(): string {
  return fileURLToPath(new URL("../../dist/node/cli.js", import.meta.url));
}
