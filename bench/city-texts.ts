import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { CoverageOptions } from "../dist/index.js";
import { citiesFolder } from "./cities-folder.js";

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
    population: "population_tracts.geojson.gz",
    options: { properties: { population: PEOPLE_OF_NEW_YORK, neighborhoods: PEOPLE_OF_NEW_YORK } },
  },
  { city: "porto", options: {} },
];

/** Loads the cities that are there. */
export function loadCityTexts(): CityTexts[] {
  const root = citiesFolder();
  return CITIES.filter(({ city }) => existsSync(join(root, city))).map(({ city, population, options }) => ({
    city,
    options,
    texts: {
      neighborhoods: readText(join(root, city, "neighborhoods.geojson")),
      facilities: readText(join(root, city, "facilities.geojson.gz")),
      streets: readText(join(root, city, "streets.geojson.gz")),
      ...(population === undefined ? {} : { population: readText(join(root, city, population)) }),
    },
  }));
}

function readText(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}
