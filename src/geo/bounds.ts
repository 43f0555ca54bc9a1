import type { Degrees, Meters } from "../base/units.js";
import type { LonLat } from "../base/words.js";
import type { PolygonRings } from "../model/facts.js";
import { metersPerDegree } from "./distance.js";

/** A box of longitudes and latitudes. Empty: `west` is greater than `east`. */
export interface Bounds {
  readonly west: Degrees;
  readonly south: Degrees;
  readonly east: Degrees;
  readonly north: Degrees;
}

/** Computes the box around positions. */
export function boundsOf(positions: Iterable<LonLat>): Bounds {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const position of positions) {
    const lon = position[0];
    const lat = position[1];
    if (lon < west) west = lon;
    if (lon > east) east = lon;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  return { west, south, east, north };
}

/** Computes the box around the places of two columns. */
export function boundsOfColumns(lon: Float64Array, lat: Float64Array): Bounds {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let i = 0; i < lon.length; i++) {
    if (lon[i] < west) west = lon[i];
    if (lon[i] > east) east = lon[i];
    if (lat[i] < south) south = lat[i];
    if (lat[i] > north) north = lat[i];
  }
  return { west, south, east, north };
}

/** Computes the box around the outer rings of polygons. */
export function boundsOfPolygons(polygons: readonly PolygonRings[]): Bounds {
  return joinBounds(polygons.map(([outer = []]) => boundsOf(outer)));
}

/** Computes the box around boxes. */
export function joinBounds(boxes: Iterable<Bounds>): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    if (box.west < west) west = box.west;
    if (box.south < south) south = box.south;
    if (box.east > east) east = box.east;
    if (box.north > north) north = box.north;
  }
  return { west, south, east, north };
}

/**
 * Widens a box so that it holds every place within `meters` of it.
 *
 * Errs on the large side (by 1 %), so that a search in the box misses nothing.
 */
export function widenBounds({ west, south, east, north }: Bounds, meters: Meters): Bounds {
  const lat = (1.01 * meters) / metersPerDegree(0).lat;
  const farthest = Math.min(89.9, Math.max(Math.abs(south), Math.abs(north)) + lat);
  const lon = (1.01 * meters) / metersPerDegree(farthest).lon;
  return { west: west - lon, south: south - lat, east: east + lon, north: north + lat };
}

/** Tells whether the outer box holds the inner one. */
export function holds(outer: Bounds, inner: Bounds): boolean {
  return (
    outer.west <= inner.west && outer.east >= inner.east && outer.south <= inner.south && outer.north >= inner.north
  );
}

/** Tells whether a place is in a box. */
export function isInBox({ west, south, east, north }: Bounds, lon: Degrees, lat: Degrees): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** Tells whether two boxes share a point. */
export function overlap(a: Bounds, b: Bounds): boolean {
  return a.west <= b.east && a.east >= b.west && a.south <= b.north && a.north >= b.south;
}
