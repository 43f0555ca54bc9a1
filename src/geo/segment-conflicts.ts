import type { LonLat } from "../base/words.js";
import type { PolygonRings } from "../model/facts.js";

/** Nearer than this (0.1 mm) is touching: coordinates are rounded, and a hair's breadth says nothing about a city. */
export const TOUCH_DEGREES = 1e-9;

/** About two metres: once around a loop, or out and back along a spike, that reaches one metre. */
const HARMLESS_DEGREES = 2e-5;

/** The segments of the rings of a polygon, as columns. */
export interface Segments {
  readonly count: number;
  readonly startX: Float64Array;
  readonly startY: Float64Array;
  readonly endX: Float64Array;
  readonly endY: Float64Array;
  /** The segment that starts where this one ends. */
  readonly next: Uint32Array;
  /** Row of the ring in the polygon. */
  readonly ring: Uint32Array;
}

/** Makes four columns in one piece of memory: a layer has thousands of polygons, and memory is dear to come by. */
export function columnsOfDoubles(size: number): readonly [Float64Array, Float64Array, Float64Array, Float64Array] {
  const room = new ArrayBuffer(4 * size * Float64Array.BYTES_PER_ELEMENT);
  const column = (i: number) => new Float64Array(room, i * size * Float64Array.BYTES_PER_ELEMENT, size);
  return [column(0), column(1), column(2), column(3)];
}

/** Builds the segments of the closed rings of a polygon, leaving out those too short to have a direction. */
export function buildSegments(polygon: PolygonRings): Segments {
  const size = polygon.reduce((sum, ring) => sum + ring.length, 0);
  const [startX, startY, endX, endY] = columnsOfDoubles(size);
  const [next, ring] = [new Uint32Array(size), new Uint32Array(size)];
  let count = 0;
  for (let row = 0; row < polygon.length; row++) {
    const positions = polygon[row];
    const first = count;
    let [x, y] = positions[0] ?? [0, 0];
    for (let i = 1; i < positions.length; i++) {
      const toX = positions[i][0];
      const toY = positions[i][1];
      if (Math.abs(toX - x) <= TOUCH_DEGREES && Math.abs(toY - y) <= TOUCH_DEGREES) continue;
      startX[count] = x;
      startY[count] = y;
      endX[count] = x = toX;
      endY[count] = y = toY;
      next[count] = count + 1;
      ring[count] = row;
      count++;
    }
    if (count > first) next[count - 1] = first;
  }
  return { count, startX, startY, endX, endY, next, ring };
}

/**
 * Finds where two segments conflict: they cross, run along each other, or their rings cross at a vertex.
 *
 * A loop or spike that reaches less than a metre, within one ring, is the rounding of a real border, and no conflict: of
 * the 195 neighborhoods of New York, as published with six decimals, two have one.
 */
export function conflictOfPair(segments: Segments, i: number, j: number): LonLat | null {
  const places = placesOfConflict(segments, i, j);
  return places.some((place) => !isHarmless(segments, i, j, place)) ? (places[0] as LonLat) : null;
}

/** Square of a distance that is not touching for certain, whatever the rounding. */
const CLEAR_SQUARE_DEGREES = 1.00001 * TOUCH_DEGREES * TOUCH_DEGREES;

/**
 * Tells at a glance, without making an object and without a root, that two segments do not conflict, as nearly all;
 * `false` = look closer.
 */
export function areClearlyApart({ startX, startY, endX, endY, next }: Segments, i: number, j: number): boolean {
  const abX = endX[i] - startX[i];
  const abY = endY[i] - startY[i];
  // distances from the line, times the length of the segment
  const c = abX * (startY[j] - startY[i]) - abY * (startX[j] - startX[i]);
  const d = abX * (endY[j] - startY[i]) - abY * (endX[j] - startX[i]);
  const abClear = CLEAR_SQUARE_DEGREES * (abX * abX + abY * abY);
  if (c * d > 0 && c * c > abClear && d * d > abClear) return true;
  const cdX = endX[j] - startX[j];
  const cdY = endY[j] - startY[j];
  const a = cdX * (startY[i] - startY[j]) - cdY * (startX[i] - startX[j]);
  const b = cdX * (endY[i] - startY[j]) - cdY * (endX[i] - startX[j]);
  const cdClear = CLEAR_SQUARE_DEGREES * (cdX * cdX + cdY * cdY);
  if (a * b > 0 && a * a > cdClear && b * b > cdClear) return true;
  // neighbors meet where one ends; they can only conflict if they fold back on each other
  if (next[i] === j) return d * d > abClear && a * a > cdClear;
  return next[j] === i && c * c > abClear && b * b > cdClear;
}

