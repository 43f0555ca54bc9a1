// The door `quarterhour/travel`, for those who write a travel model or a measure: the table of nearest facilities. Re-exports only.

export type { CostUnit, NearestTable, TravelRequest, TravelSummary } from "../model/travel.js";
export { NO_WAY, NONE_WITHIN_CUTOFF, NOT_ATTACHED } from "../model/travel.js";
export { type GivenCost, type GivenCostsOptions, givenCosts } from "./given-costs.js";
export { costTo, facilityTo } from "./nearest-table.js";
export { onNetwork } from "./on-network.js";
export { type StraightLineOptions, straightLine } from "./straight-line.js";
export { travelCityFor } from "./travel-city.js";
export type { CityStreets, PreparedTravel, TravelCity, TravelModel } from "./travel-model.js";
