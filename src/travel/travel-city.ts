import { type AttachedFacilities, attachFacilities } from "../attach/attach-facilities.js";
import { attachOrigins } from "../attach/attach-origins.js";
import { once } from "../base/once.js";
import { Recent } from "../base/recent.js";
import type { CityParts } from "../city/city.js";
import { contentKey } from "../city/city-memory.js";
import { selectFor } from "../city/select-for.js";
import { FacilityIndex } from "../facilities/facility-index.js";
import type { Facility } from "../model/facts.js";
import type { Category } from "../model/standard.js";
import type { TravelCity } from "./travel-model.js";

/** Profiles differ in how far they go to a street; so many distances are remembered. */
const KEPT_COUNT = 4;

/** Gives the facilities of some categories of a city, ready for travel models; remembered for the last few lists of categories. */
export function travelCityFor(parts: CityParts, categories: readonly Category[]): TravelCity {
  return parts.memory.remember("travel city", contentKey(categories), () =>
    toTravelCity(parts, selectFor(parts, categories).facilities),
  );
}

/** Makes a city ready for travel models. @param facilities in an order by place */
export function toTravelCity({ city, memory }: CityParts, facilities: readonly Facility[]): TravelCity {
  const { origins, modeNetwork } = city;
  const attached = new Recent<AttachedFacilities>(KEPT_COUNT);
  return {
    origins,
    facilities,
    // only straight lines ask for the index
    facilityIndex: once(() => new FacilityIndex(facilities)),
    streets: modeNetwork && {
      modeNetwork,
      attachedOrigins: (meters) =>
        memory.remember("attached origins", String(meters), () => attachOrigins(modeNetwork, origins, meters)),
      attachedFacilities: (meters) =>
        attached.get(String(meters), () => attachFacilities(modeNetwork, facilities, meters)),
    },
  };
}
