import type { LonLat, Tags } from "../base/words.js";
import { polygonsSquareMeters } from "../geo/area.js";
import { boundsOf } from "../geo/bounds.js";
import { distanceMeters } from "../geo/distance.js";
import { containsPoint } from "../geo/rings.js";
import { isClosed } from "./closed-line.js";

/** What is walked around: smaller than a hectare, and at most this long (the diagonal of its box). */
const MOST_SQUARE_METERS = 10_000;
const MOST_METERS = 200;

/** Values of `water`, and of `waterway` and Geofabrik's `fclass`, that run on beyond what is drawn in one piece. */
const COURSES = new Set("river riverbank canal tidal_channel fairway stream lock moat ditch drain rapids".split(" "));

type Outline = readonly LonLat[];

/**
 * Leaves out the outlines of waters that one simply walks around: ponds, basins, small docks. Pieces of rivers and canals are none, however
 * short they are drawn, nor is an islet.
 *
 * @param outlines of one area, by the even-odd rule
 */
export function withoutPonds(tags: Tags, outlines: readonly Outline[]): readonly Outline[] {
  const { water, waterway, fclass } = tags;
  if ([water, waterway, fclass].some((value) => COURSES.has(String(value)))) return outlines;
  const wide = outlines.filter((outline) => !isSmall(outline));
  if (wide.length === outlines.length || wide.length === 0) return wide;
  const isWithinWide = (outline: Outline) =>
    outline.slice(0, -1).some(([lon, lat]) => wide.some((ring) => containsPoint([[ring]], lon, lat)));
  return outlines.filter((outline) => !isSmall(outline) || isWithinWide(outline));
}

function isSmall(outline: Outline): boolean {
  if (!isClosed(outline)) return false;
  const { west, south, east, north } = boundsOf(outline);
  if (distanceMeters(west, south, east, north) > MOST_METERS) return false;
  return polygonsSquareMeters([[outline]]) < MOST_SQUARE_METERS;
}
