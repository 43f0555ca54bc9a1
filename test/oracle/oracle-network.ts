import type { Facility, Water } from "../../src/model/facts.js";
import type { Street } from "../support/streets.js";
import { geodesicMeters, midLatitudeMeters, type Place } from "./oracle-geodesy.js";
import { privateExitsByBruteForce } from "./oracle-private-exits.js";
import { crossing, type Line, type Snap, snapByBruteForce } from "./oracle-snap.js";
import { isInside } from "./oracle-straight-line.js";
import { isAcrossWater } from "./oracle-water.js";

// A slow and obvious walk: every edge is cut at every place that is attached to it, every place becomes a node of the
// graph, and one Dijkstra runs forward from each origin. Nothing of src/network or src/travel is used.

export interface OracleEdge extends Line {
  readonly a: string;
  readonly b: string;
  readonly meters: number;
  readonly forward: boolean;
  readonly backward: boolean;
  readonly steps: boolean;
  readonly speeds?: { readonly forward: number; readonly backward: number } | undefined;
  readonly isFragment: boolean;
  /** Of an island shorter than ten kilometres (twenty fragments) and than half of the longest; or a track that is not for everybody. */
  readonly isSmall: boolean;
  /** On a bridge or in a tunnel: entered at its ends only. */
  readonly isOffGround: boolean;
}
export interface OracleWalker {
  readonly speedMetersPerSecond: number;
  readonly stepsSpeedMetersPerSecond: number;
  readonly offStreetSpeedMetersPerSecond: number;
  readonly maxAccessMeters: number;
}
/** May one go along a street and back, and is it steps? How fast, where it is not the walker's speed? */
export type Access = (street: Street) => {
  readonly forward: boolean;
  readonly backward: boolean;
  readonly steps: boolean;
  readonly speeds?: { readonly forward: number; readonly backward: number };
};

/** The few tags that the random towns use. */
export const townAccess: Access = ({ tags }) => ({
  forward: tags.highway !== "motorway" && tags["oneway:foot"] !== "-1",
  backward: tags.highway !== "motorway" && tags["oneway:foot"] !== "yes",
  steps: tags.highway === "steps",
});

type NamedEdge = Omit<OracleEdge, "isFragment" | "isSmall"> & { readonly isForFew: boolean };

/**
 * Cuts streets into edges whose ends have names, and finds the fragments among them.
 *
 * @param privately how a street could be used if it were not private: those that are the only way out are
 */
export function oracleEdges(
  streets: readonly Street[],
  access: Access,
  fragmentMeters: number,
  privately?: Access,
): OracleEdge[] {
  const nameOf = nodeNames(streets);
  const edges = cutStreets(streets, access, nameOf);
  if (privately === undefined) return withIslands(edges, fragmentMeters);
  const isClosed = (street: Street) => !access(street).forward && !access(street).backward;
  const closed = cutStreets(streets.filter(isClosed), privately, nameOf);
  const opened = privateExitsByBruteForce(edges, closed);
  return withIslands([...edges, ...closed.filter((_, row) => opened.has(row))], fragmentMeters);
}

function cutStreets(streets: readonly Street[], access: Access, nameOf: ReturnType<typeof nodeNames>): NamedEdge[] {
  const edges: NamedEdge[] = [];
  for (const street of streets) {
    const { forward, backward, steps, speeds } = access(street);
    if (!forward && !backward) continue;
    for (let i = 1; i < street.coordinates.length; i++) {
      const a = nameOf(street, i - 1);
      const b = nameOf(street, i);
      if (a === b) continue;
      const from = street.coordinates[i - 1] as Place;
      const to = street.coordinates[i] as Place;
      const isOffGround = level(street) !== "0" && !isLowBridge(street);
      const isForFew = isTrackForFew(street);
      edges.push({
        a,
        b,
        from,
        to,
        meters: geodesicMeters(from, to),
        forward,
        backward,
        steps,
        speeds,
        isOffGround,
        isForFew,
      });
    }
  }
  return edges;
}

function withIslands(edges: readonly NamedEdge[], fragmentMeters: number): OracleEdge[] {
  const islandOf = islandNames(edges);
  const islandMeters = new Map<string, number>();
  for (const { a, meters } of edges) islandMeters.set(islandOf(a), (islandMeters.get(islandOf(a)) ?? 0) + meters);
  const longest = Math.max(0, ...islandMeters.values());
  return edges.map((edge) => {
    const meters = islandMeters.get(islandOf(edge.a)) as number;
    const isFragment = meters < fragmentMeters && meters < longest;
    const isShort = meters < 20 * fragmentMeters && meters < longest / 2;
    return { ...edge, isFragment, isSmall: !isFragment && (isShort || edge.isForFew) };
  });
}

