import type { Degrees } from "../base/units.js";

/**
 * Brings a longitude within 180 degrees of another by whole turns.
 *
 * A longitude that is already there comes back without arithmetic, to the last bit.
 */
export function lonNear(lon: Degrees, reference: Degrees): Degrees {
  const difference = lon - reference;
  if (difference >= -180 && difference <= 180) return lon;
  return lon - 360 * Math.round(difference / 360);
}

/**
 * Finds by how much longitudes west of Greenwich must be turned so that a city across the antimeridian is in one piece.
 *
 * @param lons westernmost and easternmost longitude of each part of the city
 * @returns 360 where the parts span more than half of the Earth as they are, and less once turned; else 0
 */
export function turnOfWesternLons(lons: Iterable<readonly [west: Degrees, east: Degrees]>): 0 | 360 {
  let west = Infinity;
  let east = -Infinity;
  let turnedWest = Infinity;
  let turnedEast = -Infinity;
  for (const [partWest, partEast] of lons) {
    const turn = partWest < 0 ? 360 : 0;
    west = Math.min(west, partWest);
    east = Math.max(east, partEast);
    turnedWest = Math.min(turnedWest, partWest + turn);
    turnedEast = Math.max(turnedEast, partEast + turn);
  }
  return east - west > 180 && turnedEast - turnedWest <= 180 ? 360 : 0;
}
