import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/library.js";
import { PreparedCity } from "../city/prepared-city.js";
import type { Standard } from "../model/standard.js";
import type { TravelProfile } from "../model/travel.js";
import { assertProfile } from "../standards/check-profile.js";
import { standardWalking } from "../standards/travel-profiles.js";
import { validateStandard } from "../standards/validate-standard.js";
import { findMode } from "../streets/modes/modes.js";
import { oneSpeedOf } from "../streets/weigh.js";
import { Scenario } from "./scenario.js";
import { ScenarioState } from "./scenario-state.js";

/** By what a scenario is judged. */
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
    throw new CoverageError("INVALID_ARGUMENT", say("scenario.city"), {
      hint: say("scenario.city.hint"),
    });
  const { standard = prepared.standard, profile = standardWalking } = options;
  if (options.standard !== undefined) validateStandard(standard);
  assertProfile(profile);
  assertOneSpeed(profile);
  return new Scenario(new ScenarioState(prepared, standard, profile));
}

function assertOneSpeed(profile: TravelProfile): void {
  if (oneSpeedOf(findMode(profile), profile) !== null) return;
  throw new CoverageError("INVALID_ARGUMENT", say("scenario.speeds", { id: profile.id }), {
    path: "profile",
    hint: say("scenario.speeds.hint"),
  });
}