/** Node ids where there are any, else coordinates; a bridge's own level where another street passes below. */
function nodeNames(streets: readonly Street[]): (street: Street, vertex: number) => string {
  const at = (place: Place) => `${place[0]},${place[1]}`;
  const idAt = new Map<string, string>();
  const levelsThrough = new Map<string, Set<string>>();
  for (const street of streets) {
    street.coordinates.forEach((place, i) => {
      const key = at(place);
      if (street.nodeIds !== null) {
        if (!idAt.has(key)) idAt.set(key, `id ${street.nodeIds[i]}`);
      } else if (i > 0 && i < street.coordinates.length - 1)
        levelsThrough.set(key, (levelsThrough.get(key) ?? new Set()).add(level(street)));
    });
  }
  return (street, i) => {
    if (street.nodeIds !== null) return `id ${street.nodeIds[i]}`;
    const key = at(street.coordinates[i] as Place);
    const passes = i > 0 && i < street.coordinates.length - 1;
    const isBridged = (levelsThrough.get(key)?.size ?? 0) > 1;
    if (passes && isBridged && level(street) !== "0") return `${key} on level ${level(street)}`;
    return idAt.get(key) ?? key;
  };
}

/** A viaduct is a bridge as well, and a culvert a tunnel: whatever is not denied; but a passage through a house lies on the ground. */
function level({ tags: { bridge = "no", tunnel = "no", layer } }: Street): string {
  if (bridge !== "no") return String(layer ?? 1);
  return tunnel !== "no" && tunnel !== "building_passage" ? String(layer ?? -1) : "0";
}

/** One steps off a boardwalk, and off a ford with a slab. */
function isLowBridge({ tags: { bridge } }: Street): boolean {
  return bridge === "boardwalk" || bridge === "low_water_crossing";
}

function islandNames(edges: readonly { readonly a: string; readonly b: string }[]): (node: string) => string {
  const neighbors = new Map<string, string[]>();
  const join = (from: string, to: string) => {
    const known = neighbors.get(from);
    if (known === undefined) neighbors.set(from, [to]);
    else known.push(to);
  };
  for (const { a, b } of edges) {
    join(a, b);
    join(b, a);
  }
  const island = new Map<string, string>();
  for (const start of neighbors.keys()) {
    if (island.has(start)) continue;
    const waiting = [start];
    island.set(start, start);
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop())
      for (const next of neighbors.get(node) ?? [])
        if (!island.has(next)) {
          island.set(next, start);
          waiting.push(next);
        }
  }
  return (node) => island.get(node) as string;
}

/** Lists edges, at least all those that come near a box. Small towns look at all edges. */
export type EdgesNear = (west: number, south: number, east: number, north: number) => readonly number[];

/** Lists all edges, always. */
export function allEdges(edges: readonly OracleEdge[]): EdgesNear {
  const all = edges.map((_, line) => line);
  return () => all;
}

/** Sorts edges into squares of 0.002 degrees, for cities with too many edges to look at all of them. */
export function edgesBySquare(edges: readonly OracleEdge[], widenDegrees: number): EdgesNear {
  const SIZE = 0.002;
  const squares = new Map<string, number[]>();
  const visit = (box: readonly [number, number, number, number], act: (square: string) => void) => {
    for (let x = Math.floor(box[0] / SIZE); x <= Math.floor(box[2] / SIZE); x++)
      for (let y = Math.floor(box[1] / SIZE); y <= Math.floor(box[3] / SIZE); y++) act(`${x} ${y}`);
  };
  edges.forEach(({ from, to }, line) => {
    const lons = [from[0], to[0]];
    const lats = [from[1], to[1]];
    visit([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)], (square) => {
      const known = squares.get(square);
      if (known === undefined) squares.set(square, [line]);
      else known.push(line);
    });
  });
  return (west, south, east, north) => {
    const found = new Set<number>();
    visit([west - widenDegrees, south - widenDegrees, east + widenDegrees, north + widenDegrees], (square) => {
      for (const line of squares.get(square) ?? []) found.add(line);
    });
    return [...found].sort((a, b) => a - b);
  };
}

/** Is it a track with `access=destination` and the like, and no `foot=yes`? */
function isTrackForFew({ tags: { highway, access, foot } }: Street): boolean {
  const isForFew = /^(destination|customers|delivery|permit|private|residents)$/.test(String(access));
  return /^track/.test(String(highway)) && isForFew && !/^(yes|designated|official|permissive)$/.test(String(foot));
}

/**
 * Attaches a place: to the nearest edge on the ground that is of a large island; of a small one, if that is more than 100 m nearer; of a
 * fragment only if there is nothing else. Nothing counts that lies across water.
 */
