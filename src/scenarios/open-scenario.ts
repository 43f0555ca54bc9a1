import { assertProfile } from "../check-options.js";
import { CoverageError, say } from "../errors.js";
import { compareFacilities } from "../facilities/select-facilities.js";
import type { Facility, Standard, Streets, TravelProfile } from "../model.js";
import { buildWalkNetwork } from "../network/walk-network.js";
import { hasOneSpeed } from "../network/weigh.js";
import { PreparedCity } from "../prepare-city.js";
import type { CityFacts } from "../read-city.js";
import { standardWalking } from "../standards/travel-profiles.js";
import { validateStandard } from "../standards/validate-standard.js";
import { onNetwork } from "../travel/on-network.js";
import type { TravelCity } from "../travel/travel-model.js";
import { Scenario } from "./scenario.js";
import { type EditedStreets, ScenarioState } from "./scenario-state.js";

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
  assertOneSpeed(profile);
  const build = (city: PreparedCity, travelCity: TravelCity, edited?: EditedStreets) => {
    const { streets } = travelCity;
    if (streets === null)
      throw new CoverageError("NO_STREETS", "A scenario needs streets, and the city has none.", {
        hint: "Give streets to prepareCity.",
      });
    const travel = onNetwork().prepare(travelCity, profile);
    return new ScenarioState({ prepared: city, standard, profile, travelCity, streets, travel }, edited);
  };
  return new Scenario(build(prepared, prepared.forCategories(standard.categories)), (streets, facilities, edited) => {
    const city = new PreparedCity(withStreets(prepared.facts, streets));
    return build(city, city.withFacilities(sortedByPlace(facilities)), edited);
  });
}

/** The facts of a city with other streets; what was found while reading stays. */
function withStreets(facts: CityFacts, streets: Streets): CityFacts {
  return { ...facts, streets, walkNetwork: buildWalkNetwork(streets, facts.fragmentMeters) };
}

function sortedByPlace(facilities: readonly Facility[]): Facility[] {
  return [...facilities].sort(compareFacilities);
}

function assertOneSpeed(profile: TravelProfile): void {
  if (hasOneSpeed(profile)) return;
  throw new CoverageError(
    "INVALID_ARGUMENT",
    say('openScenario: profile "{id}" has another speed on steps or off the streets.', { id: profile.id }),
    {
      path: "profile",
      hint: "Scenarios walk at one speed everywhere; computeCoverage can judge the edited city with this profile.",
    },
  );
}
