import { type MetersPerDegree, metersPerDegree } from "../geo/distance.js";
import { closestPointOnSegment } from "../geo/segments.js";
import type { Degrees, Meters } from "../units.js";
import { buildEdgeGrid, cellAt, type EdgeGrid } from "./edge-grid.js";
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
  readonly grid: EdgeGrid;
  readonly #network: Network;
  /** Per edge: 1 = part of a fragment. */
  readonly #isFragment: Uint8Array;

  /**
   * @param arcOpen per arc, 1 = open; an edge open one way can be attached to
   * @param grid of the same network, if it is there already
   */
  constructor(network: Network, arcOpen: Uint8Array, islands: Islands, grid?: EdgeGrid) {
    this.#network = network;
    this.grid = grid ?? buildEdgeGrid(network, openEdges(network.edgeCount, arcOpen));
    this.#isFragment = new Uint8Array(network.edgeCount);
    for (let edge = 0; edge < network.edgeCount; edge++)
      this.#isFragment[edge] = islands.isFragment[islands.nodeIsland[network.edgeFrom[edge]]];
  }

  /**
   * Finds the nearest edge that is not part of a fragment; a fragment only where nothing else is within reach.
   *
   * Exact: every edge within `maxMeters` is considered by its distance on the ellipsoid. Ties go to the smaller
   * longitude of the foot, then latitude, then edge.
   */
  nearest(lon: Degrees, lat: Degrees, maxMeters: Meters): Attachment | null {
    const found: Found = { overall: null, connected: null };
    const place = { lon, lat, scale: metersPerDegree(lat) };
    const { west, south, lonStep, latStep, columnCount, rowCount } = this.grid;
    const column = Math.floor((lon - west) / lonStep);
    const row = Math.floor((lat - south) / latStep);
    // squares of cells around the place, until nothing outside the last one can be nearer
    for (let ring = 0; ; ring++) {
      this.#lookAround(place, { column, row, ring }, maxMeters, found);
      const settled = Math.min(
        (west + (column + 1 + ring) * lonStep - lon) * place.scale.lon,
        (lon - west - (column - ring) * lonStep) * place.scale.lon,
        (south + (row + 1 + ring) * latStep - lat) * place.scale.lat,
        (lat - south - (row - ring) * latStep) * place.scale.lat,
      );
      const isAllSeen =
        column - ring <= 0 && column + ring >= columnCount - 1 && row - ring <= 0 && row + ring >= rowCount - 1;
      const reach = found.connected === null ? maxMeters : found.connected.meters;
      if (isAllSeen || PLANE_TOLERANCE * reach < settled) return toAttachment(found, this.#isFragment);
    }
  }

  /** Lists the open edges whose box meets a box, ascending. */
  edgesIn(west: Degrees, south: Degrees, east: Degrees, north: Degrees): number[] {
    const { grid } = this;
    const { firstEntry, entryEdge, entryEnds, columnCount } = grid;
    const firstColumn = cellAt(west, grid.west, grid.lonStep, columnCount);
    const lastColumn = cellAt(east, grid.west, grid.lonStep, columnCount);
    const lastRow = cellAt(north, grid.south, grid.latStep, grid.rowCount);
    const edges = new Set<number>();
    for (let row = cellAt(south, grid.south, grid.latStep, grid.rowCount); row <= lastRow; row++) {
      const end = firstEntry[row * columnCount + lastColumn + 1];
      for (let entry = firstEntry[row * columnCount + firstColumn]; entry < end; entry++) {
        const at = 4 * entry;
        if (entryEnds[at] < west && entryEnds[at + 2] < west) continue;
        if (entryEnds[at] > east && entryEnds[at + 2] > east) continue;
        if (entryEnds[at + 1] < south && entryEnds[at + 3] < south) continue;
        if (entryEnds[at + 1] > north && entryEnds[at + 3] > north) continue;
        edges.add(entryEdge[entry]);
      }
    }
    return [...edges].sort((a, b) => a - b);
  }

  /** Tells whether an edge belongs to a fragment. */
  isFragment(edge: number): boolean {
    return this.#isFragment[edge] === 1;
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

  /** Looks at the cells on the border of the square of `2 * ring + 1` cells around a cell. */
  #lookAround(place: Place, { column, row, ring }: Ring, maxMeters: Meters, found: Found): void {
    const { columnCount, rowCount } = this.grid;
    const firstColumn = Math.max(0, column - ring);
    const lastColumn = Math.min(columnCount - 1, column + ring);
    const lastRow = Math.min(rowCount - 1, row + ring);
    for (let y = Math.max(0, row - ring); y <= lastRow; y++) {
      const isSide = y === row - ring || y === row + ring;
      const step = isSide ? 1 : Math.max(1, 2 * ring);
      for (let x = isSide ? firstColumn : column - ring; x <= lastColumn; x += step)
        if (x >= 0) this.#lookInto(place, y * columnCount + x, maxMeters, found);
    }
  }

  #lookInto(place: Place, cell: number, maxMeters: Meters, found: Found): void {
    const { firstEntry, entryEdge, entryEnds } = this.grid;
    const end = firstEntry[cell + 1];
    for (let entry = firstEntry[cell]; entry < end; entry++) {
      // most edges of the cell are clearly farther than the best so far: seen in the plane, without making an object
      const bound = PLANE_TOLERANCE * (found.connected === null ? maxMeters : found.connected.meters);
      if (planeDistanceSquared(place, entryEnds, 4 * entry) > bound * bound) continue;
      const edge = entryEdge[entry];
      const [from, to] = this.ends(edge);
      const candidate = { edge, ...closestPointOnSegment(place.lon, place.lat, from, to) };
      if (candidate.meters > maxMeters) continue;
      if (found.overall === null || isNearer(candidate, found.overall)) found.overall = candidate;
      if (this.#isFragment[edge] === 0 && (found.connected === null || isNearer(candidate, found.connected)))
        found.connected = candidate;
    }
  }
}

