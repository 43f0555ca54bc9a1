import type { SquareMeters } from "../../base/units.js";
import type { LonLat } from "../../base/words.js";
import { metersPerDegree } from "../../geo/distance.js";
import type { ToLonLat } from "./cell-columns.js";

/** Measures the ground of a cell, as the square between its corners. */
export function squareMetersOfCell(toLonLat: ToLonLat, column: number, row: number): SquareMeters {
  const corners = [
    toLonLat(column, row),
    toLonLat(column, row + 1),
    toLonLat(column + 1, row + 1),
    toLonLat(column + 1, row),
  ] as const;
  const scale = metersPerDegree((corners[0][1] + corners[2][1]) / 2);
  const plane = corners.map(([lon, lat]: LonLat) => [lon * scale.lon, lat * scale.lat] as const);
  const [a, b, c, d] = plane as [LonLat, LonLat, LonLat, LonLat];
  // half the product of the diagonals
  return Math.abs((c[0] - a[0]) * (d[1] - b[1]) - (d[0] - b[0]) * (c[1] - a[1])) / 2;
}
