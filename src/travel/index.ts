/**
 * The door `quarterhour/travel`, for those who write a travel model or a measure: the tables of nearest and of all facilities within reach. Re-exports only.
 *
 * @module quarterhour/travel
 */

export type {
  CostUnit,
  NearestTable,
  ReachPart,
  ReachRequest,
  ReachTable,
  SecondQuantity,
  TravelRequest,
  TravelSummary,
} from "../model/travel.js";
export { NO_WAY, NONE_WITHIN_CUTOFF, NOT_ATTACHED } from "../model/travel.js";
export { fillReach } from "./fill-reach.js";
export { eachPair, type PairVisit, type ReachPlaces } from "./fill-reach-table.js";
export type { GivenCost, GivenCostColumns } from "./given-cost-columns.js";
export { type GivenCostsOptions, givenCosts } from "./given-costs.js";
export { costTo, facilityTo, secondQuantityTo } from "./nearest-table.js";
export { type OnNetworkOptions, onNetwork } from "./on-network.js";
export { type StraightLineOptions, straightLine } from "./straight-line.js";
export { travelCityFor } from "./travel-city.js";
export type { CityStreets, OneSpeed, PreparedTravel, TravelCity, TravelModel } from "./travel-model.js";
