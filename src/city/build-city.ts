import { buildModeNetwork } from "../attach/mode-network.js";
import { type Diagnostic, Diagnostics } from "../base/diagnostics.js";
import type { PrepareOptions } from "../model/input.js";
import { buildOrigins } from "../origins/build-origins.js";
import { warnAboutMisplacedLayers } from "../read/misplaced-layers.js";
import { chengduFourCircles } from "../standards/chengdu-four-circles.js";
import { buildNetwork } from "../streets/build-network.js";
import { walking } from "../streets/modes/walking.js";
import type { City } from "./city.js";
import type { GlobalFacts } from "./global-facts.js";
import type { CityLayers } from "./read-layers.js";

const DEFAULT_FRAGMENT_METERS = 500;

/**
 * Builds a city from its layers: places people, and makes the streets a network.
 *
 * @param whole what is true of the whole input, where the layers are a part of it
 * @throws {CoverageError} `LIMIT_EXCEEDED` if the lattice would have too many points
 */
export function buildCity(layers: CityLayers, options: PrepareOptions, whole: Partial<GlobalFacts> = {}): City {
  const { neighborhoods, facilities: records, population } = layers;
  const streets = layers.streets?.streets ?? null;
  const built = buildOrigins(neighborhoods.rows, population?.places ?? null, options.originSpacingMeters ?? null, {
    outlinesMayCross: options.repair === "fix",
  });
  options.onProgress?.({ stage: "network", done: 0, total: 1 });
  const fragmentMeters = options.smallFragmentMeters ?? DEFAULT_FRAGMENT_METERS;
  const network = streets === null ? null : buildNetwork(streets);
  const { longestIslandMeters = {} } = whole;
  const modeNetwork = network && buildModeNetwork(network, walking, fragmentMeters, longestIslandMeters[walking.id]);
  options.onProgress?.({ stage: "network", done: 1, total: 1 });
  const readings = [neighborhoods, records, layers.streets, population].filter((reading) => reading !== null);
  return {
    neighborhoods: neighborhoods.rows,
    neighborhoodSquareMeters: built.neighborhoodSquareMeters,
    origins: built.origins,
    originSummary: {
      count: built.origins.count,
      spacingMeters: built.spacingMeters.reduce((most, meters) => Math.max(most, meters), 0),
      finestSpacingMeters: built.spacingMeters.reduce((least, meters) => Math.min(least, meters), Infinity),
      populationSource: built.origins.populationSource,
      populationOutside: built.populationOutside,
    },
    streets,
    modeNetwork,
    standard: options.standard ?? chengduFourCircles,
    fragmentMeters,
    longestIslandMeters,
    records,
    counts: readings.map(({ counts }) => counts),
    diagnostics: [
      ...readings.flatMap(({ diagnostics }) => diagnostics),
      ...built.diagnostics,
      ...(network?.diagnostics ?? noStreets()),
      ...warnAboutMisplacedLayers({
        neighborhoods: neighborhoods.rows,
        facilities: records.rows,
        streets,
        population: population?.places ?? null,
      }),
    ],
    classification: {
      loose: options.classification === "loose",
      categoryProperty: options.properties?.facilities?.category,
      datumDeclared: options.datum?.facilities !== undefined,
    },
  };
}

function noStreets(): Diagnostic[] {
  const diagnostics = new Diagnostics();
  diagnostics.add("network.none", "streets");
  return diagnostics.list();
}
