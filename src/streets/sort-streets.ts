import { compareText } from "../base/diagnostics.js";
import type { Degrees } from "../base/units.js";
import type { Streets } from "../model/facts.js";
import { levelOf } from "./street-level.js";

/** Streets are sorted by squares: so many from side to side, a few metres each in a city. */
const SQUARES = 16_384;
/** Comes after every square of the ground. */
const RAISED = SQUARES * SQUARES;

/**
 * Sorts streets by place, so that nothing depends on the order of the input: by the square of their first vertex along a
 * Z-curve (neighbors stay neighbors in memory), then by exact place, then by tags, node ids and id. Any two that still
 * tie are the same street twice. Bridges and tunnels come last: a place as near to one as to the ground is on the ground.
 *
 * @returns rows of streets
 * @see G. M. Morton, "A computer oriented geodetic data base", 1966
 */
export function sortStreets(streets: Streets): Uint32Array {
  const { count } = streets;
  const squares = squaresOf(streets);
  // one number per street, the square first: plain numbers are sorted natively
  const keys = new Float64Array(count);
  for (let row = 0; row < count; row++) keys[row] = squares[row] * count + row;
  keys.sort();
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = keys[i] - Math.floor(keys[i] / count) * count;
  for (let start = 0; start < count; ) {
    const square = squares[order[start]];
    let end = start + 1;
    while (end < count && squares[order[end]] === square) end++;
    if (end - start > 1) order.subarray(start, end).sort((a, b) => compareStreets(streets, a, b));
    start = end;
  }
  return order;
}

function squaresOf(streets: Streets): Uint32Array {
  const frame = frameOfStreets(streets);
  const squares = new Uint32Array(streets.count);
  const isRaised = streets.tagSets.map((tags) => levelOf(tags) !== 0);
  for (let row = 0; row < streets.count; row++)
    squares[row] = groundSquareOf(streets, frame, row) + (isRaised[streets.tagSetRow[row]] ? RAISED : 0);
  return squares;
}

/** Where the squares lie: around the first vertices of all streets. */
export interface StreetFrame {
  readonly west: Degrees;
  readonly south: Degrees;
  readonly columnsPerDegree: number;
  readonly rowsPerDegree: number;
}

/** Lays the squares over the streets of a city. */
export function frameOfStreets({ count, firstVertex, lon, lat }: Streets): StreetFrame {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let row = 0; row < count; row++) {
    const vertex = firstVertex[row];
    west = Math.min(west, lon[vertex]);
    east = Math.max(east, lon[vertex]);
    south = Math.min(south, lat[vertex]);
    north = Math.max(north, lat[vertex]);
  }
  const columnsPerDegree = east > west ? (SQUARES - 1) / (east - west) : 0;
  const rowsPerDegree = north > south ? (SQUARES - 1) / (north - south) : 0;
  return { west, south, columnsPerDegree, rowsPerDegree };
}

/** Compares two streets of a city as `sortStreets` does. */
export function compareByPlace(streets: Streets, frame: StreetFrame, a: number, b: number): number {
  const squareOf = (row: number) => {
    const isRaised = levelOf(streets.tagSets[streets.tagSetRow[row]] ?? {}) !== 0;
    return groundSquareOf(streets, frame, row) + (isRaised ? RAISED : 0);
  };
  return squareOf(a) - squareOf(b) || compareStreets(streets, a, b);
}

function groundSquareOf({ firstVertex, lon, lat }: Streets, frame: StreetFrame, row: number): number {
  const vertex = firstVertex[row];
  const x = (lon[vertex] - frame.west) * frame.columnsPerDegree;
  const y = (lat[vertex] - frame.south) * frame.rowsPerDegree;
  return spread(x) | (spread(y) << 1);
}

/** Puts a gap behind every bit of a number. */
function spread(number: number): number {
  let bits = number & (SQUARES - 1);
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}

function compareStreets(streets: Streets, a: number, b: number): number {
  const { firstVertex, lon, lat, nodeIds, ids } = streets;
  const aStart = firstVertex[a];
  const bStart = firstVertex[b];
  const aCount = firstVertex[a + 1] - aStart;
  const bCount = firstVertex[b + 1] - bStart;
  const count = Math.min(aCount, bCount);
  for (let i = 0; i < count; i++) {
    const byPlace = lon[aStart + i] - lon[bStart + i] || lat[aStart + i] - lat[bStart + i];
    if (byPlace !== 0) return byPlace;
  }
  if (aCount !== bCount) return aCount - bCount;
  const byTags = compareText(textOfTags(streets, a), textOfTags(streets, b));
  if (byTags !== 0) return byTags;
  for (let i = 0; i < count && nodeIds.length > 0; i++) {
    const byNode = compareNodeIds(nodeIds[aStart + i], nodeIds[bStart + i]);
    if (byNode !== 0) return byNode;
  }
  return compareText(ids[a], ids[b]);
}

function textOfTags({ tagSets, tagSetRow }: Streets, row: number): string {
  return JSON.stringify(tagSets[tagSetRow[row]]);
}

/** No id comes before any; infinite ones do not subtract. */
function compareNodeIds(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
  return a < b ? -1 : a > b ? 1 : 0;
}
