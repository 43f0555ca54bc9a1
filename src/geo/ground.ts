import type { SquareMeters } from "../base/units.js";
import type { PolygonRings } from "../model/facts.js";
import { polygonsSquareMeters, roundToSquareMillimeters } from "./area.js";
import { outlineOf } from "./outline.js";
import { findPolygonDefect } from "./ring-validity.js";
import { type Sides, sidesOf, sidesOfAll, sidesOfUnion, squareMetersBetween } from "./sides.js";

/** Parts that share less drew one border twice. */
const LEAST_SHARED_SQUARE_METERS = 0.01;

/**
 * Measures the ground that polygons hold together: each place once, whatever crosses, overlaps or lies in another.
 *
 * @param mayCross whether polygons may cross themselves: they then hold what the even-odd rule says
 */
export function groundOf(
  polygons: readonly PolygonRings[],
  mayCross: boolean,
): { readonly sides: Sides; readonly squareMeters: SquareMeters } {
  if (isPlain(polygons, mayCross)) return { sides: sidesOf(polygons), squareMeters: polygonsSquareMeters(polygons) };
  const sides = sidesOfUnion(outlineOf(polygons));
  return { sides, squareMeters: roundToSquareMillimeters(squareMetersBetween(sides)) };
}

/** Measures the ground as {@link groundOf} does, for whoever needs no more: its sides are not found where nothing crosses. */
export function groundSquareMeters(polygons: readonly PolygonRings[], mayCross: boolean): SquareMeters {
  return isPlain(polygons, mayCross) ? polygonsSquareMeters(polygons) : groundOf(polygons, mayCross).squareMeters;
}

/** Whether nothing crosses, overlaps or lies in another. */
function isPlain(polygons: readonly PolygonRings[], mayCross: boolean): boolean {
  const isCrossed = mayCross && polygons.some((polygon) => findPolygonDefect(polygon) !== null);
  return !isCrossed && sharedByParts(polygons) === 0;
}

/** Measures the ground that two polygons or more hold, for each pair. */
export function sharedByParts(polygons: readonly PolygonRings[]): SquareMeters {
  if (polygons.length < 2) return 0;
  const parts = polygons.map((polygon) => outlineOf([polygon]));
  parts.sort((a, b) => a.bounds.west - b.bounds.west);
  let sum = 0;
  parts.forEach((part, i) => {
    for (let j = i + 1; j < parts.length; j++) {
      const other = parts[j] as (typeof parts)[0];
      if (other.bounds.west >= part.bounds.east) break;
      const both = sidesOfAll([[part], [other]]);
      const squareMeters = squareMetersBetween(both);
      if (squareMeters >= LEAST_SHARED_SQUARE_METERS) sum += squareMeters;
    }
  });
  return sum;
}
