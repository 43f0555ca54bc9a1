import { contours } from "d3-contour";
import { signedSquareDegrees } from "../geo/signed-area.js";
import type { LonLat, Polygon, Ring } from "../model.js";
import type { Seconds } from "../units.js";
import type { TimeField } from "./time-field.js";

/**
 * Draws the outlines of what is reached within a time: outer rings counterclockwise, holes clockwise.
 *
 * Times later than `limitSeconds + blurSeconds` count as that, so that the outline depends only on times near the limit:
 * it is the same whatever longer times are asked for with it, and a longer time's outline always contains it.
 *
 * @param blurSeconds time to walk one cell off the street
 * @see W. E. Lorensen, H. E. Cline, "Marching cubes", 1987
 */
export function outlineField(field: TimeField, limitSeconds: Seconds, blurSeconds: Seconds): Polygon[] {
  const { columnCount, rowCount, seconds, lonOf, latOf } = field;
  const latest = limitSeconds + blurSeconds;
  const earliness = Array.from(seconds, (time) => latest - Math.min(time, latest));
  const shape = contours().size([columnCount, rowCount]).smooth(true).contour(earliness, blurSeconds);
  // d3-contour counts cells: the corner of column 0 and row 0 is at [0.5, 0.5]
  const toLonLat = ([x = 0, y = 0]: readonly number[]): LonLat => [lonOf(x - 0.5), latOf(y - 0.5)];
  return shape.coordinates.map((rings) =>
    rings.map((ring, i) => windRing(ring.map(toLonLat), i === 0 ? "counterclockwise" : "clockwise")),
  );
}

function windRing(ring: Ring, winding: "counterclockwise" | "clockwise"): Ring {
  const isCounterclockwise = signedSquareDegrees(ring) > 0;
  return isCounterclockwise === (winding === "counterclockwise") ? ring : [...ring].reverse();
}
