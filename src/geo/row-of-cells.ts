import type { Degrees } from "../base/units.js";
import type { Sides } from "./sides.js";

/** Less of a cell than this is the rounding of coordinates. */
const ROUNDING = 1e-7;
/** Where ground is looked for in a cell whose middle of ground lies outside, from its southern edge. */
const HEIGHTS = [0.5, 0.25, 0.75, 0.125, 0.375, 0.625, 0.875];

/**
 * The ground in one row of cells, added up side by side: a side that leads north adds what lies east of it, one that leads
 * south takes it away. Lengths are those of a cell, from the south-western corner of column 0.
 *
 * Numbers are handed over in fields and columns, not in lists made for them: this is done for every row of every neighborhood.
 */
export class RowOfCells {
  /** The cells that hold ground, from the west, once the row was measured: so many, */
  count = 0;
  /** in these columns, each with its share of ground and the place in the cell to look from. */
  column: Int32Array = new Int32Array(0);
  share: Float64Array = new Float64Array(0);
  x: Float64Array = new Float64Array(0);
  y: Float64Array = new Float64Array(0);
  #south: Degrees = 0;
  #latStep: Degrees = 1;
  #lonStep: Degrees = 1;
  /** Parts of sides within the row: x and y of both ends. */
  readonly #parts: number[] = [];
  #firstColumn = Infinity;
  #endColumn = -Infinity;
  /** By column: ground and its moments about the middle of the cell, of cells that sides cross; and what goes on east of it. */
  #ground = new Float64Array(0);
  #momentX = new Float64Array(0);
  #momentY = new Float64Array(0);
  #onward = new Float64Array(0);
  #onwardY = new Float64Array(0);

