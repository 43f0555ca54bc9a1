import RBush from "rbush";
import type { Meters } from "../base/units.js";
import { boundsOf, widenBounds } from "../geo/bounds.js";
import { distanceMeters } from "../geo/distance.js";
import { containsPoint } from "../geo/rings.js";
import type { Facility } from "../model/facts.js";
import { distanceToFacility } from "./distance-to-facility.js";

/** Facilities, each once. */
export interface JoinedTwins {
  readonly facilities: readonly Facility[];
  /** Those that are one with another that stays. */
  readonly twins: ReadonlySet<Facility>;
}

const TWIN_METERS: Meters = 25;
const MOST_IN_ONE_PLACE = 20;

/**
 * Joins what maps one place twice: the same categories, and the same name or none in one of the two; a point inside an area or within
 * 25 m of it, or two points within 25 m.
 *
 * The area stays, else the one with a name, else the first by place; of points that are one, the way in is at each. Two points without
 * any name are two places: two toilets may stand side by side.
 *
 * @param facilities in an order by place
 * @param staysAlone tells of whom it is known that it is a place of its own
 */
export function joinTwins(facilities: readonly Facility[], staysAlone: (facility: Facility) => boolean): JoinedTwins {
  const stays = new Map<Facility, Facility>();
  const twins = new Set<Facility>();
  const compared = withoutCrowds(facilities).filter((facility) => !staysAlone(facility));
  for (const alike of byCategories(compared)) if (alike.length > 1) joinAlike(alike, stays, twins);
  return {
    facilities: facilities.flatMap((facility) => (twins.has(facility) ? [] : [stays.get(facility) ?? facility])),
    twins,
  };
}

/** Leaves out who shares a place, to the last digit, with very many: they are told as duplicates, and thousands may be there. */
function withoutCrowds(facilities: readonly Facility[]): Facility[] {
  const others: Facility[] = [];
  for (let first = 0, end = 0; first < facilities.length; first = end) {
    const [lon, lat] = facilities[first].location;
    do end++;
    while (end < facilities.length && facilities[end].location[0] === lon && facilities[end].location[1] === lat);
    if (end - first <= MOST_IN_ONE_PLACE) others.push(...facilities.slice(first, end));
  }
  return others;
}

function byCategories(facilities: readonly Facility[]): Iterable<readonly Facility[]> {
  const groups = new Map<string, Facility[]>();
  for (const facility of facilities) {
    const key = facility.categories.join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [facility]);
    else group.push(facility);
  }
  return groups.values();
}

/** @param stays of each facility that is no longer what it was, what it has become; changed, as is `twins` */
function joinAlike(alike: readonly Facility[], stays: Map<Facility, Facility>, twins: Set<Facility>): void {
  const tree = new RBush<{ minX: number; minY: number; maxX: number; maxY: number; facility: Facility }>();
  tree.load(
    alike.map((facility) => {
      const { west, south, east, north } = boundsOf(facility.isArea ? facility.outline.flat() : [facility.location]);
      return { minX: west, minY: south, maxX: east, maxY: north, facility };
    }),
  );
  /** Others near a point, the nearest first, then by place. */
  const near = (point: Facility) => {
    const { west, south, east, north } = widenBounds(boundsOf([point.location]), TWIN_METERS);
    return tree
      .search({ minX: west, minY: south, maxX: east, maxY: north })
      .filter(({ facility }) => facility !== point && !twins.has(facility))
      .map(({ facility }) => ({ facility, meters: metersBetween(point, facility) }))
      .filter(({ meters }) => meters <= TWIN_METERS)
      .sort((a, b) => a.meters - b.meters || rowOf(a.facility) - rowOf(b.facility))
      .map(({ facility }) => facility);
  };
  const points = alike.filter(isPoint);
  const named = points.filter(({ name }) => name !== null);
  const nameless = points.filter(({ name }) => name === null);
  const rows = new Map(alike.map((facility, row) => [facility, row]));
  const rowOf = (facility: Facility) => rows.get(facility) as number;
  const nameOf = (facility: Facility) => plainName((stays.get(facility) ?? facility).name);
  const join = (point: Facility, kept: Facility) => {
    twins.add(point);
    stays.set(kept, joined(stays.get(kept) ?? kept, stays.get(point) ?? point));
  };
  for (const point of named) {
    const others = near(point);
    const kept =
      others.find((other) => other.isArea && nameOf(other) === nameOf(point)) ??
      others.find((other) => other.isArea && nameOf(other) === null) ??
      others.find((other) => rowOf(other) < rowOf(point) && nameOf(other) === nameOf(point));
    if (kept !== undefined) join(point, kept);
  }
  for (const point of nameless) {
    const kept = near(point).find((other) => other.isArea || nameOf(other) !== null);
    if (kept !== undefined) join(point, kept);
  }
}

function isPoint({ outline, entrances }: Facility): boolean {
  return outline.length === 0 && entrances.length === 1;
}

/** @returns `Infinity` = a line, or a place of several entrances */
function metersBetween({ location: [lon, lat] }: Facility, other: Facility): Meters {
  if (isPoint(other)) return distanceMeters(lon, lat, other.location[0], other.location[1]);
  if (!other.isArea) return Infinity;
  // to the outline, not to the entrances
  return containsPoint([other.outline], lon, lat) ? 0 : distanceToFacility(lon, lat, { ...other, entrances: [] });
}

/** An area is entered as before; a point at both places. */
function joined(kept: Facility, twin: Facility): Facility {
  const entrances = kept.isArea
    ? kept.entrances
    : [...kept.entrances, ...twin.entrances].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const attributes = { ...twin.attributes, ...kept.attributes };
  return { ...kept, name: kept.name ?? twin.name, entrances, attributes };
}

/** As it is compared: width, case and spaces aside. */
function plainName(name: string | null): string | null {
  return name === null ? null : name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
