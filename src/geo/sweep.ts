import type { Degrees } from "../base/units.js";
import type { Bounds } from "./bounds.js";
import type { Outline } from "./outline.js";
import { edgesIn } from "./sweep-edges.js";

/**
 * Looks for ground that all of some grounds hold, from parallel to parallel: between two neighboring ones no edge ends and none
 * cross, so that the edges have an order from the west, and each turns what is east of it.
 */
export class Sweep {
  readonly #window: Bounds;
  readonly #lonSouth: Float64Array;
  readonly #latSouth: Float64Array;
  readonly #lonNorth: Float64Array;
  readonly #latNorth: Float64Array;
  readonly #polygon: Uint32Array;
  readonly #groundOf: readonly number[];
  /** By edge, where it meets the parallels between which is looked. */
  readonly #west: Float64Array;
  readonly #east: Float64Array;
  /** By polygon, whether it holds what is east of the last edge; by ground, how many of its polygons do; how many grounds do. */
  readonly #isOdd: Uint8Array;
  readonly #held: Uint32Array;
  readonly #sides: number[] = [];
  /** By edge, where the side begins that it gave last; -1 = none. */
  readonly #lastSide: Int32Array;

  /** @param window around all ground that all of them may hold */
  constructor(grounds: readonly (readonly Outline[])[], window: Bounds) {
    this.#window = window;
    const edges = edgesIn(grounds, window);
    this.#lonSouth = edges.lonSouth;
    this.#latSouth = edges.latSouth;
    this.#lonNorth = edges.lonNorth;
    this.#latNorth = edges.latNorth;
    this.#polygon = edges.polygon;
    this.#groundOf = edges.groundOf;
    this.#west = new Float64Array(this.#polygon.length);
    this.#east = new Float64Array(this.#polygon.length);
    this.#isOdd = new Uint8Array(this.#groundOf.length);
    this.#held = new Uint32Array(grounds.length);
    this.#lastSide = new Int32Array(this.#polygon.length).fill(-1);
  }