export function attachPlace(
  place: Place,
  edges: readonly OracleEdge[],
  maxMeters: number,
  near: EdgesNear = allEdges(edges),
  waters: readonly Water[] = [],
): Snap | null {
  const candidates = onGround(edges, near(place[0], place[1], place[0], place[1])).filter(
    (line) => waters.length === 0 || !isAcrossWater(place, edges[line] as OracleEdge, waters),
  );
  const large = snapByBruteForce(
    place,
    edges,
    candidates.filter((line) => isLarge(edges, line)),
    maxMeters,
  );
  const small = snapByBruteForce(
    place,
    edges,
    candidates.filter((line) => (edges[line] as OracleEdge).isSmall),
    maxMeters,
  );
  if (large !== null && (small === null || large.meters <= small.meters + 100)) return large;
  return small ?? snapByBruteForce(place, edges, candidates, maxMeters);
}

function onGround(edges: readonly OracleEdge[], lines: readonly number[]): number[] {
  return lines.filter((line) => !(edges[line] as OracleEdge).isOffGround);
}

function isLarge(edges: readonly OracleEdge[], line: number): boolean {
  const { isFragment, isSmall } = edges[line] as OracleEdge;
  return !isFragment && !isSmall;
}

/**
 * Attaches a facility: at its entrances, else where its outline meets a street and at the ends of streets inside it, else
 * from every point of the outline (10 m apart or less) that is at most 10 m farther from a street than the nearest one.
 */
export function attachFacilityByBruteForce(
  { entrances, outline, location, isArea }: Facility,
  edges: readonly OracleEdge[],
  maxMeters: number,
  near: EdgesNear = allEdges(edges),
): Snap[] {
  const places = entrances.length > 0 ? entrances : outline.length === 0 ? [location] : [];
  if (places.length > 0)
    return places.map((place) => attachPlace(place, edges, maxMeters, near)).filter((snap) => snap !== null);
  const sides = outline.flatMap((line) => line.slice(1).map((to, i): Line => ({ from: line[i] as Place, to })));
  const lons = outline.flat().map(([lon]) => lon);
  const lats = outline.flat().map(([, lat]) => lat);
  const candidates = onGround(edges, near(Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)));
  const meetings = new Map<string, Snap>();
  const meet = (line: number, fraction: number) => meetings.set(`${line} ${fraction}`, { line, fraction, meters: 0 });
  for (const line of candidates) {
    const edge = edges[line] as OracleEdge;
    for (const side of sides) {
      const fraction = crossing(edge, side);
      if (fraction !== null) meet(line, fraction);
    }
    if (isArea && isInside(edge.from, outline)) meet(line, 0);
    if (isArea && isInside(edge.to, outline)) meet(line, 1);
  }
  const isConnected = (line: number) => !(edges[line] as OracleEdge).isFragment;
  const connected = [...meetings.values()].filter(({ line }) => isConnected(line));
  if (connected.some(({ line }) => isLarge(edges, line))) return connected;
  // those of a small island and, if it is near, those of a large one
  const reach = connected.length > 0 ? 100 : maxMeters;
  const along = sides
    .flatMap(({ from, to }, i) => {
      const stepCount = Math.max(1, Math.ceil(midLatitudeMeters(from, to) / 10));
      const isFirst = outline.some((line) => line[0] === sides[i]?.from);
      return Array.from({ length: stepCount + 1 }, (_, step): Place => {
        const share = step / stepCount;
        return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
      }).slice(isFirst ? 0 : 1);
    })
    .map((point) => attachPlace(point, edges, reach, () => candidates.filter(isConnected)))
    .filter((snap) => snap !== null);
  const ofLarge = along.filter(({ line }) => isLarge(edges, line));
  const gapTo = (snaps: readonly Snap[]) => Math.min(...snaps.map(({ meters }) => meters));
  const chosen = gapTo(ofLarge) <= gapTo(along) + 100 ? ofLarge : along;
  const entries = chosen.filter(({ meters }) => meters <= gapTo(chosen) + 10);
  if (connected.length > 0) return [...connected, ...entries.filter(({ line }) => isLarge(edges, line))];
  if (entries.length > 0) return entries;
  if (meetings.size > 0) return [...meetings.values()];
  const only = attachPlace(location, edges, maxMeters, near);
  return only === null ? [] : [only];
}

interface Arc {
  readonly to: number;
  readonly seconds: number;
  readonly meters: number;
}
export interface Way {
  readonly seconds: number;
  readonly meters: number;
}

/** Edges cut at every attached place, ready to be searched from any origin. */
export class OracleGraph {
  readonly #numbers = new Map<string, number>();
  readonly #arcs: Arc[][] = [];

