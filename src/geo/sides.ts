import type { Degrees, SquareMeters } from "../base/units.js";
import type { PolygonRings } from "../model/facts.js";
import { densityAt } from "./area.js";
import { type Bounds, boundsOf, overlap } from "./bounds.js";
import { signedSquareDegrees } from "./signed-area.js";

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
export function sidesOfUnion(polygons: readonly PolygonRings[]): number[] {
  return sidesWhere([polygons], ([isIn]) => isIn === true, boundsOf(polygons.flat(2)));
}

/**
 * Gives the sides of the ground that all of some grounds hold, each of which is the union of its polygons.
 *
 * @param boxes around each of them
 */
export function sidesOfAll(grounds: readonly (readonly PolygonRings[])[], boxes: readonly Bounds[]): number[] {
  const window = {
    west: Math.max(...boxes.map(({ west }) => west)),
    south: Math.max(...boxes.map(({ south }) => south)),
    east: Math.min(...boxes.map(({ east }) => east)),
    north: Math.min(...boxes.map(({ north }) => north)),
  };
  if (!(window.west < window.east && window.south < window.north)) return [];
  return sidesWhere(grounds, (isIn) => isIn.every((is) => is), window);
}

/** Computes the area of the ground between sides. */
export function squareMetersBetween(sides: Sides): SquareMeters {
  const [lon = 0] = sides; // differences keep the digits that matter
  let sum = 0;
  for (let i = 0; i < sides.length; i += 4) {
    const [fromLon, fromLat, toLon, toLat] = [sides[i], sides[i + 1], sides[i + 2], sides[i + 3]];
    // Simpson's rule from parallel to parallel: of third order in the height of the side
    const middle = (fromLon + toLon) / 2 - lon;
    const [south, center, north] = [fromLat, (fromLat + toLat) / 2, toLat].map(densityAt) as [number, number, number];
    sum -= ((toLat - fromLat) / 6) * ((fromLon - lon) * south + 4 * middle * center + (toLon - lon) * north);
  }
  return Math.max(0, sum);
}

/** Edges of polygons that lead north, as columns, from the south. */
interface Edges {
  readonly lonSouth: Float64Array;
  readonly latSouth: Float64Array;
  readonly lonNorth: Float64Array;
  readonly latNorth: Float64Array;
  /** Row of the polygon among all, and of the ground it is part of. */
  readonly polygon: Uint32Array;
  readonly groundOf: readonly number[];
}

/**
 * Gives the sides of the ground where `holds` says so of who holds it, looking from parallel to parallel: between two
 * neighboring ones, no edge ends and none cross.
 *
 * @param window what lies beyond it must not be asked for
 */
function sidesWhere(
  grounds: readonly (readonly PolygonRings[])[],
  holds: (isIn: readonly boolean[]) => boolean,
  window: Bounds,
): number[] {
  const edges = edgesOf(grounds, window);
  const { latSouth, latNorth, polygon, groundOf } = edges;
  const count = latSouth.length;
  const lats = ascending([...latSouth, ...latNorth].filter((lat) => lat > window.south && lat < window.north));
  const parallels = [window.south, ...lats, window.north];
  const sides: number[] = [];
  const isOdd = new Uint8Array(groundOf.length);
  const held = new Uint32Array(grounds.length);
  const isIn = grounds.map(() => false);
  const middle = new Float64Array(count);
  let active: number[] = [];
  let next = 0;
  const emit = (from: Degrees, to: Degrees): void => {
    for (const edge of active) middle[edge] = lonAt(edges, edge, from) + lonAt(edges, edge, to);
    active.sort((a, b) => middle[a] - middle[b]);
    isOdd.fill(0);
    held.fill(0);
    isIn.fill(false);
    let was = false;
    for (const edge of active) {
      const ground = groundOf[polygon[edge]];
      isOdd[polygon[edge]] ^= 1;
      held[ground] += isOdd[polygon[edge]] === 1 ? 1 : -1;
      isIn[ground] = held[ground] > 0;
      const is = holds(isIn);
      if (is === was) continue;
      const [south, north] = [lonAt(edges, edge, from), lonAt(edges, edge, to)];
      if (is) sides.push(south, from, north, to);
      else sides.push(north, to, south, from);
      was = is;
    }
  };
  for (let i = 1; i < parallels.length; i++) {
    const [from, to] = [parallels[i - 1], parallels[i]];
    active = active.filter((edge) => latNorth[edge] > from);
    for (; next < count && latSouth[next] <= from; next++) if (latNorth[next] > from) active.push(next);
    const cuts = [...crossingsBetween(edges, active, from, to), to];
    cuts.forEach((cut, j) => {
      emit(cuts[j - 1] ?? from, cut);
    });
  }
  return sides;
}

