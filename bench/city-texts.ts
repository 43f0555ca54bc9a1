import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import type { CoverageOptions } from "../dist/index.js";
import { citiesFolder } from "./cities-folder.js";
import { type CityLayers, makeMetropolis } from "./metropolis.js";

/** The GeoJSON texts of a city and how to read them. */
export interface CityTexts {
  readonly city: string;
  readonly texts: {
    readonly neighborhoods: string;
    readonly facilities: string;
    readonly streets: string;
    readonly population?: string;
  };
  readonly options: CoverageOptions;
}

const PEOPLE_OF_NEW_YORK = { population: "pop_total_est" };
const CITIES: readonly { readonly city: string; readonly population?: string; readonly options: CoverageOptions }[] = [
  {
    city: "new_york",
    population: "population_tracts",
    options: { properties: { population: PEOPLE_OF_NEW_YORK, neighborhoods: PEOPLE_OF_NEW_YORK } },
  },
  { city: "porto", options: {} },
];
/** The small city that every clone has, and the number of its copies on a side of the metropolis. */
export const MONACO: string = fileURLToPath(new URL("../fixtures/monaco", import.meta.url));
export const METROPOLIS_SIDE = 6;

/** Names the variable that a folder of one's own is handed over by: benchmarks run in several processes. */
export const OWN_CITY = "QUARTERHOUR_BENCH_CITY";

/**
 * Loads the cities to measure: one's own if a folder was named, else those that are there, a small one and the metropolis made of it.
 *
 * @throws {Error} naming the layers that the folder of one's own lacks
 */
export function loadCityTexts(): CityTexts[] {
  const own = process.env[OWN_CITY];
  if (own !== undefined) return [readCity(own, "your city", {}, "population")];
  const root = citiesFolder();
  const large = CITIES.filter(({ city }) => existsSync(join(root, city))).map(({ city, population, options }) =>
    readCity(join(root, city), city, options, population),
  );
  const monaco = readCity(MONACO, "monaco", {});
  return [...large, monaco, metropolisOf(monaco)];
}

function metropolisOf({ texts, options }: CityTexts): CityTexts {
  const layers = Object.fromEntries(Object.entries(texts).map(([layer, text]) => [layer, JSON.parse(text)]));
  const { neighborhoods, facilities, streets } = makeMetropolis(layers as unknown as CityLayers, METROPOLIS_SIDE);
  return {
    city: "metropolis",
    options,
    texts: {
      neighborhoods: JSON.stringify(neighborhoods),
      facilities: JSON.stringify(facilities),
      streets: JSON.stringify(streets),
    },
  };
}

function readCity(folder: string, city: string, options: CoverageOptions, populationName?: string): CityTexts {
  const layer = (name: string) => {
    const path = [`${name}.geojson`, `${name}.geojson.gz`].map((file) => join(folder, file)).find(existsSync);
    return path === undefined ? undefined : readText(path);
  };
  const needed = (name: string) => {
    const text = layer(name);
    if (text === undefined) throw new Error(`${folder} has no ${name}.geojson (or ${name}.geojson.gz).`);
    return text;
  };
  const population = populationName === undefined ? undefined : layer(populationName);
  return {
    city,
    options,
    texts: {
      neighborhoods: needed("neighborhoods"),
      facilities: needed("facilities"),
      streets: needed("streets"),
      ...(population !== undefined && { population }),
    },
  };
}

function readText(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}
