import type { LonLat } from "../../base/words.js";
import type { Bounds } from "../../geo/bounds.js";
import { containsPoint } from "../../geo/rings.js";
import { signedSquareDegrees } from "../../geo/signed-area.js";

/** A stretch of a border between two places, and whose border it is; `null`: the side of the box. */
interface Edge {
  readonly from: number;
  readonly to: number;
  owners: ReadonlySet<number> | null;
}

/** A face of the plane. */
export interface Face {
  /** Closed, counterclockwise. */
  readonly ring: readonly LonLat[];
  /** Closed, clockwise: what lies in its middle and touches nothing else. */
  readonly holes: readonly (readonly LonLat[])[];
  /** To whom all of its borders belong: on one side of a border is its owner, on the other somebody else. */
  readonly owners: readonly number[];
  /** Its borders, by names that both sides share. */
  readonly borders: readonly string[];
}

/**
 * Borders inside a box, and the faces into which they cut it.
 *
 * Borders meet where they have a place in common, to the last digit; what ends in the middle of a face bounds nothing.
 */
export class PlanarGraph {
  readonly #box: Bounds;
  readonly #places: LonLat[] = [];
  readonly #vertexOf = new Map<string, number>();
  readonly #edges = new Map<string, Edge>();
  /** Owners of borders that end in the middle: nobody knows what is theirs. */
  readonly #unbounded = new Set<number>();

  constructor(box: Bounds) {
    this.#box = box;
  }

  /** Adds a stretch of a border inside the box. @param owner whose border it is */
  add(from: LonLat, to: LonLat, owners: ReadonlySet<number>): void {
    this.#join(this.#vertex(from), this.#vertex(to), owners);
  }

  /** Lists the faces that are bounded by whole borders, in no order that means anything. */
  faces(): readonly Face[] {
    this.#addSides();
    const spokes = this.#withoutDeadEnds();
    const next = nextOf(spokes, this.#places);
    const traced: Omit<Face, "holes">[] = [];
    const outsides: Omit<Face, "holes">[] = [];
    const seen = new Set<string>();
    for (const [from, ends] of spokes)
      for (const to of ends) {
        if (seen.has(`${from} ${to}`)) continue;
        const face = this.#trace(from, to, next, seen);
        (signedSquareDegrees(face.ring) > 0 ? traced : outsides).push(face);
      }
    const isBounded = (owner: number) => !this.#unbounded.has(owner);
    return withHoles(traced, outsides).map((face) => ({ ...face, owners: face.owners.filter(isBounded) }));
  }

  #vertex(place: LonLat): number {
    const key = `${place[0]} ${place[1]}`;
    const known = this.#vertexOf.get(key);
    if (known !== undefined) return known;
    const vertex = this.#places.push(place) - 1;
    this.#vertexOf.set(key, vertex);
    return vertex;
  }