/** One place for a crossing, two (start and end) for a stretch, none for segments that at most touch. */
function placesOfConflict(segments: Segments, i: number, j: number): readonly LonLat[] {
  const { startX, startY, endX, endY, next } = segments;
  const a: LonLat = [startX[i] as number, startY[i] as number];
  const b: LonLat = [endX[i] as number, endY[i] as number];
  const c: LonLat = [startX[j] as number, startY[j] as number];
  const d: LonLat = [endX[j] as number, endY[j] as number];
  const cFromAb = distanceFromLine(a, b, c);
  const dFromAb = distanceFromLine(a, b, d);
  if (isSameSide(cFromAb, dFromAb)) return [];
  const aFromCd = distanceFromLine(c, d, a);
  const bFromCd = distanceFromLine(c, d, b);
  if (isSameSide(aFromCd, bFromCd)) return [];
  if (isOpposite(cFromAb, dFromAb) && isOpposite(aFromCd, bFromCd)) return [pointOfCrossing(c, d, cFromAb, dFromAb)];
  if (isOnLine(cFromAb, dFromAb) || isOnLine(aFromCd, bFromCd)) {
    const shared = sharedStretch(a, b, c, d);
    if (shared !== null) return shared;
  }
  const afterB: LonLat = [endX[next[i] as number] as number, endY[next[i] as number] as number];
  const afterD: LonLat = [endX[next[j] as number] as number, endY[next[j] as number] as number];
  if (isNear(b, d)) return isBetween(a, afterB, b, c) !== isBetween(a, afterB, b, afterD) ? [b] : [];
  if (crossesAtVertex(a, b, c, d, afterD)) return [d];
  return crossesAtVertex(c, d, a, b, afterB) ? [b] : [];
}

function isHarmless(segments: Segments, i: number, j: number, place: LonLat): boolean {
  if (segments.ring[i] !== segments.ring[j]) return false;
  return isShortLoop(segments, i, j, place) || isShortLoop(segments, j, i, place);
}

/** Whether the ring, leaving a place on segment `from`, is soon back there on segment `to`. */
function isShortLoop({ endX, endY, next }: Segments, from: number, to: number, place: LonLat): boolean {
  let [x, y] = place;
  let length = 0;
  for (let segment = from; length <= HARMLESS_DEGREES; segment = next[segment] as number) {
    if (segment === to) return length + distance(place, [x, y]) <= HARMLESS_DEGREES;
    const end: LonLat = [endX[segment] as number, endY[segment] as number];
    length += distance([x, y], end);
    [x, y] = end;
  }
  return false;
}

function distance(one: LonLat, other: LonLat): number {
  const x = one[0] - other[0];
  const y = one[1] - other[1];
  return Math.sqrt(x * x + y * y);
}

/** Signed, in degrees; positive to the left of `from`–`to`. */
function distanceFromLine(from: LonLat, to: LonLat, point: LonLat): number {
  const x = to[0] - from[0];
  const y = to[1] - from[1];
  return (x * (point[1] - from[1]) - y * (point[0] - from[0])) / Math.sqrt(x * x + y * y);
}

const isSameSide = (one: number, other: number): boolean =>
  (one > TOUCH_DEGREES && other > TOUCH_DEGREES) || (one < -TOUCH_DEGREES && other < -TOUCH_DEGREES);
const isOpposite = (one: number, other: number): boolean =>
  (one > TOUCH_DEGREES && other < -TOUCH_DEGREES) || (one < -TOUCH_DEGREES && other > TOUCH_DEGREES);
const isOnLine = (one: number, other: number): boolean =>
  Math.abs(one) <= TOUCH_DEGREES && Math.abs(other) <= TOUCH_DEGREES;
const isNear = (one: LonLat, other: LonLat): boolean =>
  Math.abs(one[0] - other[0]) <= TOUCH_DEGREES && Math.abs(one[1] - other[1]) <= TOUCH_DEGREES;

function pointOfCrossing(c: LonLat, d: LonLat, cDistance: number, dDistance: number): LonLat {
  const along = cDistance / (cDistance - dDistance);
  return [c[0] + along * (d[0] - c[0]), c[1] + along * (d[1] - c[1])];
}

/** Start and end of the stretch that two segments on one line have in common; `null` if they share a point at most. */
function sharedStretch(a: LonLat, b: LonLat, c: LonLat, d: LonLat): readonly LonLat[] | null {
  const x = b[0] - a[0];
  const y = b[1] - a[1];
  const length = Math.sqrt(x * x + y * y);
  const along = (point: LonLat): number => ((point[0] - a[0]) * x + (point[1] - a[1]) * y) / length;
  const at = (degrees: number): LonLat => [a[0] + (degrees / length) * x, a[1] + (degrees / length) * y];
  const from = Math.max(0, Math.min(along(c), along(d)));
  const to = Math.min(length, Math.max(along(c), along(d)));
  return to - from > TOUCH_DEGREES ? [at(from), at(to)] : null;
}

/** Whether the path before–vertex–after crosses the segment a–b at its vertex, which lies between a and b. */
function crossesAtVertex(a: LonLat, b: LonLat, before: LonLat, vertex: LonLat, after: LonLat): boolean {
  if (Math.abs(distanceFromLine(a, b, vertex)) > TOUCH_DEGREES || isNear(vertex, a) || isNear(vertex, b)) return false;
  const x = b[0] - a[0];
  const y = b[1] - a[1];
  const along = (vertex[0] - a[0]) * x + (vertex[1] - a[1]) * y;
  if (along < 0 || along > x * x + y * y) return false;
  return isOpposite(distanceFromLine(a, b, before), distanceFromLine(a, b, after));
}

/** Whether `point`, seen from the vertex, lies in the corner that opens counterclockwise from `before` to `after`. */
function isBetween(before: LonLat, after: LonLat, vertex: LonLat, point: LonLat): boolean {
  const leftOfBefore = distanceFromLine(vertex, before, point) > 0;
  const rightOfAfter = distanceFromLine(vertex, after, point) < 0;
  const isReflex = distanceFromLine(vertex, before, after) < 0;
  return isReflex ? leftOfBefore || rightOfAfter : leftOfBefore && rightOfAfter;
}
