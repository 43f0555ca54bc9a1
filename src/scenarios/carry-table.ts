import { type Bounds, boundsOf, widenBounds } from "../geo/bounds.js";
import type { Facility, NearestTable, Origins, TravelProfile, TravelRequest } from "../model.js";
import type { Attachment } from "../network/nearest-edge.js";
import type { Network } from "../network/network.js";
import type { OriginsOnNetwork } from "../network/walk-network.js";
import { pickOrigins } from "../origins/pick-origins.js";
import { fillRequest, reachMetersOf } from "../travel/fill-network-table.js";
import { putOrigins } from "../travel/nearest-table.js";
import type { TravelCity } from "../travel/travel-model.js";
import { withOrigins } from "../travel/with-origins.js";

/** Beyond so many places where something changed, all is filled anew: looking would take as long. */
const MAX_PLACES = 64;

/** A city as its tables see it: facilities by row, and where they are attached. */
export interface PlacedCity {
  readonly network: Network;
  readonly origins: OriginsOnNetwork;
  readonly facilities: readonly Facility[];
  readonly attachments: readonly (readonly Attachment[])[];
}

/** A table of the city before its streets were edited, and where they were. */
export interface TableBefore {
  readonly table: NearestTable;
  readonly placed: PlacedCity;
  readonly edited: Bounds;
}

/**
 * Fills the table of a city whose streets were edited, from the one before: only origins that may notice are searched for anew.
 *
 * An origin may notice if it is attached elsewhere now, or if an edited street, or a facility that is entered elsewhere now, is
 * within its reach as the crow flies. Why others reach nothing is not told: islands may have joined or parted.
 *
 * @returns `null` if so much has changed that all is to be filled anew
 */
export function carryTable(
  before: TableBefore,
  placed: PlacedCity,
  {
    city,
    profile,
    request,
  }: { readonly city: TravelCity; readonly profile: TravelProfile; readonly request: TravelRequest },
): NearestTable | null {
  const places = [before.edited, ...movedEntries(before.placed, placed)];
  if (places.length > MAX_PLACES) return null;
  const reachMeters = reachMetersOf(request, profile);
  const boxes = places.map((place) => widenBounds(place, reachMeters));
  const rows = rowsToFill(before.placed, placed, city.origins, boxes);
  const part = withOrigins(city, pickOrigins(city.origins, rows));
  if (part.streets === null || 2 * rows.length > city.origins.count) return null;
  const filled = fillRequest(part, part.streets, { profile, request });
  const carried = copyTable(before.table, newRows(before.placed.facilities, placed.facilities));
  putOrigins(carried, filled, rows);
  return carried;
}

/** Boxes around the ways into facilities that are not what they were. */
function movedEntries(before: PlacedCity, after: PlacedCity): Bounds[] {
  const rowBefore = new Map(before.facilities.map((facility, row) => [facility, row]));
  return after.facilities.flatMap((facility, row) => {
    const old = before.attachments[rowBefore.get(facility) ?? -1] ?? [];
    const own = after.attachments[row] ?? [];
    const isSame =
      old.length === own.length &&
      own.every((entry, i) => isSamePlace(before.network, old[i] as Attachment, after.network, entry));
    if (isSame) return [];
    return [
      ...old.map(({ edge }) => boxOf(before.network, edge)),
      ...own.map(({ edge }) => boxOf(after.network, edge)),
    ];
  });
}

function rowsToFill(before: PlacedCity, after: PlacedCity, { count, lon, lat }: Origins, boxes: readonly Bounds[]) {
  const isNear = (origin: number) =>
    boxes.some(
      ({ west, south, east, north }) =>
        lon[origin] >= west && lon[origin] <= east && lat[origin] >= south && lat[origin] <= north,
    );
  const placeOf = ({ edge, fraction, accessMeters }: OriginsOnNetwork, origin: number): OnEdge => ({
    edge: edge[origin],
    fraction: fraction[origin],
    accessMeters: accessMeters[origin],
  });
  const isMoved = (origin: number) =>
    !isSamePlace(before.network, placeOf(before.origins, origin), after.network, placeOf(after.origins, origin));
  const rows: number[] = [];
  for (let origin = 0; origin < count; origin++) if (isNear(origin) || isMoved(origin)) rows.push(origin);
  return rows;
}

type OnEdge = Pick<Attachment, "edge" | "fraction" | "accessMeters">;

/** Tells whether two attachments are at the same point of the same edge, of different networks. */
function isSamePlace(network: Network, a: OnEdge, other: Network, b: OnEdge): boolean {
  if (a.edge < 0 || b.edge < 0) return a.edge === b.edge;
  const isSameNode = (one: number, two: number) =>
    network.nodeLon[one] === other.nodeLon[two] && network.nodeLat[one] === other.nodeLat[two];
  return (
    a.fraction === b.fraction &&
    a.accessMeters === b.accessMeters &&
    isSameNode(network.edgeFrom[a.edge], other.edgeFrom[b.edge]) &&
    isSameNode(network.edgeTo[a.edge], other.edgeTo[b.edge])
  );
}

function boxOf({ edgeFrom, edgeTo, nodeLon, nodeLat }: Network, edge: number): Bounds {
  return boundsOf([edgeFrom[edge], edgeTo[edge]].map((node) => [nodeLon[node], nodeLat[node]]));
}

/** New row of each old one; -1 = it is closed. */
function newRows(before: readonly Facility[], after: readonly Facility[]): Int32Array {
  const rowAfter = new Map(after.map((facility, row) => [facility, row]));
  return Int32Array.from(before, (facility) => rowAfter.get(facility) ?? -1);
}

function copyTable(table: NearestTable, rowAfter: Int32Array): NearestTable {
  return {
    ...table,
    cost: table.cost.slice(),
    facilityRow: table.facilityRow.map((row) => (row < 0 ? row : rowAfter[row])),
    counts: table.counts.map((counts) => counts?.slice() ?? null),
  };
}
