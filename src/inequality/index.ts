/**
 * The door `quarterhour/inequality`: how something is shared among people. Re-exports only.
 *
 * @module quarterhour/inequality
 */

export type { CurvePoint } from "./curves.js";
export { type Equity, type EquityGroup, type EquityOptions, equity } from "./equity.js";
export type { KolmPollak, Poverty } from "./indices.js";
export type { Concentration, Ties } from "./ranked.js";
export type { Theil, TheilGroup } from "./theil.js";
export { equityStatistics, withEquity } from "./with-equity.js";
