import type { Facility } from "../../src/model/facts.js";
import { midLatitudeMeters, type Place } from "./oracle-geodesy.js";
import { snapToLine } from "./oracle-snap.js";

/** Is the place at the facility: inside, or within a metre of where it is entered? */
export function isAt(place: Place, facility: Facility): boolean {
  return straightMeters(place, facility) <= 1;
}

/** Metres that one walks to a facility in a straight line: none from where one is at it. */
export function walkedStraight(place: Place, facility: Facility): number {
  return isAt(place, facility) ? 0 : straightMeters(place, facility);
}

/** Straight-line metres to a facility: 0 inside an area, else to the nearest entrance, else to the outline. Longitudes may be turned. */
export function straightMeters(place: Place, facility: Facility): number {
  // the copy of the place, turned by whole circles, that is nearest
  return Math.min(...[-360, 0, 360].map((turn) => flatMeters([place[0] + turn, place[1]], facility)));
}

function flatMeters(place: Place, { entrances, outline, location, isArea }: Facility): number {
  if (isArea && isInside(place, outline)) return 0;
  if (entrances.length > 0) return Math.min(...entrances.map((entrance) => midLatitudeMeters(place, entrance)));
  if (outline.length === 0) return midLatitudeMeters(place, location);
  const sides = outline.flatMap((line) => line.slice(1).map((to, i) => ({ from: line[i] as Place, to })));
  return Math.min(...sides.map((side) => snapToLine(place, side).meters));
}

/** A ray to the east crosses the outline an odd number of times. */
export function isInside([lon, lat]: Place, rings: readonly (readonly Place[])[]): boolean {
  let crossings = 0;
  for (const ring of rings)
    ring.slice(1).forEach(([bLon, bLat], i) => {
      const [aLon, aLat] = ring[i] as Place;
      if (aLat > lat !== bLat > lat && aLon + ((lat - aLat) / (bLat - aLat)) * (bLon - aLon) > lon) crossings++;
    });
  return crossings % 2 === 1;
}
