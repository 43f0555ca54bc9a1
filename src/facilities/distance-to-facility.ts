import type { Degrees, Meters } from "../base/units.js";
import type { LonLat } from "../base/words.js";
import { distanceMeters, shortestLonDifference } from "../geo/distance.js";
import { containsPoint } from "../geo/rings.js";
import { closestPointOnSegment } from "../geo/segments.js";
import type { Facility } from "../model/facts.js";

/** Computes the straight-line distance to a facility: 0 inside an area; else to its nearest entrance, else to its outline. */
export function distanceToFacility(lon: Degrees, lat: Degrees, facility: Facility): Meters {
  const { entrances, outline, location, isArea } = facility;
  // the outline is in one piece; bring the place to its side of the antimeridian
  const nearLon = location[0] + shortestLonDifference(lon - location[0]);
  if (isArea && containsPoint([outline], nearLon, lat)) return 0;
  if (entrances.length > 0)
    return entrances.reduce((least, [eLon, eLat]) => Math.min(least, distanceMeters(lon, lat, eLon, eLat)), Infinity);
  if (outline.length === 0) return distanceMeters(lon, lat, location[0], location[1]);
  let least = Infinity;
  for (const line of outline) {
    for (let i = 1; i < line.length; i++) {
      const { meters } = closestPointOnSegment(nearLon, lat, line[i - 1] as LonLat, line[i] as LonLat);
      if (meters < least) least = meters;
    }
  }
  return least;
}
