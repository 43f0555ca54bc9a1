import { type Diagnostic, Diagnostics } from "../base/diagnostics.js";
import type { Degrees, Meters } from "../base/units.js";
import type { LonLat } from "../base/words.js";
import { type Bounds, boundsOf } from "../geo/bounds.js";
import { distanceMeters } from "../geo/distance.js";
import { containsPoint } from "../geo/rings.js";
import { crossingOfSegments, pointAlong } from "../geo/segments.js";
import type { Facility } from "../model/facts.js";
import type { Attachment } from "./attachment.js";
import type { EdgeIndex } from "./edge-index.js";
import type { ModeNetwork } from "./mode-network.js";
import { SMALL_DETOUR_METERS } from "./nearest-edge.js";

/** The facilities of a city on its network. */
export interface AttachedFacilities {
  /** Per facility: where it can be entered; empty = nowhere. */
  readonly attachments: readonly (readonly Attachment[])[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Attaches every facility wherever it can be entered: see {@link attachFacility}. */
export function attachFacilities(
  { index }: ModeNetwork,
  facilities: readonly Facility[],
  maxMeters: Meters,
): AttachedFacilities {
  const attachments = facilities.map((facility) => attachFacility(index, facility, maxMeters));
  return { attachments, diagnostics: reportAttachments(index, facilities, attachments, maxMeters) };
}

/** Reports the facilities that cannot be entered from anywhere, and why, and those that a fragment was nearer to. */
export function reportAttachments(
  index: EdgeIndex,
  facilities: readonly Facility[],
  attachments: AttachedFacilities["attachments"],
  maxMeters: Meters,
): readonly Diagnostic[] {
  const diagnostics = new Diagnostics();
  facilities.forEach((facility, row) => {
    const { id } = facility;
    const found = attachments[row] ?? [];
    if (found.length === 0)
      diagnostics.add(
        isAcrossWater(index, facility, maxMeters) ? "facility.acrossWater" : "facility.offNetwork",
        "facilities",
        id,
      );
    if (found.some(({ movedOffFragment }) => movedOffFragment))
      diagnostics.add("facility.movedOffFragment", "facilities", id);
  });
  return diagnostics.list();
}

function isAcrossWater(index: EdgeIndex, { entrances, location, outline }: Facility, maxMeters: Meters): boolean {
  if (!index.hasWater) return false;
  return [...entrances, location, ...outline.flat()].some(
    ([lon, lat]) => index.nearest(lon, lat, maxMeters) === null && index.nearestEdge.isAcrossWater,
  );
}

/**
 * Finds where a facility can be entered from the network; empty = nowhere within `maxMeters`.
 *
 * At its entrances; without any, wherever its outline meets a street on the ground, and anywhere on the streets inside; else from the
 * streets along the part of its outline that is nearest to any street. Fragments and small islands are avoided as for any place.
 */
export function attachFacility(index: EdgeIndex, facility: Facility, maxMeters: Meters): Attachment[] {
  if (facility.entrances.length > 0 || facility.outline.length === 0) {
    const places = facility.entrances.length > 0 ? facility.entrances : [facility.location];
    return places.map(([lon, lat]) => index.nearest(lon, lat, maxMeters)).filter((attachment) => attachment !== null);
  }
  const crossings = outlineCrossings(index, facility);
  const inside = facility.isArea ? streetEndsInside(index, facility) : [];
  const entries = [...crossings, ...inside].filter((entry) => isOpenAt(index, facility, entry));
  const connected = entries.filter(({ edge }) => !index.isFragment(edge));
  if (connected.some(({ edge }) => index.isLarge(edge))) return connected;
  // who is on a small island gets in there; all others from the large one, if it is near
  const nearest = entriesAlongOutline(index, facility, connected.length > 0 ? SMALL_DETOUR_METERS : maxMeters);
  const others = connected.length > 0 ? nearest.filter(({ edge }) => index.isLarge(edge)) : nearest;
  const moved = others.map((entry) => ({ ...entry, movedOffFragment: entries.length > 0 }));
  if (connected.length + moved.length > 0) return [...connected, ...moved];
  if (entries.length > 0) return entries;
  // only fragments are near
  const [lon, lat] = facility.location;
  const attachment = index.nearest(lon, lat, maxMeters);
  return attachment === null ? [] : [attachment];
}

/** Nobody gets in through a closed gate: a street that ends there does not lead in. */
function isOpenAt(index: EdgeIndex, { closedEntrances = [] }: Facility, { edge, fraction }: Attachment): boolean {
  if (closedEntrances.length === 0) return true;
  const [[lon, lat], [toLon, toLat]] = index.ends(edge);
  const [x, y] = [pointAlong(lon, toLon, fraction), pointAlong(lat, toLat, fraction)];
  return closedEntrances.every(([gateLon, gateLat]) => distanceMeters(x, y, gateLon, gateLat) > GATE_METERS);
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
  return [...crossings.values()].sort(compareEntries);
}

/** Who is on a street inside an area is there. */
function streetEndsInside(index: EdgeIndex, { outline }: Facility): Attachment[] {
  const { west, south, east, north } = boundsOf(outline.flat());
  return index
    .edgesIn(west, south, east, north)
    .sort((a, b) => a - b)
    .flatMap((edge) =>
      index
        .ends(edge)
        .map(([lon, lat], fraction) => ({ lon, lat, fraction }))
        .filter(({ lon, lat }) => containsPoint([outline], lon, lat))
        .map(({ fraction }) => ({ edge, fraction, accessMeters: 0, movedOffFragment: false })),
    );
}

/** A gate is drawn on the outline, give or take the drawing. */
const GATE_METERS = 10;

/** Streets that are this much farther from the outline than the nearest one lead to it as well. */
const NEARLY_AS_NEAR_METERS = 10;
/** The outline is walked in steps of at most this. */
const STEP_METERS = 10;

/**
 * Lists the points of streets that are nearest to points of the outline, where they are (nearly) as near as any: a street
 * along a park leads into it all along.
 *
 * Steps are taken along the outline, never along the streets: how the streets are cut must change nothing.
 */
function entriesAlongOutline(index: EdgeIndex, { outline }: Facility, maxMeters: Meters): Attachment[] {
  const nearest: Attachment[] = [];
  for (const [lon, lat] of stepsAlong(outline)) {
    const attachment = index.nearest(lon, lat, maxMeters);
    if (attachment !== null && !index.isFragment(attachment.edge)) nearest.push(attachment);
  }
  const gapTo = (entries: readonly Attachment[]) =>
    entries.reduce((least, { accessMeters }) => Math.min(least, accessMeters), Infinity);
  const large = nearest.filter(({ edge }) => index.isLarge(edge));
  const isLargeNear = gapTo(large) <= gapTo(nearest) + SMALL_DETOUR_METERS;
  const chosen = isLargeNear ? large : nearest;
  const gap = gapTo(chosen);
  return chosen.filter(({ accessMeters }) => accessMeters <= gap + NEARLY_AS_NEAR_METERS).sort(compareEntries);
}

/** The corners of an outline, and points in equal steps between them. */
function* stepsAlong(outline: Facility["outline"]): Generator<Point> {
  for (const line of outline) {
    for (let i = 1; i < line.length; i++) {
      const [aLon, aLat] = line[i - 1] as LonLat;
      const [bLon, bLat] = line[i] as LonLat;
      const stepCount = Math.max(1, Math.ceil(distanceMeters(aLon, aLat, bLon, bLat) / STEP_METERS));
      for (let step = i === 1 ? 0 : 1; step <= stepCount; step++) {
        const share = step / stepCount;
        yield share === 1 ? [bLon, bLat] : [aLon + share * (bLon - aLon), aLat + share * (bLat - aLat)];
      }
    }
  }
}

function compareEntries(a: Attachment, b: Attachment): number {
  return a.edge - b.edge || a.fraction - b.fraction || a.accessMeters - b.accessMeters;
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
