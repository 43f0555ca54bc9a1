import { assertInput, assertPrepareOptions } from "./check-input.js";
import { type Diagnostic, Diagnostics, sortDiagnostics } from "./diagnostics.js";
import { FacilityIndex } from "./facilities/facility-index.js";
import { type SelectedFacilities, selectFacilities } from "./facilities/select-facilities.js";
import { type Bounds, boundsOf, boundsOfPolygons, joinBounds } from "./geo/bounds.js";
import type {
  Category,
  CityInput,
  FacilityRecord,
  Layer,
  LayerCounts,
  Neighborhood,
  OriginSummary,
  Origins,
  PrepareOptions,
  Reading,
  Standard,
  Street,
  TravelProfile,
} from "./model.js";
import { suspectDatum } from "./network/datum-check.js";
import {
  buildWalkNetwork,
  type FacilitiesOnNetwork,
  type OriginsOnNetwork,
  putFacilitiesOnNetwork,
  putOriginsOnNetwork,
  type WalkNetwork,
} from "./network/walk-network.js";
import { buildOrigins } from "./origins/build-origins.js";
import { warnAboutMisplacedLayers } from "./read/misplaced-layers.js";
import { readFacilities } from "./read/read-facilities.js";
import { readNeighborhoods } from "./read/read-neighborhoods.js";
import type { ReadOptions } from "./read/read-options.js";
import { readPopulation } from "./read/read-population.js";
import { readStreets } from "./read/read-streets.js";
import { chengduFourCircles } from "./standards/chengdu-four-circles.js";
import { validateStandard } from "./standards/validate-standard.js";
import { onNetwork } from "./travel/on-network.js";
import { straightLine } from "./travel/straight-line.js";
import type { CityStreets, PreparedTravel, TravelCity, TravelModel } from "./travel/travel-model.js";
import type { Meters } from "./units.js";

const DEFAULT_ORIGIN_SPACING_METERS = 100;
/** Islands shorter than this are avoided when places are attached. */
const DEFAULT_FRAGMENT_METERS = 500;

/** What a standard's categories make of a city's facilities. */
interface StandardCity {
  readonly selected: SelectedFacilities;
  readonly travelCity: TravelCity;
  readonly diagnostics: readonly Diagnostic[];
  /** Around the facilities, and around the streets if there are any. */
  readonly layerBounds: readonly Bounds[];
}

/**
 * A city that was read, placed on its network and indexed once, for many standards, profiles and scenarios.
 *
 * Made by {@link prepareCity}; accepted wherever a `CityInput` is.
 */
export class PreparedCity {
  readonly neighborhoods: readonly Neighborhood[];
  /** Area of each neighborhood, in square metres. */
  readonly neighborhoodSquareMeters: Float64Array;
  readonly origins: Origins;
  /** Streets as read, for maps. */
  readonly streets: readonly Street[];
  /** `null` without streets. */
  readonly walkNetwork: WalkNetwork | null;
  /** The standard it was prepared for: what `computeCoverage` judges by unless told otherwise. */
  readonly standard: Standard;
  readonly originSummary: OriginSummary;

  /** The box around each neighborhood. */
  readonly neighborhoodBounds: readonly Bounds[];

  readonly #streetBounds: readonly Bounds[];
  readonly #records: Reading<FacilityRecord>;
  readonly #counts: readonly LayerCounts[];
  readonly #diagnostics: readonly Diagnostic[];
  readonly #options: PrepareOptions;
  readonly #defaultTravel: readonly TravelModel[];
  readonly #standards = new Map<readonly Category[], StandardCity>();
  readonly #originsOnNetwork = new Map<Meters, OriginsOnNetwork>();
  readonly #travel = new WeakMap<TravelCity, WeakMap<TravelModel, WeakMap<TravelProfile, PreparedTravel>>>();

  /** Use {@link prepareCity}. */
  constructor(city: CityInput, options: PrepareOptions) {
    const input = assertInput(city);
    this.#options = options;
    this.standard = options.standard ?? chengduFourCircles;
    const progress = (done: number) => options.onProgress?.({ stage: "read", done, total: 4 });
    progress(0);
    const neighborhoods = readNeighborhoods(input.neighborhoods, readOptionsOf("neighborhoods", options));
    const referenceLon = neighborhoods.rows[0]?.polygons[0]?.[0]?.[0]?.[0] ?? 0;
    progress(1);
    this.#records = readFacilities(input.facilities, readOptionsOf("facilities", options, referenceLon));
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
    this.neighborhoods = neighborhoods.rows;
    this.neighborhoodSquareMeters = built.neighborhoodSquareMeters;
    this.origins = built.origins;
    this.originSummary = {
      count: built.origins.count,
      spacingMeters: spacing,
      populationSource: built.origins.populationSource,
      populationOutside: built.populationOutside,
    };
    this.streets = streets?.rows ?? [];
    this.neighborhoodBounds = neighborhoods.rows.map(({ polygons }) => boundsOfPolygons(polygons));
    this.#streetBounds =
      streets === null ? [] : [joinBounds(streets.rows.map(({ coordinates }) => boundsOf(coordinates)))];
    options.onProgress?.({ stage: "network", done: 0, total: 1 });
    this.walkNetwork =
      streets === null ? null : buildWalkNetwork(streets.rows, options.smallFragmentMeters ?? DEFAULT_FRAGMENT_METERS);
    options.onProgress?.({ stage: "network", done: 1, total: 1 });
    this.#counts = [neighborhoods, this.#records, streets, population].flatMap((reading) => reading?.counts ?? []);
    this.#diagnostics = [
      ...[neighborhoods, this.#records, streets, population].flatMap((reading) => reading?.diagnostics ?? []),
      ...built.diagnostics,
      ...(this.walkNetwork?.diagnostics ?? noStreets()),
      ...warnAboutMisplacedLayers({
        neighborhoods: neighborhoods.rows,
        facilities: this.#records.rows,
        streets: this.streets,
        population: population?.rows ?? [],
      }),
    ];
    this.#defaultTravel = [this.walkNetwork === null ? straightLine() : onNetwork()];
  }

