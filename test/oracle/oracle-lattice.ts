import type { Meters } from "../../src/base/units.js";
import type { LonLat } from "../../src/base/words.js";
import { boundsOf } from "../../src/geo/bounds.js";
import { metersPerDegree } from "../../src/geo/distance.js";
import { crossingsAtLatitude } from "../../src/geo/rings.js";
import type { PolygonRings } from "../../src/model/facts.js";

/**
 * Lists, row by row and edge by edge, the lattice points inside a polygon, row by row from the south, each row from the west.
 *
 * The lattice covers the Earth and does not depend on the data: the same place has the same points in every city and
 * scenario, however the neighborhoods are cut. Rows are `spacingMeters` apart (at the mean curvature of the Earth), and
 * so are the points of a row on its own parallel.
 */
export function latticePoints(polygon: PolygonRings, spacingMeters: Meters): LonLat[] {
  const points: LonLat[] = [];
  const latStep = spacingMeters / metersPerDegree(45).lat;
  const { south, north } = boundsOf(polygon[0] ?? []);
  for (let row = Math.ceil(south / latStep - 0.5); ; row++) {
    const lat = (row + 0.5) * latStep;
    if (!(lat <= north)) break;
    const lonStep = spacingMeters / metersPerDegree(lat).lon;
    const crossings = crossingsAtLatitude(polygon, lat);
    for (let i = 1; i < crossings.length; i += 2) {
      const east = crossings[i] as number;
      for (let column = Math.ceil((crossings[i - 1] as number) / lonStep - 0.5); ; column++) {
        const lon = (column + 0.5) * lonStep;
        if (!(lon < east)) break;
        points.push([lon, lat]);
      }
    }
  }
  return points;
}
