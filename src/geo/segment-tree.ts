import { type Segments, TOUCH_DEGREES } from "./segment-conflicts.js";

/** So many neighbors along an outline share a box, and so on upward. */
const FANOUT = 4;

/**
 * Boxes around the segments of a polygon, around every few neighbors, around every few of those boxes, and so on: an
 * outline is in order by itself, so that nothing need be sorted.
 */
export class SegmentTree {
  readonly #west: Float64Array;
  readonly #south: Float64Array;
  readonly #east: Float64Array;
  readonly #north: Float64Array;
  /** Where the boxes of each level begin; those of the segments first. */
  readonly #firstBox: number[] = [0];
  readonly #segmentCount: number;
  #pairsLeft = 0;

  constructor({ count, startX, startY, endX, endY }: Segments) {
    let size = count;
    for (let width = count; width > 1; size += width) {
      this.#firstBox.push(size);
      width = Math.ceil(width / FANOUT);
    }
    this.#segmentCount = count;
    this.#west = new Float64Array(size);
    this.#south = new Float64Array(size);
    this.#east = new Float64Array(size);
    this.#north = new Float64Array(size);
    for (let i = 0; i < count; i++) {
      this.#west[i] = Math.min(startX[i], endX[i]);
      this.#south[i] = Math.min(startY[i], endY[i]);
      this.#east[i] = Math.max(startX[i], endX[i]);
      this.#north[i] = Math.max(startY[i], endY[i]);
    }
    for (let level = 1; level < this.#firstBox.length; level++) this.#fillLevel(level);
  }

  /**
   * Tells whether some pair of segments passes a test, of those whose boxes overlap or nearly touch.
   *
   * @param maxPairs gives up after so many pairs, and says yes
   */
  somePair(test: (i: number, j: number) => boolean, maxPairs: number): boolean {
    this.#pairsLeft = maxPairs;
    return this.#segmentCount > 1 && this.#visit(this.#firstBox.length - 1, 0, 0, test);
  }

  /** Looks at the parts of two boxes that meet. */
  #visit(level: number, a: number, b: number, test: (i: number, j: number) => boolean): boolean {
    const first = this.#firstBox[level - 1] ?? 0;
    const width = this.#widthOf(level - 1);
    const lastA = Math.min((a + 1) * FANOUT, width);
    const lastB = Math.min((b + 1) * FANOUT, width);
    const [west, south, east, north] = [this.#west, this.#south, this.#east, this.#north];
    for (let i = a * FANOUT; i < lastA; i++) {
      const westOfI = west[first + i] - TOUCH_DEGREES;
      const southOfI = south[first + i] - TOUCH_DEGREES;
      const eastOfI = east[first + i] + TOUCH_DEGREES;
      const northOfI = north[first + i] + TOUCH_DEGREES;
      for (let j = a === b ? i : b * FANOUT; j < lastB; j++) {
        if (west[first + j] > eastOfI || east[first + j] < westOfI) continue;
        if (south[first + j] > northOfI || north[first + j] < southOfI) continue;
        if (level > 1) {
          if (this.#visit(level - 1, i, j, test)) return true;
        } else if (i !== j && (--this.#pairsLeft < 0 || test(i, j))) return true;
      }
    }
    return false;
  }

  #widthOf(level: number): number {
    return (this.#firstBox[level + 1] ?? this.#west.length) - this.#firstBox[level];
  }

  #fillLevel(level: number): void {
    const below = this.#firstBox[level - 1];
    for (let i = 0; i < this.#widthOf(level); i++) {
      const box = this.#firstBox[level] + i;
      const last = below + Math.min((i + 1) * FANOUT, this.#widthOf(level - 1));
      [this.#west[box], this.#south[box], this.#east[box], this.#north[box]] = [
        Infinity,
        Infinity,
        -Infinity,
        -Infinity,
      ];
      for (let part = below + i * FANOUT; part < last; part++) {
        this.#west[box] = Math.min(this.#west[box], this.#west[part]);
        this.#south[box] = Math.min(this.#south[box], this.#south[part]);
        this.#east[box] = Math.max(this.#east[box], this.#east[part]);
        this.#north[box] = Math.max(this.#north[box], this.#north[part]);
      }
    }
  }
}