  constructor(
    edges: readonly OracleEdge[],
    walker: OracleWalker,
    origins: readonly (Snap | null)[],
    facilities: readonly (readonly Snap[])[],
    /** Is this origin at that facility already? */
    isThere: (origin: number, facility: number) => boolean = () => false,
  ) {
    const cuts = edges.map(() => new Set([0, 1]));
    const nodeAt = ({ line, fraction }: Snap) => {
      const { a, b } = edges[line] as OracleEdge;
      return fraction === 0 ? a : fraction === 1 ? b : `on edge ${line} at ${fraction}`;
    };
    for (const snap of [...origins, ...facilities.flat()]) if (snap !== null) cuts[snap.line]?.add(snap.fraction);
    edges.forEach((edge, line) => {
      const speed = edge.steps ? walker.stepsSpeedMetersPerSecond : walker.speedMetersPerSecond;
      const speeds = edge.speeds ?? { forward: speed, backward: speed };
      const fractions = [...(cuts[line] as Set<number>)].sort((x, y) => x - y);
      for (let i = 1; i < fractions.length; i++) {
        const from = nodeAt({ line, fraction: fractions[i - 1] as number, meters: 0 });
        const to = nodeAt({ line, fraction: fractions[i] as number, meters: 0 });
        const meters = edge.meters * ((fractions[i] as number) - (fractions[i - 1] as number));
        if (edge.forward) this.#add(from, to, meters / speeds.forward, meters);
        if (edge.backward) this.#add(to, from, meters / speeds.backward, meters);
      }
    });
    const leg = ({ meters }: Snap) => meters / walker.offStreetSpeedMetersPerSecond;
    origins.forEach((snap, row) => {
      facilities.forEach((_, facility) => {
        if (isThere(row, facility)) this.#add(`origin ${row}`, `facility ${facility}`, 0, 0);
      });
      if (snap !== null) this.#add(`origin ${row}`, nodeAt(snap), leg(snap), snap.meters);
    });
    facilities.forEach((snaps, row) => {
      for (const snap of snaps) this.#add(nodeAt(snap), `facility ${row}`, leg(snap), snap.meters);
    });
  }

  #node(name: string): number {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.#arcs.push([]) - 1;
      this.#numbers.set(name, number);
    }
    return number;
  }

  #add(from: string, to: string, seconds: number, meters: number): void {
    const start = this.#node(from);
    this.#arcs[start]?.push({ to: this.#node(to), seconds, meters });
  }

  /** The shortest ways from an origin to the facilities, up to a limit; those that it does not reach are left out. */
  waysFrom(
    origin: number,
    facilityCount: number,
    by: "seconds" | "meters",
    limit: number = Infinity,
  ): Map<number, Way> {
    const start = this.#numbers.get(`origin ${origin}`);
    const reached = start === undefined ? new Map<number, Way>() : this.#dijkstra(start, by, limit);
    const ways = new Map<number, Way>();
    for (let row = 0; row < facilityCount; row++) {
      const node = this.#numbers.get(`facility ${row}`);
      const way = node === undefined ? undefined : reached.get(node);
      if (way !== undefined) ways.set(row, way);
    }
    return ways;
  }

  /** Dijkstra, 1959, with a binary heap. */
  #dijkstra(start: number, by: "seconds" | "meters", limit: number): Map<number, Way> {
    const settled = new Map<number, Way>();
    const heap = new Heap();
    heap.push({ node: start, key: 0, seconds: 0, meters: 0 });
    for (let next = heap.pop(); next !== undefined; next = heap.pop()) {
      if (settled.has(next.node)) continue;
      settled.set(next.node, { seconds: next.seconds, meters: next.meters });
      for (const arc of this.#arcs[next.node] as Arc[]) {
        const seconds = next.seconds + arc.seconds;
        const meters = next.meters + arc.meters;
        const key = by === "seconds" ? seconds : meters;
        if (key <= limit && !settled.has(arc.to)) heap.push({ node: arc.to, key, seconds, meters });
      }
    }
    return settled;
  }
}

interface HeapItem extends Way {
  readonly node: number;
  readonly key: number;
}

class Heap {
  readonly #items: HeapItem[] = [];

  push(item: HeapItem): void {
    const items = this.#items;
    let at = items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((items[parent] as HeapItem).key <= item.key) break;
      items[at] = items[parent] as HeapItem;
      at = parent;
    }
    items[at] = item;
  }

  pop(): HeapItem | undefined {
    const items = this.#items;
    const top = items[0];
    const last = items.pop();
    if (last === undefined || items.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && (items[child + 1] as HeapItem).key < (items[child] as HeapItem).key) child++;
      if ((items[child] as HeapItem).key >= last.key) break;
      items[at] = items[child] as HeapItem;
      at = child;
    }
    items[at] = last;
    return top;
  }
}