interface Place {
  readonly lon: Degrees;
  readonly lat: Degrees;
  readonly scale: MetersPerDegree;
}
interface Ring {
  readonly column: number;
  readonly row: number;
  readonly ring: number;
}
/** The nearest edges so far: of all, and of those that are not part of a fragment. */
interface Found {
  overall: Candidate | null;
  connected: Candidate | null;
}

/** Squared metres to a segment, in the plane that touches the ellipsoid at the place. */
function planeDistanceSquared({ lon, lat, scale }: Place, ends: Float64Array, at: number): number {
  const x = (ends[at] - lon) * scale.lon;
  const y = (ends[at + 1] - lat) * scale.lat;
  const dx = (ends[at + 2] - ends[at]) * scale.lon;
  const dy = (ends[at + 3] - ends[at + 1]) * scale.lat;
  const lengthSquared = dx * dx + dy * dy;
  const along = lengthSquared === 0 ? 0 : Math.max(0, Math.min(1, -(x * dx + y * dy) / lengthSquared));
  const footX = x + along * dx;
  const footY = y + along * dy;
  return footX * footX + footY * footY;
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

function toAttachment({ overall, connected }: Found, isFragment: Uint8Array): Attachment | null {
  const best = connected ?? overall;
  if (best === null) return null;
  const { edge, fraction, meters } = best;
  const movedOffFragment = connected !== null && overall !== null && isFragment[overall.edge] === 1;
  return { edge, fraction, accessMeters: meters, movedOffFragment };
}

function openEdges(edgeCount: number, arcOpen: Uint8Array): Uint32Array {
  const edges = new Uint32Array(edgeCount);
  let count = 0;
  for (let edge = 0; edge < edgeCount; edge++)
    if (arcOpen[2 * edge] === 1 || arcOpen[2 * edge + 1] === 1) edges[count++] = edge;
  return edges.slice(0, count);
}
