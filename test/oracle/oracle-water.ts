import type { Water } from "../../src/model/facts.js";
import { midLatitudeMeters, type Place } from "./oracle-geodesy.js";
import { crossing, type Line, snapToLine } from "./oracle-snap.js";
import { isInside } from "./oracle-straight-line.js";

// What water is in the way, by looking at every shore, and at the middle of every stretch between two of them.

/** Does the straight way from a place to the nearest point of a street lead across water? */
export function isAcrossWater(place: Place, street: Line, waters: readonly Water[]): boolean {
  const { fraction } = snapToLine(place, street);
  const { from, to } = street;
  return isBarred(
    { from: place, to: [from[0] + fraction * (to[0] - from[0]), from[1] + fraction * (to[1] - from[1])] },
    waters,
  );
}

function isBarred(way: Line, waters: readonly Water[]): boolean {
  const meetingsWith = ({ lines }: Water) =>
    lines
      .flatMap((line) => line.slice(1).map((to, i) => crossing(way, { from: line[i] as Place, to })))
      .filter((along): along is number => along !== null && along > 1e-9 && along < 1 - 1e-9);
  const areas = waters.filter(({ isArea }) => isArea);
  if (waters.some((water) => !water.isArea && meetingsWith(water).length > 0)) return true;
  const stops = [0, ...areas.flatMap(meetingsWith).sort((a, b) => a - b), 1];
  const at = (along: number): Place => [
    way.from[0] + along * (way.to[0] - way.from[0]),
    way.from[1] + along * (way.to[1] - way.from[1]),
  ];
  const isWet = stops.slice(1).map((stop, i) => {
    const middle = at((stop + (stops[i] as number)) / 2);
    return areas.some(({ lines }) => isInside(middle, lines));
  });
  // out of the water in which the place lies
  const first = isWet.indexOf(false);
  if (first < 0) return false;
  // into the water in which the street lies, if that is near
  const last = isWet.lastIndexOf(false);
  if (isWet.slice(first, last).includes(true)) return true;
  return last < isWet.length - 1 && midLatitudeMeters(at(stops[last + 1] as number), way.to) > 10;
}
