import { groupRows } from "../base/group-rows.js";
import type { Degrees, Meters } from "../base/units.js";
import type { LonLat } from "../base/words.js";
import { type Bounds, boundsOf, boundsOfColumns, isInBox, widenBounds } from "../geo/bounds.js";
import { distanceMeters } from "../geo/distance.js";
import { containsPoint } from "../geo/rings.js";
import { closestPointOnSegment } from "../geo/segments.js";
import type { Facility } from "../model/facts.js";

/** What is nearer than this is the same place: coordinates are rounded. */
export const SAME_PLACE_METERS: Meters = 1;

/** Places as columns. */
interface PlaceColumns {
  readonly count: number;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

/** Finds, of many places, those that are at a facility already: inside its outline, or within a metre of where it is entered. */
export class PlacesAt {
  readonly #places: PlaceColumns;
  readonly #box: Bounds;
  /** Cells on a side of the grid. */
  readonly #side: number;
  /** CSR: the places in cell `row * side + column`. */
  readonly #first: Uint32Array;
  readonly #rows: Uint32Array;

  constructor(places: PlaceColumns) {
    const { count, lon, lat } = places;
    this.#places = places;
    this.#box = boundsOfColumns(lon, lat);
    this.#side = Math.max(1, Math.ceil(Math.sqrt(count)));
    const cells = Int32Array.from({ length: count }, (_, row) => this.#cellOf(lon[row], lat[row]));
    const { first, rows } = groupRows(cells, this.#side * this.#side);
    this.#first = first;
    this.#rows = rows;
  }

  /** Lists the rows of the places that are at a facility, ascending. */
  of(facility: Facility): number[] {
    const { count, lon, lat } = this.#places;
    if (count === 0) return [];
    // a city across the antimeridian is in one piece, on one side of it or the other
    const middle = (this.#box.west + this.#box.east) / 2;
    const turn = 360 * Math.round((middle - facility.location[0]) / 360);
    const box = boundsAround(facility);
    const [west, east] = [box.west + turn, box.east + turn];
    const [low, high] = [this.#cellOf(west, box.south), this.#cellOf(east, box.north)];
    const found: number[] = [];
    for (let row = Math.floor(low / this.#side); row <= Math.floor(high / this.#side); row++) {
      const end = this.#first[row * this.#side + (high % this.#side) + 1];
      for (let at = this.#first[row * this.#side + (low % this.#side)]; at < end; at++) {
        const place = this.#rows[at];
        if (isAt(lon[place] - turn, lat[place], facility, box)) found.push(place);
      }
    }
    return found.sort((a, b) => a - b);
  }

  #cellOf(lon: Degrees, lat: Degrees): number {
    const { west, south, east, north } = this.#box;
    const cell = (value: number, from: number, to: number) =>
      Math.max(0, Math.min(this.#side - 1, Math.floor(((value - from) / (to - from || 1)) * this.#side)));
    return cell(lat, south, north) * this.#side + cell(lon, west, east);
  }
}

/** The places of a facility, and a box around them: a metre wider. */
function boundsAround({ location, entrances, outline, isArea }: Facility): Bounds {
  const places = [...entrances, ...(isArea || entrances.length === 0 ? outline.flat() : [])];
  return widenBounds(boundsOf(places.length > 0 ? places : [location]), SAME_PLACE_METERS);
}

function isAt(lon: Degrees, lat: Degrees, facility: Facility, box: Bounds): boolean {
  if (!isInBox(box, lon, lat)) return false;
  const { location, entrances, outline, isArea } = facility;
  if (isArea && containsPoint([outline], lon, lat)) return true;
  const isNear = ([x, y]: LonLat) => distanceMeters(lon, lat, x, y) <= SAME_PLACE_METERS;
  if (entrances.length > 0) return entrances.some(isNear);
  if (outline.length === 0) return isNear(location);
  const around = widenBounds({ west: lon, south: lat, east: lon, north: lat }, SAME_PLACE_METERS);
  return outline.some((line) =>
    line.some((to, i) => i > 0 && isOnSegment(lon, lat, around, line[i - 1] as LonLat, to)),
  );
}

/** @param around the box around the place */
function isOnSegment(lon: Degrees, lat: Degrees, around: Bounds, from: LonLat, to: LonLat): boolean {
  return (
    Math.min(from[0], to[0]) <= around.east &&
    Math.max(from[0], to[0]) >= around.west &&
    Math.min(from[1], to[1]) <= around.north &&
    Math.max(from[1], to[1]) >= around.south &&
    closestPointOnSegment(lon, lat, from, to).meters <= SAME_PLACE_METERS
  );
}
