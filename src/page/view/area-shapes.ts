import type { PageLines, PageRings } from "../page-geometry.js";
import type { Point } from "./point.js";

type Box = readonly [minX: number, minY: number, maxX: number, maxY: number];

/** Where the areas lie: for drawing them, finding one under the mouse, and walking from one to the next. */
export class AreaShapes {
  readonly count: number;
  /** `null` = there is nothing to draw. */
  readonly boxes: readonly (Box | null)[];
  readonly middles: readonly (Point | null)[];
  readonly whole: Box | null;
  /** How wide and how high an area is about its middle, in map units. */
  readonly rooms: readonly number[];
  readonly heights: readonly number[];
  /** The largest first: where outlines overlap, a city must not hide its quarters. */
  readonly drawingOrder: readonly number[];
  readonly #rings: PageRings;

  constructor(rings: PageRings) {
    this.#rings = rings;
    this.count = rings.firstRing.length - 1;
    this.boxes = Array.from({ length: this.count }, (_, area) => this.#boxOf(area));
    this.middles = Array.from({ length: this.count }, (_, area) => this.#middleOf(area));
    this.rooms = this.middles.map((middle, area) => (middle === null ? 0 : this.#widthAt(area, middle)));
    this.heights = this.boxes.map((box) => (box === null ? 0 : 0.6 * (box[3] - box[1])));
    const sizeOf = (area: number) => {
      const box = this.boxes[area];
      return box === null || box === undefined ? 0 : (box[2] - box[0]) * (box[3] - box[1]);
    };
    this.drawingOrder = [...this.boxes.keys()].sort((a, b) => sizeOf(b) - sizeOf(a) || a - b);
    const known = this.boxes.filter((box) => box !== null);
    this.whole =
      known.length === 0
        ? null
        : known.reduce((a, b) => [
            Math.min(a[0], b[0]),
            Math.min(a[1], b[1]),
            Math.max(a[2], b[2]),
            Math.max(a[3], b[3]),
          ]);
  }

  /** Writes the outline of an area as SVG path data, for the even-odd rule. */
  toPath(area: number): string {
    return toPathData(
      this.#rings,
      this.#rings.firstRing[area] as number,
      this.#rings.firstRing[area + 1] as number,
      true,
    );
  }

  /** Finds the area at a place: the smallest one, where they overlap. -1 = none. */
  at(place: Point): number {
    let [found, size] = [-1, Number.POSITIVE_INFINITY];
    for (let area = 0; area < this.count; area++) {
      const box = this.boxes[area];
      if (box === null || box === undefined || !isInBox(box, place)) continue;
      const own = (box[2] - box[0]) * (box[3] - box[1]);
      if (own < size && this.#contains(area, place)) [found, size] = [area, own];
    }
    return found;
  }

  /** Finds the nearest area in a direction: within 45°, else within 90°. -1 = none. */
  next(area: number, [dx, dy]: Point): number {
    const from = this.middles[area];
    if (from === null || from === undefined) return this.middles.findIndex((middle) => middle !== null);
    let [best, least] = [-1, Number.POSITIVE_INFINITY];
    this.middles.forEach((middle, other) => {
      if (middle === null || other === area) return;
      const [x, y] = [middle[0] - from[0], middle[1] - from[1]];
      const along = x * dx + y * dy;
      const across = Math.abs(x * dy) + Math.abs(y * dx);
      if (along <= 0) return;
      const cost = Math.hypot(x, y) * (across <= along ? 1 : 4);
      if (cost < least) [best, least] = [other, cost];
    });
    return best;
  }

  #contains(area: number, [x, y]: Point): boolean {
    const { firstRing, firstPoint, x: xs, y: ys } = this.#rings;
    let isInside = false;
    for (let ring = firstRing[area] as number; ring < (firstRing[area + 1] as number); ring++) {
      const first = firstPoint[ring] as number;
      const end = firstPoint[ring + 1] as number;
      for (let i = first, j = end - 1; i < end; j = i++) {
        const [xi, yi, xj, yj] = [xs[i], ys[i], xs[j], ys[j]] as [number, number, number, number];
        if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) isInside = !isInside;
      }
    }
    return isInside;
  }

  #boxOf(area: number): Box | null {
    const { firstRing, firstPoint, x, y } = this.#rings;
    let box: Box | null = null;
    for (
      let i = firstPoint[firstRing[area] as number] as number;
      i < (firstPoint[firstRing[area + 1] as number] as number);
      i++
    ) {
      const [px, py] = [x[i] as number, y[i] as number];
      box =
        box === null
          ? [px, py, px, py]
          : [Math.min(box[0], px), Math.min(box[1], py), Math.max(box[2], px), Math.max(box[3], py)];
    }
    return box;
  }

  /** The middle of the largest ring; where that is outside (a crescent), the middle of the widest cut through it. */
  #middleOf(area: number): Point | null {
    const box = this.boxes[area];
    if (box === null || box === undefined) return null;
    const middle = this.#centroid(area);
    if (this.#contains(area, middle)) return middle;
    const y = middle[1] + 0.5;
    const cuts = this.#cutsAt(area, y);
    let widest: Point = middle;
    let width = 0;
    for (let i = 0; i + 1 < cuts.length; i += 2) {
      const [left = 0, right = 0] = [cuts[i], cuts[i + 1]];
      if (right - left > width) [widest, width] = [[(left + right) / 2, y], right - left];
    }
    return widest;
  }

  /** How far a line of writing about the middle stays inside: twice the nearer end of the cut through it. */
  #widthAt(area: number, [x, y]: Point): number {
    const cuts = this.#cutsAt(area, y + 0.25);
    for (let i = 0; i + 1 < cuts.length; i += 2) {
      const [left = 0, right = 0] = [cuts[i], cuts[i + 1]];
      if (left <= x && x <= right) return 2 * Math.min(x - left, right - x);
    }
    return 0;
  }

  #cutsAt(area: number, y: number): number[] {
    const { firstRing, firstPoint, x: xs, y: ys } = this.#rings;
    const cuts: number[] = [];
    for (let ring = firstRing[area] as number; ring < (firstRing[area + 1] as number); ring++) {
      const first = firstPoint[ring] as number;
      const end = firstPoint[ring + 1] as number;
      for (let i = first, j = end - 1; i < end; j = i++) {
        const [xi, yi, xj, yj] = [xs[i], ys[i], xs[j], ys[j]] as [number, number, number, number];
        if (yi > y !== yj > y) cuts.push(((xj - xi) * (y - yi)) / (yj - yi) + xi);
      }
    }
    return cuts.sort((a, b) => a - b);
  }