  #join(from: number, to: number, owners: ReadonlySet<number> | null): void {
    if (from === to) return;
    const key = keyOf(from, to);
    const known = this.#edges.get(key);
    if (known === undefined) this.#edges.set(key, { from, to, owners });
    else if (known.owners !== null && owners !== null) known.owners = new Set([...known.owners, ...owners]);
  }

  /** The sides of the box, cut where borders meet them. */
  #addSides(): void {
    const { west, south, east, north } = this.#box;
    const corners: LonLat[] = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ];
    for (const corner of corners) this.#vertex(corner);
    const around = this.#places
      .map((place, vertex) => ({ vertex, along: this.#along(place) }))
      .filter(({ along }) => along >= 0)
      .sort((a, b) => a.along - b.along);
    around.forEach(({ vertex }, i) => {
      const { vertex: following } = around[(i + 1) % around.length];
      this.#join(vertex, following, null);
    });
  }

  /** How far along the sides a place lies, 0 to 4; -1: it lies on none. */
  #along([lon, lat]: LonLat): number {
    const { west, south, east, north } = this.#box;
    const [x, y] = [(lon - west) / (east - west), (lat - south) / (north - south)];
    if (lat === south) return x;
    if (lon === east) return 1 + y;
    if (lat === north) return 3 - x;
    return lon === west ? 4 - y : -1;
  }

  #withoutDeadEnds(): Map<number, Set<number>> {
    const spokes = new Map<number, Set<number>>(this.#places.map((_, vertex) => [vertex, new Set<number>()]));
    for (const { from, to } of this.#edges.values()) {
      spokes.get(from)?.add(to);
      spokes.get(to)?.add(from);
    }
    const ends = [...spokes.keys()].filter((vertex) => spokes.get(vertex)?.size === 1);
    for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
      const own = spokes.get(end);
      for (const other of own ?? []) {
        own?.delete(other);
        const left = spokes.get(other);
        left?.delete(end);
        for (const owner of this.#edges.get(keyOf(end, other))?.owners ?? []) this.#unbounded.add(owner);
        if (left?.size === 1) ends.push(other);
      }
    }
    return spokes;
  }

  /** Goes around a face, which lies to the left: clockwise, if it is what lies outside. */
  #trace(
    start: number,
    second: number,
    next: (from: number, to: number) => number,
    seen: Set<string>,
  ): Omit<Face, "holes"> {
    const ring: LonLat[] = [this.#places[start]];
    const borders: string[] = [];
    let owners: Set<number> | null = null;
    let [from, to] = [start, second];
    do {
      seen.add(`${from} ${to}`);
      ring.push(this.#places[to]);
      const edge = this.#edges.get(keyOf(from, to))?.owners ?? null;
      if (edge !== null) {
        borders.push(keyOf(from, to));
        owners = new Set(owners === null ? edge : [...owners].filter((owner: number) => edge.has(owner)));
      }
      [from, to] = [to, next(from, to)];
    } while (!(from === start && to === second));
    return { ring, owners: [...(owners ?? [])], borders };
  }
}

/** What touches nothing else, seen from outside, is a hole in the smallest face around it. */
function withHoles(faces: readonly Omit<Face, "holes">[], outsides: readonly Omit<Face, "holes">[]): readonly Face[] {
  const bySize = faces
    .map(({ ring, borders }, face) => ({ face, ring, borders: new Set(borders), size: signedSquareDegrees(ring) }))
    .sort((a, b) => a.size - b.size);
  const holes = new Map<number, (readonly LonLat[])[]>();
  for (const { ring, borders } of outsides) {
    const around = bySize.find(
      (one) => !borders.some((border) => one.borders.has(border)) && containsPoint([[one.ring]], ...ring[0]),
    );
    if (around !== undefined && borders.length > 0) holes.set(around.face, [...(holes.get(around.face) ?? []), ring]);
  }
  return faces.map((face, row) => ({ ...face, holes: holes.get(row) ?? [] }));
}

function keyOf(from: number, to: number): string {
  return from < to ? `${from} ${to}` : `${to} ${from}`;
}

/** Where to go on at the end of an edge, so that the same face stays to the left: the next edge clockwise. */
function nextOf(
  spokes: ReadonlyMap<number, ReadonlySet<number>>,
  places: readonly LonLat[],
): (from: number, to: number) => number {
  const sorted = new Map<number, number[]>();
  return (from, to) => {
    let around = sorted.get(to);
    if (around === undefined) {
      around = [...(spokes.get(to) ?? [])].sort((a, b) => compareDirections(places[to], places[a], places[b]));
      sorted.set(to, around);
    }
    const at = around.indexOf(from);
    return around[(at + around.length - 1) % around.length];
  };
}

/** Orders two directions counterclockwise from east, without an angle. */
function compareDirections(center: LonLat, a: LonLat, b: LonLat): number {
  const [ax, ay, bx, by] = [a[0] - center[0], a[1] - center[1], b[0] - center[0], b[1] - center[1]];
  const half = (x: number, y: number) => (y > 0 || (y === 0 && x > 0) ? 0 : 1);
  return half(ax, ay) - half(bx, by) || ay * bx - ax * by;
}
