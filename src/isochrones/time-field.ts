import type { MetersPerSecond, Seconds } from "../units.js";
import type { Window } from "./lattice.js";
import { type Reach, timeAt } from "./reach.js";
import { type GroundTile, type StreetGround, TILE_SIZE } from "./street-ground.js";

/** What is known at the corners of a window: row by row from the south, each from the west. */
export interface TimeField {
  readonly window: Window;
  /** By the nearest street and the walk from there; `Infinity`, or more than any limit = not reached. */
  readonly seconds: Float64Array;
  /** To the nearest street, reached or not; `Infinity` = none within reach. */
  readonly meters: Float64Array;
  /** By the streets that run through the cells at the corner; `Infinity` = no reached one does. */
  readonly lentSeconds: Float64Array;
}

/** In corners: what a quarter of an hour mostly takes. */
const LEAST_ROOM = 1 << 14;

/** Makes room for the corners of a window; the arrays of the field before are taken if they are large enough. */
export function roomFor(window: Window, before: TimeField | null): TimeField {
  const cornerCount = window.columnCount * window.rowCount;
  if (before !== null && before.seconds.length >= cornerCount) return { ...before, window };
  const capacity = Math.max(LEAST_ROOM, Math.ceil(1.5 * cornerCount));
  return {
    window,
    seconds: new Float64Array(capacity),
    meters: new Float64Array(capacity),
    lentSeconds: new Float64Array(capacity),
  };
}

/**
 * Lays what is reached on the corners of a window: the time at a corner is the time at the nearest point of the nearest
 * street, and the walk from there.
 *
 * The nearest of *all* streets: where an unreached street is nearer, nothing is reached, so that the field ends half-way
 * to it and never jumps a river between two streets.
 */
export function fillTimes(field: TimeField, ground: StreetGround, reach: Reach, offStreet: MetersPerSecond): void {
  const { firstColumn, firstRow, columnCount, rowCount } = field.window;
  const lastColumn = firstColumn + columnCount - 1;
  const lastRow = firstRow + rowCount - 1;
  const secondsPerMeter = 1 / offStreet;
  for (let tileRow = tileOf(firstRow); tileRow <= tileOf(lastRow); tileRow++)
    for (let tileColumn = tileOf(firstColumn); tileColumn <= tileOf(lastColumn); tileColumn++) {
      const tile = ground.tile(tileColumn, tileRow);
      // of the tile, as seen from the first corner of the window
      const column = tileColumn * TILE_SIZE - firstColumn;
      const row = tileRow * TILE_SIZE - firstRow;
      fillFromTile(field, tile, column, row, reach, secondsPerMeter);
      for (const { corner, edge } of tile.twins) {
        const c = column + (corner % TILE_SIZE);
        const r = row + Math.floor(corner / TILE_SIZE);
        if (c < 0 || r < 0 || c >= columnCount || r >= rowCount) continue;
        const slot = reach.slotOfEdge[edge];
        if (slot === 0) continue;
        const seconds = timeAt(reach, slot, tile.fraction[corner]) + tile.meters[corner] * secondsPerMeter;
        field.seconds[r * columnCount + c] = Math.min(field.seconds[r * columnCount + c], seconds);
      }
    }
}

function tileOf(line: number): number {
  return Math.floor(line / TILE_SIZE);
}

function fillFromTile(
  { window: { columnCount, rowCount }, seconds, meters }: TimeField,
  tile: GroundTile,
  column: number,
  row: number,
  reach: Reach,
  secondsPerMeter: Seconds,
): void {
  const { edge: tileEdge, fraction: tileFraction, meters: tileMeters } = tile;
  const { slotOfEdge, startEdgeCount, westSeconds, eastSeconds, eastwardSeconds, westwardSeconds } = reach;
  const south = Math.max(0, row);
  const north = Math.min(rowCount, row + TILE_SIZE);
  const west = Math.max(0, column);
  const east = Math.min(columnCount, column + TILE_SIZE);
  for (let r = south; r < north; r++) {
    let corner = r * columnCount + west;
    let inTile = (r - row) * TILE_SIZE + west - column;
    for (let c = west; c < east; c++, corner++, inTile++) {
      // no branches: what is not reached, and no street at all, have a slot as well
      const slot = slotOfEdge[tileEdge[inTile]];
      const fraction = tileFraction[inTile];
      const off = tileMeters[inTile];
      meters[corner] = off;
      const fromWest = westSeconds[slot] + fraction * eastwardSeconds[slot];
      const fromEast = eastSeconds[slot] + (1 - fraction) * westwardSeconds[slot];
      seconds[corner] = Math.min(fromWest, fromEast) + off * secondsPerMeter;
      if ((slot - 1) >>> 0 < startEdgeCount) seconds[corner] = timeAt(reach, slot, fraction) + off * secondsPerMeter;
    }
  }
}
