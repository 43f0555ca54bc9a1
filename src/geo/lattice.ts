import { sortRowsByValue } from "../base/sort-rows.js";
import type { Degrees, Meters, SquareMeters } from "../base/units.js";
import { densityAt } from "./area.js";
import { metersPerDegree } from "./distance.js";
import { RowOfCells } from "./row-of-cells.js";
import type { Sides } from "./sides.js";

/** The ground in the cells of a lattice, as columns: by row from the south, then from the west. */
export interface LatticeCells {
  readonly count: number;
  readonly row: Int32Array;
  readonly column: Int32Array;
  readonly squareMeters: Float64Array;
  /** Where the ground of the cell is looked at from: the middle of the cell, or of the part of it that is ground. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

/**
 * A lattice of cells that covers the Earth and does not depend on the data: the same place has the same cells in every
 * city and scenario, however the neighborhoods are cut.
 *
 * Rows are the spacing high (at the mean curvature of the Earth), counted north from the equator, and the cells of a row are as
 * wide on its own parallel, counted east from Greenwich. Halved, every cell falls into four: lattices of one spacing nest.
 */
export class Lattice {
  readonly spacingMeters: Meters;
  readonly #latStep: Degrees;
  /** Rows that one of the lattice that was halved has become. */
  readonly #parts: number;

  /** @param halvings how often the spacing is halved */
  constructor(spacingMeters: Meters, halvings = 0) {
    this.#parts = 1 << halvings;
    this.spacingMeters = spacingMeters / this.#parts;
    this.#latStep = this.spacingMeters / metersPerDegree(45).lat;
  }

  /** About: at the mean curvature of the Earth. */
  get cellSquareMeters(): SquareMeters {
    return this.spacingMeters * this.spacingMeters;
  }

  /** Gives the row that a parallel lies in. */
  rowAt(lat: Degrees): number {
    return Math.floor(lat / this.#latStep);
  }

  /** Gives the cell that a place lies in. */
  cellAt(lon: Degrees, lat: Degrees): { readonly row: number; readonly column: number } {
    const row = this.rowAt(lat);
    return { row, column: Math.floor(lon / this.#lonStepOf(row)) };
  }

  /** About how many cells a line leads through: no fewer than rows, and no more than rows and columns. */
  cellsAlong(fromLon: Degrees, fromLat: Degrees, toLon: Degrees, toLat: Degrees): number {
    const { lon } = metersPerDegree((fromLat + toLat) / 2);
    const columns = (Math.abs(toLon - fromLon) * lon) / this.spacingMeters;
    return 1 + columns + Math.abs(toLat - fromLat) / this.#latStep;
  }

  /** Cuts ground along the cells: exactly, to a ten-millionth of a cell. */
  cut(sides: Sides): LatticeCells {
    const found = new CellColumns();
    const { order, south: southOf, north: northOf } = fromSouth(sides);
    const cells = new RowOfCells();
    const active: number[] = [];
    let next = 0;
    for (let row = order.length === 0 ? 0 : this.rowAt(southOf[order[0]]); ; row++) {
      const south = row * this.#latStep;
      const north = (row + 1) * this.#latStep;
      while (next < order.length && southOf[order[next]] < north) active.push(order[next++]);
      let left = 0;
      for (const side of active) if (northOf[side] > south) active[left++] = side;
      active.length = left;
      if (left === 0) {
        if (next === order.length) break;
        row = this.rowAt(southOf[order[next]]) - 1; // on to the next part
        continue;
      }
      const lonStep = this.#lonStepOf(row);
      cells.start(south, this.#latStep, lonStep);
      for (const side of active) cells.addSide(sides, 4 * side);
      cells.measure();
      found.add(cells, row, this.#latStep, lonStep);
    }
    return found.close();
  }

  /** As wide as in the row that was halved, so that cells nest. */
  #lonStepOf(row: number): Degrees {
    const middle = (Math.floor(row / this.#parts) + 0.5) * this.#parts * this.#latStep;
    return this.spacingMeters / metersPerDegree(middle).lon;
  }
}

/** Lists sides from the south, and where each begins and ends. */
function fromSouth(sides: Sides): { order: Uint32Array; south: Float64Array; north: Float64Array } {
  const count = sides.length / 4;
  const order = new Uint32Array(count);
  const south = new Float64Array(count);
  const north = new Float64Array(count);
  for (let side = 0; side < count; side++) {
    const from = sides[4 * side + 1];
    const to = sides[4 * side + 3];
    order[side] = side;
    south[side] = from < to ? from : to;
    north[side] = from < to ? to : from;
  }
  sortRowsByValue(order, south);
  return { order, south, north };
}

/** Columns of cells, as long as need be. */
class CellColumns {
  #count = 0;
  #row = new Int32Array(FEW_CELLS);
  #column = new Int32Array(FEW_CELLS);
  #squareMeters = new Float64Array(FEW_CELLS);
  #lon = new Float64Array(FEW_CELLS);
  #lat = new Float64Array(FEW_CELLS);

  /** Takes the cells of a row over. */
  add(cells: RowOfCells, row: number, latStep: Degrees, lonStep: Degrees): void {
    if (this.#count + cells.count > this.#row.length) this.#makeRoom(2 * (this.#count + cells.count));
    const cellSquareMeters = densityAt((row + 0.5) * latStep) * latStep * lonStep;
    for (let i = 0; i < cells.count; i++) {
      const at = this.#count++;
      this.#row[at] = row;
      this.#column[at] = cells.column[i];
      this.#squareMeters[at] = cells.share[i] * cellSquareMeters;
      this.#lon[at] = (cells.column[i] + cells.x[i]) * lonStep;
      this.#lat[at] = (row + cells.y[i]) * latStep;
    }
  }

  #makeRoom(length: number): void {
    const longer = <T extends Int32Array | Float64Array>(column: T, longerColumn: T): T => {
      longerColumn.set(column);
      return longerColumn;
    };
    this.#row = longer(this.#row, new Int32Array(length));
    this.#column = longer(this.#column, new Int32Array(length));
    this.#squareMeters = longer(this.#squareMeters, new Float64Array(length));
    this.#lon = longer(this.#lon, new Float64Array(length));
    this.#lat = longer(this.#lat, new Float64Array(length));
  }

  close(): LatticeCells {
    const count = this.#count;
    return {
      count,
      row: this.#row.slice(0, count),
      column: this.#column.slice(0, count),
      squareMeters: this.#squareMeters.slice(0, count),
      lon: this.#lon.slice(0, count),
      lat: this.#lat.slice(0, count),
    };
  }
}

const FEW_CELLS = 64;
