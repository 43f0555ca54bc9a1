import type { MultiPolygon, Polygon, Position } from "geojson";
import { type Bounds, boundsOf, holds } from "../../geo/bounds.js";
import { containsPoint } from "../../geo/rings.js";
import { signedSquareDegrees } from "../../geo/signed-area.js";
import type { Ring } from "../../model/facts.js";

interface Outer {
  readonly rings: Position[][];
  readonly bounds: Bounds;
  readonly area: number;
}

/**
 * Groups the rings of a Shapefile's polygon: clockwise ones are outlines, others holes of the smallest outline around them.
 *
 * A hole in nothing is an outline that was drawn the wrong way round.
 */
export function toPolygons(rings: Position[][]): Polygon | MultiPolygon {
  const outers: Outer[] = [];
  const holes: Position[][] = [];
  for (const ring of rings) {
    const area = signedSquareDegrees(asRing(ring));
    if (area > 0 && rings.length > 1) holes.push(ring);
    else outers.push(outerOf(ring));
  }
  for (const hole of holes) {
    const bounds = boundsOf(asRing(hole));
    const around = outers.filter((outer) => holds(outer.bounds, bounds) && isInside(hole, outer));
    const smallest = around.reduce<Outer | null>(
      (best, one) => (best === null || one.area < best.area ? one : best),
      null,
    );
    if (smallest === null) outers.push(outerOf(hole));
    else smallest.rings.push(hole);
  }
  const [first] = outers;
  return outers.length === 1 && first !== undefined
    ? { type: "Polygon", coordinates: first.rings }
    : { type: "MultiPolygon", coordinates: outers.map(({ rings: own }) => own) };
}

function outerOf(ring: Position[]): Outer {
  const own = asRing(ring);
  return { rings: [ring], bounds: boundsOf(own), area: Math.abs(signedSquareDegrees(own)) };
}

/** Most of a few of its corners decide: a hole may touch its outline. */
function isInside(hole: readonly Position[], { rings: [outline = []] }: Outer): boolean {
  const step = Math.max(1, Math.floor(hole.length / 7));
  let inside = 0;
  let count = 0;
  for (let i = 0; i < hole.length; i += step, count++) {
    const [x = 0, y = 0] = hole[i] ?? [];
    if (containsPoint([[asRing(outline)]], x, y)) inside++;
  }
  return inside * 2 > count;
}

/** Positions of a file have two numbers at least. */
function asRing(positions: readonly Position[]): Ring {
  return positions as readonly unknown[] as Ring;
}
