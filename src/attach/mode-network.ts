import { type Diagnostic, Diagnostics } from "../base/diagnostics.js";
import { guardShape } from "../base/guard-call.js";
import type { Meters } from "../base/units.js";
import { findIslands, type Islands } from "../graph/islands.js";
import type { Network } from "../graph/network.js";
import type { Streets } from "../model/facts.js";
import type { Mode } from "../model/mode.js";
import { type ArcAccess, findArcAccess } from "../streets/arc-access.js";
import type { BuiltNetwork } from "../streets/build-network.js";
import { EdgeIndex } from "./edge-index.js";
import { readGround } from "./ground.js";
import { findPrivateExits } from "./private-exits.js";

/** The streets of a city as one mode has them: built once, used for every profile of that mode. */
export interface ModeNetwork {
  readonly mode: Mode;
  /** What the network was built from. */
  readonly streets: Streets;
  readonly network: Network;
  readonly arcs: ArcAccess;
  readonly islands: Islands;
  readonly index: EdgeIndex;
  /** Which streets are closed to the mode, and islands. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Tells what the network of a city is to one mode.
 *
 * @param built from `buildNetwork`: the same for every mode; or the network of another mode
 * @param fragmentMeters islands shorter than this are avoided when places are attached
 * @param longestIslandMeters length of the longest island, where this is a part of a larger network
 */
export function buildModeNetwork(
  built: Pick<BuiltNetwork, "streets" | "network"> & Partial<Pick<ModeNetwork, "index">>,
  mode: Mode,
  fragmentMeters: Meters,
  longestIslandMeters?: Meters,
): ModeNetwork {
  return guardShape("buildModeNetwork", () => {
    const { streets, network, index: before } = built;
    const { arcs, islands } = findOpenWays(network, streets, { mode, fragmentMeters, longestIslandMeters });
    const diagnostics = new Diagnostics();
    if (islands.count > 1)
      diagnostics.addMany(
        "network.islands",
        "streets",
        islands.count,
        [],
        [`< ${fragmentMeters} m: ${islands.fragmentCount}`],
      );
    const index = new EdgeIndex(network, arcs.open, islands, readGround(network, streets), before && { before });
    return {
      ...{ mode, streets, network, arcs, islands, index },
      diagnostics: [...arcs.diagnostics, ...diagnostics.list()],
    };
  });
}

/** Tells which arcs are open to a mode, private ones that are the only way out among them, and what islands they form. */
export function findOpenWays(
  network: Network,
  streets: Streets,
  {
    mode,
    fragmentMeters,
    longestIslandMeters,
  }: { readonly mode: Mode; readonly fragmentMeters: Meters; readonly longestIslandMeters?: Meters | undefined },
): { readonly arcs: ArcAccess; readonly islands: Islands } {
  const publicArcs = findArcAccess(network, streets, mode);
  const islandsOf = (open: Uint8Array) => findIslands(network, open, fragmentMeters, longestIslandMeters);
  const publicIslands = islandsOf(publicArcs.open);
  const exits = findPrivateExits(network, streets, { mode, islands: publicIslands });
  if (exits.size === 0) return { arcs: publicArcs, islands: publicIslands };
  const arcs = findArcAccess(network, streets, mode, exits);
  return { arcs, islands: islandsOf(arcs.open) };
}
