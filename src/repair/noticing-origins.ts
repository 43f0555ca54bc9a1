import type { Attachment } from "../attach/attachment.js";
import type { Meters } from "../base/units.js";
import { type Bounds, boundsOf, isInBox, widenBounds } from "../geo/bounds.js";
import type { Network } from "../graph/network.js";
import type { Origins } from "../model/facts.js";
import type { EditedScenarioNetwork, ScenarioNetwork } from "./scenario-network.js";

/** Beyond so many places where something changed, all origins are searched for anew: looking would take as long. */
const MAX_PLACES = 64;

/** Where streets were edited: the network before, the one after, and the box around what came or went. */
export interface NetworkChange extends EditedScenarioNetwork {
  readonly places: Origins;
  readonly before: ScenarioNetwork;
  readonly bounds: Bounds;
}

/**
 * Lists the origins that may notice that streets came or went: those attached elsewhere now, and those within whose reach, as the
 * crow flies, a street was edited or a facility is entered elsewhere now.
 *
 * Why others reach nothing is not told: islands may have joined or parted.
 *
 * @returns rows, ascending; `null` = so many that all are to be searched for anew
 */
export function findNoticingOrigins(change: NetworkChange, reachMeters: Meters): number[] | null {
  if (change.edited.opensElsewhere) return null;
  const places = [change.bounds, ...movedEntries(change)];
  if (places.length > MAX_PLACES) return null;
  const boxes = places.map((place) => widenBounds(place, reachMeters));
  const rows = rowsNear(change, boxes);
  return 2 * rows.length > change.places.count ? null : rows;
}

/** Boxes around the ways into facilities that are not what they were. */
function movedEntries({ before, after, edited }: NetworkChange): Bounds[] {
  return after.attachments.flatMap((now, row) => {
    const old = before.attachments[row] ?? [];
    const isSame =
      old.length === now.length && now.every((entry, i) => isSamePlace(old[i] as Attachment, entry, edited.edgeAfter));
    if (isSame) return [];
    return [
      ...old.map(({ edge }) => boxOf(before.modeNetwork.network, edge)),
      ...now.map(({ edge }) => boxOf(after.modeNetwork.network, edge)),
    ];
  });
}

function isSamePlace(old: Attachment, now: Attachment, edgeAfter: Int32Array): boolean {
  return edgeAfter[old.edge] === now.edge && old.fraction === now.fraction && old.accessMeters === now.accessMeters;
}

function rowsNear({ places, before, after, edited }: NetworkChange, boxes: readonly Bounds[]): number[] {
  const { count, lon, lat } = places;
  const { edgeAfter } = edited;
  const [old, now] = [before.origins, after.origins];
  const isMoved = (origin: number) =>
    (old.edge[origin] < 0 ? -1 : edgeAfter[old.edge[origin]]) !== now.edge[origin] ||
    old.fraction[origin] !== now.fraction[origin] ||
    old.accessMeters[origin] !== now.accessMeters[origin];
  const rows: number[] = [];
  for (let origin = 0; origin < count; origin++)
    if (isMoved(origin) || boxes.some((box) => isInBox(box, lon[origin], lat[origin]))) rows.push(origin);
  return rows;
}

function boxOf({ edgeFrom, edgeTo, nodeLon, nodeLat }: Network, edge: number): Bounds {
  return boundsOf([edgeFrom[edge], edgeTo[edge]].map((node) => [nodeLon[node], nodeLat[node]]));
}