  /** Gives the sides of that ground. */
  sides(): number[] {
    const parallels = this.#parallels();
    const active: number[] = [];
    let next = 0;
    for (let i = 1; i < parallels.length; i++) {
      const from = parallels[i - 1];
      const to = parallels[i];
      let kept = 0;
      for (const edge of active) if (this.#latNorth[edge] > from) active[kept++] = edge;
      active.length = kept;
      for (; next < this.#latSouth.length && this.#latSouth[next] <= from; next++)
        if (this.#latNorth[next] > from) active.push(next);
      if (!this.#mayHold(active)) continue;
      this.#meet(active, from, to);
      const cuts = this.#crossings(active, from, to);
      if (cuts.length === 0) {
        this.#emit(active, from, to);
        continue;
      }
      cuts.push(to);
      for (let j = 0; j < cuts.length; j++) {
        const start = j === 0 ? from : cuts[j - 1];
        this.#meet(active, start, cuts[j]);
        this.#emit(active, start, cuts[j]);
      }
    }
    return this.#sides;
  }

  /** Whether every ground has an edge there: else nothing is held by all. */
  #mayHold(active: readonly number[]): boolean {
    const held = this.#held;
    let count = 0;
    for (const edge of active) {
      const ground = this.#groundOf[this.#polygon[edge]];
      if (held[ground] !== 0) continue;
      held[ground] = 1;
      count++;
    }
    held.fill(0);
    return count === held.length;
  }

  /** Lists where edges end, and the ends of the window. */
  #parallels(): Float64Array {
    const { south, north } = this.#window;
    const count = this.#latSouth.length;
    const all = new Float64Array(2 * count + 2);
    for (let edge = 0; edge < count; edge++) {
      all[2 * edge] = Math.max(south, this.#latSouth[edge]);
      all[2 * edge + 1] = Math.min(north, this.#latNorth[edge]);
    }
    all[2 * count] = south;
    all[2 * count + 1] = north;
    return distinct(all.sort());
  }

  /** Finds where the edges meet two parallels. */
  #meet(active: readonly number[], from: Degrees, to: Degrees): void {
    for (const edge of active) {
      this.#west[edge] = this.#lonAt(edge, from);
      this.#east[edge] = this.#lonAt(edge, to);
    }
  }

  #lonAt(edge: number, lat: Degrees): Degrees {
    if (lat >= this.#latNorth[edge]) return this.#lonNorth[edge];
    const part = (lat - this.#latSouth[edge]) / (this.#latNorth[edge] - this.#latSouth[edge]);
    return this.#lonSouth[edge] + part * (this.#lonNorth[edge] - this.#lonSouth[edge]);
  }

  /** Lists the parallels between two on which edges cross, ascending. */
  #crossings(active: number[], from: Degrees, to: Degrees): number[] {
    const south = this.#west;
    const north = this.#east;
    const cuts: number[] = [];
    for (let i = 1; i < active.length; i++) {
      const moved = active[i];
      let j = i;
      for (; j > 0; j--) {
        const before = active[j - 1];
        const isAfter =
          north[before] > north[moved] || (north[before] === north[moved] && south[before] > south[moved]);
        if (!isAfter) break;
        active[j] = before;
      }
      active[j] = moved;
    }
    // who is out of order on the southern parallel goes back past those that it crosses
    for (let i = 1; i < active.length; i++) {
      const moved = active[i];
      let j = i;
      for (; j > 0 && south[active[j - 1]] > south[moved]; j--) {
        const other = active[j - 1];
        const before = south[other] - south[moved];
        const at = from + (before / (before + north[moved] - north[other])) * (to - from);
        if (at > from && at < to) cuts.push(at);
        active[j] = other;
      }
      active[j] = moved;
    }
    return cuts.length > 1 ? [...distinct(Float64Array.from(cuts).sort())] : cuts;
  }

  /** Walks from the west, and takes down where ground begins and ends. */
  #emit(active: number[], from: Degrees, to: Degrees): void {
    const south = this.#west;
    const north = this.#east;
    for (let i = 1; i < active.length; i++) {
      const moved = active[i];
      let j = i;
      for (; j > 0 && south[active[j - 1]] + north[active[j - 1]] > south[moved] + north[moved]; j--)
        active[j] = active[j - 1];
      active[j] = moved;
    }
    let holding = 0;
    let was = false;
    for (const edge of active) {
      const polygon = this.#polygon[edge];
      const ground = this.#groundOf[polygon];
      const isOdd = this.#isOdd[polygon] ^ 1;
      this.#isOdd[polygon] = isOdd;
      if (isOdd === 1 && this.#held[ground]++ === 0) holding++;
      if (isOdd === 0 && --this.#held[ground] === 0) holding--;
      const is = holding === this.#held.length;
      if (is !== was) this.#addSide(edge, from, to, is);
      was = is;
    }
    for (const edge of active) this.#isOdd[this.#polygon[edge]] = 0;
    this.#held.fill(0);
  }

  /** Takes a part of an edge down, or lengthens the part that was taken down before it. */
  #addSide(edge: number, from: Degrees, to: Degrees, isNorthward: boolean): void {
    const sides = this.#sides;
    const last = this.#lastSide[edge];
    if (
      last >= 0 &&
      sides[last + (isNorthward ? 3 : 1)] === from &&
      sides[last + 3] > sides[last + 1] === isNorthward
    ) {
      sides[last + (isNorthward ? 2 : 0)] = this.#east[edge];
      sides[last + (isNorthward ? 3 : 1)] = to;
      return;
    }
    this.#lastSide[edge] = sides.length;
    if (isNorthward) sides.push(this.#west[edge], from, this.#east[edge], to);
    else sides.push(this.#east[edge], to, this.#west[edge], from);
  }
}

/** Takes each of some numbers once, which are ascending. */
function distinct(sorted: Float64Array): Float64Array {
  let count = 0;
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[count++] = sorted[i];
  return sorted.subarray(0, count);
}
