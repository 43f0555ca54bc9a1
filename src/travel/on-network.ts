import { CoverageError } from "../base/errors.js";
import { Recent } from "../base/recent.js";
import { say } from "../base/texts/core.js";
import { fillLabel, ON_NETWORK } from "../base/texts/labels.js";
import type { TravelProfile, TravelRequest } from "../model/travel.js";
import { oneSpeedOf } from "../streets/weigh.js";
import { fillNetworkReach, roundedReachOf } from "./fill-network-reach.js";
import { type CostsOnNetwork, fillNetworkTable, metersWithin, type Reach, reachOf } from "./fill-network-table.js";
import { computeNetworkCosts } from "./network-costs.js";
import type { CityStreets, PreparedTravel, TravelCity, TravelModel } from "./travel-model.js";

/** How the streets are searched. */
export interface OnNetworkOptions {
  /**
   * How the streets are searched: one search of the network for each category, or a hierarchy, built first, that answers
   * for all categories at once. The answers are the same, bit for bit. Default: `auto`, whichever is faster by estimate.
   */
  readonly search?: "auto" | "network" | "hierarchy";
}

/**
 * Makes the travel model that goes along the streets, by the mode of its profile.
 *
 * Edge-exact: places lie at a point of an edge, the off-street legs are walked too, and two places on one edge are
 * joined along it. The nearest facility of every origin comes from one search per category, from all its facilities
 * at once, against the direction of travel.
 */
export function onNetwork({ search = "auto" }: OnNetworkOptions = {}): TravelModel {
  if (!["auto", "network", "hierarchy"].includes(search))
    throw new CoverageError("INVALID_ARGUMENT", say("onNetwork.search", { search: JSON.stringify(search) }), {
      path: "search",
      hint: say("onNetwork.search.hint"),
    });
  return {
    id: "onNetwork",
    key: `onNetwork ${search}`,
    prepare: (city, profile) => {
      if (city.streets === null)
        throw new CoverageError("NO_STREETS", say("onNetwork.noStreets"), {
          hint: say("onNetwork.noStreets.hint"),
        });
      return prepareNetworkTravel(city, city.streets, { profile, search });
    },
  };
}

/** So many units and reaches are remembered, each with what was built to search by it: some hundred megabytes in a large city. */
const KEPT_COUNT = 8;

function prepareNetworkTravel(
  city: TravelCity,
  streets: CityStreets,
  { profile, search }: { readonly profile: TravelProfile } & Required<OnNetworkOptions>,
): PreparedTravel {
  const { modeNetwork } = streets;
  const { stepsSpeedMetersPerSecond } = profile;
  const { label } = modeNetwork.mode;
  const attachedOrigins = streets.attachedOrigins(profile.maxAccessMeters);
  const attachedFacilities = streets.attachedFacilities(profile.maxAccessMeters);
  const onCosts = new Recent<CostsOnNetwork>(KEPT_COUNT);
  const costsFor = ({ unit, reach }: Reach): CostsOnNetwork =>
    onCosts.get(`${unit} ${reach}`, () => ({ costs: computeNetworkCosts(modeNetwork, profile, { unit, reach }) }));
  const fillTable: PreparedTravel["fillTable"] = (request, onCategory) => {
    const onCosts = costsFor({ unit: request.unit, reach: reachOf(request) });
    const asked = describe(request);
    if (onCosts.last?.asked === asked) onCategory?.(request.categories.length);
    else {
      const table = fillNetworkTable({ city, streets, profile, onCosts, request, prefer: search }, onCategory);
      onCosts.last = { asked, table };
    }
    return onCosts.last.table;
  };
  return {
    summary: {
      id: "onNetwork",
      label: fillLabel(ON_NETWORK.label, { mode: label }),
      method: ON_NETWORK.method,
      parameters: {
        speedMetersPerSecond: profile.speedMetersPerSecond,
        ...(stepsSpeedMetersPerSecond === undefined ? {} : { stepsSpeedMetersPerSecond }),
        offStreetSpeedMetersPerSecond: profile.offStreetSpeedMetersPerSecond,
        maxAccessMeters: profile.maxAccessMeters,
        nodes: modeNetwork.network.nodeCount,
        edges: modeNetwork.network.edgeCount,
      },
    },
    diagnostics: [...attachedOrigins.diagnostics, ...attachedFacilities.diagnostics],
    fillTable,
    reachMeters: (reach, unit) => metersWithin(modeNetwork, profile, { unit, reach }),
    ...(oneSpeedOf(modeNetwork.mode, profile) === null ? {} : { oneSpeed: { city, profile, fillTable } }),
    fillReach: (request) => {
      const onCosts = costsFor({ unit: request.unit, reach: roundedReachOf(request) });
      return fillNetworkReach({ city, streets, profile, onCosts, request, prefer: search });
    },
  };
}

/** All of a request as text. */
function describe({ unit, cutoff, nearestCount, categories, countWithin }: TravelRequest): string {
  const columns = categories.map((category, column) => [category, String(countWithin[column])]);
  return JSON.stringify([unit, String(cutoff), nearestCount, columns]);
}
