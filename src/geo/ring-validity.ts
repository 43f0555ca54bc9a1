import Flatbush from "flatbush";
import type { LonLat, Polygon, Ring } from "../model.js";
import { boundsOf, holds } from "./bounds.js";
import { containsPoint, interiorPoint } from "./rings.js";
import { areClearlyApart, buildSegments, conflictOfPair, type Segments, TOUCH_DEGREES } from "./segment-conflicts.js";
import { SegmentTree } from "./segment-tree.js";
import { signedSquareDegrees } from "./signed-area.js";

/** Below this, comparing all pairs is faster than an index. */
const INDEX_FROM_SEGMENTS = 40;
/** Pairs of segments whose boxes overlap; real outlines have about two per segment. */
const MAX_PAIRS = 20_000_000;

/**
 * Finds where a polygon is invalid: a ring that crosses or retraces itself or another one, a hole outside its shell.
 *
 * Touching is fine: a ring that meets itself or another ring at points. Closer than 1e-9 degrees (0.1 mm) is touching.
 * Two rings that share a stretch of border overlap. Loops and spikes that reach less than a metre are rounded borders, and
 * fine. A drawing so tangled that twenty million pairs of segments lie in
 * each other's boxes is checked up to there only: the even-odd rule gives every outline a meaning.
 *
 * @param polygon closed rings, the shell first
 * @returns a position at the first defect, or `null` for a valid polygon
 */
export function findPolygonDefect(polygon: Polygon): LonLat | null {
  const segments = buildSegments(polygon);
  return (
    (segments.count <= INDEX_FROM_SEGMENTS ? findAmongAllPairs(segments) : findAmongMany(segments)) ??
    findMisplacedHole(polygon)
  );
}

/** Nearly every polygon is valid: only where a glance finds a conflict is the first one looked for. */
function findAmongMany(segments: Segments): LonLat | null {
  const conflict = (i: number, j: number): boolean =>
    !areClearlyApart(segments, i, j) && conflictOfPair(segments, i, j) !== null;
  return new SegmentTree(segments).somePair(conflict, MAX_PAIRS / 2) ? findWithIndex(segments) : null;
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

function findWithIndex(segments: Segments): LonLat | null {
  const { count, startX, startY, endX, endY } = segments;
  const index = new Flatbush(count);
  for (let i = 0; i < count; i++) {
    const west = Math.min(startX[i] as number, endX[i] as number);
    const south = Math.min(startY[i] as number, endY[i] as number);
    const east = Math.max(startX[i] as number, endX[i] as number);
    const north = Math.max(startY[i] as number, endY[i] as number);
    index.add(west - TOUCH_DEGREES, south - TOUCH_DEGREES, east + TOUCH_DEGREES, north + TOUCH_DEGREES);
  }
  index.finish();
  let pairs = 0;
  let defect: LonLat | null = null;
  for (let i = 0; i < count && pairs < MAX_PAIRS; i++) {
    const examine = (j: number): boolean => {
      pairs++;
      if (j > i && defect === null) defect = conflictOfPair(segments, i, j);
      return false; // nothing to collect
    };
    index.search(
      Math.min(startX[i] as number, endX[i] as number),
      Math.min(startY[i] as number, endY[i] as number),
      Math.max(startX[i] as number, endX[i] as number),
      Math.max(startY[i] as number, endY[i] as number),
      examine,
    );
    if (defect !== null) return defect;
  }
  return null;
}

/** Once no two rings cross, each hole is inside or outside as a whole: one inner point of it tells. */
function findMisplacedHole([shell, ...holes]: Polygon): LonLat | null {
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
