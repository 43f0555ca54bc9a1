import { type AttachedFacilities, attachFacilities } from "../attach/attach-facilities.js";
import { attachOrigins } from "../attach/attach-origins.js";
import type { ModeNetwork } from "../attach/mode-network.js";
import { once } from "../base/once.js";
import { Recent } from "../base/recent.js";
import type { CityParts } from "../city/city.js";
import { contentKey } from "../city/city-memory.js";
import { modeNetworkFor } from "../city/mode-networks.js";
import { selectFor } from "../city/select-for.js";
import { FacilityIndex } from "../facilities/facility-index.js";
import type { Facility } from "../model/facts.js";
import type { Category } from "../model/standard.js";
import type { TravelProfile } from "../model/travel.js";
import type { TravelCity } from "./travel-model.js";

/**
 * Gives the facilities of some categories of a city, ready for travel models of a profile; remembered for the last few lists of
 * categories and modes.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT` if the city has streets and does not know the mode of the profile
 */
export function travelCityFor(
  parts: CityParts,
  categories: readonly Category[],
  profile: Pick<TravelProfile, "mode">,
): TravelCity {
  const modeNetwork = modeNetworkFor(parts, profile);
  const key = contentKey(categories, modeNetwork?.mode.id ?? null);
  return parts.memory.remember("travel city", key, () =>
    toTravelCity(parts, selectFor(parts, categories).facilities, modeNetwork),
  );
}

/**
 * Makes a city ready for travel models.
 *
 * @param facilities in an order by place
 * @param modeNetwork from `modeNetworkFor`
 */
export function toTravelCity(
  { city: { origins, neighborhoods }, memory }: CityParts,
  facilities: readonly Facility[],
  modeNetwork: ModeNetwork | null,
): TravelCity {
  const attached = new Recent<AttachedFacilities>();
  return {
    ...{ origins, neighborhoods, facilities },
    // only straight lines ask for the index
    facilityIndex: once(() => new FacilityIndex(facilities)),
    streets: modeNetwork && {
      modeNetwork,
      attachedOrigins: (meters) =>
        memory.remember("attached origins", contentKey(modeNetwork.mode.id, meters), () =>
          attachOrigins(modeNetwork, origins, meters),
        ),
      attachedFacilities: (meters) =>
        attached.get(String(meters), () => attachFacilities(modeNetwork, facilities, meters)),
    },
  };
}
