import type { Window } from "./lattice.js";

/**
 * Where outlines cross the lines between corners: `2 * corner` = between the corner and the next one to the east,
 * `2 * corner + 1` = to the north. Corners count row by row from the south, each row from the west.
 */
export type Crossing = number;

/** A closed outline: what is inside lies to its left. */
export interface TracedRing {
  /** In order; the first is not repeated. */
  readonly crossings: readonly Crossing[];
  /** The outlines of the holes in what this one encloses. */
  readonly holes: (readonly Crossing[])[];
}

interface FoundRing {
  readonly crossings: Crossing[];
  isHole: boolean;
  /** The westernmost of the corners inside whose neighbor to the east is in the hole. */
  besideHole: number;
}

// corners of a cell, as bits
const SOUTH_WEST = 1;
const NORTH_EAST = 4;

// sides of a cell
const SOUTH = 0;
const EAST = 1;
const NORTH = 2;
const WEST = 3;

/** Of each set of corners inside: sides where an outline enters and leaves the cell, two by two. */
const SEGMENTS: readonly (readonly number[])[] = [
  [],
  [SOUTH, WEST],
  [EAST, SOUTH],
  [EAST, WEST],
  [NORTH, EAST],
  [SOUTH, WEST, NORTH, EAST],
  [NORTH, SOUTH],
  [NORTH, WEST],
  [WEST, NORTH],
  [SOUTH, NORTH],
  [EAST, SOUTH, WEST, NORTH],
  [EAST, NORTH],
  [WEST, EAST],
  [SOUTH, EAST],
  [WEST, SOUTH],
  [],
];

/**
 * Traces the outlines of what is inside, through the cells between corners; arrays are kept from one to the next.
 *
 * Two corners inside that only touch across a cell are kept apart.
 *
 * @see W. E. Lorensen, H. E. Cline, "Marching cubes", 1987
 */
export class RingTracer {
  /** Per crossing where an outline enters a cell: where it leaves; once traced, `-1 - ring`. */
  #next: Int32Array = new Int32Array(1 << 15);
  #entries: Int32Array = new Int32Array(1 << 12);
  #entryCount = 0;

  /**
   * @param inside per corner: 1 = inside. None on the border of the window
   * @returns the outer rings, each with its holes, from the south
   */
  trace(inside: Uint8Array, { columnCount, rowCount }: Window): TracedRing[] {
    if (this.#next.length < 2 * columnCount * rowCount) this.#next = new Int32Array(3 * columnCount * rowCount);
    this.#linkCells(inside, columnCount, rowCount);
    const found: FoundRing[] = [];
    for (let i = 0; i < this.#entryCount; i++)
      if (this.#next[this.#entries[i]] >= 0)
        found.push(this.#follow(this.#entries[i], found.length, inside, columnCount));
    const traced = found.map(({ crossings }): TracedRing => ({ crossings, holes: [] }));
    for (const ring of found)
      if (ring.isHole) traced[this.#outerRingAround(ring, found, inside)]?.holes.push(ring.crossings);
    return traced.filter((_, ring) => found[ring]?.isHole === false);
  }

  #linkCells(inside: Uint8Array, columnCount: number, rowCount: number): void {
    this.#entryCount = 0;
    let [first, last] = [columnCount, -1];
    for (let row = 0; row < rowCount - 1; row++) {
      // beyond the first and the last corners inside of both rows no outline runs
      const north = (row + 1) * columnCount;
      let [northFirst, northLast] = [0, columnCount - 1];
      while (northFirst < columnCount && inside[north + northFirst] === 0) northFirst++;
      while (northLast >= 0 && inside[north + northLast] === 0) northLast--;
      const end = Math.max(last, northLast);
      this.#linkRow(inside, columnCount, row * columnCount + Math.min(first, northFirst) - 1, row * columnCount + end);
      [first, last] = [northFirst, northLast];
    }
  }

  /** From the cell of one corner to that of another; the first has nothing inside on its western side. */
  #linkRow(inside: Uint8Array, columnCount: number, from: number, to: number): void {
    let east = 0;
    for (let corner = from; corner <= to; corner++) {
      const west = ((east >> 1) & SOUTH_WEST) | ((east & NORTH_EAST) << 1);
      east = (inside[corner + 1] << 1) | (inside[corner + columnCount + 1] << 2);
      const cell = west | east;
      if (cell === 0 || cell === 15) continue;
      const segments = SEGMENTS[cell] as readonly number[];
      for (let i = 0; i < segments.length; i += 2)
        this.#link(
          crossingOf(corner, segments[i] as number, columnCount),
          crossingOf(corner, segments[i + 1] as number, columnCount),
        );
    }
  }

  #link(from: Crossing, to: Crossing): void {
    if (this.#entryCount === this.#entries.length) {
      const grown = new Int32Array(2 * this.#entries.length);
      grown.set(this.#entries);
      this.#entries = grown;
    }
    this.#entries[this.#entryCount++] = from;
    this.#next[from] = to;
  }

  #follow(start: Crossing, ring: number, inside: Uint8Array, columnCount: number): FoundRing {
    const crossings: Crossing[] = [];
    let [twiceArea, besideHole, westernmost] = [0, -1, Infinity];
    let crossing = start;
    do {
      crossings.push(crossing);
      const corner = crossing >> 1;
      const column = corner % columnCount;
      if ((crossing & 1) === 0 && column < westernmost && inside[corner] === 1) {
        besideHole = corner;
        westernmost = column;
      }
      const next = this.#next[crossing];
      twiceArea += crossProduct(crossing, next, columnCount);
      this.#next[crossing] = -1 - ring;
      crossing = next;
    } while (crossing !== start);
    return { crossings, isHole: twiceArea < 0, besideHole };
  }

  /** Goes west from the hole: what comes first is the outer ring, or another hole in it, which lies farther west. */
  #outerRingAround(hole: FoundRing, found: readonly FoundRing[], inside: Uint8Array): number {
    let corner = hole.besideHole;
    while (inside[corner - 1] === 1) corner--;
    const ring = -1 - this.#next[2 * (corner - 1)];
    const next = found[ring];
    return next?.isHole === true ? this.#outerRingAround(next, found, inside) : ring;
  }
}

function crossingOf(corner: number, side: number, columnCount: number): Crossing {
  if (side === SOUTH) return 2 * corner;
  if (side === WEST) return 2 * corner + 1;
  return side === NORTH ? 2 * (corner + columnCount) : 2 * (corner + 1) + 1;
}

/** Of two crossings as vectors, in half cells. */
function crossProduct(a: Crossing, b: Crossing, columnCount: number): number {
  const rowA = Math.floor((a >> 1) / columnCount);
  const rowB = Math.floor((b >> 1) / columnCount);
  const xA = 2 * ((a >> 1) - rowA * columnCount) + 1 - (a & 1);
  const xB = 2 * ((b >> 1) - rowB * columnCount) + 1 - (b & 1);
  return xA * (2 * rowB + (b & 1)) - xB * (2 * rowA + (a & 1));
}
