import { groupRows } from "../base/group-rows.js";
import type { Degrees, Meters } from "../base/units.js";
import { distanceMeters } from "../geo/distance.js";
import { joinEdges, type Network } from "../graph/network.js";
import type { Water } from "../model/facts.js";
import { buildEdgeGrid, type EdgeGrid, edgesInGrid } from "./edge-grid.js";
import type { Ends } from "./shore-fan.js";

/** Of a street that lies in the water itself, and of the way to it, so much is drawing: a promenade, a pier, a dam beside the bank. */
const BANK_METERS: Meters = 10;
/** Float noise: of a way, and in degrees. */
const NOISE = 1e-9;

/**
 * Rivers, lakes and shores by place: nobody walks across them off the streets.
 *
 * A line is never crossed. An area is not crossed from bank to bank, nor entered to reach a street that lies in it, unless that is no
 * more than ten metres from the bank. Who is in an area already (in a boat, on a jetty) leaves it, and crosses no other shore.
 */
export class Waters {
  readonly #pieces: Network;
  readonly #grid: EdgeGrid;
  /** Per piece, the area that it is an outline of; -1 = it is of a line. */
  readonly #areaOf: Int32Array;
  readonly #strips: Strips | null;

  constructor(waters: readonly Water[]) {
    this.#pieces = piecesOf(waters);
    const { edgeCount, edgeStreetRow } = this.#pieces;
    this.#areaOf = Int32Array.from(edgeStreetRow, (row) => (waters[row]?.isArea ? row : -1));
    this.#grid = buildEdgeGrid(
      this.#pieces,
      Uint32Array.from({ length: edgeCount }, (_, piece) => piece),
    );
    this.#strips = waters.some(({ isArea }) => isArea) ? new Strips(this.#pieces, this.#areaOf) : null;
  }

  /** Lists the pieces of lines and outlines in a box, for `isBetween`. */
  shoresIn(west: Degrees, south: Degrees, east: Degrees, north: Degrees): readonly number[] {
    return edgesInGrid(this.#grid, west - NOISE, south - NOISE, east + NOISE, north + NOISE);
  }

  endsOf(piece: number): Ends {
    const { edgeFrom, edgeTo, nodeLon, nodeLat } = this.#pieces;
    const [from, to] = [edgeFrom[piece], edgeTo[piece]];
    return [nodeLon[from], nodeLat[from], nodeLon[to], nodeLat[to]];
  }

  /**
   * Tells whether water lies between a place and a street; lines do not where one of the two lies on them.
   *
   * @param known all pieces that may lie between, and maybe more, if they are known
   */
  isBetween(lon: Degrees, lat: Degrees, toLon: Degrees, toLat: Degrees, known?: readonly number[]): boolean {
    const pieces =
      known ?? this.shoresIn(Math.min(lon, toLon), Math.min(lat, toLat), Math.max(lon, toLon), Math.max(lat, toLat));
    let isOnBank = false;
    const shores: number[] = [];
    for (const piece of pieces) {
      const along = this.#meets(piece, lon, lat, toLon - lon, toLat - lat);
      if (along < -NOISE || along >= 1 - NOISE) continue;
      const isLine = this.#areaOf[piece] < 0;
      if (along > NOISE && isLine) return true;
      if (along > NOISE) shores.push(along);
      else if (!isLine) isOnBank = true;
    }
    if (shores.length === 0 && !isOnBank) return false;
    return this.#isBarred(shores, isOnBank, (along) => [lon + along * (toLon - lon), lat + along * (toLat - lat)]);
  }

  /** How far along a way a piece is met; below -1: it is not. */
  #meets(piece: number, lon: Degrees, lat: Degrees, dx: Degrees, dy: Degrees): number {
    const { edgeFrom, edgeTo, nodeLon, nodeLat } = this.#pieces;
    const [from, to] = [edgeFrom[piece], edgeTo[piece]];
    const [x, y] = [nodeLon[from] - lon, nodeLat[from] - lat];
    const [pieceX, pieceY] = [nodeLon[to] - nodeLon[from], nodeLat[to] - nodeLat[from]];
    const determinant = dx * pieceY - dy * pieceX;
    const onPiece = (x * dy - y * dx) / determinant;
    // also where both run alike
    if (!(onPiece >= -NOISE && onPiece <= 1 + NOISE)) return Number.NEGATIVE_INFINITY;
    return (x * pieceY - y * pieceX) / determinant;
  }

  /** Looks at what lies between one shore and the next. */
  #isBarred(
    shores: number[],
    isOnBank: boolean,
    at: (along: number) => readonly [lon: Degrees, lat: Degrees],
  ): boolean {
    const stops = [...shores.sort((a, b) => a - b), 1];
    let last = 0;
    /** Where the water begins that was met last; below 0: the way is on land. */
    let begins = -1;
    for (const stop of stops) {
      if (stop - last <= NOISE) continue;
      const isWet = this.#strips?.isWet(...at((last + stop) / 2)) ?? false;
      if (isWet && begins < 0) begins = last;
      else if (!isWet && begins >= 0) {
        if (begins > 0 || isOnBank) return true;
        begins = -1;
      }
      last = stop;
    }
    if (begins < 0 || (begins === 0 && !isOnBank)) return false;
    return distanceMeters(...at(begins), ...at(1)) > BANK_METERS;
  }
}

