import { buildModeNetwork } from "../attach/mode-network.js";
import { type Diagnostic, Diagnostics } from "../base/diagnostics.js";
import type { Meters } from "../base/units.js";
import type { Tags } from "../base/words.js";
import type { Streets } from "../model/facts.js";
import type { PrepareOptions } from "../model/input.js";
import type { Standard } from "../model/standard.js";
import { buildOrigins } from "../origins/build-origins.js";
import type { AmountLayers } from "../origins/place-amounts.js";
import { countBuildings } from "../read/count-buildings.js";
import { warnAboutMisplacedLayers } from "../read/misplaced-layers.js";
import { chengduFourCircles } from "../standards/chengdu-four-circles.js";
import { PROFILES } from "../standards/travel-profiles.js";
import { buildNetwork } from "../streets/build-network.js";
import { crossSquares } from "../streets/cross-squares.js";
import { joinEnds } from "../streets/join-ends.js";
import { walking } from "../streets/modes/walking.js";
import { watersAmong, withWaters } from "../streets/waters.js";
import type { City } from "./city.js";
import type { GlobalFacts } from "./global-facts.js";
import { joinStreets } from "./join-streets.js";
import { findNearMeetings, NEAR_METERS, reportNearMeetings } from "./near-meetings.js";
import type { CityLayers } from "./read-layers.js";

const DEFAULT_FRAGMENT_METERS = 500;

/**
 * Builds a city from its layers: places people, and makes the streets a network.
 *
 * @param whole what is true of the whole input, where the layers are a part of it
 * @throws {CoverageError} `LIMIT_EXCEEDED` if the lattice would have too many points
 */
export function buildCity(layers: CityLayers, options: PrepareOptions, whole: Partial<GlobalFacts> = {}): City {
  const { neighborhoods, facilities: records } = layers;
  // a layer without one readable number tells nothing of people: not that there are none
  const population = layers.population !== null && layers.population.places.count > 0 ? layers.population : null;
  const standard = options.standard ?? chengduFourCircles;
  const amounts = amountsIn(layers);
  const built = buildOrigins(neighborhoods.rows, population?.places ?? null, options.originSpacingMeters ?? null, {
    outlinesMayCross: options.repair === "fix",
    amounts: amounts.layers,
  });
  options.onProgress?.({ stage: "network", done: 0, total: 1 });
  const fragmentMeters = options.smallFragmentMeters ?? DEFAULT_FRAGMENT_METERS;
  const { longestIslandMeters = {} } = whole;
  const connected = layers.streets && connectStreets(layers.streets.streets, options.joinStreetsMeters ?? 0);
  const crossed = connected && crossSquares(connected, isWalkable);
  const streets = crossed && withWaters(crossed, watersAmong(records.rows));
  const network = streets && buildNetwork(streets);
  const modeNetwork = network && buildModeNetwork(network, walking, fragmentMeters, longestIslandMeters[walking.id]);
  const near = modeNetwork === null ? [] : findNearMeetings(modeNetwork, NEAR_METERS);
  options.onProgress?.({ stage: "network", done: 1, total: 1 });
  const { jobs, landUse, barriers } = layers;
  const readings = [
    ...[neighborhoods, records, layers.streets, layers.population, layers.unusedBuildings],
    ...[jobs, landUse, barriers],
  ].filter((reading) => reading !== null);
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
    standard,
    country: options.country ?? null,
    fragmentMeters,
    longestIslandMeters,
    records,
    barriers: barriers?.rows ?? null,
    counts: readings.map(({ counts }) => counts),
    diagnostics: [
      ...readings.flatMap(({ diagnostics }) => diagnostics),
      ...built.diagnostics,
      ...amounts.diagnostics,
      ...(network?.diagnostics ?? noStreets()),
      ...(modeNetwork === null ? [] : reportNearMeetings(modeNetwork, near)),
      ...warnAboutMisplacedLayers(
        {
          neighborhoods: neighborhoods.rows,
          facilities: records.rows,
          streets,
          // people who were placed in buildings are where those are
          population: population?.counts.layer === "population" ? population.places : null,
          jobs: jobs?.places ?? null,
          buildings: layers.buildings?.rows ?? null,
          landUse: landUse?.rows ?? null,
          barriers: barriers?.rows ?? null,
        },
        largestReach(standard),
      ),
    ],
    classification: {
      loose: options.classification === "loose",
      on: options.on,
      categoryProperty: options.properties?.facilities?.category,
      datumDeclared: options.datum?.facilities !== undefined,
    },
  };
}

/** What the layers tell of besides people: a layer without one row that can be used tells nothing, not that there is none. */
function amountsIn({ jobs, landUse, buildings }: CityLayers): {
  readonly layers: AmountLayers;
  readonly diagnostics: readonly Diagnostic[];
} {
  const counted = buildings === null || buildings.rows.length === 0 ? null : countBuildings(buildings.rows);
  return {
    layers: {
      jobs: jobs !== null && jobs.places.count > 0 ? jobs.places : null,
      landUse: landUse !== null && landUse.rows.length > 0 ? landUse.rows : null,
      buildings: counted?.buildings ?? null,
      dwellings: counted?.dwellings ?? null,
    },
    diagnostics: counted?.diagnostics.list() ?? [],
  };
}

/** How far a standard sends people at most, whoever they are: nobody is faster than the fastest profile. */
function largestReach({ requirements }: Standard): Meters {
  const fastest = Math.max(...PROFILES.map(({ speedMetersPerSecond }) => speedMetersPerSecond));
  return requirements
    .flatMap(({ threshold, orElse = [] }) => [threshold, ...orElse.map((other) => other.threshold)])
    .flatMap(({ time = 0, network = 0, straight = 0 }) => [time * fastest, network, straight])
    .reduce((most, meters) => Math.max(most, meters), 0);
}

const isWalkable = (tags: Tags): boolean => {
  const { forward, backward } = walking.accessOf(tags);
  return forward || backward;
};

/** Joins ends that float noise parts, and what nearly meets, if that is wanted. */
function connectStreets(read: Streets, meters: Meters): Streets {
  const streets = joinEnds(read);
  if (meters === 0) return streets;
  const network = buildModeNetwork(buildNetwork(streets), walking, 0);
  return joinStreets(streets, network.network, findNearMeetings(network, meters));
}

function noStreets(): Diagnostic[] {
  const diagnostics = new Diagnostics();
  diagnostics.add("network.none", "streets");
  return diagnostics.list();
}
