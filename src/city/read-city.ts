import { buildModeNetwork, type ModeNetwork } from "../attach/mode-network.js";
import { type Diagnostic, Diagnostics } from "../base/diagnostics.js";
import type { Layer } from "../base/layers.js";
import type { Meters } from "../base/units.js";
import type { FacilityRecord, LayerCounts, Neighborhood, Origins, Reading, Streets } from "../model/facts.js";
import type { CityInput, PrepareOptions } from "../model/input.js";
import type { OriginSummary } from "../model/report.js";
import type { Standard } from "../model/standard.js";
import { buildOrigins } from "../origins/build-origins.js";
import { warnAboutMisplacedLayers } from "../read/misplaced-layers.js";
import { readFacilities } from "../read/read-facilities.js";
import { readNeighborhoods } from "../read/read-neighborhoods.js";
import type { ReadOptions } from "../read/read-options.js";
import { readPopulation } from "../read/read-population.js";
import { readStreets } from "../read/read-streets.js";
import { chengduFourCircles } from "../standards/chengdu-four-circles.js";
import { buildNetwork } from "../streets/build-network.js";
import { walking } from "../streets/modes/walking.js";
import { assertInput } from "./check-input.js";

const DEFAULT_ORIGIN_SPACING_METERS = 100;
const DEFAULT_FRAGMENT_METERS = 500;

/** All that was read of a city and built from it, whatever will be asked: data that can be saved. */
export interface CityFacts {
  readonly neighborhoods: readonly Neighborhood[];
  /** Area of each neighborhood. */
  readonly neighborhoodSquareMeters: Float64Array<ArrayBufferLike>;
  readonly origins: Origins;
  readonly originSummary: OriginSummary;
  /** As read; `null` if none were given. */
  readonly streets: Streets | null;
  /** `null` without streets. */
  readonly modeNetwork: ModeNetwork | null;
  /** The standard the city was prepared for. */
  readonly standard: Standard;
  /** Islands shorter than this are avoided when places are attached. */
  readonly fragmentMeters: Meters;
  readonly records: Reading<FacilityRecord>;
  /** What became of every feature, before facilities are classified. */
  readonly counts: readonly LayerCounts[];
  readonly diagnostics: readonly Diagnostic[];
  /** How facilities are to be classified. */
  readonly classification: {
    readonly loose: boolean;
    readonly categoryProperty: string | undefined;
    /** Whether the datum of the facilities was declared, so that it need not be suspected. */
    readonly datumDeclared: boolean;
  };
}

/**
 * Reads the layers of a city and builds its origins and its network.
 *
 * @throws {CoverageError} as `prepareCity` does
 */
export function readCity(city: CityInput, options: PrepareOptions): CityFacts {
  const input = assertInput(city);
  const progress = (done: number) => options.onProgress?.({ stage: "read", done, total: 4 });
  progress(0);
  const neighborhoods = readNeighborhoods(input.neighborhoods, readOptionsOf("neighborhoods", options));
  const referenceLon = neighborhoods.rows[0]?.polygons[0]?.[0]?.[0]?.[0] ?? 0;
  progress(1);
  const records = readFacilities(input.facilities, readOptionsOf("facilities", options, referenceLon));
  progress(2);
  const streets =
    input.streets === undefined ? null : readStreets(input.streets, readOptionsOf("streets", options, referenceLon));
  progress(3);
  const population =
    input.population === undefined
      ? null
      : readPopulation(input.population, readOptionsOf("population", options, referenceLon));
  progress(4);
  const spacing = options.originSpacingMeters ?? DEFAULT_ORIGIN_SPACING_METERS;
  const built = buildOrigins(neighborhoods.rows, population?.rows ?? null, spacing, {
    outlinesMayCross: options.repair === "fix",
  });
  const originSummary = {
    count: built.origins.count,
    spacingMeters: spacing,
    populationSource: built.origins.populationSource,
    populationOutside: built.populationOutside,
  };
  options.onProgress?.({ stage: "network", done: 0, total: 1 });
  const fragmentMeters = options.smallFragmentMeters ?? DEFAULT_FRAGMENT_METERS;
  const network = streets === null ? null : buildNetwork(streets.streets);
  const modeNetwork = network && buildModeNetwork(network, walking, fragmentMeters);
  options.onProgress?.({ stage: "network", done: 1, total: 1 });
  const layers = [neighborhoods, records, streets, population];
  const diagnostics = [
    ...layers.flatMap((reading) => reading?.diagnostics ?? []),
    ...built.diagnostics,
    ...(network?.diagnostics ?? noStreets()),
    ...(modeNetwork?.diagnostics ?? []),
    ...warnAboutMisplacedLayers({
      neighborhoods: neighborhoods.rows,
      facilities: records.rows,
      streets: streets?.streets ?? null,
      population: population?.rows ?? [],
    }),
  ];
  return {
    neighborhoods: neighborhoods.rows,
    neighborhoodSquareMeters: built.neighborhoodSquareMeters,
    origins: built.origins,
    originSummary,
    streets: streets?.streets ?? null,
    modeNetwork,
    standard: options.standard ?? chengduFourCircles,
    fragmentMeters,
    records,
    counts: layers.flatMap((reading) => reading?.counts ?? []),
    diagnostics,
    classification: {
      loose: options.classification === "loose",
      categoryProperty: options.properties?.facilities?.category,
      datumDeclared: options.datum?.facilities !== undefined,
    },
  };
}

function readOptionsOf(
  layer: Layer,
  { datum, properties, repair }: PrepareOptions,
  referenceLon?: number,
): ReadOptions {
  return {
    datum: datum?.[layer] ?? "wgs84",
    properties: properties?.[layer] ?? {},
    repair: repair ?? "report",
    ...(referenceLon === undefined ? {} : { referenceLon }),
  };
}

function noStreets(): Diagnostic[] {
  const diagnostics = new Diagnostics();
  diagnostics.add("network.none", "streets");
  return diagnostics.list();
}
