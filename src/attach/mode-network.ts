import { type Diagnostic, Diagnostics } from "../base/diagnostics.js";
import type { Meters } from "../base/units.js";
import { findIslands, type Islands } from "../graph/islands.js";
import type { Network } from "../graph/network.js";
import type { Streets } from "../model/facts.js";
import { buildNetwork } from "../streets/build-network.js";
import { type ArcAccess, findArcAccess } from "../streets/weigh.js";
import { EdgeIndex } from "./edge-index.js";

/** The streets of a city, ready for walking: built once, used for every profile. */
export interface ModeNetwork {
  readonly network: Network;
  readonly arcs: ArcAccess;
  readonly islands: Islands;
  readonly index: EdgeIndex;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Builds the walking network of a city.
 *
 * @param fragmentMeters islands shorter than this are avoided when places are attached
 */
export function buildModeNetwork(streets: Streets, fragmentMeters: Meters): ModeNetwork {
  const { network, diagnostics: found } = buildNetwork(streets);
  const arcs = findArcAccess(network, streets);
  const islands = findIslands(network, arcs.open, fragmentMeters);
  const diagnostics = new Diagnostics();
  if (islands.count > 1)
    diagnostics.addMany(
      "network.islands",
      "streets",
      islands.count,
      [],
      [`< ${fragmentMeters} m: ${islands.fragmentCount}`],
    );
  const index = new EdgeIndex(network, arcs.open, islands);
  return { network, arcs, islands, index, diagnostics: [...found, ...arcs.diagnostics, ...diagnostics.list()] };
}
