import type { Degrees } from "../base/units.js";

/** Steps of 4 bits in each direction: the part of the curve's index, and how the curve lies in that cell. */
interface CurveTable {
  readonly index: Uint8Array;
  readonly nextState: Uint8Array;
}

const BITS = 16;
const BITS_A_STEP = 4;
const CELLS_A_STEP = 256;
const MIRRORED = 2;
const TRANSPOSED = 1;
const RADIX_BITS = 11;

/**
 * Orders points along a Hilbert curve, so that what is near in the plane is near in memory.
 *
 * The curve has 65,536 cells each way over the points' bounding square. Points in one cell keep their order.
 *
 * @returns row of each point, in the order of the curve
 * @see D. Hilbert, "Ueber die stetige Abbildung einer Linie auf ein Flächenstück", 1891
 */
export function hilbertOrder(lon: ArrayLike<Degrees>, lat: ArrayLike<Degrees>): Uint32Array {
  return sortedRows(curveIndexes(lon, lat));
}

function curveIndexes(lon: ArrayLike<number>, lat: ArrayLike<number>): Uint32Array {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < lon.length; i++) {
    const x = lon[i] as number;
    const y = lat[i] as number;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  const extent = Math.max(east - west, north - south);
  const cellsPerDegree = extent > 0 ? ((1 << BITS) - 1) / extent : 0;
  const table = curveTable();
  const indexes = new Uint32Array(lon.length);
  for (let i = 0; i < lon.length; i++) {
    const x = ((lon[i] as number) - west) * cellsPerDegree;
    const y = ((lat[i] as number) - south) * cellsPerDegree;
    indexes[i] = curveIndex(table, x | 0, y | 0);
  }
  return indexes;
}

function curveIndex({ index, nextState }: CurveTable, x: number, y: number): number {
  let state = 0;
  let curve = 0;
  for (let shift = BITS - BITS_A_STEP; shift >= 0; shift -= BITS_A_STEP) {
    const cell = (state << 8) | (((x >> shift) & 15) << 4) | ((y >> shift) & 15);
    curve = (curve << 8) | index[cell];
    state = nextState[cell];
  }
  return curve >>> 0;
}

function curveTable(): CurveTable {
  const states = MIRRORED + TRANSPOSED + 1;
  const table = { index: new Uint8Array(states * CELLS_A_STEP), nextState: new Uint8Array(states * CELLS_A_STEP) };
  for (let cell = 0; cell < states * CELLS_A_STEP; cell++) {
    let state = cell >> 8;
    let curve = 0;
    for (let bit = BITS_A_STEP - 1; bit >= 0; bit--) {
      let right = (cell >> (4 + bit)) & 1;
      let upper = (cell >> bit) & 1;
      if (state & MIRRORED) [right, upper] = [1 - right, 1 - upper];
      if (state & TRANSPOSED) [right, upper] = [upper, right];
      curve = (curve << 2) | ((3 * right) ^ upper);
      // the lower quadrants hold the curve transposed; the last of them mirrored, too
      if (upper === 0) state ^= right === 1 ? TRANSPOSED | MIRRORED : TRANSPOSED;
    }
    table.index[cell] = curve;
    table.nextState[cell] = state;
  }
  return table;
}

/** Sorts stably by radix: three passes of 11 bits, in which the keys move along with their rows. */
function sortedRows(keys: Uint32Array): Uint32Array {
  const count = keys.length;
  let from: KeyedRows = { keys, rows: new Uint32Array(count) };
  let to: KeyedRows = { keys: new Uint32Array(count), rows: new Uint32Array(count) };
  for (let row = 0; row < count; row++) from.rows[row] = row;
  for (let shift = 0; shift < 2 * BITS; shift += RADIX_BITS) {
    sortByDigit(from, to, shift);
    [from, to] = [to, from];
  }
  return from.rows;
}

interface KeyedRows {
  readonly keys: Uint32Array;
  readonly rows: Uint32Array;
}

function sortByDigit({ keys, rows }: KeyedRows, to: KeyedRows, shift: number): void {
  const mask = (1 << RADIX_BITS) - 1;
  const first = new Uint32Array(mask + 2);
  for (let i = 0; i < keys.length; i++) first[((keys[i] >>> shift) & mask) + 1]++;
  for (let digit = 0; digit < mask; digit++) first[digit + 1] += first[digit];
  for (let i = 0; i < keys.length; i++) {
    const place = first[(keys[i] >>> shift) & mask]++;
    to.keys[place] = keys[i];
    to.rows[place] = rows[i];
  }
}
