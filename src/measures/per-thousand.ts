import { invalid } from "../base/check-argument.js";
import { guardLive } from "../base/guard-call.js";
import { fillLabel } from "../base/texts/labels.js";
import { say } from "../base/texts/library.js";
import { MEASURE_LABELS } from "../base/texts/measure-labels.js";
import { boundsOfPolygons, isInBox } from "../geo/bounds.js";
import { containsPoint } from "../geo/rings.js";
import type { ReachMeasure } from "../model/measure.js";
import { measureReached, type Reached, type ReachOptions } from "./reached.js";

const THOUSAND = 1000;

/** Nothing is searched for: where a facility lies decides, not how far it is. */
const NO_SEARCH = 1;

/**
 * Makes the measure 千人指标: beds, seats or square metres in the neighborhood for each thousand people who live there. Every origin has the
 * value of its neighborhood; the mean of the city is that of the city, where neighborhoods do not overlap.
 *
 * 0: the city has such facilities, and none is here. Unknown, never 0: a facility here does not tell its supply (unless
 * `missingSupply` is `"leaveOut"`), or nobody lives here.
 *
 * @param supply the name of an attribute, as `"beds"`, or what else `Supply` may be
 * @throws {CoverageError} `INVALID_ARGUMENT`, `UNKNOWN_OPTION`
 * @see GB 50180-2018, 城市居住区规划设计标准, 2018
 */
export function perThousand(supply: NonNullable<ReachOptions["supply"]>, options: ReachOptions = {}): ReachMeasure {
  return guardLive("perThousand", [supply, options], () => {
    if (!["string", "number", "function"].includes(typeof supply))
      throw invalid("supply", supply, say("expected.supply"));
    const name = typeof supply === "function" ? "supply" : String(supply);
    const one = {
      ...{ name: `per-thousand-${name}`, unit: "score" as const, endsAt: NO_SEARCH, isOfPlaces: true },
      label: fillLabel(MEASURE_LABELS.perThousand, { supply: name }),
    };
    return measureReached({ ...one, compute: ofNeighborhoods }, { ...options, supply });
  });
}

function ofNeighborhoods({
  places: { origins, facilities, neighborhoods = [] },
  supply,
  people,
}: Reached): Float64Array {
  const perArea = neighborhoods.map(({ polygons }, area) => {
    const bounds = boundsOfPolygons(polygons);
    let amount = 0;
    for (const [row, { location }] of facilities.entries()) {
      const [lon, lat] = location;
      if (supply[row] !== 0 && isInBox(bounds, lon, lat) && containsPoint(polygons, lon, lat)) amount += supply[row];
    }
    let living = 0;
    for (let origin = origins.firstOrigin[area]; origin < origins.firstOrigin[area + 1]; origin++)
      living += Number.isNaN(people[origin]) ? Number.NaN : origins.population[origin];
    return living > 0 ? (THOUSAND * amount) / living : Number.NaN;
  });
  return Float64Array.from(origins.neighborhoodRow, (area) => perArea[area] ?? Number.NaN);
}
