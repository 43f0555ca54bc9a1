import type { LonLat } from "../../base/words.js";
import { boundsOf, holds } from "../../geo/bounds.js";
import { containsPoint } from "../../geo/rings.js";
import { signedSquareDegrees } from "../../geo/signed-area.js";
import type { PolygonRings, Ring } from "../../model/facts.js";

/**
 * Makes polygons of rings that do not cross: a ring inside an even number of others is an outline, else a hole in the smallest one
 * around it. The outlines come by the size of their rings.
 */
export function nestRings(rings: readonly Ring[]): readonly PolygonRings[] {
  const placed = rings
    .map((ring) => ({ ring, bounds: boundsOf(ring), size: Math.abs(signedSquareDegrees(ring)) }))
    .sort((a, b) => b.size - a.size);
  const depths: number[] = [];
  const polygons = new Map<number, Ring[]>();
  placed.forEach(({ ring, bounds }, i) => {
    const [lon, lat] = middleOfSide(ring);
    let depth = 0;
    let around = -1;
    for (let j = 0; j < i; j++) {
      const other = placed[j];
      if (!holds(other.bounds, bounds) || !containsPoint([[other.ring]], lon, lat)) continue;
      depth++;
      around = j; // the later, the smaller
    }
    depths.push(depth);
    if (depth % 2 === 0) polygons.set(i, [wound(ring, true)]);
    else polygons.get(around)?.push(wound(ring, false));
  });
  return [...polygons.values()];
}

/** Rings may share corners, but no sides. */
function middleOfSide(ring: Ring): LonLat {
  const [[aLon, aLat], [bLon, bLat]] = [ring[0], ring[1]];
  return [(aLon + bLon) / 2, (aLat + bLat) / 2];
}

/** Turns a ring as RFC 7946 has it: outlines counterclockwise. */
export function wound(ring: Ring, isOutline: boolean): Ring {
  return signedSquareDegrees(ring) > 0 === isOutline ? ring : [...ring].reverse();
}
