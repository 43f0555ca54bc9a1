import type { LonLat } from "../../base/words.js";
import { type Bounds, boundsOf, overlap } from "../../geo/bounds.js";
import type { RasterWindow } from "./read-band.js";

/** At how many places along each side a raster is looked at. */
const LOOKS = 128;

/**
 * Finds the part of a raster that may touch a box of longitudes and latitudes, a little too large rather than too small.
 *
 * @param toLonLat from column and row to degrees
 * @returns `null`: none of it does
 */
export function windowWithin(
  bounds: Bounds,
  width: number,
  height: number,
  toLonLat: (column: number, row: number) => LonLat,
): RasterWindow | null {
  const columns = stepsOf(width);
  const rows = stepsOf(height);
  const corners = rows.map((row) => columns.map((column) => toLonLat(column, row)));
  let [firstColumn, firstRow, endColumn, endRow] = [width, height, 0, 0];
  for (let j = 0; j + 1 < rows.length; j++)
    for (let i = 0; i + 1 < columns.length; i++) {
      const four = [corners[j]?.[i], corners[j]?.[i + 1], corners[j + 1]?.[i], corners[j + 1]?.[i + 1]] as LonLat[];
      if (!mayTouch(four, bounds)) continue;
      firstColumn = Math.min(firstColumn, columns[i] as number);
      firstRow = Math.min(firstRow, rows[j] as number);
      endColumn = Math.max(endColumn, columns[i + 1] as number);
      endRow = Math.max(endRow, rows[j + 1] as number);
    }
  return endColumn === 0 ? null : { firstColumn, firstRow, endColumn, endRow };
}

/** Where some corners are no place, at the edge of the world, the box around them is not known. */
function mayTouch(corners: readonly LonLat[], bounds: Bounds): boolean {
  const places = corners.filter(([lon, lat]) => Number.isFinite(lon) && Number.isFinite(lat));
  return places.length === corners.length ? overlap(boundsOf(places), bounds) : places.length > 0;
}

/** Whole numbers from 0 to a length, about evenly. */
function stepsOf(length: number): number[] {
  const count = Math.min(LOOKS, length);
  return [...new Set(Array.from({ length: count + 1 }, (_, i) => Math.round((i * length) / count)))];
}
