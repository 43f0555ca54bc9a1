import type { Seconds } from "../base/units.js";
import type { LonLat } from "../base/words.js";
import type { PolygonRings } from "../model/facts.js";
import { type CrossingRule, shareOfWay } from "./crossings.js";
import type { Crossing, RingTracer } from "./ring-tracer.js";
import type { TimeField } from "./time-field.js";

/**
 * Draws the outlines of what is reached within a time: outer rings counterclockwise, holes clockwise.
 *
 * A longer time's outline always contains a shorter one's, and none depends on what other times are asked for.
 *
 * @param inside room for the corners
 */
export function outlineField(
  rule: CrossingRule,
  tracer: RingTracer,
  inside: Uint8Array,
  limitSeconds: Seconds,
): PolygonRings[] {
  markReached(rule.field, inside, limitSeconds);
  const place = (ring: readonly Crossing[]) => placeRing(rule, inside, ring, limitSeconds);
  return tracer
    .trace(inside, rule.field.window)
    .map(({ crossings, holes }) => [place(crossings), ...holes.map((hole) => place(hole))]);
}

/** All but the border of the window, where nothing is reached. */
function markReached({ window, seconds, lentSeconds }: TimeField, inside: Uint8Array, limitSeconds: Seconds): void {
  const { columnCount, rowCount } = window;
  for (let corner = 0; corner < columnCount * rowCount; corner++)
    inside[corner] = Math.min(seconds[corner], lentSeconds[corner]) <= limitSeconds ? 1 : 0;
  inside.fill(0, 0, columnCount);
  inside.fill(0, (rowCount - 1) * columnCount, rowCount * columnCount);
  for (let row = 1; row < rowCount; row++) {
    inside[row * columnCount - 1] = 0;
    inside[row * columnCount] = 0;
  }
}

function placeRing(rule: CrossingRule, inside: Uint8Array, ring: readonly Crossing[], limitSeconds: Seconds): LonLat[] {
  const { columnCount, firstColumn, firstRow } = rule.field.window;
  const { lonStep, latStep } = rule.lattice;
  const positions: LonLat[] = [];
  for (const crossing of ring) {
    const first = crossing >> 1;
    const isNorthward = (crossing & 1) === 1;
    const second = isNorthward ? first + columnCount : first + 1;
    const shift =
      inside[first] === 1
        ? shareOfWay(rule, first, second, limitSeconds)
        : 1 - shareOfWay(rule, second, first, limitSeconds);
    const row = Math.floor(first / columnCount);
    const column = first - row * columnCount;
    positions.push(
      isNorthward
        ? [(firstColumn + column) * lonStep, (firstRow + row + shift) * latStep]
        : [(firstColumn + column + shift) * lonStep, (firstRow + row) * latStep],
    );
  }
  const [start] = positions;
  if (start !== undefined) positions.push([start[0], start[1]]);
  return positions;
}