  /** The travel models used when none are asked for: the streets if there are any, else the straight line. */
  get defaultTravel(): readonly TravelModel[] {
    return this.#defaultTravel;
  }

  /** Gives the facilities of a standard's categories, indexed and ready for travel models. */
  forCategories(categories: readonly Category[]): TravelCity {
    return this.#standardCity(categories).travelCity;
  }

  /** Makes a travel model ready for this city; remembered for each model and profile. */
  prepareTravel(model: TravelModel, profile: TravelProfile, city: TravelCity): PreparedTravel {
    const models = remember(
      this.#travel,
      city,
      () => new WeakMap<TravelModel, WeakMap<TravelProfile, PreparedTravel>>(),
    );
    const profiles = remember(models, model, () => new WeakMap<TravelProfile, PreparedTravel>());
    return remember(profiles, profile, () => model.prepare(city, profile));
  }

  /** Tells what became of every feature of the input, under a standard's categories. */
  countsFor(categories: readonly Category[]): LayerCounts[] {
    const { leftOut } = this.#standardCity(categories).selected;
    const closedStreetCount = this.walkNetwork?.arcs.closedStreetCount ?? 0;
    return this.#counts.map((counts) => {
      if (counts.layer === "facilities") return moveToLeftOut(counts, leftOut);
      if (counts.layer === "streets") return moveToLeftOut(counts, { "street.notWalkable": closedStreetCount });
      return counts;
    });
  }

  /** Tells what was found in the input, under a standard's categories. */
  diagnosticsFor(categories: readonly Category[]): Diagnostic[] {
    return sortDiagnostics([...this.#diagnostics, ...this.#standardCity(categories).diagnostics]);
  }

  /** Gives the boxes around the facilities of a standard's categories, and around the streets if there are any. */
  layerBounds(categories: readonly Category[]): readonly Bounds[] {
    return this.#standardCity(categories).layerBounds;
  }

  #standardCity(categories: readonly Category[]): StandardCity {
    return remember(this.#standards, categories, () => this.#buildStandardCity(categories));
  }

  #buildStandardCity(categories: readonly Category[]): StandardCity {
    const selected = selectFacilities(this.#records.rows, categories, {
      loose: this.#options.classification === "loose",
      categoryProperty: this.#options.properties?.facilities?.category,
    });
    const { facilities } = selected;
    const facilityIndex = new FacilityIndex(facilities);
    const streets = this.walkNetwork === null ? null : this.#cityStreets(this.walkNetwork, selected);
    const declared = this.#options.datum?.facilities !== undefined;
    const suspected = this.walkNetwork === null || declared ? [] : suspectDatum(this.walkNetwork.index, facilities);
    return {
      selected,
      travelCity: { origins: this.origins, facilities, facilityIndex, streets },
      diagnostics: [...selected.diagnostics, ...suspected],
      layerBounds: [boundsOf(facilities.map(({ location }) => location)), ...this.#streetBounds],
    };
  }

  #cityStreets(walkNetwork: WalkNetwork, { facilities }: SelectedFacilities): CityStreets {
    const facilitiesOnNetwork = new Map<Meters, FacilitiesOnNetwork>();
    return {
      walkNetwork,
      originsOnNetwork: (meters) =>
        remember(this.#originsOnNetwork, meters, () => putOriginsOnNetwork(walkNetwork, this.origins, meters)),
      facilitiesOnNetwork: (meters) =>
        remember(facilitiesOnNetwork, meters, () => putFacilitiesOnNetwork(walkNetwork, facilities, meters)),
    };
  }
}

/**
 * Reads a city, builds its network and indexes, once.
 *
 * @throws {CoverageError} `NO_NEIGHBORHOODS`, `NO_STREETS` if a layer holds nothing usable; `INVALID_GEOJSON`,
 *   `PROJECTED_COORDINATES`, `SWAPPED_COORDINATES`, `UNSUPPORTED_CRS`, `DUPLICATE_ID` for a layer as a whole;
 *   `UNKNOWN_OPTION` for a misspelt option. Everything else is diagnosed in the report.
 */
export function prepareCity(input: CityInput, options: PrepareOptions = {}): PreparedCity {
  assertPrepareOptions(options);
  if (options.standard !== undefined) validateStandard(options.standard);
  const city = new PreparedCity(input, options);
  // so that the first report is as fast as the later ones
  city.forCategories(city.standard.categories);
  return city;
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

function moveToLeftOut(counts: LayerCounts, leftOut: LayerCounts["leftOut"]): LayerCounts {
  const moved = Object.entries(leftOut).filter(([, count]) => count > 0);
  return {
    ...counts,
    used: moved.reduce((used, [, count]) => used - count, counts.used),
    leftOut: { ...counts.leftOut, ...Object.fromEntries(moved) },
  };
}

interface Memory<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

function remember<K, V>(memory: Memory<K, V>, key: K, build: () => V): V {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const built = build();
  memory.set(key, built);
  return built;
}
