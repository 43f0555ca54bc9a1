import type { Meters } from "../../src/base/units.js";
import type { LonLat } from "../../src/base/words.js";
import { metersPerDegree } from "../../src/geo/distance.js";
import type { PolygonRings } from "../../src/model/facts.js";

/** A cell of the lattice, and the ground of a polygon in it. */
export interface SlowCell {
  readonly row: number;
  readonly column: number;
  /** Of the cell, 0 to 1. */
  readonly share: number;
  readonly box: readonly [west: number, south: number, east: number, north: number];
}

/**
 * Cuts a polygon along the lattice, cell by cell: clips every ring to every cell of its box, and takes the holes off.
 *
 * The lattice covers the Earth and does not depend on the data. Rows are the spacing high (at the mean curvature of the Earth),
 * counted from the equator; the cells of a row are as wide on its own parallel, counted from Greenwich. A lattice that was
 * halved has the columns of the row that its rows were.
 */
export function slowCells(polygon: PolygonRings, spacingMeters: Meters, halvings = 0): SlowCell[] {
  const parts = [1, 2, 4, 8][halvings] as number;
  const latStep = spacingMeters / parts / metersPerDegree(45).lat;
  const lats = polygon.flat().map(([, lat]) => lat);
  const lons = polygon.flat().map(([lon]) => lon);
  const cells: SlowCell[] = [];
  for (let row = Math.floor(Math.min(...lats) / latStep); row * latStep < Math.max(...lats); row++) {
    const parent = (Math.floor(row / parts) + 0.5) * parts * latStep;
    const lonStep = spacingMeters / parts / metersPerDegree(parent).lon;
    for (let column = Math.floor(Math.min(...lons) / lonStep); column * lonStep < Math.max(...lons); column++) {
      const box = [column * lonStep, row * latStep, (column + 1) * lonStep, (row + 1) * latStep] as const;
      const [shell = 0, ...holes] = polygon.map((ring) => clippedArea(ring, box) / (lonStep * latStep));
      const share = shell - holes.reduce((sum, hole) => sum + hole, 0);
      if (share > 1e-7) cells.push({ row, column, share, box });
    }
  }
  return cells;
}

/** The area of a ring within a box, in square degrees, by clipping it to one side of the box after the other. */
export function clippedArea(ring: readonly LonLat[], [west, south, east, north]: SlowCell["box"]): number {
  let points = ring.slice(1);
  const clip = (isIn: (point: LonLat) => boolean, cut: (a: LonLat, b: LonLat) => LonLat) => {
    points = points.flatMap((point, i) => {
      const before = points.at(i - 1) as LonLat;
      const kept = isIn(point) ? [point] : [];
      return isIn(point) === isIn(before) ? kept : [cut(before, point), ...kept];
    });
  };
  const atLon =
    (lon: number) =>
    (a: LonLat, b: LonLat): LonLat => [lon, a[1] + ((lon - a[0]) / (b[0] - a[0])) * (b[1] - a[1])];
  const atLat =
    (lat: number) =>
    (a: LonLat, b: LonLat): LonLat => [a[0] + ((lat - a[1]) / (b[1] - a[1])) * (b[0] - a[0]), lat];
  clip(([lon]) => lon >= west, atLon(west));
  clip(([lon]) => lon <= east, atLon(east));
  clip(([, lat]) => lat >= south, atLat(south));
  clip(([, lat]) => lat <= north, atLat(north));
  let twice = 0;
  points.forEach((point, i) => {
    const before = points.at(i - 1) as LonLat;
    twice += (before[0] - west) * (point[1] - south) - (point[0] - west) * (before[1] - south);
  });
  return Math.abs(twice) / 2;
}
