import type { LonLat } from "../base/words.js";
import type { PolygonRings, Ring } from "../model/facts.js";
import { boundsOf, holds } from "./bounds.js";
import { containsPoint, interiorPoint } from "./rings.js";
import { areClearlyApart, buildSegments, conflictOfPair, type Segments, TOUCH_DEGREES } from "./segment-conflicts.js";
import { SegmentTree } from "./segment-tree.js";
import { signedSquareDegrees } from "./signed-area.js";

/** Below this, comparing all pairs is faster than a tree. */
const TREE_FROM_SEGMENTS = 40;
/** Pairs of segments whose boxes overlap; real outlines have about two per segment. */
const MAX_PAIRS = 10_000_000;

/**
 * Finds where a polygon is invalid: a ring that crosses or retraces itself or another one, a hole outside its shell.
 *
 * Touching is fine: a ring that meets itself or another ring at points. Closer than 1e-9 degrees (0.1 mm) is touching.
 * Two rings that share a stretch of border overlap. Loops and spikes that reach less than a metre are rounded borders, and
 * fine. A drawing so tangled that ten million pairs of segments lie in
 * each other's boxes is checked up to there only: the even-odd rule gives every outline a meaning.
 *
 * @param polygon closed rings, the shell first
 * @returns a position at the first defect, or `null` for a valid polygon
 */
export function findPolygonDefect(polygon: PolygonRings): LonLat | null {
  const segments = buildSegments(polygon);
  return (
    (segments.count <= TREE_FROM_SEGMENTS ? findAmongAllPairs(segments) : findAmongMany(segments)) ??
    findMisplacedHole(polygon)
  );
}

function findAmongAllPairs(segments: Segments): LonLat | null {
  for (let i = 0; i < segments.count; i++) {
    for (let j = i + 1; j < segments.count; j++) {
      if (areClearlyApart(segments, i, j)) continue;
      const defect = conflictOfPair(segments, i, j);
      if (defect !== null) return defect;
    }
  }
  return null;
}

/** The conflict of the first segment that has one, with the first other. */
function findAmongMany(segments: Segments): LonLat | null {
  let [firstI, firstJ] = [Infinity, Infinity];
  let defect: LonLat | null = null;
  const examine = (i: number, j: number): void => {
    if (i > firstI || (i === firstI && j > firstJ) || areClearlyApart(segments, i, j)) return;
    const found = conflictOfPair(segments, i, j);
    if (found !== null) [firstI, firstJ, defect] = [i, j, found];
  };
  new SegmentTree(segments).visitPairs(examine, MAX_PAIRS);
  return defect;
}

/** Once no two rings cross, each hole is inside or outside as a whole: one inner point of it tells. */
function findMisplacedHole([shell, ...holes]: PolygonRings): LonLat | null {
  if (shell === undefined || holes.length === 0) return null;
  const { west, south, east, north } = boundsOf(shell);
  const shellBounds = {
    west: west - TOUCH_DEGREES,
    south: south - TOUCH_DEGREES,
    east: east + TOUCH_DEGREES,
    north: north + TOUCH_DEGREES,
  };
  const inner = holes.map((hole) => ({ hole, bounds: boundsOf(hole), point: interiorPoint([hole]) }));
  for (const { hole, bounds, point } of inner) {
    const isTooLarge = Math.abs(signedSquareDegrees(hole)) >= Math.abs(signedSquareDegrees(shell));
    if (isTooLarge || !holds(shellBounds, bounds) || !isInside(shell, point)) return point;
    for (const other of inner) {
      // a hole in a hole would be an island, which GeoJSON writes as a polygon of its own
      if (other.hole !== hole && holds(other.bounds, bounds) && isInside(other.hole, point)) return point;
    }
  }
  return null;
}

function isInside(ring: Ring, [lon, lat]: LonLat): boolean {
  return containsPoint([[ring]], lon, lat);
}
