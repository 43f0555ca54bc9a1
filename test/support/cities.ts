import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import type { FeatureCollection } from "geojson";
import { describe, test } from "vitest";

const REPOSITORY = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
/** Where the data of real cities lie; they are too large for the repository. */
export const CITIES_PATH: string = resolve(REPOSITORY, process.env.QUARTERHOUR_CITIES ?? "../shared/cities");

/** Describes tests with the data of a real city; skips them, and says so, where the data are not there. */
export function describeCity(name: string, tests: () => void): void {
  if (existsSync(resolve(CITIES_PATH, name))) describe(name, tests);
  // the body is not run at all: it may read the data while the tests are collected
  else test.skip(`${name}: no data at ${resolve(CITIES_PATH, name)}; set QUARTERHOUR_CITIES`, () => undefined);
}

/** Reads a text file of the cities, unpacked if its name ends in `.gz`. */
export function readCityText(path: string): string {
  const bytes = readFileSync(resolve(CITIES_PATH, path));
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

/** Reads a GeoJSON file of the cities. */
export function readCityLayer(path: string): FeatureCollection {
  return JSON.parse(readCityText(path));
}

/** Reads the layers that every city has. */
export function readCityInput(city: string): Record<"neighborhoods" | "facilities" | "streets", FeatureCollection> {
  return {
    neighborhoods: readCityLayer(`${city}/neighborhoods.geojson`),
    facilities: readCityLayer(`${city}/facilities.geojson.gz`),
    streets: readCityLayer(`${city}/streets.geojson.gz`),
  };
}

/** Reads a simple CSV file (no quotes) of the cities as rows by header. */
export function readCityTable(path: string): Record<string, string>[] {
  const [header = "", ...lines] = readCityText(path).trim().split(/\r?\n/);
  const names = header.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i] ?? "", cell])));
}
