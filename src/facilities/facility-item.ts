import type { LonLat } from "../base/words.js";
import { boundsOf } from "../geo/bounds.js";
import type { Facility } from "../model/facts.js";
import type { Box } from "./box-distance.js";

/** A facility, and the box of all that a place may be near to. */
export interface Item extends Box {
  readonly facility: Facility;
}

/** A facility that is one point: the numbers of its box are not written down once more, as there may be millions of them. */
class PointItem implements Item {
  readonly facility: Facility;
  readonly #place: LonLat;

  constructor(facility: Facility, place: LonLat) {
    this.facility = facility;
    this.#place = place;
  }

  get minX(): number {
    return this.#place[0];
  }

  get minY(): number {
    return this.#place[1];
  }

  get maxX(): number {
    return this.#place[0];
  }

  get maxY(): number {
    return this.#place[1];
  }
}
/** Makes the item of a facility. */
export function itemOf(facility: Facility): Item {
  const places = placesOf(facility);
  const [place] = places;
  if (place !== undefined && places.length === 1) return new PointItem(facility, place);
  const { west, south, east, north } = boundsOf(places);
  return { minX: west, minY: south, maxX: east, maxY: north, facility };
}

/** All that a place may be near to: an area is reached inside, too. */
function placesOf({ location, entrances, outline, isArea }: Facility): LonLat[] {
  const places = [...entrances, ...(isArea || entrances.length === 0 ? outline.flat() : [])];
  return places.length > 0 ? places : [location];
}
