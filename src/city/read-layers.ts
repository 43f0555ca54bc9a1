import type { Layer } from "../base/layers.js";
import type {
  FacilityRecord,
  Neighborhood,
  PopulationReading,
  Reading,
  ReadingBooks,
  StreetsReading,
} from "../model/facts.js";
import type { CityInput, PrepareOptions } from "../model/input.js";
import { booksOfUnused, spreadOver } from "../read/people-by-floor-area.js";
import { readBuildings } from "../read/read-buildings.js";
import { readFacilities } from "../read/read-facilities.js";
import { readNeighborhoods } from "../read/read-neighborhoods.js";
import type { ReadOptions } from "../read/read-options.js";
import { readPopulation } from "../read/read-population.js";
import { readStreets } from "../read/read-streets.js";
import { isReading } from "./is-reading.js";

/** What was read of a city, whatever files it came from; `null` where a layer was not given. */
export interface CityLayers {
  readonly neighborhoods: Reading<Neighborhood>;
  readonly facilities: Reading<FacilityRecord>;
  readonly streets: StreetsReading | null;
  /** The layer of that name, or the people of neighborhoods in their buildings: then its books are those of the buildings. */
  readonly population: PopulationReading | null;
  /** The books of buildings that are of no use; `null`: there are none. */
  readonly unusedBuildings: ReadingBooks | null;
}

/**
 * Reads the layers of a city: GeoJSON is read, and what a reader gave before is taken as it is.
 *
 * @param input checked by `assertInput`
 * @param tagKeys the tags to keep of streets that are read now
 * @throws {CoverageError} as `prepareCity` does
 */
export function readLayers(input: CityInput, options: PrepareOptions, tagKeys: readonly string[]): CityLayers {
  const progress = (done: number) => options.onProgress?.({ stage: "read", done, total: 5 });
  progress(0);
  const neighborhoods = isReading(input.neighborhoods, "neighborhoods")
    ? input.neighborhoods
    : readNeighborhoods(input.neighborhoods, readOptionsOf("neighborhoods", options));
  const referenceLon = neighborhoods.rows[0]?.polygons[0]?.[0]?.[0]?.[0] ?? 0;
  progress(1);
  const facilities = isReading(input.facilities, "facilities")
    ? input.facilities
    : readFacilities(input.facilities, readOptionsOf("facilities", options, referenceLon));
  progress(2);
  const streets =
    input.streets === undefined || isReading(input.streets, "streets")
      ? (input.streets ?? null)
      : readStreets(input.streets, { ...readOptionsOf("streets", options, referenceLon), tagKeys });
  progress(3);
  const population =
    input.population === undefined || isReading(input.population, "population")
      ? (input.population ?? null)
      : readPopulation(input.population, readOptionsOf("population", options, referenceLon));
  progress(4);
  const buildings =
    input.buildings === undefined || isReading(input.buildings, "buildings")
      ? (input.buildings ?? null)
      : readBuildings(input.buildings, readOptionsOf("buildings", options, referenceLon));
  const spread = buildings !== null && population === null ? spreadOver(neighborhoods.rows, buildings) : null;
  progress(5);
  return {
    neighborhoods,
    facilities,
    streets,
    population: population ?? spread,
    unusedBuildings: buildings === null || spread !== null ? null : booksOfUnused(buildings),
  };
}

/** Gives the options that one layer is read by. */
export function readOptionsOf(
  layer: Layer,
  { datum, properties, repair }: Pick<PrepareOptions, "datum" | "properties" | "repair">,
  referenceLon?: number,
): ReadOptions {
  return {
    ...(datum?.[layer] === undefined ? {} : { datum: datum[layer] }),
    properties: properties?.[layer] ?? {},
    repair: repair ?? "report",
    ...(referenceLon === undefined ? {} : { referenceLon }),
  };
}
