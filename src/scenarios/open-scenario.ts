import { assertProfile } from "../check-options.js";
import { CoverageError } from "../errors.js";
import type { Standard, TravelProfile } from "../model.js";
import { PreparedCity } from "../prepare-city.js";
import { standardWalking } from "../standards/travel-profiles.js";
import { validateStandard } from "../standards/validate-standard.js";
import { onNetwork } from "../travel/on-network.js";
import { assertScenarioProfile, Scenario } from "./scenario.js";

export interface ScenarioOptions {
  /** The norm. Default: the one the city was prepared for. */
  readonly standard?: Standard;
  /** Who walks; one speed everywhere. Default: `standardWalking`. */
  readonly profile?: TravelProfile;
}

/**
 * Opens a scenario: a city whose facilities can be opened, moved and closed, and which is judged again at once.
 *
 * @param prepared a city with streets, from `prepareCity`
 * @throws {CoverageError} `INVALID_ARGUMENT` if the city is not prepared or the profile has several speeds; `NO_STREETS`
 */
export function openScenario(prepared: PreparedCity, options: ScenarioOptions = {}): Scenario {
  if (!(prepared instanceof PreparedCity))
    throw new CoverageError("INVALID_ARGUMENT", "openScenario needs a city that was prepared.", {
      hint: "Give it prepareCity({ neighborhoods, facilities, streets }).",
    });
  const { standard = prepared.standard, profile = standardWalking } = options;
  if (options.standard !== undefined) validateStandard(standard);
  assertProfile(profile);
  assertScenarioProfile(profile);
  const travelCity = prepared.forCategories(standard.categories);
  const { streets } = travelCity;
  if (streets === null)
    throw new CoverageError("NO_STREETS", "A scenario needs streets, and the city has none.", {
      hint: "Give streets to prepareCity.",
    });
  const travel = prepared.prepareTravel(prepared.defaultTravel[0] ?? onNetwork(), profile, travelCity);
  return new Scenario({ prepared, standard, profile, travelCity, streets, travel });
}
