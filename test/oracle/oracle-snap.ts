import { degreeMeters, midLatitudeMeters, type Place } from "./oracle-geodesy.js";

// Brute force: every edge is looked at, the nearest wins.

/** A straight piece of a street. */
export interface Line {
  readonly from: Place;
  readonly to: Place;
}
/** A place on one of the lines. */
export interface Snap {
  readonly line: number;
  readonly fraction: number;
  readonly meters: number;
}

/** The point of a line nearest to a place, in the plane that touches the Earth at the place. */
export function snapToLine(place: Place, { from, to }: Line): Omit<Snap, "line"> {
  const scale = degreeMeters(place[1]);
  const x = (lon: number) => (lon - place[0]) * scale.lon;
  const y = (lat: number) => (lat - place[1]) * scale.lat;
  const [x1, y1, x2, y2] = [x(from[0]), y(from[1]), x(to[0]), y(to[1])];
  const squared = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const raw = squared === 0 ? 0 : -(x1 * (x2 - x1) + y1 * (y2 - y1)) / squared;
  const fraction = Math.max(0, Math.min(1, raw));
  const foot: Place = [from[0] + fraction * (to[0] - from[0]), from[1] + fraction * (to[1] - from[1])];
  return { fraction, meters: midLatitudeMeters(place, foot) };
}

/** The nearest of some lines, up to `maxMeters`; `null` = none. */
export function snapByBruteForce(
  place: Place,
  lines: readonly Line[],
  candidates: readonly number[],
  maxMeters: number,
): Snap | null {
  let best: Snap | null = null;
  for (const line of candidates) {
    const snap = snapToLine(place, lines[line] as Line);
    if (snap.meters <= maxMeters && (best === null || snap.meters < best.meters)) best = { line, ...snap };
  }
  return best;
}

/** Where two lines cross, as a fraction along the first; `null` = they do not. Touching counts. */
export function crossing(first: Line, second: Line): number | null {
  const side = (a: Place, b: Place, c: Place) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  const p = side(second.from, second.to, first.from);
  const q = side(second.from, second.to, first.to);
  const r = side(first.from, first.to, second.from);
  const s = side(first.from, first.to, second.to);
  if (p === q || p * q > 0 || r * s > 0) return null;
  return p / (p - q);
}
