import { type MetersPerDegree, metersPerDegree } from "../geo/distance.js";
import { closestPointOnSegment } from "../geo/segments.js";
import type { Degrees, Meters } from "../units.js";
import type { EdgeGrid } from "./edge-grid.js";

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

/** Within a few kilometres and up to 89° the plane is off by less than this factor. */
const PLANE_TOLERANCE = 1.02;

/** Finds the nearest edges of places in a grid: one place after the other, with one workspace. */
export class NearestEdge {
  readonly #grid: EdgeGrid;
  /** Per edge: 1 = part of a fragment. */
  readonly #isFragment: Uint8Array;
  /** What one square of cells holds within reach: entries, and their squared distances in the plane. */
  #nearEntry = new Uint32Array(64);
  #nearSquared = new Float64Array(64);
  #nearCount = 0;
  /** The least of them among edges that are not part of a fragment. */
  #leastSquared = Infinity;

  /** @param isFragment per edge, 1 = part of a fragment */
  constructor(grid: EdgeGrid, isFragment: Uint8Array) {
    this.#grid = grid;
    this.#isFragment = isFragment;
  }

  /**
   * Finds the nearest edge that is not part of a fragment; a fragment only where nothing else is within reach.
   *
   * Exact: every edge within `maxMeters` is considered by its distance on the ellipsoid. Ties go to the smaller
   * longitude of the foot, then latitude, then edge.
   */
  find(lon: Degrees, lat: Degrees, maxMeters: Meters): Attachment | null {
    const found: Found = { overall: null, connected: null };
    const place = { lon, lat, scale: metersPerDegree(lat) };
    const { west, south, lonStep, latStep, columnCount, rowCount } = this.#grid;
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

  /** Looks at the cells on the border of the square of `2 * ring + 1` cells around a cell. */
  #lookAround(place: Place, { column, row, ring }: Ring, maxMeters: Meters, found: Found): void {
    const { columnCount, rowCount } = this.#grid;
    const firstColumn = Math.max(0, column - ring);
    const lastColumn = Math.min(columnCount - 1, column + ring);
    const lastRow = Math.min(rowCount - 1, row + ring);
    this.#nearCount = 0;
    const reach = found.connected === null ? maxMeters : found.connected.meters;
    this.#leastSquared = reach * reach;
    for (let y = Math.max(0, row - ring); y <= lastRow; y++) {
      const isSide = y === row - ring || y === row + ring;
      const step = isSide ? 1 : Math.max(1, 2 * ring);
      for (let x = isSide ? firstColumn : column - ring; x <= lastColumn; x += step)
        if (x >= 0) this.#gather(place, y * columnCount + x);
    }
    const bound = PLANE_TOLERANCE * PLANE_TOLERANCE * this.#leastSquared;
    for (let i = 0; i < this.#nearCount; i++)
      if (this.#nearSquared[i] <= bound) this.#settle(place, this.#nearEntry[i], maxMeters, found);
  }

  /** Gathers the edges of a cell that may be the nearest, seen in the plane. */
  #gather(place: Place, cell: number): void {
    const { firstEntry, entryEdge, entryEnds } = this.#grid;
    const end = firstEntry[cell + 1];
    for (let entry = firstEntry[cell]; entry < end; entry++) {
      const squared = planeDistanceSquared(place, entryEnds, 4 * entry);
      if (squared > PLANE_TOLERANCE * PLANE_TOLERANCE * this.#leastSquared) continue;
      if (this.#nearCount === this.#nearEntry.length) this.#growNear();
      this.#nearEntry[this.#nearCount] = entry;
      this.#nearSquared[this.#nearCount++] = squared;
      if (squared < this.#leastSquared && this.#isFragment[entryEdge[entry]] === 0) this.#leastSquared = squared;
    }
  }

  /** Measures an edge exactly, and keeps it if it is nearer. */
  #settle({ lon, lat }: Place, entry: number, maxMeters: Meters, found: Found): void {
    const { entryEnds, entryEdge } = this.#grid;
    const edge = entryEdge[entry];
    const [from, to] = [
      [entryEnds[4 * entry], entryEnds[4 * entry + 1]],
      [entryEnds[4 * entry + 2], entryEnds[4 * entry + 3]],
    ] as const;
    const { fraction, lon: footLon, lat: footLat, meters } = closestPointOnSegment(lon, lat, from, to);
    if (meters > maxMeters) return;
    const candidate = { edge, fraction, lon: footLon, lat: footLat, meters };
    if (found.overall === null || isNearer(candidate, found.overall)) found.overall = candidate;
    if (this.#isFragment[edge] === 0 && (found.connected === null || isNearer(candidate, found.connected)))
      found.connected = candidate;
  }

  #growNear(): void {
    const entries = new Uint32Array(2 * this.#nearEntry.length);
    entries.set(this.#nearEntry);
    const squared = new Float64Array(2 * this.#nearSquared.length);
    squared.set(this.#nearSquared);
    [this.#nearEntry, this.#nearSquared] = [entries, squared];
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
