/**
 * The door `quarterhour/network`, for those with a graph of their own: streets, the graph, and places on it. Re-exports only.
 *
 * @module quarterhour/network
 */

export { findIslands, type Islands } from "../graph/islands.js";
export { type NearestSource, nearestSource } from "../graph/nearest-source.js";
export { arcCostBothWays, buildNetworkFromEdges, type Network, type NetworkColumns } from "../graph/network.js";
export { NodesWithin } from "../graph/nodes-within.js";
export { buildSearchGraph, type SearchGraph } from "../graph/search-graph.js";
export { type ArcAccess, findArcAccess } from "../streets/arc-access.js";
export { type BuiltNetwork, buildNetwork } from "../streets/build-network.js";
export { MODES, tagKeysOf } from "../streets/modes/modes.js";
export { walking } from "../streets/modes/walking.js";
export { type WeighedStreets, weighInMeters, weighInSeconds } from "../streets/weigh.js";
export type { Attachment } from "./attachment.js";
export type { EdgeGrid } from "./edge-grid.js";
export type { EdgeIndex, Point as EdgePoint } from "./edge-index.js";
export { buildModeNetwork, type ModeNetwork } from "./mode-network.js";
export type { NearestEdge } from "./nearest-edge.js";
