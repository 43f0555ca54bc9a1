import { LAYER_IDS, type Layer } from "../base/layers.js";
import type {
  Barrier,
  FacilityRecord,
  LandArea,
  Neighborhood,
  PopulationReading,
  Reading,
  ReadingBooks,
  StreetsReading,
} from "../model/facts.js";
import type { CityInput, GeoJsonInput, PrepareOptions } from "../model/input.js";
import { booksOfUnused, spreadOver } from "../read/people-by-floor-area.js";
import { readBarriers } from "../read/read-barriers.js";
import { readBuildings } from "../read/read-buildings.js";
import { readFacilities } from "../read/read-facilities.js";
import { readJobs } from "../read/read-jobs.js";
import { readLandUse } from "../read/read-land-use.js";
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
  readonly buildings: Reading<FacilityRecord> | null;
  /** The books of buildings in which nobody was placed; `null`: there are none. */
  readonly unusedBuildings: ReadingBooks | null;
  readonly jobs: PopulationReading | null;
  readonly landUse: Reading<LandArea> | null;
  readonly barriers: Reading<Barrier> | null;
}

const LAYER_COUNT = LAYER_IDS.length;

/**
 * Reads the layers of a city: GeoJSON is read, and what a reader gave before is taken as it is.
 *
 * @param input checked by `assertInput`
 * @param tagKeys the tags to keep of streets that are read now
 * @throws {CoverageError} as `prepareCity` does
 */
export function readLayers(input: CityInput, options: PrepareOptions, tagKeys: readonly string[]): CityLayers {
  let done = 0;
  const progress = () => options.onProgress?.({ stage: "read", done: done++, total: LAYER_COUNT });
  const readBy = <Read>(
    layer: Layer,
    read: (input: GeoJsonInput, options: ReadOptions) => Read,
    lon?: number,
  ): Read | null => {
    progress();
    const given = input[layer];
    if (given === undefined) return null;
    if (isReading(given, layer)) return given as Read;
    return read(given as GeoJsonInput, readOptionsOf(layer, options, lon));
  };
  const neighborhoods = readBy("neighborhoods", readNeighborhoods) as Reading<Neighborhood>;
  const lon = neighborhoods.rows[0]?.polygons[0]?.[0]?.[0]?.[0] ?? 0;
  const facilities = readBy("facilities", readFacilities, lon) as Reading<FacilityRecord>;
  const streets = readBy("streets", (given, how) => readStreets(given, { ...how, tagKeys }), lon);
  const population = readBy("population", readPopulation, lon);
  const buildings = readBy("buildings", readBuildings, lon);
  const spread = buildings !== null && population === null ? spreadOver(neighborhoods.rows, buildings) : null;
  const jobs = readBy("jobs", readJobs, lon);
  const landUse = readBy("landUse", readLandUse, lon);
  const barriers = readBy("barriers", readBarriers, lon);
  progress();
  return {
    ...{ neighborhoods, facilities, streets, buildings, jobs, landUse, barriers },
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