/** Lists the parallels between two on which edges cross, ascending. */
function crossingsBetween(edges: Edges, active: readonly number[], from: Degrees, to: Degrees): number[] {
  const ways = active.map((edge) => ({ south: lonAt(edges, edge, from), north: lonAt(edges, edge, to) }));
  ways.sort((a, b) => a.north - b.north || a.south - b.south);
  const cuts: number[] = [];
  // who is out of order on the southern parallel goes back past those that it crosses
  for (let i = 1; i < ways.length; i++)
    for (let j = i; j > 0; j--) {
      const [one, other] = [ways[j - 1], ways[j]];
      const before = one.south - other.south;
      if (!(before > 0)) break;
      const at = from + (before / (before + other.north - one.north)) * (to - from);
      if (at > from && at < to) cuts.push(at);
      [ways[j - 1], ways[j]] = [other, one];
    }
  return cuts.length > 1 ? ascending(cuts) : cuts;
}

function lonAt({ lonSouth, latSouth, lonNorth, latNorth }: Edges, edge: number, lat: Degrees): Degrees {
  if (lat >= latNorth[edge]) return lonNorth[edge];
  const part = (lat - latSouth[edge]) / (latNorth[edge] - latSouth[edge]);
  return lonSouth[edge] + part * (lonNorth[edge] - lonSouth[edge]);
}

/** Takes what matters between the parallels of the window: of the edges west of it only that they are there. */
function edgesOf(grounds: readonly (readonly PolygonRings[])[], window: Bounds): Edges {
  const { west, south, east, north } = window;
  const groundOf: number[] = [];
  const found: [number, number, number, number, number][] = [];
  grounds.forEach((polygons, ground) => {
    for (const polygon of polygons) {
      if (!overlap(boundsOf(polygon.flat()), window)) continue;
      const row = groundOf.push(ground) - 1;
      for (const ring of polygon)
        for (let i = 1; i < ring.length; i++) {
          const [one, other] = [ring[i - 1], ring[i]];
          const [from, to] = one[1] < other[1] ? [one, other] : [other, one];
          if (from[1] === to[1] || from[1] >= north || to[1] <= south) continue;
          if (from[0] > east && to[0] > east) continue;
          const isWest = from[0] < west && to[0] < west;
          found.push([isWest ? west : from[0], from[1], isWest ? west : to[0], to[1], row]);
        }
    }
  });
  found.sort((a, b) => a[1] - b[1]);
  const column = (at: 0 | 1 | 2 | 3) => Float64Array.from(found, (edge) => edge[at]);
  return {
    ...{ lonSouth: column(0), latSouth: column(1), lonNorth: column(2), latNorth: column(3) },
    ...{ polygon: Uint32Array.from(found, (edge) => edge[4]), groundOf },
  };
}

/** Sorts numbers, each once. */
function ascending(values: readonly number[]): number[] {
  return Float64Array.from(values)
    .sort()
    .reduce<number[]>((list, value) => {
      if (value !== list.at(-1)) list.push(value);
      return list;
    }, []);
}
