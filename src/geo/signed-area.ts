import type { Ring } from "../model/facts.js";
import { boundsOf } from "./bounds.js";

/** Computes the area of a closed ring in square degrees: positive if it is wound counterclockwise. */
export function signedSquareDegrees(ring: Ring): number {
  const [originX, originY] = ring[0] ?? [0, 0];
  let twice = 0;
  let x = 0;
  let y = 0;
  for (let i = 0; i < ring.length; i++) {
    const nextX = ring[i][0] - originX; // differences keep the digits that matter
    const nextY = ring[i][1] - originY;
    twice += x * nextY - nextX * y;
    x = nextX;
    y = nextY;
  }
  return twice / 2;
}

/** Coordinates of up to 360 are stored to about 6e-14; that blurs the area of a ring by this times its extent. */
const BLUR_DEGREES = 3e-13;

/**
 * Tells whether a closed ring encloses anything by the even-odd rule: not one place or line, and not a path out and back.
 */
export function enclosesArea(ring: Ring): boolean {
  const { west, south, east, north } = boundsOf(ring);
  const extent = east - west + (north - south);
  if (Math.abs(signedSquareDegrees(ring)) > BLUR_DEGREES * extent) return true;
  // the two halves of a bow-tie cancel out, yet enclose ground
  return !isOnOneLine(ring, extent) && !isOutAndBack(ring);
}

function isOnOneLine(ring: Ring, extent: number): boolean {
  const [x, y] = ring[0] ?? [0, 0];
  let farX = 0;
  let farY = 0;
  for (const [toX, toY] of ring) {
    const byX = toX - x;
    const byY = toY - y;
    if (byX * byX + byY * byY > farX * farX + farY * farY) [farX, farY] = [byX, byY];
  }
  return ring.every(([toX, toY]) => Math.abs(farX * (toY - y) - farY * (toX - x)) <= BLUR_DEGREES * extent);
}

function isOutAndBack(ring: Ring): boolean {
  const unpaired = new Set<string>();
  for (let i = 1; i < ring.length; i++) {
    const ends = [String(ring[i - 1]), String(ring[i])];
    if (ends[0] === ends[1]) continue;
    const edge = ends.sort().join(" ");
    if (!unpaired.delete(edge)) unpaired.add(edge);
  }
  return unpaired.size === 0;
}
