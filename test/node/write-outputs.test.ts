import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { computeCoverage } from "../../src/compute-coverage.js";
import { CoverageError } from "../../src/errors.js";
import { writeOutputs } from "../../src/node/index.js";
import { prepareCity } from "../../src/prepare-city.js";
import { smallCity, TemporaryFolder } from "./small-city.js";

const { neighborhoods, facilities } = smallCity;
const city = prepareCity({ neighborhoods, facilities });
const report = computeCoverage(city);

let folder: TemporaryFolder;
beforeEach(() => {
  folder = new TemporaryFolder();
});
afterEach(() => folder.remove());

test("writes into a folder that is made for it, and names the files", () => {
  const directory = join(folder.path, "a/b");
  const written = writeOutputs(directory, report, city);
  expect(written.map((path) => existsSync(path))).toEqual([true, true, true, true, true, true]);
  expect(readdirSync(directory)).toHaveLength(written.length);
  expect(JSON.parse(readFileSync(join(directory, "report.json"), "utf8"))).toEqual(report);
});

test("a report that cannot be rendered leaves nothing behind", () => {
  const directory = join(folder.path, "out");
  const broken = {
    ...report,
    neighborhoods: [{ ...report.neighborhoods[0], circles: {} }],
  } as unknown as typeof report;
  expect(() => writeOutputs(directory, broken, city)).toThrow();
  expect(existsSync(directory)).toBe(false);
});

test("earlier files are kept unless they may be overwritten", () => {
  folder.write("report.md", "mine");
  expect(() => writeOutputs(folder.path, report, city)).toThrow(CoverageError);
  expect(readdirSync(folder.path)).toEqual(["report.md"]);
  writeOutputs(folder.path, report, city, { overwrite: true });
  expect(readFileSync(join(folder.path, "report.md"), "utf8")).toMatch(/^# /);
  expect(readdirSync(folder.path)).toHaveLength(6);
});
