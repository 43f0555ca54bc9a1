import { type Diagnostic, Diagnostics } from "../base/diagnostics.js";
import { groupRows } from "../base/group-rows.js";
import { once } from "../base/once.js";
import type { Meters } from "../base/units.js";
import { type Bounds, isInBox } from "../geo/bounds.js";
import type { Network } from "../graph/network.js";
import type { Origins } from "../model/facts.js";
import type { Attachment } from "./attachment.js";
import type { EdgeIndex } from "./edge-index.js";
import type { ModeNetwork } from "./mode-network.js";

/** The origins of a city on its network, as columns. */
export interface AttachedOrigins {
  /** Edge of each origin; -1 = not attached. */
  readonly edge: Int32Array;
  readonly fraction: Float64Array;
  readonly accessMeters: Float64Array;
  readonly unattachedRows: readonly number[];
  /** Of these, those that have a street near, but only across water. */
  readonly acrossWaterRows: readonly number[];
  readonly movedOffFragmentRows: readonly number[];
  /** Gives the origins by the nodes at the ends of their edges; found when first asked for. */
  readonly atNodes: () => OriginsAtNodes;
  /** Gives the island that each origin is on; -1 = it is not attached. Found when first asked for. */
  readonly islands: () => Int32Array;
  readonly diagnostics: readonly Diagnostic[];
}

/** CSR: the origins on the edges of node `n` are `originAtNode[firstOriginAtNode[n]]` and following. */
export interface OriginsAtNodes {
  readonly firstOriginAtNode: Uint32Array;
  readonly originAtNode: Uint32Array;
}

/** What is written while origins are attached. */
interface AttachedColumns {
  readonly edge: Int32Array;
  readonly fraction: Float64Array;
  readonly accessMeters: Float64Array;
  readonly unattachedRows: number[];
  readonly acrossWaterRows: number[];
  readonly movedOffFragmentRows: number[];
}

/** Attaches every origin to its nearest edge. */
export function attachOrigins(modeNetwork: ModeNetwork, origins: Origins, maxMeters: Meters): AttachedOrigins {
  const { count } = origins;
  const columns: AttachedColumns = {
    edge: new Int32Array(count),
    fraction: new Float64Array(count),
    accessMeters: new Float64Array(count),
    unattachedRows: [],
    acrossWaterRows: [],
    movedOffFragmentRows: [],
  };
  attachRows(columns, modeNetwork.index, origins, maxMeters);
  return finish(columns, modeNetwork);
}

/** What is known of origins on an edited network. */
export interface Reattachment {
  readonly maxAccessMeters: Meters;
  /** Number that each edge of before has now. */
  readonly edgeAfter: Int32Array;
  /** Whoever is in one of them may be attached elsewhere now. */
  readonly boxes: readonly Bounds[];
}

/** Attaches those origins anew that may be attached elsewhere now. */
export function reattachOrigins(
  before: AttachedOrigins,
  modeNetwork: ModeNetwork,
  origins: Origins,
  { maxAccessMeters, edgeAfter, boxes }: Reattachment,
): AttachedOrigins {
  const { lon, lat } = origins;
  const isNear = (origin: number) => boxes.some((box) => isInBox(box, lon[origin], lat[origin]));
  const isElsewhere = (origin: number) => !isNear(origin);
  const columns: AttachedColumns = {
    edge: before.edge.map((edge) => (edge < 0 ? edge : edgeAfter[edge])),
    fraction: before.fraction.slice(),
    accessMeters: before.accessMeters.slice(),
    unattachedRows: before.unattachedRows.filter(isElsewhere),
    acrossWaterRows: before.acrossWaterRows.filter(isElsewhere),
    movedOffFragmentRows: before.movedOffFragmentRows.filter(isElsewhere),
  };
  attachRows(columns, modeNetwork.index, origins, maxAccessMeters, isNear);
  columns.unattachedRows.sort((a, b) => a - b);
  columns.acrossWaterRows.sort((a, b) => a - b);
  columns.movedOffFragmentRows.sort((a, b) => a - b);
  return finish(columns, modeNetwork);
}

/** Tells where origins are that are attached already: `null` = nowhere. Nothing is diagnosed: whoever attached them knows. */
export function originsAttachedAt(
  attachments: readonly (Attachment | null)[],
  modeNetwork: ModeNetwork,
): AttachedOrigins {
  const columns: AttachedColumns = {
    edge: Int32Array.from(attachments, (attachment) => attachment?.edge ?? -1),
    fraction: Float64Array.from(attachments, (attachment) => attachment?.fraction ?? 0),
    accessMeters: Float64Array.from(attachments, (attachment) => attachment?.accessMeters ?? 0),
    unattachedRows: [...attachments.keys()].filter((row) => attachments[row] === null),
    acrossWaterRows: [],
    movedOffFragmentRows: [],
  };
  return { ...finish(columns, modeNetwork), diagnostics: [] };
}

function attachRows(
  { edge, fraction, accessMeters, unattachedRows, acrossWaterRows, movedOffFragmentRows }: AttachedColumns,
  { nearestEdge }: EdgeIndex,
  { count, lon, lat }: Origins,
  maxMeters: Meters,
  isWanted?: (origin: number) => boolean,
): void {
  for (let origin = 0; origin < count; origin++) {
    if (isWanted?.(origin) === false) continue;
    edge[origin] = nearestEdge.find(lon[origin], lat[origin], maxMeters);
    if (edge[origin] < 0) {
      fraction[origin] = 0;
      accessMeters[origin] = 0;
      unattachedRows.push(origin);
      if (nearestEdge.isAcrossWater) acrossWaterRows.push(origin);
      continue;
    }
    fraction[origin] = nearestEdge.fraction;
    accessMeters[origin] = nearestEdge.accessMeters;
    if (nearestEdge.movedOffFragment) movedOffFragmentRows.push(origin);
  }
}

function finish(columns: AttachedColumns, { network, islands }: ModeNetwork): AttachedOrigins {
  const diagnostics = new Diagnostics();
  diagnostics.addMany("origin.offNetwork", null, columns.unattachedRows.length - columns.acrossWaterRows.length);
  diagnostics.addMany("origin.acrossWater", null, columns.acrossWaterRows.length);
  diagnostics.addMany("origin.movedOffFragment", null, columns.movedOffFragmentRows.length);
  return {
    ...columns,
    atNodes: once(() => originsAtNodes(network, columns.edge)),
    islands: once(() =>
      columns.edge.map((edge) => (edge < 0 ? -1 : (islands.nodeIsland[network.edgeFrom[edge]] as number))),
    ),
    diagnostics: diagnostics.list(),
  };
}

function originsAtNodes({ nodeCount, edgeFrom, edgeTo }: Network, originEdge: Int32Array): OriginsAtNodes {
  /** The ends of each origin's edge, two by two. */
  const endNode = new Int32Array(2 * originEdge.length).fill(-1);
  for (let origin = 0; origin < originEdge.length; origin++) {
    const edge = originEdge[origin];
    if (edge < 0) continue;
    endNode[2 * origin] = edgeFrom[edge];
    endNode[2 * origin + 1] = edgeTo[edge];
  }
  const { first, rows } = groupRows(endNode, nodeCount);
  return { firstOriginAtNode: first, originAtNode: rows.map((end) => end >> 1) };
}
