import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { computeCoverage } from "../../src/assess/compute-coverage.js";
import { CoverageError } from "../../src/base/errors.js";
import { prepareCity } from "../../src/city/prepare-city.js";
import { writeOutputs } from "../../src/node/index.js";
import { smallCity, TemporaryFolder } from "../support/small-city.js";

const { version } = packageJson;

const { neighborhoods, facilities } = smallCity;
const city = prepareCity({ neighborhoods, facilities });
const report = computeCoverage(city);

let folder: TemporaryFolder;
beforeEach(() => {
  folder = new TemporaryFolder();
});
afterEach(() => folder.remove());

test("writes into a folder that is made for it, and names the files", async () => {
  const directory = join(folder.path, "a/b");
  const written = await writeOutputs(directory, report, city);
  expect(written.every((path) => existsSync(path))).toBe(true);
  const forms = ["json", "geojson", "csv", "csvt", "md", "txt", "html", "xlsx", "gpkg"].map((form) => `report.${form}`);
  const names = [...forms, "report-long.csv", "data-dictionary.csv", "map.svg", "manifest.json"];
  expect(written.map((path) => basename(path)).sort()).toEqual(names.sort());
  expect(readdirSync(directory)).toHaveLength(written.length);
});

test("report.json is the report, its diagnostics told in Chinese, too", async () => {
  await writeOutputs(folder.path, report, city);
  const saved: typeof report = JSON.parse(readFileSync(join(folder.path, "report.json"), "utf8"));
  expect(saved).toMatchObject(report);
  expect(report.diagnostics.length).toBeGreaterThan(2);
  const plain = saved.diagnostics.map((one) => ({ ...one, zh: undefined }));
  const { about, ...rest } = saved;
  expect({ ...rest, diagnostics: plain }).toEqual(report);
  expect(about).toEqual({ madeBy: `quarterhour ${version}` });
  for (const { zh } of saved.diagnostics as unknown as { readonly zh: Readonly<Record<string, string>> }[])
    expect([zh.message, zh.action].join()).toMatch(/^[^,]*[\u4e00-\u9fff].*。,.*[\u4e00-\u9fff].*。$/);
});

test("files say what is told of the data, and keep what the report says itself", async () => {
  const told = { ...report, about: { place: "A", date: "2025" } };
  await writeOutputs(folder.path, told, city, { date: "2026", attribution: "© B" });
  const { about } = JSON.parse(readFileSync(join(folder.path, "report.json"), "utf8"));
  expect(about).toEqual({ place: "A", date: "2026", attribution: "© B", madeBy: `quarterhour ${version}` });
  expect(readFileSync(join(folder.path, "map.svg"), "utf8")).toMatch(/<title>A · [\s\S]*© B[\s\S]*2026/);
});

test("a report that cannot be rendered leaves nothing behind", async () => {
  const directory = join(folder.path, "out");
  const broken = {
    ...report,
    neighborhoods: [{ ...report.neighborhoods[0], circles: {} }],
  } as unknown as typeof report;
  await expect(writeOutputs(directory, broken, city)).rejects.toThrow();
  expect(existsSync(directory)).toBe(false);
});

test("earlier files are kept unless they may be overwritten", async () => {
  folder.write("report.md", "mine");
  await expect(writeOutputs(folder.path, report, city)).rejects.toThrow(CoverageError);
  expect(readdirSync(folder.path)).toEqual(["report.md"]);
  await writeOutputs(folder.path, report, city, { overwrite: true });
  expect(readFileSync(join(folder.path, "report.md"), "utf8")).toMatch(/^# /);
  expect(readdirSync(folder.path)).toHaveLength(13);
});

test("the manifest tells inputs and outputs by size and SHA-256, and two runs write the same bytes", async () => {
  const bytes = new TextEncoder().encode("{}");
  const inputs = [{ layer: "facilities", file: "设施.geojson", bytes }];
  for (const name of ["a", "b"]) await writeOutputs(join(folder.path, name), report, city, { inputs });
  const read = (path: string) => readFileSync(join(folder.path, path));
  const manifest = JSON.parse(read("a/manifest.json").toString("utf8"));
  const sha256 = (content: Uint8Array) => createHash("sha256").update(content).digest("hex");
  expect(manifest.inputs).toEqual([{ layer: "facilities", file: "设施.geojson", bytes: 2, sha256: sha256(bytes) }]);
  expect(manifest.outputs).toHaveLength(12);
  for (const { name, bytes: size, sha256: hash } of manifest.outputs) {
    expect([read(`a/${name}`).length, sha256(read(`a/${name}`))]).toEqual([size, hash]);
    expect(read(`b/${name}`).equals(read(`a/${name}`))).toBe(true);
  }
});
