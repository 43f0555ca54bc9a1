import { attachFacilities } from "../../src/attach/attach-facilities.js";
import { attachOrigins } from "../../src/attach/attach-origins.js";
import { buildModeNetwork, type ModeNetwork } from "../../src/attach/mode-network.js";
import type { LonLat } from "../../src/base/words.js";
import { FacilityIndex } from "../../src/facilities/facility-index.js";
import type { CategoryId, Facility, Origins } from "../../src/model/facts.js";
import type { Mode } from "../../src/model/mode.js";
import type { TravelProfile, TravelRequest } from "../../src/model/travel.js";
import { buildNetwork } from "../../src/streets/build-network.js";
import { tagKeysOf } from "../../src/streets/modes/modes.js";
import { walking } from "../../src/streets/modes/walking.js";
import type { TravelCity } from "../../src/travel/travel-model.js";
import { columnsOf, type Street } from "./streets.js";

/** Origins of one person each, in one neighborhood. */
export function originsAt(places: readonly LonLat[]): Origins {
  const count = places.length;
  return {
    count,
    lon: Float64Array.from(places, ([lon]) => lon),
    lat: Float64Array.from(places, ([, lat]) => lat),
    population: new Float64Array(count).fill(1),
    areaSquareMeters: new Float64Array(count),
    neighborhoodRow: new Uint32Array(count),
    firstOrigin: Uint32Array.of(0, count),
    populationSource: "population layer",
    groups: {},
  };
}

/** Builds the network of some streets for a mode. */
export function modeNetworkOf(streets: readonly Street[], fragmentMeters: number, mode: Mode = walking): ModeNetwork {
  return buildModeNetwork(buildNetwork(columnsOf(streets, tagKeysOf([mode]))), mode, fragmentMeters);
}

/** Puts a city together without reading GeoJSON, for tests of travel models. */
export function travelCityOf(
  streets: readonly Street[],
  facilities: readonly Facility[],
  places: readonly LonLat[],
  fragmentMeters = 500,
  mode: Mode = walking,
): TravelCity {
  const origins = originsAt(places);
  const modeNetwork = modeNetworkOf(streets, fragmentMeters, mode);
  return {
    origins,
    facilities,
    facilityIndex: () => new FacilityIndex(facilities),
    streets: {
      modeNetwork,
      attachedOrigins: (meters) => attachOrigins(modeNetwork, origins, meters),
      attachedFacilities: (meters) => attachFacilities(modeNetwork, facilities, meters),
    },
  };
}

/** A facility that is a point. */
export function facilityAt(id: string, location: LonLat, ...categories: readonly CategoryId[]): Facility {
  return {
    id,
    name: null,
    categories,
    location,
    entrances: [location],
    outline: [],
    isArea: false,
    areaSquareMeters: null,
    attributes: {},
  };
}

/** Asks for the nearest of some categories. */
export function requestFor(categories: readonly CategoryId[], changes: Partial<TravelRequest> = {}): TravelRequest {
  return {
    unit: "seconds",
    cutoff: 3600,
    nearestCount: 1,
    categories,
    countWithin: categories.map(() => null),
    ...changes,
  };
}

/** A profile of one speed everywhere. */
export function walkingAt(
  speedMetersPerSecond: number,
  changes: Partial<TravelProfile> = {},
): Required<Omit<TravelProfile, "mode" | "slope" | "surfaceShares" | "crossingSeconds">> {
  return {
    id: "test",
    label: { zh: "测试", en: "Test" },
    speedMetersPerSecond,
    stepsSpeedMetersPerSecond: speedMetersPerSecond,
    offStreetSpeedMetersPerSecond: speedMetersPerSecond,
    maxAccessMeters: 500,
    source: "test",
    ...changes,
  };
}
