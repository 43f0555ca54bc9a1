import type { Meters, MetersPerSecond, Seconds } from "../base/units.js";
import type { Window } from "./lattice.js";
import type { NearestStreets } from "./nearest-streets.js";
import { type NearestTile, TILE_SIZE } from "./nearest-tile.js";
import { isStartSlot, type Reach, timeAt } from "./reach.js";

/** What is known at the corners of a window: row by row from the south, each from the west. */
export interface TimeField {
  readonly window: Window;
  /** By the nearest street and the walk from there; `Infinity`, or more than any limit = not reached. */
  readonly seconds: Float64Array;
  /** By the streets that run through the cells at the corner; `Infinity` = no reached one does. */
  readonly lentSeconds: Float64Array;
  /** The nearest streets under the window: row by row from the south, each from the west. */
  readonly tiles: readonly NearestTile[];
  readonly tileColumnCount: number;
  /** Where the first corner of the first tile lies, as seen from the first one of the window. */
  readonly tilesColumn: number;
  readonly tilesRow: number;
}

/** In corners: what a quarter of an hour mostly takes. */
const LEAST_ROOM = 1 << 14;

/** Makes room for the corners of a window; the arrays of the field before are taken if they are large enough. */
export function roomFor(window: Window, nearest: NearestStreets, before: TimeField | null): TimeField {
  const cornerCount = window.columnCount * window.rowCount;
  const { firstColumn, firstRow, columnCount, rowCount } = window;
  const [west, south] = [Math.floor(firstColumn / TILE_SIZE), Math.floor(firstRow / TILE_SIZE)];
  const east = Math.floor((firstColumn + columnCount - 1) / TILE_SIZE);
  const north = Math.floor((firstRow + rowCount - 1) / TILE_SIZE);
  const tiles: NearestTile[] = [];
  for (let row = south; row <= north; row++)
    for (let column = west; column <= east; column++) tiles.push(nearest.tile(column, row));
  const isRoomy = before !== null && before.seconds.length >= cornerCount;
  const capacity = isRoomy ? 0 : Math.max(LEAST_ROOM, Math.ceil(1.5 * cornerCount));
  return {
    window,
    seconds: isRoomy ? before.seconds : new Float64Array(capacity),
    lentSeconds: isRoomy ? before.lentSeconds : new Float64Array(capacity),
    tiles,
    tileColumnCount: east - west + 1,
    tilesColumn: west * TILE_SIZE - firstColumn,
    tilesRow: south * TILE_SIZE - firstRow,
  };
}

/**
 * Lays what is reached on the corners of a window: the time at a corner is the time at the nearest point of the nearest
 * street, and the walk from there.
 *
 * The nearest of *all* streets: where an unreached street is nearer, nothing is reached, so that the field ends half-way
 * to it and never jumps a river between two streets.
 */
export function fillTimes(field: TimeField, reach: Reach, offStreet: MetersPerSecond): void {
  const { columnCount, rowCount } = field.window;
  field.seconds.fill(Infinity, 0, columnCount * rowCount);
  field.tiles.forEach((tile, i) => {
    const column = field.tilesColumn + (i % field.tileColumnCount) * TILE_SIZE;
    const row = field.tilesRow + Math.floor(i / field.tileColumnCount) * TILE_SIZE;
    fillFromTile(field, tile, column, row, reach, 1 / offStreet);
    for (const { corner, edge, fraction } of tile.twins) {
      const c = column + (corner % TILE_SIZE);
      const r = row + Math.floor(corner / TILE_SIZE);
      const slot = reach.slotOfEdge[edge];
      if (slot === 0 || c < 0 || r < 0 || c >= columnCount || r >= rowCount) continue;
      const seconds = timeAt(reach, slot, fraction) + tile.meters[corner] / offStreet;
      field.seconds[r * columnCount + c] = Math.min(field.seconds[r * columnCount + c], seconds);
    }
  });
}

/** Gives the distance from a corner to the nearest street, reached or not; `Infinity` = none within reach. */
export function metersAt(field: TimeField, corner: number): Meters {
  const row = Math.floor(corner / field.window.columnCount);
  const column = corner - row * field.window.columnCount - field.tilesColumn;
  const northing = row - field.tilesRow;
  const tileColumn = Math.floor(column / TILE_SIZE);
  const tile = field.tiles[Math.floor(northing / TILE_SIZE) * field.tileColumnCount + tileColumn] as NearestTile;
  return tile.meters[(northing % TILE_SIZE) * TILE_SIZE + (column % TILE_SIZE)];
}

/** Street by street: most of a tile is not reached. */
function fillFromTile(
  { window: { columnCount, rowCount }, seconds }: TimeField,
  { edge: edges, firstCorner, corner: corners, fraction: fractions, meters }: NearestTile,
  column: number,
  row: number,
  reach: Reach,
  secondsPerMeter: Seconds,
): void {
  for (let i = 0; i < edges.length; i++) {
    const slot = reach.slotOfEdge[edges[i]];
    if (slot === 0) continue;
    const isStart = isStartSlot(reach, slot);
    const west = reach.westSeconds[slot];
    const east = reach.eastSeconds[slot];
    const eastward = reach.eastwardSeconds[slot];
    const westward = reach.westwardSeconds[slot];
    const end = firstCorner[i + 1];
    for (let k = firstCorner[i]; k < end; k++) {
      const corner = corners[k];
      const c = column + (corner % TILE_SIZE);
      const r = row + ((corner / TILE_SIZE) | 0);
      if (c < 0 || r < 0 || c >= columnCount || r >= rowCount) continue;
      const fraction = fractions[k];
      const time = isStart
        ? timeAt(reach, slot, fraction)
        : Math.min(west + fraction * eastward, east + (1 - fraction) * westward);
      seconds[r * columnCount + c] = time + meters[corner] * secondsPerMeter;
    }
  }
}
