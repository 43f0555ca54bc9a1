import type { SquareMeters } from "../base/units.js";
import type { PolygonRings } from "../model/facts.js";
import { densityAt } from "./area.js";
import { type Bounds, joinBounds } from "./bounds.js";
import { comesNear, holdsPlace, type Outline } from "./outline.js";
import { signedSquareDegrees } from "./signed-area.js";
import { Sweep } from "./sweep.js";

/**
 * The sides of ground, four numbers each: longitude and latitude of where one begins and of where it ends. East of one that
 * leads north ground begins, east of one that leads south it ends. Level ones are left out: nothing lies east of them.
 */
export type Sides = readonly number[];

/** Gives the sides of polygons that neither cross themselves nor share ground with each other. */
export function sidesOf(polygons: readonly PolygonRings[]): number[] {
  const sides: number[] = [];
  for (const polygon of polygons)
    polygon.forEach((ring, row) => {
      const isShell = row === 0;
      const isBackward = signedSquareDegrees(ring) > 0 === isShell; // the west side of a shell must lead north
      for (let i = 1; i < ring.length; i++) {
        const [from, to] = isBackward ? [ring[i], ring[i - 1]] : [ring[i - 1], ring[i]];
        if (from[1] !== to[1]) sides.push(from[0], from[1], to[0], to[1]);
      }
    });
  return sides;
}

/** Gives the sides of the ground that any of the polygons holds, by the even-odd rule for each, whatever crosses or overlaps. */
export function sidesOfUnion(outline: Outline): number[] {
  return sidesOfAll([[outline]]);
}

/** Gives the sides of the ground that all of some grounds hold, each of which is all that its outlines hold. */
export function sidesOfAll(grounds: readonly (readonly Outline[])[]): number[] {
  const boxes = grounds.map((outlines) => joinBounds(outlines.map(({ bounds }) => bounds)));
  const window = {
    west: Math.max(...boxes.map(({ west }) => west)),
    south: Math.max(...boxes.map(({ south }) => south)),
    east: Math.min(...boxes.map(({ east }) => east)),
    north: Math.min(...boxes.map(({ north }) => north)),
  };
  if (!(window.west < window.east && window.south < window.north)) return [];
  if (grounds.some((outlines) => isApart(outlines, window))) return [];
  return new Sweep(grounds, window).sides();
}

/** Whether outlines hold nothing of a window, and no edge of theirs comes near it. */
function isApart(outlines: readonly Outline[], window: Bounds): boolean {
  return !outlines.some((outline) => comesNear(outline, window) || holdsPlace(outline, window.west, window.south));
}

/** Computes the area of the ground between sides. */
export function squareMetersBetween(sides: Sides): SquareMeters {
  const [lon = 0] = sides; // differences keep the digits that matter
  let sum = 0;
  for (let i = 0; i < sides.length; i += 4) {
    const fromLon = sides[i];
    const fromLat = sides[i + 1];
    const toLon = sides[i + 2];
    const toLat = sides[i + 3];
    // Simpson's rule from parallel to parallel: of third order in the height of the side
    const middle = (fromLon + toLon) / 2 - lon;
    const atMiddle = 4 * middle * densityAt((fromLat + toLat) / 2);
    const atEnds = [(fromLon - lon) * densityAt(fromLat), (toLon - lon) * densityAt(toLat)] as const;
    sum -= ((toLat - fromLat) / 6) * (atEnds[0] + atMiddle + atEnds[1]);
  }
  return Math.max(0, sum);
}