  /** Begins a row without ground. */
  start(south: Degrees, latStep: Degrees, lonStep: Degrees): void {
    [this.#south, this.#latStep, this.#lonStep] = [south, latStep, lonStep];
    this.#parts.length = 0;
    [this.#firstColumn, this.#endColumn] = [Infinity, -Infinity];
    this.count = 0;
  }

  /** Adds that part of a side that lies within the row. */
  addSide(sides: Sides, side: number): void {
    const fromX = sides[side] / this.#lonStep;
    const toX = sides[side + 2] / this.#lonStep;
    const fromY = (sides[side + 1] - this.#south) / this.#latStep;
    const toY = (sides[side + 3] - this.#south) / this.#latStep;
    const startY = Math.min(1, Math.max(0, fromY));
    const endY = Math.min(1, Math.max(0, toY));
    if (startY === endY) return;
    const startX = startY === fromY ? fromX : fromX + ((startY - fromY) / (toY - fromY)) * (toX - fromX);
    const endX = endY === toY ? toX : fromX + ((endY - fromY) / (toY - fromY)) * (toX - fromX);
    this.#parts.push(startX, startY, endX, endY);
    this.#firstColumn = Math.min(this.#firstColumn, Math.floor(startX), Math.floor(endX));
    this.#endColumn = Math.max(this.#endColumn, Math.floor(startX) + 1, Math.floor(endX) + 1);
  }

  /** Finds the cells that hold ground. */
  measure(): void {
    const columns = this.#endColumn - this.#firstColumn;
    if (!(columns > 0)) return;
    this.#makeRoom(columns + 1);
    for (let i = 0; i < this.#parts.length; i += 4) this.#addPart(i);
    let onward = 0;
    let onwardY = 0;
    for (let i = 0; i < columns; i++) {
      onward += this.#onward[i];
      onwardY += this.#onwardY[i];
      const share = this.#ground[i] + onward;
      if (!(share > ROUNDING)) continue;
      const at = this.count++;
      const column = this.#firstColumn + i;
      const isWhole = share > 1 - ROUNDING;
      this.column[at] = column;
      this.share[at] = isWhole ? 1 : share;
      this.x[at] = isWhole ? 0.5 : 0.5 + this.#momentX[i] / share;
      this.y[at] = isWhole ? 0.5 : 0.5 + (this.#momentY[i] + onwardY) / share;
      if (!isWhole && !this.#isGround(column + this.x[at], this.y[at])) this.#lookFromWidest(at);
    }
  }

  /** Adds a part of a side, cell by cell. */
  #addPart(part: number): void {
    const parts = this.#parts;
    const isEastward = parts[part + 2] > parts[part];
    const from = isEastward ? part : part + 2;
    const to = isEastward ? part + 2 : part;
    const sign = isEastward ? 1 : -1;
    const east = parts[to];
    const lastY = parts[to + 1];
    let x = parts[from];
    let y = parts[from + 1];
    let column = Math.floor(x);
    for (; column + 1 < east; column++) {
      const nextY = y + ((column + 1 - x) / (east - x)) * (lastY - y);
      this.#addInCell(column, x, y, column + 1, nextY, sign);
      x = column + 1;
      y = nextY;
    }
    this.#addInCell(column, x, y, east, lastY, sign);
  }

  /** Adds a part of a side that leads eastward within a cell. @param sign -1: the side leads westward */
  #addInCell(column: number, fromX: number, fromY: number, toX: number, toY: number, sign: number): void {
    const at = column - this.#firstColumn;
    const height = sign * (toY - fromY);
    const x = fromX - column - 0.5;
    const y = fromY - 0.5;
    const endX = toX - column - 0.5;
    const endY = toY - 0.5;
    this.#ground[at] += height * (0.5 - (x + endX) / 2);
    this.#momentX[at] += height * (0.125 - (x * x + x * endX + endX * endX) / 6);
    this.#momentY[at] += (height * ((0.5 - x) * (2 * y + endY) + (0.5 - endX) * (y + 2 * endY))) / 6;
    this.#onward[at + 1] += height;
    this.#onwardY[at + 1] += (height * (y + endY)) / 2;
  }

  #makeRoom(columns: number): void {
    if (columns <= this.#ground.length) {
      this.#ground.fill(0, 0, columns);
      this.#momentX.fill(0, 0, columns);
      this.#momentY.fill(0, 0, columns);
      this.#onward.fill(0, 0, columns);
      this.#onwardY.fill(0, 0, columns);
      return;
    }
    this.#ground = new Float64Array(2 * columns);
    this.#momentX = new Float64Array(2 * columns);
    this.#momentY = new Float64Array(2 * columns);
    this.#onward = new Float64Array(2 * columns);
    this.#onwardY = new Float64Array(2 * columns);
    this.column = new Int32Array(2 * columns);
    this.share = new Float64Array(2 * columns);
    this.x = new Float64Array(2 * columns);
    this.y = new Float64Array(2 * columns);
  }

  #isGround(x: number, y: number): boolean {
    const parts = this.#parts;
    let isGround = false;
    for (let part = 0; part < parts.length; part += 4)
      if (isCrossed(parts, part, y) && crossingAt(parts, part, y) <= x) isGround = !isGround;
    return isGround;
  }

  /** A cell is looked at from the middle of its widest stretch of ground, on the parallel chosen or another. */
  #lookFromWidest(at: number): void {
    const column = this.column[at];
    let width = 0;
    const y = this.y[at];
    this.x[at] = 0.5;
    for (let i = -1; i < HEIGHTS.length; i++) {
      const height = i < 0 ? y : HEIGHTS[i];
      const crossings = this.#crossingsAt(height);
      for (let j = 1; j < crossings.length; j += 2) {
        const west = Math.max(column, crossings[j - 1]);
        const east = Math.min(column + 1, crossings[j]);
        if (!(east - west > width)) continue;
        width = east - west;
        this.x[at] = (west + east) / 2 - column;
        this.y[at] = height;
      }
    }
  }

  /** Where sides cross a parallel, from the west. */
  #crossingsAt(y: number): readonly number[] {
    const parts = this.#parts;
    const crossings: number[] = [];
    for (let part = 0; part < parts.length; part += 4)
      if (isCrossed(parts, part, y)) crossings.push(crossingAt(parts, part, y));
    return crossings.sort((a, b) => a - b);
  }
}

function isCrossed(parts: readonly number[], part: number, y: number): boolean {
  return parts[part + 1] <= y !== parts[part + 3] <= y;
}

function crossingAt(parts: readonly number[], part: number, y: number): number {
  const fromX = parts[part];
  const fromY = parts[part + 1];
  return fromX + ((y - fromY) / (parts[part + 3] - fromY)) * (parts[part + 2] - fromX);
}
