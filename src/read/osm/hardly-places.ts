import type { Diagnostics } from "../../base/diagnostics.js";
import type { Meters } from "../../base/units.js";
import { metersPerDegree } from "../../geo/distance.js";
import type { FacilityRecord, Streets } from "../../model/facts.js";

/** Keys of what people go to; stops are mapped for routing, too. */
const PLACE_KEYS = ["amenity", "shop", "leisure", "healthcare", "office", "craft", "tourism"];
/** Where fewer places than this are mapped along a kilometre of street, somebody left them out: towns in the country have 0.2. */
const LEAST_PER_KILOMETER = 0.1;
/** A hamlet may have no place at all. */
const LEAST_METERS: Meters = 100_000;

/** Notes that an extract was stripped of its places, as those for routing are. */
export function noteHardlyPlaces(
  facilities: readonly FacilityRecord[],
  streets: Streets | null,
  diagnostics: Diagnostics,
): void {
  const meters = streets === null ? 0 : lengthOf(streets);
  if (meters < LEAST_METERS) return;
  const least = (LEAST_PER_KILOMETER * meters) / 1000;
  let places = 0;
  for (const { tags } of facilities) {
    if (PLACE_KEYS.some((key) => Object.hasOwn(tags, key))) places++;
    if (places >= least) return;
  }
  diagnostics.addMany("osm.hardlyPlaces", null, 1, [], [`${places} / ${Math.round(meters / 1000)} km`]);
}

/** Roughly: as if all lay at the latitude of the first, which serves to compare by orders of magnitude. */
function lengthOf({ count, firstVertex, lon, lat }: Streets): Meters {
  const scale = metersPerDegree(lat[0] ?? 0);
  let meters = 0;
  for (let street = 0; street < count; street++)
    for (let vertex = firstVertex[street] + 1; vertex < firstVertex[street + 1]; vertex++) {
      const east = scale.lon * (lon[vertex] - lon[vertex - 1]);
      const north = scale.lat * (lat[vertex] - lat[vertex - 1]);
      meters += Math.sqrt(east * east + north * north);
    }
  return meters;
}