  #centroid(area: number): Point {
    const { firstRing, firstPoint, x: xs, y: ys } = this.#rings;
    let best: Point = [0, 0];
    let largest = -1;
    for (let ring = firstRing[area] as number; ring < (firstRing[area + 1] as number); ring++) {
      let [twice, sumX, sumY] = [0, 0, 0];
      const first = firstPoint[ring] as number;
      const end = firstPoint[ring + 1] as number;
      for (let i = first, j = end - 1; i < end; j = i++) {
        const [xi, yi, xj, yj] = [xs[i], ys[i], xs[j], ys[j]] as [number, number, number, number];
        const cross = xj * yi - xi * yj;
        twice += cross;
        sumX += (xi + xj) * cross;
        sumY += (yi + yj) * cross;
      }
      if (twice !== 0 && Math.abs(twice) > largest) {
        largest = Math.abs(twice);
        best = [sumX / (3 * twice), sumY / (3 * twice)];
      }
    }
    return best;
  }
}

/** Writes lines as SVG path data. @param isClosed whether they are rings */
export function toPathData(
  { firstPoint, x, y }: PageLines,
  first = 0,
  end: number = firstPoint.length - 1,
  isClosed = false,
): string {
  const parts: string[] = [];
  for (let line = first; line < end; line++) {
    const start = firstPoint[line] as number;
    parts.push(`M${x[start]} ${y[start]}`);
    for (let i = start + 1; i < (firstPoint[line + 1] as number); i++)
      parts.push(`l${(x[i] as number) - (x[i - 1] as number)} ${(y[i] as number) - (y[i - 1] as number)}`);
    if (isClosed) parts.push("z");
  }
  return parts.join("");
}

function isInBox([minX, minY, maxX, maxY]: Box, [x, y]: Point): boolean {
  return x >= minX && x <= maxX && y >= minY && y <= maxY;
}
