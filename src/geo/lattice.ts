import type { Degrees, Meters } from "../base/units.js";
import type { LonLat } from "../base/words.js";
import type { PolygonRings } from "../model/facts.js";
import { boundsOf } from "./bounds.js";
import { metersPerDegree } from "./distance.js";

/**
 * A lattice of points that covers the Earth and does not depend on the data: the same place has the same points in every
 * city and scenario, however the neighborhoods are cut.
 *
 * Rows are the spacing apart (at the mean curvature of the Earth), counted north from the equator, and so are the points
 * of a row on its own parallel, counted east from Greenwich.
 */
export class Lattice {
  readonly #spacingMeters: Meters;
  readonly #latStep: Degrees;
  readonly #lonSteps = new Map<number, Degrees>();

  constructor(spacingMeters: Meters) {
    this.#spacingMeters = spacingMeters;
    this.#latStep = spacingMeters / metersPerDegree(45).lat;
  }

  latOf(row: number): Degrees {
    return (row + 0.5) * this.#latStep;
  }

  lonOf(row: number, column: number): Degrees {
    return (column + 0.5) * this.#lonStepOf(row);
  }

  /**
   * Lists the points inside a polygon as runs: row, first column, column after the last; three numbers each. Rows from
   * the south, the runs of a row from the west.
   */
  runsInside(polygon: PolygonRings): number[] {
    const runs: number[] = [];
    const { south, north } = boundsOf(polygon[0] ?? []);
    const firstRow = this.#firstRowAt(south);
    let rowCount = Math.max(0, this.#firstRowAt(north) + 2 - firstRow);
    while (rowCount > 0 && !(this.latOf(firstRow + rowCount - 1) <= north)) rowCount--;
    if (!(rowCount > 0)) return runs;
    const crossings = this.#crossings(polygon, firstRow, rowCount);
    for (let i = 0; i < rowCount; i++) {
      const ascending = crossings[i] as number[];
      if (ascending.length > 2) ascending.sort((a, b) => a - b);
      else if (ascending[0] > ascending[1]) ascending.reverse();
      const lonStep = this.#lonStepOf(firstRow + i);
      for (let j = 1; j < ascending.length; j += 2) {
        const east = ascending[j];
        const first = Math.ceil(ascending[j - 1] / lonStep - 0.5);
        let end = Math.max(first, Math.ceil(east / lonStep - 0.5) - 1); // or a column further: let the points decide
        while (end > first && !((end - 0.5) * lonStep < east)) end--;
        while ((end + 0.5) * lonStep < east) end++;
        if (end > first) runs.push(firstRow + i, first, end);
      }
    }
    return runs;
  }

  /** Where the outlines cross the rows: each edge is looked at once, on the rows between its ends. */
  #crossings(polygon: PolygonRings, firstRow: number, rowCount: number): number[][] {
    const crossings: number[][] = Array.from({ length: rowCount }, () => []);
    for (const ring of polygon) {
      for (let i = 1; i < ring.length; i++) {
        const a = ring[i - 1] as LonLat;
        const b = ring[i] as LonLat;
        // always from the southern end: two polygons that share an edge must agree on it to the last bit
        const from = a[1] < b[1] ? a : b;
        const to = from === a ? b : a;
        let row = Math.max(firstRow, this.#firstRowAt(from[1]) - 1);
        while (this.latOf(row) < from[1]) row++;
        for (; row < firstRow + rowCount && this.latOf(row) < to[1]; row++)
          crossings[row - firstRow]?.push(
            from[0] + ((this.latOf(row) - from[1]) / (to[1] - from[1])) * (to[0] - from[0]),
          );
      }
    }
    return crossings;
  }

  #firstRowAt(lat: Degrees): number {
    return Math.ceil(lat / this.#latStep - 0.5);
  }

  #lonStepOf(row: number): Degrees {
    let step = this.#lonSteps.get(row);
    if (step === undefined) {
      step = this.#spacingMeters / metersPerDegree(this.latOf(row)).lon;
      this.#lonSteps.set(row, step);
    }
    return step;
  }
}
