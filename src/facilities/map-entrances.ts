import RBush from "rbush";
import type { LonLat, Tags } from "../base/words.js";
import { boundsOf, widenBounds } from "../geo/bounds.js";
import type { Facility, FacilityRecord } from "../model/facts.js";
import { ownValue, toValues } from "./classify-text.js";
import { distanceToFacility } from "./distance-to-facility.js";

/** Areas with the entrances that were mapped on their outlines. */
export interface MappedEntrances {
  readonly facilities: readonly Facility[];
  /** The records that served as entrances. */
  readonly entranceRecords: ReadonlySet<FacilityRecord>;
  /** Those that lie on an outline, but that the public may not use. */
  readonly closedRecords: ReadonlySet<FacilityRecord>;
}

/** An entrance is drawn on the outline, give or take the drawing. */
const MAX_METERS_FROM_OUTLINE = 10;

/**
 * Gives every area without entrances of its own those points (gates, entrances) that lie on its outline and are open to the public.
 * Where there are only others, people get in elsewhere: not by them.
 */
export function mapEntrances(facilities: readonly Facility[], others: readonly FacilityRecord[]): MappedEntrances {
  const gates = others.filter(isEntrance);
  const entranceRecords = new Set<FacilityRecord>();
  const closedRecords = new Set<FacilityRecord>();
  if (gates.length === 0) return { facilities, entranceRecords, closedRecords };
  const tree = new RBush<{ minX: number; minY: number; maxX: number; maxY: number; gate: FacilityRecord }>();
  tree.load(
    gates.map((gate) => {
      const [lon, lat] = gate.location;
      return { minX: lon, minY: lat, maxX: lon, maxY: lat, gate };
    }),
  );
  const withEntrances = facilities.map((facility) => {
    if (!facility.isArea || facility.entrances.length > 0) return facility;
    const box = widenBounds(boundsOf(facility.outline.flat()), MAX_METERS_FROM_OUTLINE);
    const own = tree
      .search({ minX: box.west, minY: box.south, maxX: box.east, maxY: box.north })
      .map(({ gate }) => gate)
      .filter(({ location }) => isOnOutline(location, facility));
    const open = own.filter(({ tags }) => isPublic(tags));
    const closed = own.filter(({ tags }) => !isPublic(tags));
    for (const gate of open) entranceRecords.add(gate);
    for (const gate of closed) closedRecords.add(gate);
    if (open.length > 0) return { ...facility, entrances: placesOf(open) };
    return closed.length === 0 ? facility : { ...facility, closedEntrances: placesOf(closed) };
  });
  return { facilities: withEntrances, entranceRecords, closedRecords };
}

/** In an order by place. */
function placesOf(gates: readonly FacilityRecord[]): LonLat[] {
  return gates.map(({ location }) => location).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

function isEntrance({ tags, outline }: FacilityRecord): boolean {
  const isNamed = typeof tags.entrance === "string" && tags.entrance !== "no";
  return outline.length === 0 && (isNamed || tags.barrier === "gate");
}

/** Ways out, and ways in for those who work there. */
const OTHER_ENTRANCES = new Set(
  "exit emergency emergency_exit fire_exit service staff employee employees delivery private garage maintenance".split(
    " ",
  ),
);
const CLOSED = new Set("no private residents permit employees staff emergency delivery military".split(" "));
const OPEN = new Set("yes public permissive customers designated destination".split(" "));

/** Tells whether everybody gets in by a gate or entrance: `foot` says more than `access`, and that more than a lock. */
function isPublic(tags: Tags): boolean {
  const values = (key: string) => toValues(ownValue(tags, key));
  if (values("entrance").some((value) => OTHER_ENTRANCES.has(value))) return false;
  for (const key of ["foot", "access"]) {
    if (values(key).some((value) => OPEN.has(value))) return true;
    if (values(key).some((value) => CLOSED.has(value))) return false;
  }
  return !values("locked").includes("yes");
}

function isOnOutline([lon, lat]: LonLat, facility: Facility): boolean {
  // as a line: inside an area every place would be at distance 0
  return distanceToFacility(lon, lat, { ...facility, isArea: false }) <= MAX_METERS_FROM_OUTLINE;
}
