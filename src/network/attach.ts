import { type Bounds, widenBounds } from "../geo/bounds.js";
import { closestPointOnSegment, crossingOfSegments } from "../geo/segments.js";
import type { Facility, LonLat, Origins } from "../model.js";
import type { Degrees, Meters } from "../units.js";
import type { Attachment, EdgeIndex } from "./edge-index.js";

/** Origins on the network, as columns. */
export interface AttachedOrigins {
  /** Edge of each origin; -1 = not attached. */
  readonly edge: Int32Array;
  readonly fraction: Float64Array;
  readonly accessMeters: Float64Array;
  readonly unattachedRows: readonly number[];
  readonly movedOffFragmentRows: readonly number[];
}

/** Attaches every origin to its nearest edge. */
export function attachOrigins(index: EdgeIndex, { count, lon, lat }: Origins, maxMeters: Meters): AttachedOrigins {
  const edge = new Int32Array(count).fill(-1);
  const fraction = new Float64Array(count);
  const accessMeters = new Float64Array(count);
  const unattachedRows: number[] = [];
  const movedOffFragmentRows: number[] = [];
  for (let origin = 0; origin < count; origin++) {
    const attachment = index.nearest(lon[origin], lat[origin], maxMeters);
    if (attachment === null) {
      unattachedRows.push(origin);
      continue;
    }
    edge[origin] = attachment.edge;
    fraction[origin] = attachment.fraction;
    accessMeters[origin] = attachment.accessMeters;
    if (attachment.movedOffFragment) movedOffFragmentRows.push(origin);
  }
  return { edge, fraction, accessMeters, unattachedRows, movedOffFragmentRows };
}

/**
 * Finds where a facility can be entered from the network; empty = nowhere within `maxMeters`.
 *
 * At its entrances; without any, wherever its outline meets a street; else from the point of the streets that is
 * nearest to its outline. Fragments are avoided as for any place.
 */
export function attachFacility(index: EdgeIndex, facility: Facility, maxMeters: Meters): Attachment[] {
  if (facility.entrances.length > 0 || facility.outline.length === 0) {
    const places = facility.entrances.length > 0 ? facility.entrances : [facility.location];
    return places.map(([lon, lat]) => index.nearest(lon, lat, maxMeters)).filter((attachment) => attachment !== null);
  }
  const crossings = outlineCrossings(index, facility);
  const connected = crossings.filter(({ edge }) => !index.isFragment(edge));
  if (connected.length > 0) return connected;
  const nearest = nearestToOutline(index, facility, maxMeters);
  if (nearest !== null) return [{ ...nearest, movedOffFragment: crossings.length > 0 }];
  if (crossings.length > 0) return crossings;
  // only fragments are near
  const [lon, lat] = facility.location;
  const attachment = index.nearest(lon, lat, maxMeters);
  return attachment === null ? [] : [attachment];
}

function outlineCrossings(index: EdgeIndex, facility: Facility): Attachment[] {
  const crossings = new Map<string, Attachment>();
  for (const [a, b, box] of outlineSegments(facility)) {
    for (const edge of index.edgesIn(box.west, box.south, box.east, box.north)) {
      const [from, to] = index.ends(edge);
      const crossing = crossingOfSegments(from, to, a, b);
      if (crossing === null) continue;
      const fraction = crossing[0];
      crossings.set(`${edge} ${fraction}`, { edge, fraction, accessMeters: 0, movedOffFragment: false });
    }
  }
  return [...crossings.values()].sort((a, b) => a.edge - b.edge || a.fraction - b.fraction);
}

function nearestToOutline(index: EdgeIndex, facility: Facility, maxMeters: Meters): Attachment | null {
  for (let radius = Math.min(60, maxMeters); ; radius = Math.min(3 * radius, maxMeters)) {
    let best: Attachment | null = null;
    for (const [a, b, box] of outlineSegments(facility)) {
      const wide = widenBounds(box, radius);
      for (const edge of index.edgesIn(wide.west, wide.south, wide.east, wide.north)) {
        if (index.isFragment(edge)) continue;
        const candidate = closestOnEdge(index, edge, a, b);
        if (candidate.accessMeters <= radius && (best === null || isNearer(candidate, best))) best = candidate;
      }
    }
    if (best !== null || radius >= maxMeters) return best;
  }
}

/** Two segments that do not cross are nearest at an end of one of them. */
function closestOnEdge(index: EdgeIndex, edge: number, a: Point, b: Point): Attachment {
  const [from, to] = index.ends(edge);
  const candidates = [a, b].map(([lon, lat]) => closestPointOnSegment(lon, lat, from, to));
  const ends = [from, to].map(([lon, lat], fraction) => ({
    fraction,
    meters: closestPointOnSegment(lon, lat, a, b).meters,
  }));
  const best = [...candidates, ...ends].reduce((nearest, next) => (next.meters < nearest.meters ? next : nearest));
  return { edge, fraction: best.fraction, accessMeters: best.meters, movedOffFragment: false };
}

function isNearer(a: Attachment, b: Attachment): boolean {
  if (a.accessMeters !== b.accessMeters) return a.accessMeters < b.accessMeters;
  return a.edge !== b.edge ? a.edge < b.edge : a.fraction < b.fraction;
}

type Point = readonly [Degrees, Degrees];

function* outlineSegments({ outline }: Facility): Generator<readonly [Point, Point, Bounds]> {
  for (const line of outline) {
    for (let i = 1; i < line.length; i++) {
      const a = line[i - 1] as LonLat;
      const b = line[i] as LonLat;
      const box = {
        west: Math.min(a[0], b[0]),
        south: Math.min(a[1], b[1]),
        east: Math.max(a[0], b[0]),
        north: Math.max(a[1], b[1]),
      };
      yield [a, b, box];
    }
  }
}
