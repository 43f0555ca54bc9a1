import type { Degrees } from "../base/units.js";
import type { Sides } from "./sides.js";

/** Where a row of cells lies, and how large its cells are. */
export interface CellFrame {
  readonly south: Degrees;
  readonly latStep: Degrees;
  readonly lonStep: Degrees;
}

/** Less of a cell than this is the rounding of coordinates. */
const ROUNDING = 1e-7;
/** Where ground is looked for in a cell whose middle of ground lies outside, from its southern edge. */
const HEIGHTS = [0.5, 0.25, 0.75, 0.125, 0.375, 0.625, 0.875];

/**
 * The ground in one row of cells, added up side by side: a side that leads north adds what lies east of it, one that leads
 * south takes it away. Lengths are those of a cell, from the south-western corner of column 0.
 */
export class RowOfCells {
  /** Parts of sides within the row: x and y of both ends. */
  #parts: number[] = [];
  #firstColumn = Infinity;
  #endColumn = -Infinity;
  /** By column: ground and its moments about the middle of the cell, of cells that sides cross; and what goes on east of it. */
  #ground = new Float64Array(0);
  #momentX = new Float64Array(0);
  #momentY = new Float64Array(0);
  #onward = new Float64Array(0);
  #onwardY = new Float64Array(0);

  clear(): void {
    this.#parts = [];
    [this.#firstColumn, this.#endColumn] = [Infinity, -Infinity];
  }

  /** Adds that part of a side that lies within the row. */
  addSide(sides: Sides, side: number, { south, latStep, lonStep }: CellFrame): void {
    const [fromX, toX] = [sides[side] / lonStep, sides[side + 2] / lonStep];
    const [fromY, toY] = [(sides[side + 1] - south) / latStep, (sides[side + 3] - south) / latStep];
    const xAt = (y: number) => fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX);
    const [startY, endY] = [Math.min(1, Math.max(0, fromY)), Math.min(1, Math.max(0, toY))];
    const startX = startY === fromY ? fromX : xAt(startY);
    const endX = endY === toY ? toX : xAt(endY);
    if (startY === endY) return;
    this.#parts.push(startX, startY, endX, endY);
    this.#firstColumn = Math.min(this.#firstColumn, Math.floor(startX), Math.floor(endX));
    this.#endColumn = Math.max(this.#endColumn, Math.floor(startX) + 1, Math.floor(endX) + 1);
  }

  /** Visits the cells that hold ground, from the west, with their share of ground and the place in the cell to look from. */
  visit(found: (column: number, share: number, x: number, y: number) => void): void {
    const columns = this.#endColumn - this.#firstColumn;
    if (!(columns > 0)) return;
    this.#makeRoom(columns + 1);
    for (let i = 0; i < this.#parts.length; i += 4) this.#addPart(i);
    let [onward, onwardY] = [0, 0];
    for (let i = 0; i < columns; i++) {
      onward += this.#onward[i];
      onwardY += this.#onwardY[i];
      const share = this.#ground[i] + onward;
      const column = this.#firstColumn + i;
      if (share > 1 - ROUNDING) found(column, 1, 0.5, 0.5);
      else if (share > ROUNDING) {
        const middle = [0.5 + this.#momentX[i] / share, 0.5 + (this.#momentY[i] + onwardY) / share] as const;
        const [x, y] = this.#isGround(column + middle[0], middle[1]) ? middle : this.#widestIn(column, middle[1]);
        found(column, share, x, y);
      }
    }
  }

  /** Adds a part of a side, cell by cell. */
  #addPart(part: number): void {
    const parts = this.#parts;
    const isEastward = parts[part + 2] > parts[part];
    const [from, to, sign] = isEastward ? [part, part + 2, 1] : [part + 2, part, -1];
    const [east, lastY] = [parts[to], parts[to + 1]];
    let [x, y] = [parts[from], parts[from + 1]];
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
  }

  #isGround(x: number, y: number): boolean {
    return this.#crossingsAt(y).filter((crossing) => crossing <= x).length % 2 === 1;
  }

  /** The middle of the widest stretch of ground in a cell, on its parallel of `y` or another. */
  #widestIn(column: number, y: number): readonly [x: number, y: number] {
    let found: readonly [number, number] = [0.5, y];
    let width = 0;
    for (const height of [y, ...HEIGHTS]) {
      const crossings = this.#crossingsAt(height).sort((a, b) => a - b);
      for (let i = 1; i < crossings.length; i += 2) {
        const west = Math.max(column, crossings[i - 1]);
        const east = Math.min(column + 1, crossings[i]);
        if (east - west > width) [found, width] = [[(west + east) / 2 - column, height], east - west];
      }
    }
    return found;
  }

  /** Where sides cross a parallel. */
  #crossingsAt(y: number): number[] {
    const crossings: number[] = [];
    for (let i = 0; i < this.#parts.length; i += 4) {
      const [fromX, fromY, toX, toY] = [this.#parts[i], this.#parts[i + 1], this.#parts[i + 2], this.#parts[i + 3]];
      if (fromY <= y !== toY <= y) crossings.push(fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX));
    }
    return crossings;
  }
}
