import { findNearest } from "../assess/find-nearest.js";
import { CoverageError } from "../base/errors.js";
import type { Seconds } from "../base/units.js";
import { minutes } from "../base/units.js";
import type { LonLat } from "../base/words.js";
import type { PreparedCity } from "../city/prepared-city.js";
import { isochrones } from "../isochrones/isochrones.js";
import { traceWay } from "../isochrones/trace-way.js";
import type { TravelProfile } from "../model/travel.js";
import type { PageNearest, PageReach, PageService } from "./page-model.js";

const RING_MINUTES = [5, 10, 15] as const;
/** The way ends at the nearest point of the streets: a little later than the facility is reached at most. */
const SLACK_SECONDS = 60;

/**
 * Tells what is reached from a place: outlines of 5, 10 and 15 minutes, and the nearest facility of each service with the costs that a
 * report would judge an origin at this place by. `null`: no street is near.
 */
export function reachFrom(
  city: PreparedCity,
  profile: TravelProfile,
  location: LonLat,
  services: readonly PageService[],
): PageReach | null {
  let drawn: ReturnType<typeof isochrones>;
  try {
    drawn = isochrones(city, { location }, RING_MINUTES.map(minutes), { profile });
  } catch (error) {
    if (error instanceof CoverageError) return null; // nobody walks from there
    throw error;
  }
  const found = new Map(findNearest(city, { location }, { profile }).map((one) => [one.category, one]));
  return {
    rings: drawn.map(({ polygon }, row) => ({
      minutes: RING_MINUTES[row] ?? 0,
      polygons: polygon.geometry.coordinates,
    })),
    nearest: services.map((asked) => nearestOf(asked, found)),
  };
}

type Found = ReadonlyMap<string, ReturnType<typeof findNearest>[number]>;

/** Of a service that something else satisfies, too, whichever keeps its limit best. */
function nearestOf(asked: PageService, found: Found): PageNearest | null {
  const ways = [asked, ...asked.orElse].flatMap(({ category, threshold, unit }) => {
    const one = found.get(category);
    if (one?.facility == null) return [];
    const cost = unit === "seconds" ? one.seconds : one.meters;
    return [{ one, facility: one.facility, ratio: cost === null ? Number.POSITIVE_INFINITY : cost / threshold }];
  });
  const best = ways.sort((a, b) => a.ratio - b.ratio)[0];
  if (best === undefined) return null;
  const { seconds, meters } = best.one;
  return { facilityId: best.facility.id, name: best.facility.name, seconds, meters, isInTime: best.ratio <= 1 };
}

/** Traces the way from a place to a facility along the streets, in degrees. */
export function wayTo(
  city: PreparedCity,
  profile: TravelProfile,
  { place, facilityId, seconds }: { readonly place: LonLat; readonly facilityId: string; readonly seconds: Seconds },
): readonly LonLat[] {
  const facility = city.facilities?.find(({ id }) => id === facilityId);
  if (facility === undefined) return [];
  const [reached] = isochrones(city, { location: place }, [seconds + SLACK_SECONDS], { profile });
  const way = reached === undefined ? null : traceWay(reached.lines, facility.location);
  return way === null ? [] : [place, ...way.coordinates, facility.location];
}
