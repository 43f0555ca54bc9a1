import type { AttachedOrigins } from "../attach/attach-origins.js";
import type { ModeNetwork } from "../attach/mode-network.js";
import { once } from "../base/once.js";
import { nodesWithWay } from "../graph/nodes-with-way.js";
import { NO_WAY, NONE_WITHIN_CUTOFF, NOT_ATTACHED } from "../model/travel.js";
import { cellOf, type TableDraft } from "./nearest-table.js";
import { type Entry, entriesByEdge } from "./network-costs.js";
import type { WholeFacilities } from "./travel-model.js";

/** What is needed to tell why an origin has no facility. */
export interface UnreachedWork {
  readonly table: TableDraft;
  readonly column: number;
  readonly entries: readonly Entry[];
  readonly origins: AttachedOrigins;
  readonly modeNetwork: ModeNetwork;
  /** From where there is a way to a facility, where some are beyond this network. Left out: the entries are all there are. */
  readonly waysToWhole?: ReturnType<WholeFacilities["waysTo"]> | undefined;
}

/**
 * Tells apart, where nothing was found: not attached, no way at all, or only too far.
 *
 * Both ways open, the island decides. Where some arcs run one way, the way must be found.
 *
 * @returns the origins of which something else was known before
 */
export function markUnreached(work: UnreachedWork): number[] {
  const { table, column, entries, origins, waysToWhole } = work;
  const { network, islands, arcs } = work.modeNetwork;
  const served =
    waysToWhole?.islands ??
    new Set(entries.map(({ attachment }) => islands.nodeIsland[network.edgeFrom[attachment.edge]]));
  const hasWay = arcs.someOneWay ? wayFinder(work) : () => true;
  const originIsland = origins.islands();
  const { nearestCount, cost, facilityRow, originCount } = table;
  let lastIsland = -1;
  let isServed = false;
  const changed: number[] = [];
  for (let origin = 0, cell = cellOf(table, 0, column); origin < originCount; origin++, cell += nearestCount) {
    let found = 0;
    while (found < nearestCount && cost[cell + found] !== Infinity) found++;
    const island = originIsland[origin];
    // who is at a facility and near no street knows of no other
    if (found === nearestCount || (found > 0 && island >= 0)) continue;
    // most are on the island of the one before
    if (island !== lastIsland) isServed = served.has(island);
    lastIsland = island;
    const isNear = isServed && hasWay(origin);
    const why = isNear ? NONE_WITHIN_CUTOFF : island < 0 ? NOT_ATTACHED : NO_WAY;
    if (facilityRow[cell + found] === why) continue;
    changed.push(origin);
    for (let rank = found; rank < nearestCount; rank++) facilityRow[cell + rank] = why;
  }
  return changed;
}

/** Finds the nodes from which there is a way to an entry. @returns per node, 1 = there is one */
export function nodesWithWayTo(
  entries: readonly Pick<Entry, "attachment">[],
  { network, arcs }: Pick<ModeNetwork, "network" | "arcs">,
): Uint8Array {
  const isOpen = (part: number, arc: number) => part === 0 || arcs.open[arc] === 1;
  const goals: number[] = [];
  for (const { attachment } of entries) {
    const { edge, fraction } = attachment;
    if (isOpen(fraction, 2 * edge)) goals.push(network.edgeFrom[edge]);
    if (isOpen(1 - fraction, 2 * edge + 1)) goals.push(network.edgeTo[edge]);
  }
  return nodesWithWay(network, arcs.open, goals);
}

/** Where some arcs run one way, an island tells nothing. */
function wayFinder({ entries, origins, modeNetwork, waysToWhole }: UnreachedWork): (origin: number) => boolean {
  const { network, arcs } = modeNetwork;
  /** Tells whether so much of an arc may be walked: nothing of a closed one may. */
  const isOpen = (part: number, arc: number) => part === 0 || arcs.open[arc] === 1;
  const find = once(() => ({
    hasWay: waysToWhole?.hasWay ?? nodesWithWayTo(entries, modeNetwork),
    onEdge: entriesByEdge(entries),
  }));
  return (origin) => {
    const { hasWay, onEdge } = find();
    const edge = origins.edge[origin];
    const fraction = origins.fraction[origin];
    if (hasWay[network.edgeFrom[edge]] === 1 && isOpen(fraction, 2 * edge + 1)) return true;
    if (hasWay[network.edgeTo[edge]] === 1 && isOpen(1 - fraction, 2 * edge)) return true;
    return (onEdge.get(edge) ?? []).some(({ attachment }) => {
      const ahead = attachment.fraction - fraction;
      return isOpen(ahead, ahead < 0 ? 2 * edge + 1 : 2 * edge);
    });
  };
}
