import { type AttachedFacilities, attachFacilities } from "../attach/attach-facilities.js";
import { type AttachedOrigins, attachOrigins } from "../attach/attach-origins.js";
import { suspectDatum } from "../attach/datum-check.js";
import type { ModeNetwork } from "../attach/mode-network.js";
import { type Diagnostic, sortDiagnostics } from "../base/diagnostics.js";
import { once } from "../base/once.js";
import type { Meters } from "../base/units.js";
import type { Tags } from "../base/words.js";
import { FacilityIndex } from "../facilities/facility-index.js";
import { type SelectedFacilities, selectFacilities } from "../facilities/select-facilities.js";
import { type Bounds, boundsOfColumns, boundsOfPolygons } from "../geo/bounds.js";
import type { Facility, FacilityRecord, LayerCounts, Neighborhood, Origins, Streets } from "../model/facts.js";
import type { CityInput, PrepareOptions } from "../model/input.js";
import type { OriginSummary } from "../model/report.js";
import type { Category, Standard } from "../model/standard.js";
import type { TravelProfile } from "../model/travel.js";
import { validateStandard } from "../standards/validate-standard.js";
import { onNetwork } from "../travel/on-network.js";
import { straightLine } from "../travel/straight-line.js";
import type { CityStreets, PreparedTravel, TravelCity, TravelModel } from "../travel/travel-model.js";
import { withOrigins } from "../travel/with-origins.js";
import { assertPrepareOptions } from "./check-input.js";
import { type CityFacts, readCity } from "./read-city.js";

/** What a standard's categories make of a city's facilities. */
interface StandardCity {
  readonly selected: SelectedFacilities;
  readonly travelCity: TravelCity;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A city that was read, placed on its network and indexed once, for many standards, profiles and scenarios.
 *
 * Made by {@link prepareCity}; accepted wherever a `CityInput` is.
 */
export class PreparedCity
  implements Omit<CityFacts, "fragmentMeters" | "records" | "counts" | "diagnostics" | "classification">
{
  readonly neighborhoods: readonly Neighborhood[];
  readonly neighborhoodSquareMeters: Float64Array<ArrayBufferLike>;
  readonly origins: Origins;
  readonly originSummary: OriginSummary;
  /** Streets as read; `null` if none were given. */
  readonly streets: Streets | null;
  /** `null` without streets. */
  readonly modeNetwork: ModeNetwork | null;
  /** The standard it was prepared for: what `computeCoverage` judges by unless told otherwise. */
  readonly standard: Standard;

  /** Around all streets as read. */
  readonly streetBounds: Bounds | null;

  /** The box around each neighborhood. */
  readonly neighborhoodBounds: readonly Bounds[];

  readonly #facts: CityFacts;
  readonly #defaultTravel: readonly TravelModel[];
  readonly #standards = new Map<readonly Category[], StandardCity>();
  readonly #attachedOrigins = new Map<Meters, AttachedOrigins>();
  readonly #kept = new Map<unknown, object>();
  readonly #travel = new WeakMap<TravelCity, WeakMap<TravelModel, WeakMap<TravelProfile, PreparedTravel>>>();

  /** Use {@link prepareCity}. */
  constructor(facts: CityFacts) {
    this.#facts = facts;
    this.neighborhoods = facts.neighborhoods;
    this.neighborhoodSquareMeters = facts.neighborhoodSquareMeters;
    this.origins = facts.origins;
    this.originSummary = facts.originSummary;
    this.streets = facts.streets;
    this.modeNetwork = facts.modeNetwork;
    this.standard = facts.standard;
    this.streetBounds = facts.streets === null ? null : boundsOfColumns(facts.streets.lon, facts.streets.lat);
    this.neighborhoodBounds = facts.neighborhoods.map(({ polygons }) => boundsOfPolygons(polygons));
    this.#defaultTravel = [facts.modeNetwork === null ? straightLine() : onNetwork()];
  }

  /** All that was read: what a saved city holds. */
  get facts(): CityFacts {
    return this.#facts;
  }

  /** The facilities that count for the standard it was prepared for. */
  get facilities(): readonly Facility[] {
    return this.forCategories(this.standard.categories).facilities;
  }

  /** Lakes and rivers among the features of the facility layer, for maps. */
  get water(): readonly FacilityRecord[] {
    return this.#facts.records.rows.filter(({ outline, tags }) => outline.length > 0 && isWater(tags));
  }

  /** The travel models used when none are asked for: the streets if there are any, else the straight line. */
  get defaultTravel(): readonly TravelModel[] {
    return this.#defaultTravel;
  }

  /**
   * Gives what is built on the streets once and kept with the city, such as what draws its isochrones; `null` without streets.
   * The city does not know these kinds: who never asks for one does not load it.
   */
  keep<T extends object>(Kind: new (network: ModeNetwork) => T): T | null {
    if (this.modeNetwork === null) return null;
    const kept = (this.#kept.get(Kind) as T | undefined) ?? new Kind(this.modeNetwork);
    this.#kept.set(Kind, kept);
    return kept;
  }

  /** Gives the facilities of a standard's categories, indexed and ready for travel models. */
  forCategories(categories: readonly Category[]): TravelCity {
    return this.#standardCity(categories).travelCity;
  }

  /** Gives other facilities than those that were read, ready for travel models. @param facilities in an order by place */
  withFacilities(facilities: readonly Facility[]): TravelCity {
    const streets = this.modeNetwork === null ? null : this.#cityStreets(this.modeNetwork, { facilities });
    // only straight lines ask for the index
    return { origins: this.origins, facilities, facilityIndex: once(() => new FacilityIndex(facilities)), streets };
  }

  /** Gives a part of the origins, ready for travel models, with the facilities of a standard's categories. */
  withOrigins(categories: readonly Category[], origins: Origins): TravelCity {
    return withOrigins(this.forCategories(categories), origins);
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
    const closedStreetCount = this.modeNetwork?.arcs.closedStreetCount ?? 0;
    return this.#facts.counts.map((counts) => {
      if (counts.layer === "facilities") return moveToLeftOut(counts, leftOut);
      if (counts.layer === "streets") return moveToLeftOut(counts, { "street.closed": closedStreetCount });
      return counts;
    });
  }

