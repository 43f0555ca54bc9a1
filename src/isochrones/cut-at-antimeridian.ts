import type { Degrees } from "../base/units.js";
import type { LonLat } from "../base/words.js";
import { containsPoint } from "../geo/rings.js";
import { signedSquareDegrees } from "../geo/signed-area.js";
import type { PolygonRings, Ring } from "../model/facts.js";
import type { ReachedPart } from "./reached-parts.js";

/**
 * Cuts polygons where they cross the antimeridian, so that all longitudes are from -180 to 180.
 *
 * @see RFC 7946, 3.1.9, 2016
 */
export function cutPolygons(polygons: readonly PolygonRings[]): PolygonRings[] {
  return cutAll(
    polygons,
    (polygon) => polygon[0] ?? [],
    (polygon, cut) => [...keepSide(polygon, cut, -1), ...keepSide(polygon, cut, 1)],
    (polygon, turn) => polygon.map((ring) => ring.map(([lon, lat]): LonLat => [lon + turn, lat])),
  );
}

/** Cuts parts of streets in the same way; the time at the cut is in between. */
export function cutParts(parts: readonly ReachedPart[]): ReachedPart[] {
  return cutAll(
    parts,
    ({ start, end }) => [start, end],
    cutPart,
    (part, turn) => ({
      ...part,
      start: [part.start[0] + turn, part.start[1]],
      end: [part.end[0] + turn, part.end[1]],
    }),
  );
}

function cutAll<T>(
  things: readonly T[],
  positionsOf: (thing: T) => Ring,
  cutThing: (thing: T, cut: Degrees) => T[],
  turned: (thing: T, turn: Degrees) => T,
): T[] {
  return things.flatMap((thing) => {
    let [west, east] = [Infinity, -Infinity];
    for (const [lon] of positionsOf(thing)) {
      if (lon < west) west = lon;
      if (lon > east) east = lon;
    }
    if (west >= -180 && east <= 180) return [thing];
    const cut = east > 180 ? 180 : -180;
    const turn = east > 180 ? -360 : 360;
    const pieces = west < cut && east > cut ? cutThing(thing, cut) : [thing];
    const isBeyond = (piece: T) => positionsOf(piece).some(([lon]) => (turn < 0 ? lon > 180 : lon < -180));
    return pieces.map((piece) => (isBeyond(piece) ? turned(piece, turn) : piece));
  });
}

function cutPart(part: ReachedPart, cut: Degrees): ReachedPart[] {
  const { start, end, startSeconds, endSeconds, meters } = part;
  const share = (cut - start[0]) / (end[0] - start[0]);
  const place: LonLat = [cut, start[1] + share * (end[1] - start[1])];
  const seconds = startSeconds + share * (endSeconds - startSeconds);
  return [
    { start, end: place, startSeconds, endSeconds: seconds, meters: share * meters },
    { start: place, end, startSeconds: seconds, endSeconds, meters: (1 - share) * meters },
  ];
}

/** @param side -1 = what lies west of the cut, 1 = what lies east of it */
function keepSide(polygon: PolygonRings, cut: Degrees, side: -1 | 1): PolygonRings[] {
  const isKept = ([lon]: LonLat) => (side < 0 ? lon < cut : lon >= cut);
  const chains: LonLat[][] = [];
  const whole: Ring[] = [];
  for (const ring of polygon) {
    if (ring.every(isKept)) whole.push(ring);
    else if (ring.some(isKept)) chains.push(...chainsOf(ring, cut, isKept));
  }
  const [outer, ...rest] = [...joinChains(chains, side), ...whole.filter((ring) => signedSquareDegrees(ring) > 0)];
  if (outer === undefined) return [];
  const polygons = [outer, ...rest].map((ring): Ring[] => [ring]);
  for (const hole of whole) {
    if (signedSquareDegrees(hole) > 0) continue;
    const [lon, lat] = hole[0] as LonLat;
    polygons.find((rings) => containsPoint([rings.slice(0, 1)], lon, lat))?.push(hole);
  }
  return polygons;
}

/** The stretches of a ring on one side of the cut, each from the cut to the cut. */
function chainsOf(ring: Ring, cut: Degrees, isKept: (place: LonLat) => boolean): LonLat[][] {
  const open = ring.slice(1);
  // begin where the ring is on the other side
  const first = open.findIndex((place) => !isKept(place));
  const places = [...open.slice(first), ...open.slice(0, first + 1)];
  const chains: LonLat[][] = [];
  let chain: LonLat[] = [];
  for (let i = 1; i < places.length; i++) {
    const [from, to] = [places[i - 1], places[i]] as [LonLat, LonLat];
    if (isKept(from) !== isKept(to)) {
      const place: LonLat = [cut, from[1] + ((cut - from[0]) / (to[0] - from[0])) * (to[1] - from[1])];
      append(chain, place);
      // a ring that only touches the cut leaves a single place
      if (isKept(from) && chain.length > 1) chains.push(chain);
      if (isKept(from)) chain = [];
    }
    if (isKept(to)) append(chain, to);
  }
  return chains;
}

function append(chain: LonLat[], place: LonLat): void {
  const last = chain.at(-1);
  if (last === undefined || last[0] !== place[0] || last[1] !== place[1]) chain.push(place);
}

/**
 * Joins chains along the cut. What is inside lies to their left: from the end of a chain that comes from the west it goes
 * on to the next start to the north, from the east to the south; ends and starts take turns along the cut.
 */
function joinChains(chains: readonly LonLat[][], side: -1 | 1): Ring[] {
  const endOf = (chain: readonly LonLat[]) => (chain.at(-1) as LonLat)[1];
  const byEnd = [...chains].sort((a, b) => endOf(a) - endOf(b));
  const byStart = [...chains].sort((a, b) => (a[0] as LonLat)[1] - (b[0] as LonLat)[1]);
  const following = new Map(byEnd.map((chain, i) => [chain, byStart[i] as LonLat[]]));
  const rings: Ring[] = [];
  for (const first of side < 0 ? byEnd : byStart) {
    const ring: LonLat[] = [];
    for (let chain = first; following.has(chain); ) {
      for (const place of chain) append(ring, place);
      const next = following.get(chain) as LonLat[];
      following.delete(chain);
      chain = next;
    }
    if (ring.length < 3) continue;
    const [lon, lat] = ring[0] as LonLat;
    append(ring, [lon, lat]);
    if (ring.length > 3) rings.push(ring);
  }
  return rings;
}
