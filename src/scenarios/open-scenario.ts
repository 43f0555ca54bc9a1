import { type Question, type QuestionOptions, toQuestion } from "../assess/question.js";
import { assertKeys } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { guardLive } from "../base/guard-call.js";
import { say } from "../base/texts/library.js";
import { QUESTION_KEYS } from "../city/check-input.js";
import type { CityParts } from "../city/city.js";
import { PreparedCity } from "../city/prepared-city.js";
import { isTraveled, type PlannedRequest } from "../coverage/plan.js";
import type { TravelProfile } from "../model/travel.js";
import { OpenFacilities } from "../repair/open-facilities.js";
import { RepairingEditor } from "../repair/repairing-editor.js";
import type { TableEditor } from "../repair/table-editor.js";
import { travelCityFor } from "../travel/travel-city.js";
import type { TravelCity, TravelModel } from "../travel/travel-model.js";
import { CityScenario } from "./city-scenario.js";
import { joinEditors } from "./join-editors.js";
import { RefillingEditor } from "./refilling-editor.js";
import type { Scenario } from "./scenario.js";
import { ScenarioPlan } from "./scenario-plan.js";

/** What is asked of the city, as in `computeCoverage`: any standard, profile, travel models and measures. */
export interface ScenarioOptions extends QuestionOptions {}

const OPTION_KEYS = new Set(["standard", ...QUESTION_KEYS]);

/**
 * Opens a scenario: a city whose facilities and streets can be opened, moved and closed, and which is judged again at once.
 *
 * @param prepared from `prepareCity` or `loadCity`
 * @throws {CoverageError} `INVALID_ARGUMENT` if the city is not prepared or an option is wrong; `UNKNOWN_OPTION`;
 *   `INVALID_STANDARD`; `NO_STREETS` if a travel model needs streets and the city has none
 *
 * @example
 * ```ts
 * import { openScenario } from "quarterhour";
 *
 * const scenario = openScenario(city);
 * const share = () => scenario.report().city.requirements.community_health_center?.population.share?.toFixed(3);
 * share(); // → "0.367"
 * scenario.addFacility({ id: "planned", categories: ["community_health_center"], location: [104.039, 30.663] });
 * share(); // → "0.441"
 * scenario.undo(); // → true
 * ```
 */
export function openScenario(prepared: PreparedCity, options: ScenarioOptions = {}): Scenario {
  return guardLive("openScenario", [prepared, options], () => {
    if (!(prepared instanceof PreparedCity))
      throw new CoverageError("INVALID_ARGUMENT", say("scenario.city"), { hint: say("scenario.city.hint") });
    assertKeys(options, OPTION_KEYS);
    const parts = PreparedCity.parts(prepared);
    const question = toQuestion(prepared, options);
    const plan = new ScenarioPlan(parts, question);
    const facilities = new OpenFacilities(
      travelCityFor(parts, question.standard.categories, question.profile).facilities,
    );
    return new CityScenario({
      prepared,
      plan,
      facilities,
      editor: openEditor(parts, question, { facilities, requests: plan.requests }),
    });
  });
}

/** What tables are kept of. */
interface Edited {
  readonly facilities: OpenFacilities;
  readonly requests: readonly PlannedRequest[];
}

/**
 * Repairs tables where they follow from one mode at one speed, for the nearest facility; asks the travel models again where they do
 * not.
 */
function openEditor(parts: CityParts, question: Question, { facilities, requests }: Edited): TableEditor {
  const { profile, travel, knownCategories } = question;
  const repairing = repairerFor(parts, question, facilities);
  const isRepaired = ({ reach, nearestCount }: PlannedRequest) =>
    repairing !== null && isTraveled(reach) && nearestCount === 1;
  const refilling = (models: readonly TravelModel[]) => (own: readonly PlannedRequest[]) =>
    new RefillingEditor({ parts, facilities, profile, travel: models, requests: own, knownCategories });
  return joinEditors(requests, [
    { takes: isRepaired, travel: "models", open: repairing ?? refilling(travel) },
    {
      takes: (request) => !isRepaired(request) && isTraveled(request.reach),
      travel: "models",
      open: refilling(travel),
    },
    { takes: ({ reach }) => !isTraveled(reach), travel: "straight lines", open: refilling([]) },
  ]);
}

/** Gives what opens an editor that repairs; `null` = the question is not of one mode at one speed. */
function repairerFor(
  parts: CityParts,
  { standard, profile, travel }: Question,
  facilities: OpenFacilities,
): ((requests: readonly PlannedRequest[]) => TableEditor) | null {
  const city = { ...travelCityFor(parts, standard.categories, profile), facilitiesComeAndGo: true };
  const [model, ...others] = travel;
  const isRepairable = model !== undefined && others.length === 0 && isOneSpeed(model, city, profile);
  if (!isRepairable || city.streets === null) return null;
  const { maxAccessMeters } = profile;
  const { modeNetwork, attachedOrigins, attachedFacilities } = city.streets;
  return (requests) =>
    new RepairingEditor({
      network: {
        modeNetwork,
        origins: attachedOrigins(maxAccessMeters),
        attachments: [...attachedFacilities(maxAccessMeters).attachments],
      },
      places: { origins: parts.city.origins, facilities, fragmentMeters: parts.city.fragmentMeters, maxAccessMeters },
      ...{ model, profile, requests },
    });
}

/** Tells whether a model searches the streets of this city, at one speed, for this profile and nothing else. */
function isOneSpeed(model: TravelModel, city: TravelCity, profile: TravelProfile): boolean {
  const { fillTable, oneSpeed } = model.prepare(city, profile);
  return oneSpeed?.city === city && oneSpeed.profile === profile && oneSpeed.fillTable === fillTable;
}
