import type { Degrees } from "../base/units.js";
import type { Streets } from "../model/facts.js";
import { PlaceTable } from "./place-table.js";

/** Float noise: a tenth of a millimetre, and what subtracting such numbers adds. */
const NOISE: Degrees = 1.001e-9;
/** Ends are looked for by squares of this size. */
const SQUARE: Degrees = 1e-8;

/**
 * Joins ends of streets that miss a position of another street by float noise only: 1e-9 degrees. They get its coordinates.
 *
 * Streets with node ids stay as they are: their ids say where they meet.
 *
 * @param firstRow only streets from this row on are changed; default: all
 */
export function joinEnds(streets: Streets, firstRow = 0): Streets {
  const { count, firstVertex, lon, lat, nodeIds } = streets;
  // mostly: what is written with eight decimals differs by more than noise, or not at all
  if (lon.every(isShort) && lat.every(isShort)) return streets;
  const ends: number[] = [];
  for (let row = firstRow; row < count; row++) {
    const [first, last] = [firstVertex[row], firstVertex[row + 1] - 1];
    if (nodeIds.length === 0 || Number.isNaN(nodeIds[first])) ends.push(first, last);
  }
  if (ends.length === 0) return streets;
  const nearest = new NearEnds(streets, ends);
  const isEnd = new Uint8Array(lon.length);
  for (const end of ends) isEnd[end] = 1;
  for (let vertex = 0; vertex < lon.length; vertex++) nearest.offer(vertex, isEnd[vertex] === 1);
  if (!nearest.isAnyMoved) return streets;
  const [movedLon, movedLat] = [lon.slice(), lat.slice()];
  for (const end of ends) {
    const target = nearest.targetOf(end);
    movedLon[end] = lon[target];
    movedLat[end] = lat[target];
  }
  return { ...streets, lon: movedLon, lat: movedLat };
}

/** In a square millimetre there are no more ends than this, except where somebody wants us to look at all pairs of them. */
const MOST_COMPARED = 100;

/** Whether a coordinate is one of up to eight decimals. */
function isShort(degrees: Degrees): boolean {
  return Math.round(degrees * 1e8) / 1e8 === degrees;
}

/** For every end, the vertex whose place it takes. */
class NearEnds {
  isAnyMoved = false;
  readonly #streets: Streets;
  /** The squares that an end may be near to. */
  readonly #squares: PlaceTable;
  /** Per square, the last entry + 1; per entry, the one before it + 1, and its end. */
  readonly #last: Int32Array;
  readonly #before: number[] = [];
  readonly #endOf: number[] = [];
  /** Per end that moves: the vertex that it moves to. */
  readonly #target = new Map<number, number>();
  readonly #isFixed = new Set<number>();

  constructor(streets: Streets, ends: readonly number[]) {
    this.#streets = streets;
    this.#squares = new PlaceTable(4 * ends.length + 1);
    this.#last = new Int32Array(4 * ends.length + 1);
    const { lon, lat } = streets;
    for (const end of ends)
      for (let column = squareOf(lon[end] - NOISE); column <= squareOf(lon[end] + NOISE); column++)
        for (let row = squareOf(lat[end] - NOISE); row <= squareOf(lat[end] + NOISE); row++)
          this.#list(this.#squares.findOrAdd(column, row, 0), end);
  }

  #list(square: number, end: number): void {
    this.#before.push(this.#last[square]);
    this.#last[square] = this.#endOf.push(end);
  }

  /** Offers a vertex to the ends near it: one that stays is taken first, else the westernmost, southernmost. */
  offer(vertex: number, mayMove: boolean): void {
    const { lon, lat } = this.#streets;
    const square = this.#squares.find(squareOf(lon[vertex]), squareOf(lat[vertex]), 0);
    if (square < 0) return;
    let left = MOST_COMPARED;
    for (let entry = this.#last[square]; entry > 0 && left-- > 0; entry = this.#before[entry - 1] as number) {
      const end = this.#endOf[entry - 1] as number;
      const [east, north] = [lon[vertex] - lon[end], lat[vertex] - lat[end]];
      if ((east === 0 && north === 0) || Math.abs(east) > NOISE || Math.abs(north) > NOISE) continue;
      const known = this.#target.get(end) ?? end;
      const isFixed = this.#isFixed.has(end);
      const isFirst = lon[vertex] - lon[known] || lat[vertex] - lat[known];
      if (isFixed === !mayMove ? isFirst >= 0 : isFixed) continue;
      this.#target.set(end, vertex);
      if (!mayMove) this.#isFixed.add(end);
      this.isAnyMoved = true;
    }
  }

  /** Follows ends that move to ends that move. */
  targetOf(end: number): number {
    let at = end;
    for (let next = this.#target.get(at); next !== undefined && !this.#isFixed.has(at); next = this.#target.get(at))
      at = next;
    return this.#target.get(at) ?? at;
  }
}

function squareOf(degrees: Degrees): number {
  return Math.floor(degrees / SQUARE);
}
