import type { Degrees, Meters, MetersPerSecond, Seconds } from "../base/units.js";
import type { LonLat } from "../base/words.js";
import { type Bounds, boundsOf, joinBounds, widenBounds } from "../geo/bounds.js";
import { metersPerDegree } from "../geo/distance.js";
import { containsPoint } from "../geo/rings.js";
import type { Lattice } from "./lattice.js";
import type { TimeField } from "./time-field.js";

/** Ground that is reached from a start without any street: it holds the start itself. */
export interface StartGround {
  readonly longitude: Degrees;
  readonly latitude: Degrees;
  /** To the street that the start is joined to: as far as that there is none between. */
  readonly meters: Meters;
  /** Of an area in which walking begins anywhere; empty: at the place alone. */
  readonly outline: readonly (readonly LonLat[])[];
}

/** Computes the box around the ground that is reached from starts. @param mostMeters nothing farther is reached */
export function boundsOfGrounds(grounds: readonly StartGround[], mostMeters: Meters): Bounds {
  return joinBounds(
    grounds.map(({ longitude, latitude, meters, outline }) =>
      joinBounds([
        boundsOf(outline.flat()),
        widenBounds(
          { west: longitude, south: latitude, east: longitude, north: latitude },
          Math.min(meters, mostMeters),
        ),
      ]),
    ),
  );
}

/**
 * Lends times to the corners around starts: 0 in an area in which walking begins and at the corners of a start's cell; elsewhere as one
 * walks straight away from it.
 */
export function lendGrounds(
  { window, lentSeconds }: TimeField,
  { lonStep, latStep }: Lattice,
  grounds: readonly StartGround[],
  speed: MetersPerSecond,
): void {
  const { firstColumn, firstRow, columnCount, rowCount } = window;
  const lend = (column: number, row: number, seconds: Seconds) => {
    const [c, r] = [column - firstColumn, row - firstRow];
    if (c < 0 || r < 0 || c >= columnCount || r >= rowCount) return;
    lentSeconds[r * columnCount + c] = Math.min(lentSeconds[r * columnCount + c], seconds);
  };
  for (const { longitude, latitude, meters, outline } of grounds) {
    const [column, row] = [Math.floor(longitude / lonStep), Math.floor(latitude / latStep)];
    for (const corner of [0, 1, 2, 3]) lend(column + (corner & 1), row + (corner >> 1), 0);
    if (meters === 0 && outline.length === 0) continue;
    const scale = metersPerDegree(latitude);
    const disc = widenBounds({ west: longitude, south: latitude, east: longitude, north: latitude }, meters);
    const { west, south, east, north } = joinBounds([disc, boundsOf(outline.flat())]);
    const lastColumn = Math.min(Math.ceil(east / lonStep), firstColumn + columnCount);
    const lastRow = Math.min(Math.ceil(north / latStep), firstRow + rowCount);
    for (let r = Math.max(Math.floor(south / latStep), firstRow); r <= lastRow; r++) {
      for (let c = Math.max(Math.floor(west / lonStep), firstColumn); c <= lastColumn; c++) {
        const [lon, lat] = [c * lonStep, r * latStep];
        const x = (lon - longitude) * scale.lon;
        const y = (lat - latitude) * scale.lat;
        const away = Math.sqrt(x * x + y * y);
        if (outline.length > 0 && containsPoint([outline], lon, lat)) lend(c, r, 0);
        else if (away <= meters) lend(c, r, away / speed);
      }
    }
  }
}