/** The lines of waters as edges, whose street is the water: none joins another. */
function piecesOf(waters: readonly Water[]): Network {
  const lines = waters.flatMap(({ lines }, water) => lines.map((line) => ({ line, water })));
  const nodeCount = lines.reduce((sum, { line }) => sum + line.length, 0);
  const [nodeLon, nodeLat] = [new Float64Array(nodeCount), new Float64Array(nodeCount)];
  const [edgeFrom, edgeStreetRow]: [number[], number[]] = [[], []];
  let node = 0;
  for (const { line, water } of lines)
    line.forEach(([lon, lat], i) => {
      if (i > 0) {
        edgeFrom.push(node - 1);
        edgeStreetRow.push(water);
      }
      nodeLon[node] = lon;
      nodeLat[node++] = lat;
    });
  return joinEdges({
    nodeCount,
    nodeLon,
    nodeLat,
    edgeFrom: Uint32Array.from(edgeFrom),
    edgeTo: Uint32Array.from(edgeFrom, (from) => from + 1),
    edgeMeters: new Float64Array(edgeFrom.length),
    edgeStreetRow: Uint32Array.from(edgeStreetRow),
  });
}

const MOST_STRIPS = 65_536;

/** Outlines by latitude: tells whether a place is in the water by counting the outlines west of it. */
class Strips {
  readonly #pieces: Network;
  readonly #areaOf: Int32Array;
  readonly #south: Degrees;
  readonly #step: Degrees;
  readonly #count: number;
  /** CSR: the pieces that reach into each strip. */
  readonly #first: Uint32Array;
  readonly #pieceOf: Uint32Array;

  constructor(pieces: Network, areaOf: Int32Array) {
    this.#pieces = pieces;
    this.#areaOf = areaOf;
    const { edgeCount, nodeLat } = pieces;
    const south = nodeLat.reduce((least, lat) => Math.min(least, lat), Infinity);
    const north = nodeLat.reduce((most, lat) => Math.max(most, lat), -Infinity);
    this.#south = south;
    this.#count = Math.min(MOST_STRIPS, edgeCount);
    this.#step = Math.max(north - south, NOISE) / this.#count;
    const strips: number[] = [];
    const owners: number[] = [];
    for (let piece = 0; piece < edgeCount; piece++) {
      if (areaOf[piece] < 0) continue;
      const [a, b] = this.#latsOf(piece).map((lat) => this.#stripAt(lat)) as [number, number];
      for (let strip = Math.min(a, b); strip <= Math.max(a, b); strip++) {
        strips.push(strip);
        owners.push(piece);
      }
    }
    const { first, rows } = groupRows(Int32Array.from(strips), this.#count);
    this.#first = first;
    this.#pieceOf = rows.map((row) => owners[row] as number);
  }

  isWet(lon: Degrees, lat: Degrees): boolean {
    const { edgeFrom, edgeTo, nodeLon } = this.#pieces;
    const strip = this.#stripAt(lat);
    const within = new Set<number>();
    for (let at = this.#first[strip]; at < this.#first[strip + 1]; at++) {
      const piece = this.#pieceOf[at];
      const [fromLat, toLat] = this.#latsOf(piece);
      if (fromLat <= lat === toLat <= lat) continue;
      const [from, to] = [nodeLon[edgeFrom[piece]], nodeLon[edgeTo[piece]]];
      if (from + ((lat - fromLat) / (toLat - fromLat)) * (to - from) > lon) continue;
      const area = this.#areaOf[piece];
      if (!within.delete(area)) within.add(area);
    }
    return within.size > 0;
  }

  #latsOf(piece: number): [number, number] {
    const { edgeFrom, edgeTo, nodeLat } = this.#pieces;
    return [nodeLat[edgeFrom[piece]], nodeLat[edgeTo[piece]]];
  }

  #stripAt(lat: Degrees): number {
    return Math.max(0, Math.min(this.#count - 1, Math.floor((lat - this.#south) / this.#step)));
  }
}
