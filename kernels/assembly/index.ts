export { countLeaves, countNodes, forget, spread } from "./counts";
export { leafRanked, sweepRanked } from "./ranked";
export { leafOwners, sweepCosts, sweepOwners } from "./sweeps";