  /** Tells what was found in the input, under a standard's categories. */
  diagnosticsFor(categories: readonly Category[]): Diagnostic[] {
    return sortDiagnostics([...this.#facts.diagnostics, ...this.#standardCity(categories).diagnostics]);
  }

  #standardCity(categories: readonly Category[]): StandardCity {
    return remember(this.#standards, categories, () => this.#buildStandardCity(categories));
  }

  #buildStandardCity(categories: readonly Category[]): StandardCity {
    const selected = selectFacilities(this.#facts.records.rows, categories, this.#facts.classification);
    const { facilities } = selected;
    const { datumDeclared } = this.#facts.classification;
    const suspected =
      this.modeNetwork === null || datumDeclared ? [] : suspectDatum(this.modeNetwork.index, facilities);
    return {
      selected,
      travelCity: this.withFacilities(facilities),
      diagnostics: [...selected.diagnostics, ...suspected],
    };
  }

  #cityStreets(modeNetwork: ModeNetwork, { facilities }: Pick<SelectedFacilities, "facilities">): CityStreets {
    const attachedFacilities = new Map<Meters, AttachedFacilities>();
    return {
      modeNetwork,
      attachedOrigins: (meters) =>
        remember(this.#attachedOrigins, meters, () => attachOrigins(modeNetwork, this.origins, meters)),
      attachedFacilities: (meters) =>
        remember(attachedFacilities, meters, () => attachFacilities(modeNetwork, facilities, meters)),
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
  const city = new PreparedCity(readCity(input, options));
  // so that the first report is as fast as the later ones
  city.forCategories(city.standard.categories);
  return city;
}

function isWater({ natural, waterway, landuse }: Tags): boolean {
  return natural === "water" || waterway !== undefined || landuse === "reservoir" || landuse === "basin";
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
