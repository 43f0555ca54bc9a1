import { CoverageError } from "../base/errors.js";
import type { Layer } from "../base/layers.js";
import { say } from "../base/texts/core.js";
import type { Meters } from "../base/units.js";
import { boundsOf } from "../geo/bounds.js";
import { metersPerDegree } from "../geo/distance.js";
import type { PolygonRings } from "../model/facts.js";

/** Two million points 100 m apart are 20,000 km²: more than Beijing, and what times for fifty categories fit into memory. */
const MAX_POINTS = 2_000_000;
/** Corners of all outlines, each looked at on every row of the lattice: some ten seconds. */
const MAX_STEPS = 5_000_000_000;

/**
 * Checks, before any is made, that outlines do not need more lattice points than can be handled.
 *
 * @param squareMetersOf computes the area of each row
 * @throws {CoverageError} LIMIT_EXCEEDED naming the number, the limit and the spacing that would fit
 */
export function assertLatticeFits(
  layer: Layer,
  rows: readonly { readonly id: string; readonly polygons: readonly PolygonRings[] }[],
  squareMetersOf: () => ArrayLike<number>,
  spacingMeters: Meters,
): void {
  let steps = 0;
  let boxPoints = 0;
  for (const { polygons } of rows)
    for (const polygon of polygons) {
      const { west, south, east, north } = boundsOf(polygon[0] ?? []);
      const latticeRows = ((north - south) * metersPerDegree(45).lat) / spacingMeters;
      steps += latticeRows * polygon.reduce((sum, ring) => sum + ring.length, 0);
      boxPoints += (latticeRows * (east - west) * metersPerDegree(0).lon) / spacingMeters;
    }
  // areas cost more to compute than all else: mostly the boxes are enough
  if (boxPoints <= MAX_POINTS / 2 && steps <= MAX_STEPS) return;
  const squareMeters = squareMetersOf();
  let points = 0;
  let largest = 0;
  rows.forEach((_, row) => {
    points += squareMeters[row] / (spacingMeters * spacingMeters);
    if (squareMeters[row] > squareMeters[largest]) largest = row;
  });
  if (points <= MAX_POINTS && steps <= MAX_STEPS) return;
  const factor = Math.max(Math.sqrt(points / MAX_POINTS), steps / MAX_STEPS);
  const fitting = Math.ceil(spacingMeters * factor);
  const what =
    points > MAX_POINTS
      ? say("lattice.points", {
          count: Math.round(points),
          spacingMeters,
          most: MAX_POINTS,
        })
      : say("lattice.steps", {
          count: Math.round(steps),
          spacingMeters,
          most: MAX_STEPS,
        });
  const squareKilometers = Math.round(squareMeters[largest] / 1e6);
  throw new CoverageError(
    "LIMIT_EXCEEDED",
    say("lattice.limit", {
      layer,
      what,
      id: JSON.stringify(rows[largest]?.id.slice(0, 60)),
      squareKilometers,
    }),
    { path: layer, hint: say("lattice.limit.hint", { fitting }) },
  );
}
