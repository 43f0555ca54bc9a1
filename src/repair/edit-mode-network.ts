import { attachFacility } from "../attach/attach-facilities.js";
import { type AttachedOrigins, attachOrigins, reattachOrigins } from "../attach/attach-origins.js";
import type { Attachment } from "../attach/attachment.js";
import { EdgeIndex } from "../attach/edge-index.js";
import { type Ground, readGround } from "../attach/ground.js";
import { buildModeNetwork, findOpenWays, type ModeNetwork } from "../attach/mode-network.js";
import type { Meters } from "../base/units.js";
import { type Bounds, boundsOf, overlap, widenBounds } from "../geo/bounds.js";
import type { Network } from "../graph/network.js";
import type { Facility, Origins } from "../model/facts.js";
import { buildNetwork } from "../streets/build-network.js";
import { editEdgeGrid } from "./edit-edge-grid.js";
import { editNetwork } from "./edit-network.js";
import { matchEdges } from "./match-edges.js";
import { boundsOfChange, type StreetChange } from "./street-change.js";

/** A mode's network after some streets came or went. */
export interface EditedModeNetwork {
  readonly modeNetwork: ModeNetwork;
  /** Number that each edge of before has now; -1 = it is gone. */
  readonly edgeAfter: Int32Array;
  /** Whoever is attached farther from these boxes than places can be is still attached to the same place; `null` = not known. */
  readonly touched: readonly Bounds[] | null;
  /** Whether streets that stay are open now and were not, or the other way round, wherever they are. */
  readonly opensElsewhere: boolean;
}

/** Beyond so many fragments that join or part, all places are attached anew: looking would take as long. */
const MAX_TOUCHED = 64;

/** Lets streets come or go. What was found while the network was built stays. */
export function editModeNetwork(before: ModeNetwork, change: StreetChange, fragmentMeters: Meters): EditedModeNetwork {
  const edited = editNetwork(before.network, change);
  if (edited === null) return buildAnew(before, change, fragmentMeters);
  const { network, edgeAfter } = edited;
  const { arcs, islands } = findOpenWays(network, change.after, { mode: before.mode, fragmentMeters });
  if (opensElsewhere(before.arcs.open, arcs.open, edgeAfter)) return buildAnew(before, change, fragmentMeters);
  const ground = readGround(network, change.after);
  const opened = openEdgesOf(network, arcs.open, change, ground);
  const grid = editEdgeGrid(before.index.grid, before.network, { network, edgeAfter, opened });
  const index = new EdgeIndex(network, arcs.open, islands, ground, { grid, before: before.index });
  const touched = [boundsOfChange(change)];
  const stood = before.index.standings;
  const { standings } = index;
  for (let edge = 0; edge < edgeAfter.length && touched.length <= MAX_TOUCHED; edge++) {
    const now = edgeAfter[edge];
    if (now >= 0 && stood[edge] !== standings[now]) touched.push(boundsOf(index.ends(now)));
  }
  return {
    modeNetwork: { ...before, streets: change.after, network, arcs, islands, index },
    edgeAfter,
    touched: touched.length > MAX_TOUCHED ? null : touched,
    opensElsewhere: false,
  };
}

function buildAnew(before: ModeNetwork, change: StreetChange, fragmentMeters: Meters): EditedModeNetwork {
  const modeNetwork = {
    ...buildModeNetwork(buildNetwork(change.after), before.mode, fragmentMeters),
    diagnostics: before.diagnostics,
  };
  const edgeAfter = matchEdges(before.network, modeNetwork.network, change);
  return {
    ...{ modeNetwork, edgeAfter, touched: null },
    opensElsewhere: opensElsewhere(before.arcs.open, modeNetwork.arcs.open, edgeAfter),
  };
}

/** Tells whether edges that stay are open now and were not, or the other way round: private ways, as far as they are the only way out. */
function opensElsewhere(wasOpen: Uint8Array, isOpen: Uint8Array, edgeAfter: Int32Array): boolean {
  return edgeAfter.some((now, edge) => now >= 0 && isOpenIn(wasOpen, edge) !== isOpenIn(isOpen, now));
}

function isOpenIn(arcOpen: Uint8Array, edge: number): boolean {
  return arcOpen[2 * edge] === 1 || arcOpen[2 * edge + 1] === 1;
}

/** Lists the edges of new streets on the ground that are open, ascending. */
function openEdgesOf(
  { edgeCount, edgeStreetRow }: Network,
  arcOpen: Uint8Array,
  change: StreetChange,
  { isOff }: Ground,
): Uint32Array {
  const firstNew = change.after.count - change.opened.length;
  const edges: number[] = [];
  for (let edge = 0; edge < edgeCount; edge++)
    if (edgeStreetRow[edge] >= firstNew && isOff[edge] === 0 && isOpenIn(arcOpen, edge)) edges.push(edge);
  return Uint32Array.from(edges);
}

/** Carries origins over to a network whose streets were edited: only those near what came or went are attached anew. */
export function carryOrigins(
  before: AttachedOrigins,
  origins: Origins,
  edited: EditedModeNetwork,
  maxAccessMeters: Meters,
): AttachedOrigins {
  const { modeNetwork, edgeAfter, touched } = edited;
  if (touched === null) return attachOrigins(modeNetwork, origins, maxAccessMeters);
  const boxes = touched.map((box) => widenBounds(box, maxAccessMeters));
  return reattachOrigins(before, modeNetwork, origins, { maxAccessMeters, edgeAfter, boxes });
}

/** Carries the ways into facilities over to a network whose streets were edited, as `carryOrigins` does. */
export function carryFacilities(
  before: readonly (readonly Attachment[])[],
  facilities: readonly Facility[],
  { modeNetwork, edgeAfter, touched }: EditedModeNetwork,
  maxAccessMeters: Meters,
): (readonly Attachment[])[] {
  const boxes = touched?.map((box) => widenBounds(box, maxAccessMeters)) ?? null;
  return facilities.map((facility, row) => {
    const isNear = boxes === null || boxes.some((box) => overlap(box, boundsOfFacility(facility)));
    if (isNear) return attachFacility(modeNetwork.index, facility, maxAccessMeters);
    return (before[row] ?? []).map((entry) => ({ ...entry, edge: edgeAfter[entry.edge] as number }));
  });
}

function boundsOfFacility({ location, entrances, outline }: Facility): Bounds {
  return boundsOf([location, ...entrances, ...outline.flat()]);
}
