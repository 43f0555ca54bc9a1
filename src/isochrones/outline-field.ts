import { contours } from "d3-contour";
import { signedSquareDegrees } from "../geo/signed-area.js";
import type { LonLat, Polygon, Ring } from "../model.js";
import type { Seconds } from "../units.js";
import type { TimeField } from "./time-field.js";

/** An outline keeps this share of a cell away from corners, so that no two of its positions are equal. */
const LEAST_SHARE = 1e-6;

/**
 * Draws the outlines of what is reached within a time: outer rings counterclockwise, holes clockwise.
 *
 * A longer time's outline always contains a shorter one's, and none depends on what other times are asked for.
 *
 * @see W. E. Lorensen, H. E. Cline, "Marching cubes", 1987
 */
export function outlineField(field: TimeField, limitSeconds: Seconds): Polygon[] {
  const { columnCount, rowCount } = field.grid;
  const inside = Array.from(field.seconds, (_, corner) => (isReached(field, corner, limitSeconds) ? 1 : 0));
  const { coordinates } = contours().size([columnCount, rowCount]).smooth(false).contour(inside, 0.5);
  const rings = coordinates as unknown as CellRing[][];
  const place = ([x, y]: CellPoint): LonLat => placeBetween(field, x - 0.5, y - 0.5, limitSeconds);
  return groupRings(rings).map((group) =>
    group.map((ring, i) => windRing(ring.map(place), i === 0 ? "counterclockwise" : "clockwise")),
  );
}

/** In cells; the corner of column 0 and row 0 is at [0.5, 0.5]. */
type CellPoint = readonly [number, number];
type CellRing = readonly CellPoint[];

/**
 * Puts every hole into the smallest outer ring around it: ground that is reached may lie in a hole, and have one itself.
 */
function groupRings(polygons: readonly (readonly CellRing[])[]): CellRing[][] {
  const sizeOf = (ring: CellRing) => Math.abs(signedSquareDegrees(ring));
  const groups = polygons.map(([outer = []]) => ({ rings: [outer], size: sizeOf(outer) }));
  const smallestFirst = [...groups].sort((a, b) => a.size - b.size);
  for (const hole of polygons.flatMap(([, ...holes]) => holes)) {
    const size = sizeOf(hole);
    smallestFirst.find((group) => group.size > size && isAround(group.rings[0], hole[0]))?.rings.push(hole);
  }
  return groups.map((group) => group.rings);
}

/** Rings of cells never touch: one position tells for all. */
function isAround(ring: CellRing = [], [x, y]: CellPoint = [0, 0]): boolean {
  let isInside = false;
  for (let i = 1; i < ring.length; i++) {
    const [aX, aY] = ring[i - 1] as CellPoint;
    const [bX, bY] = ring[i] as CellPoint;
    if (aY > y !== bY > y && x < aX + ((y - aY) / (bY - aY)) * (bX - aX)) isInside = !isInside;
  }
  return isInside;
}

function isReached({ seconds, lentSeconds }: TimeField, corner: number, limitSeconds: Seconds): boolean {
  return (seconds[corner] as Seconds) <= limitSeconds || (lentSeconds[corner] as Seconds) <= limitSeconds;
}

/** Moves a position half-way between two corners to where the outline crosses the line between them. */
function placeBetween(field: TimeField, x: number, y: number, limitSeconds: Seconds): LonLat {
  const { columnCount, firstColumn, firstRow, lonStep, latStep } = field.grid;
  const column = Math.floor(x);
  const row = Math.floor(y);
  const first = row * columnCount + column;
  const second = x > column ? first + 1 : first + columnCount;
  const isForward = isReached(field, first, limitSeconds);
  const [inner, outer] = isForward ? [first, second] : [second, first];
  const reach = Math.max(
    shareByNearest(field, inner, outer, limitSeconds),
    shareByLent(field, inner, outer, limitSeconds),
  );
  const share = Math.max(LEAST_SHARE, Math.min(1 - LEAST_SHARE, reach));
  const shift = isForward ? share : 1 - share;
  return x > column
    ? [(firstColumn + column + shift) * lonStep, (firstRow + row) * latStep]
    : [(firstColumn + column) * lonStep, (firstRow + row + shift) * latStep];
}

// Both shares tell how far from a reached corner, on the way to the next one, reach ends. Both grow with the limit, and
// depend on the later corner only where that is not much later than the limit.

/** By the nearest streets: the next corner is later, or on the ground of another street. */
function shareByNearest(
  { seconds, meters, cellMeters, offStreetMeters, cellSeconds, steadySeconds }: TimeField,
  inner: number,
  outer: number,
  limitSeconds: Seconds,
): number {
  const left = limitSeconds - (seconds[inner] as Seconds);
  if (!(left >= 0)) return 0;
  const later = (seconds[outer] as Seconds) - (seconds[inner] as Seconds);
  if (later <= steadySeconds) return left / later;
  // another street's ground begins where both are equally near; no street's where all are too far
  const innerMeters = meters[inner] as number;
  const outerMeters = meters[outer] as number;
  const border =
    outerMeters === Infinity
      ? (offStreetMeters - innerMeters) / cellMeters
      : (cellMeters + outerMeters - innerMeters) / (2 * cellMeters);
  return Math.min(border, left / cellSeconds);
}

/** By the streets in the cells around: times grow evenly along a street. */
function shareByLent(
  { lentSeconds, steadySeconds }: TimeField,
  inner: number,
  outer: number,
  limitSeconds: Seconds,
): number {
  const from = lentSeconds[inner] as Seconds;
  const to = lentSeconds[outer] as Seconds;
  return from <= limitSeconds && to <= limitSeconds + steadySeconds ? (limitSeconds - from) / (to - from) : 0;
}

function windRing(ring: Ring, winding: "counterclockwise" | "clockwise"): Ring {
  const isCounterclockwise = signedSquareDegrees(ring) > 0;
  return isCounterclockwise === (winding === "counterclockwise") ? ring : [...ring].reverse();
}
