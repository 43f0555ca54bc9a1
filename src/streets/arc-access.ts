import type { Diagnostic } from "../base/diagnostics.js";
import { Diagnostics } from "../base/diagnostics.js";
import { guardShape } from "../base/guard-call.js";
import { checkNetwork, type Network } from "../graph/network.js";
import type { Streets } from "../model/facts.js";
import type { Mode, WayAccess } from "../model/mode.js";
import { checkStreets } from "./check-streets.js";

/** Which arcs are open to somebody. */
export interface ArcAccess {
  /** Per arc: 0 = closed, 1 = open. */
  readonly open: Uint8Array;
  /** Whether some edge is open one way only. */
  readonly someOneWay: boolean;
  /** How many features are closed both ways. */
  readonly closedStreetCount: number;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Decides by the tags of its street which mode may use each arc.
 *
 * @param exits edges that are used although their street is closed, and how
 */
export function findArcAccess(
  network: Network,
  streets: Streets,
  mode: Mode,
  exits: ReadonlyMap<number, WayAccess> = new Map(),
): ArcAccess {
  return guardShape("findArcAccess", () => {
    checkNetwork(network);
    checkStreets(streets);
    const { tagSets, tagSetRow } = streets;
    const access = tagSets.map(mode.accessOf);
    const isOpen = Uint8Array.from({ length: 2 * tagSets.length }, (_, at) =>
      access[at >> 1]?.[(at & 1) === 0 ? "forward" : "backward"] ? 1 : 0,
    );
    const open = new Uint8Array(2 * network.edgeCount);
    for (let edge = 0; edge < network.edgeCount; edge++) {
      const set = tagSetRow[network.edgeStreetRow[edge]];
      open[2 * edge] = isOpen[2 * set];
      open[2 * edge + 1] = isOpen[2 * set + 1];
    }
    for (const [edge, { forward, backward }] of exits) {
      open[2 * edge] = forward ? 1 : 0;
      open[2 * edge + 1] = backward ? 1 : 0;
    }
    const ground = mode.ground?.closedEdges?.({ network, streets });
    for (const edge of ground?.edges ?? []) open.fill(0, 2 * edge, 2 * edge + 2);
    const exitRows = new Set([...exits.keys()].map((edge) => streets.featureRow[network.edgeStreetRow[edge]]));
    const diagnostics = reportClosedStreets(streets, access, exitRows);
    return {
      open,
      someOneWay: [...access, ...exits.values()].some((set) => set.forward !== set.backward),
      closedStreetCount: diagnostics.count("street.closed", "streets"),
      diagnostics: [...diagnostics.list(), ...(ground?.diagnostics ?? [])],
    };
  });
}

function reportClosedStreets(
  { count, featureRow, tagSetRow, ids }: Streets,
  access: readonly WayAccess[],
  exitRows: ReadonlySet<number | undefined>,
): Diagnostics {
  const diagnostics = new Diagnostics();
  for (let row = 0; row < count; row++) {
    const { forward, backward, because } = access[tagSetRow[row]];
    // the lines of one feature follow each other, and count once
    const isCounted = row > 0 && featureRow[row] === featureRow[row - 1];
    if (forward || backward || isCounted) continue;
    diagnostics.add(
      exitRows.has(featureRow[row]) ? "street.privateExit" : "street.closed",
      "streets",
      ids[row],
      because,
    );
  }
  return diagnostics;
}
