import Flatbush from "flatbush";
import { widenBounds } from "../geo/bounds.js";
import { type MetersPerDegree, metersPerDegree } from "../geo/distance.js";
import { closestPointOnSegment } from "../geo/segments.js";
import type { Degrees, Meters } from "../units.js";
import type { Islands } from "./islands.js";
import type { Network } from "./network.js";

/** A place on the network: so far along an edge, so far off it. */
export interface Attachment {
  readonly edge: number;
  /** 0 = at `edgeFrom`, 1 = at `edgeTo`. */
  readonly fraction: number;
  /** From the place to the edge, in a straight line. */
  readonly accessMeters: Meters;
  /** Whether a fragment was nearer and was avoided. */
  readonly movedOffFragment: boolean;
}

type Point = readonly [Degrees, Degrees];

/** Within a few kilometres and up to 89° the plane is off by less than this factor. */
const PLANE_TOLERANCE = 1.02;

/** The open edges of a network, by place. */
export class EdgeIndex {
  readonly #network: Network;
  readonly #islands: Islands;
  readonly #edges: Uint32Array;
  readonly #boxes: Flatbush | null;

  /** @param arcOpen per arc, 1 = open; an edge open one way can be attached to */
  constructor(network: Network, arcOpen: Uint8Array, islands: Islands) {
    this.#network = network;
    this.#islands = islands;
    this.#edges = openEdges(network.edgeCount, arcOpen);
    this.#boxes = this.#edges.length === 0 ? null : buildBoxes(network, this.#edges);
  }

  /**
   * Finds the nearest edge that is not part of a fragment; a fragment only where nothing else is within reach.
   *
   * Exact: every edge within `maxMeters` is considered by its distance on the ellipsoid. Ties go to the smaller
   * longitude of the foot, then latitude, then edge.
   */
  nearest(lon: Degrees, lat: Degrees, maxMeters: Meters): Attachment | null {
    let radius = Math.min(60, maxMeters);
    for (;;) {
      const [overall, connected] = this.#nearestWithin(lon, lat, radius);
      // an edge beyond the radius may be nearer than one whose box reaches in: only what is inside is settled
      if (connected !== null)
        return {
          ...connected,
          movedOffFragment: overall !== null && overall.edge !== connected.edge && this.isFragment(overall.edge),
        };
      if (radius >= maxMeters) return overall;
      radius = Math.min(3 * radius, maxMeters);
    }
  }

  /** Lists the open edges whose box meets a box. */
  edgesIn(west: Degrees, south: Degrees, east: Degrees, north: Degrees): number[] {
    return this.#boxes === null ? [] : this.#boxes.search(west, south, east, north).map((i) => this.#edges[i]);
  }

  /** Tells whether an edge belongs to a fragment. */
  isFragment(edge: number): boolean {
    return this.#islands.isFragment[this.#islands.nodeIsland[this.#network.edgeFrom[edge]]] === 1;
  }

  /** Gives the ends of an edge. */
  ends(edge: number): readonly [Point, Point] {
    const { edgeFrom, edgeTo, nodeLon, nodeLat } = this.#network;
    const from = edgeFrom[edge];
    const to = edgeTo[edge];
    return [
      [nodeLon[from], nodeLat[from]],
      [nodeLon[to], nodeLat[to]],
    ];
  }

  #nearestWithin(lon: Degrees, lat: Degrees, radius: Meters): readonly [Attachment | null, Attachment | null] {
    if (this.#boxes === null) return [null, null];
    const box = widenBounds({ west: lon, south: lat, east: lon, north: lat }, radius);
    const scale = metersPerDegree(lat);
    let overall: Candidate | null = null;
    let connected: Candidate | null = null;
    for (const i of this.#boxes.search(box.west, box.south, box.east, box.north)) {
      const edge = this.#edges[i];
      // most edges of the box are clearly farther than the best so far: seen in the plane, without making an object
      const bound = PLANE_TOLERANCE * (connected === null ? radius : connected.meters);
      if (this.#planeDistanceSquared(edge, lon, lat, scale) > bound * bound) continue;
      const [from, to] = this.ends(edge);
      const candidate = { edge, ...closestPointOnSegment(lon, lat, from, to) };
      if (candidate.meters > radius) continue;
      if (overall === null || isNearer(candidate, overall)) overall = candidate;
      if (!this.isFragment(edge) && (connected === null || isNearer(candidate, connected))) connected = candidate;
    }
    return [overall && toAttachment(overall), connected && toAttachment(connected)];
  }

  /** Squared metres to an edge, in the plane that touches the ellipsoid at the place. */
  #planeDistanceSquared(edge: number, lon: Degrees, lat: Degrees, scale: MetersPerDegree): number {
    const { edgeFrom, edgeTo, nodeLon, nodeLat } = this.#network;
    const from = edgeFrom[edge];
    const to = edgeTo[edge];
    const x = (nodeLon[from] - lon) * scale.lon;
    const y = (nodeLat[from] - lat) * scale.lat;
    const dx = (nodeLon[to] - nodeLon[from]) * scale.lon;
    const dy = (nodeLat[to] - nodeLat[from]) * scale.lat;
    const lengthSquared = dx * dx + dy * dy;
    const along = lengthSquared === 0 ? 0 : Math.max(0, Math.min(1, -(x * dx + y * dy) / lengthSquared));
    const footX = x + along * dx;
    const footY = y + along * dy;
    return footX * footX + footY * footY;
  }
}

interface Candidate {
  readonly edge: number;
  readonly fraction: number;
  readonly lon: Degrees;
  readonly lat: Degrees;
  readonly meters: Meters;
}

function isNearer(a: Candidate, b: Candidate): boolean {
  if (a.meters !== b.meters) return a.meters < b.meters;
  if (a.lon !== b.lon) return a.lon < b.lon;
  if (a.lat !== b.lat) return a.lat < b.lat;
  return a.edge < b.edge;
}

function toAttachment({ edge, fraction, meters }: Candidate): Attachment {
  return { edge, fraction, accessMeters: meters, movedOffFragment: false };
}

function openEdges(edgeCount: number, arcOpen: Uint8Array): Uint32Array {
  const edges = new Uint32Array(edgeCount);
  let count = 0;
  for (let edge = 0; edge < edgeCount; edge++)
    if (arcOpen[2 * edge] === 1 || arcOpen[2 * edge + 1] === 1) edges[count++] = edge;
  return edges.slice(0, count);
}

function buildBoxes({ edgeFrom, edgeTo, nodeLon, nodeLat }: Network, edges: Uint32Array): Flatbush {
  const boxes = new Flatbush(edges.length);
  for (const edge of edges) {
    const from = edgeFrom[edge];
    const to = edgeTo[edge];
    const [west, east] = nodeLon[from] < nodeLon[to] ? [nodeLon[from], nodeLon[to]] : [nodeLon[to], nodeLon[from]];
    const [south, north] = nodeLat[from] < nodeLat[to] ? [nodeLat[from], nodeLat[to]] : [nodeLat[to], nodeLat[from]];
    boxes.add(west, south, east, north);
  }
  boxes.finish();
  return boxes;
}
