import { columnsOfDoubles, type Segments, TOUCH_DEGREES } from "./segment-conflicts.js";

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
  #pairsLeft = 0;

  constructor({ count, startX, startY, endX, endY }: Segments) {
    let size = count;
    for (let width = count; width > 1; size += width) {
      this.#firstBox.push(size);
      width = Math.ceil(width / FANOUT);
    }
    [this.#west, this.#south, this.#east, this.#north] = columnsOfDoubles(size);
    for (let i = 0; i < count; i++) {
      this.#west[i] = Math.min(startX[i], endX[i]);
      this.#south[i] = Math.min(startY[i], endY[i]);
      this.#east[i] = Math.max(startX[i], endX[i]);
      this.#north[i] = Math.max(startY[i], endY[i]);
    }
    for (let level = 1; level < this.#firstBox.length; level++) this.#fillLevel(level);
  }

  /**
   * Visits the pairs of segments whose boxes overlap or nearly touch, each once, the lower number first.
   *
   * @param maxPairs stops after so many
   */
  visitPairs(visit: (i: number, j: number) => void, maxPairs: number): void {
    this.#pairsLeft = maxPairs;
    const top = this.#firstBox.length - 1;
    if (top > 0) this.#descend(top, 0, 0, visit);
  }

  /** Goes on with the parts of two boxes that meet. */
  #descend(level: number, a: number, b: number, visit: (i: number, j: number) => void): void {
    const first = this.#firstBox[level - 1];
    const width = this.#widthOf(level - 1);
    const lastA = Math.min((a + 1) * FANOUT, width);
    const lastB = Math.min((b + 1) * FANOUT, width);
    const [west, south, east, north] = [this.#west, this.#south, this.#east, this.#north];
    for (let i = a * FANOUT; i < lastA && this.#pairsLeft > 0; i++) {
      const westOfI = west[first + i] - TOUCH_DEGREES;
      const southOfI = south[first + i] - TOUCH_DEGREES;
      const eastOfI = east[first + i] + TOUCH_DEGREES;
      const northOfI = north[first + i] + TOUCH_DEGREES;
      for (let j = a === b ? i : b * FANOUT; j < lastB; j++) {
        if (west[first + j] > eastOfI || east[first + j] < westOfI) continue;
        if (south[first + j] > northOfI || north[first + j] < southOfI) continue;
        if (level > 1) this.#descend(level - 1, i, j, visit);
        else if (i !== j && this.#pairsLeft-- > 0) visit(i, j);
      }
    }
  }

  #widthOf(level: number): number {
    return (this.#firstBox[level + 1] ?? this.#west.length) - this.#firstBox[level];
  }

  #fillLevel(level: number): void {
    const [west, south, east, north] = [this.#west, this.#south, this.#east, this.#north];
    const below = this.#firstBox[level - 1];
    const partCount = this.#widthOf(level - 1);
    for (let i = 0; i < partCount; i++) {
      const box = this.#firstBox[level] + Math.floor(i / FANOUT);
      const part = below + i;
      const isFirst = i % FANOUT === 0;
      if (isFirst || west[part] < west[box]) west[box] = west[part];
      if (isFirst || south[part] < south[box]) south[box] = south[part];
      if (isFirst || east[part] > east[box]) east[box] = east[part];
      if (isFirst || north[part] > north[box]) north[box] = north[part];
    }
  }
}
