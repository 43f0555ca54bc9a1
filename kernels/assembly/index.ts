export { countLeaves, countNodes, forget, spread } from "./counts";
export { leafRanked, sweepRanked } from "./ranked";
export { leafOwners, planar, sweepCosts, sweepOwners } from "./sweeps";
