import { attachFacilities } from "../attach/attach-facilities.js";
import { originsAttachedAt } from "../attach/attach-origins.js";
import type { Attachment } from "../attach/attachment.js";
import type { Meters } from "../base/units.js";
import type { LonLat } from "../base/words.js";
import type { Facility, Origins } from "../model/facts.js";
import type { TravelCity } from "./travel-model.js";
import { withOtherOrigins } from "./with-origins.js";

/** A city in which trips start at places: each place is one origin, or several. */
export interface Starts {
  readonly city: TravelCity;
  /** CSR offsets: the origins of place `p` are `firstOrigin[p]` to `firstOrigin[p + 1] - 1`; never none. */
  readonly firstOrigin: Uint32Array;
}

/**
 * Lets trips start at places, wherever one can step out of them: along the streets just where they can be entered.
 *
 * In straight lines, one leaves a place by its entrances; an area without any by its corners, or from its middle.
 *
 * @param maxAccessMeters of the profile that travels
 */
export function startingAt(city: TravelCity, places: readonly Facility[], maxAccessMeters: Meters): Starts {
  const { streets } = city;
  const attachments =
    streets === null ? [] : attachFacilities(streets.modeNetwork, places, maxAccessMeters).attachments;
  const starts = places.map((place, row) => startsOf(place, attachments[row] ?? []));
  const firstOrigin = new Uint32Array(places.length + 1);
  starts.forEach((own, row) => {
    firstOrigin[row + 1] = firstOrigin[row] + own.length;
  });
  const all = starts.flat();
  const origins = originsAt(all.map(({ location }) => location));
  if (streets === null) return { city: withOtherOrigins(city, origins), firstOrigin };
  const attached = originsAttachedAt(
    all.map(({ attachment }) => attachment),
    streets.modeNetwork,
  );
  return {
    city: { ...city, origins, originPart: null, streets: { ...streets, attachedOrigins: () => attached } },
    firstOrigin,
  };
}

/** An origin has a place for straight lines and one on the streets. They need not go together: of all the nearest counts. */
interface Start {
  readonly location: LonLat;
  readonly attachment: Attachment | null;
}

function startsOf({ entrances, outline, location }: Facility, attachments: readonly Attachment[]): Start[] {
  const exits = entrances.length > 0 ? entrances : outline.length > 0 ? outline.flat() : [location];
  return Array.from({ length: Math.max(exits.length, attachments.length) }, (_, i) => ({
    location: exits[Math.min(i, exits.length - 1)] ?? location,
    attachment: attachments[i] ?? null,
  }));
}

/** Places where people start, without any people. */
function originsAt(places: readonly LonLat[]): Origins {
  const count = places.length;
  return {
    count,
    lon: Float64Array.from(places, ([lon]) => lon),
    lat: Float64Array.from(places, ([, lat]) => lat),
    population: new Float64Array(count),
    areaSquareMeters: new Float64Array(count),
    neighborhoodRow: new Uint32Array(count),
    firstOrigin: Uint32Array.of(0, count),
    populationSource: "none",
    groups: {},
  };
}
