import type { Diagnostic } from "../base/diagnostics.js";
import { PreparedCity } from "../city/prepared-city.js";
import { neighborhoodAreas } from "../coverage/areas.js";
import { reportSlivers } from "../coverage/findings.js";
import { SLIVER_BELOW_SHARE } from "../coverage/summarize-standard.js";
import type { TravelProfile } from "../model/travel.js";
import { travelCityFor } from "../travel/travel-city.js";

/**
 * Finds, without searching, the neighborhoods that would be judged on a sliver: most of their people (of their ground, where nobody
 * lives) are near no street.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT` if the city does not know the mode of the profile
 */
export function findSlivers(prepared: PreparedCity, profile: TravelProfile): Diagnostic[] {
  const parts = PreparedCity.parts(prepared);
  const { standard, neighborhoods, origins, neighborhoodSquareMeters } = parts.city;
  const { streets } = travelCityFor(parts, standard.categories, profile);
  if (streets === null) return [];
  const { edge } = streets.attachedOrigins(profile.maxAccessMeters);
  const areas = neighborhoodAreas(neighborhoods, origins, neighborhoodSquareMeters);
  const rows = areas.map(({ rows, weights }, row) => {
    let known = 0;
    let total = 0;
    for (const origin of rows) {
      total += weights[origin];
      if (edge[origin] >= 0) known += weights[origin];
    }
    return { id: neighborhoods[row]?.id ?? "", knownShare: total > 0 ? known / total : null };
  });
  return reportSlivers(rows, standard.sliverBelowShare ?? SLIVER_BELOW_SHARE);
}
