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

  /** About how many cells a line leads through: no fewer than rows, and no more than rows and columns. */
  cellsAlong(fromLon: Degrees, fromLat: Degrees, toLon: Degrees, toLat: Degrees): number {
    const { lon } = metersPerDegree((fromLat + toLat) / 2);
    const columns = (Math.abs(toLon - fromLon) * lon) / this.spacingMeters;
    return 1 + columns + Math.abs(toLat - fromLat) / this.#latStep;
  }

  /** Cuts ground along the cells: exactly, to a ten-millionth of a cell. */
  cut(sides: Sides): LatticeCells {
    const found = { row: [] as number[], column: [] as number[], squareMeters: [] as number[] };
    const places = { lon: [] as number[], lat: [] as number[] };
    const southOf = (side: number) => Math.min(sides[side + 1], sides[side + 3]);
    const order = Uint32Array.from({ length: sides.length / 4 }, (_, i) => 4 * i);
    order.sort((a, b) => southOf(a) - southOf(b));
    const cells = new RowOfCells();
    let active: number[] = [];
    let next = 0;
    for (let row = order.length === 0 ? 0 : this.rowAt(southOf(order[0])); ; row++) {
      const [south, north] = [row * this.#latStep, (row + 1) * this.#latStep];
      while (next < order.length && southOf(order[next]) < north) active.push(order[next++]);
      active = active.filter((side) => Math.max(sides[side + 1], sides[side + 3]) > south);
      if (active.length === 0) {
        if (next === order.length) break;
        row = this.rowAt(southOf(order[next])) - 1; // on to the next part
        continue;
      }
      const lonStep = this.#lonStepOf(row);
      cells.clear();
      for (const side of active) cells.addSide(sides, side, { south, latStep: this.#latStep, lonStep });
      const cellSquareMeters = densityAt((row + 0.5) * this.#latStep) * this.#latStep * lonStep;
      cells.visit((column, share, x, y) => {
        found.row.push(row);
        found.column.push(column);
        found.squareMeters.push(share * cellSquareMeters);
        places.lon.push((column + x) * lonStep);
        places.lat.push((row + y) * this.#latStep);
      });
    }
    return {
      count: found.row.length,
      row: Int32Array.from(found.row),
      column: Int32Array.from(found.column),
      squareMeters: Float64Array.from(found.squareMeters),
      lon: Float64Array.from(places.lon),
      lat: Float64Array.from(places.lat),
    };
  }

  /** As wide as in the row that was halved, so that cells nest. */
  #lonStepOf(row: number): Degrees {
    const middle = (Math.floor(row / this.#parts) + 0.5) * this.#parts * this.#latStep;
    return this.spacingMeters / metersPerDegree(middle).lon;
  }
}
