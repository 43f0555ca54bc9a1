import type { Degrees, Meters } from "../base/units.js";
import type { Islands } from "../graph/islands.js";
import type { Network } from "../graph/network.js";
import type { Attachment } from "./attachment.js";
import { buildEdgeGrid, type EdgeGrid, edgesInGrid } from "./edge-grid.js";
import type { Ground } from "./ground.js";
import { NearestEdge } from "./nearest-edge.js";
import { Waters } from "./waters.js";

/** Longitude and latitude, in degrees. */
export type Point = readonly [Degrees, Degrees];

/** The open edges of a network by place, but for those on bridges and in tunnels: what places are joined to. */
export class EdgeIndex {
  readonly grid: EdgeGrid;
  readonly #network: Network;
  /** Per edge: 0 = large and for everybody, 2 = of a fragment, 1 = between. */
  readonly standings: Uint8Array;
  /** Finds the nearest edges of many places, without an object for each. */
  readonly nearestEdge: NearestEdge;
  readonly #waters: Ground["waters"];
  readonly #water: Waters | null;

  /**
   * @param arcOpen per arc, 1 = open; an edge open one way can be attached to
   * @param known what is there already: the grid of the same network, the index of the streets before an edit, or of another mode
   */
  constructor(
    network: Network,
    arcOpen: Uint8Array,
    islands: Islands,
    ground: Ground,
    { grid, before }: { readonly grid?: EdgeGrid | null; readonly before?: EdgeIndex } = {},
  ) {
    this.#network = network;
    this.grid = grid ?? buildEdgeGrid(network, openEdges(network.edgeCount, arcOpen, ground));
    const standingOf = islands.isFragment.map((isFragment, island) => (isFragment === 1 ? 2 : islands.isSmall[island]));
    this.standings = new Uint8Array(network.edgeCount);
    for (let edge = 0; edge < network.edgeCount; edge++)
      this.standings[edge] = Math.max(standingOf[islands.nodeIsland[network.edgeFrom[edge]]], ground.isForFew[edge]);
    this.#waters = ground.waters;
    if (before !== undefined && before.#waters === ground.waters) this.#water = before.#water;
    else this.#water = ground.waters.length === 0 ? null : new Waters(ground.waters);
    this.nearestEdge = new NearestEdge(this.grid, this.standings, this.#water);
  }

  /** Whether there is any water that nobody walks across. */
  get hasWater(): boolean {
    return this.#water !== null;
  }

  /** Tells whether any shore of a water reaches into a box. */
  hasShoreIn(west: Degrees, south: Degrees, east: Degrees, north: Degrees): boolean {
    return this.#water !== null && this.#water.shoresIn(west, south, east, north).length > 0;
  }

  /** Tells whether water lies between a place and a point of a street. */
  isAcrossWater(lon: Degrees, lat: Degrees, toLon: Degrees, toLat: Degrees): boolean {
    return this.#water?.isBetween(lon, lat, toLon, toLat) ?? false;
  }

  /** Finds the nearest edge of a place: see `NearestEdge.find`. */
  nearest(lon: Degrees, lat: Degrees, maxMeters: Meters): Attachment | null {
    const found = this.nearestEdge;
    const edge = found.find(lon, lat, maxMeters);
    if (edge < 0) return null;
    const { fraction, accessMeters, movedOffFragment } = found;
    return { edge, fraction, accessMeters, movedOffFragment };
  }

  /** Lists the open edges whose box meets a box, ascending. */
  edgesIn(west: Degrees, south: Degrees, east: Degrees, north: Degrees): number[] {
    return edgesInGrid(this.grid, west, south, east, north);
  }

  /** Tells whether an edge belongs to a fragment. */
  isFragment(edge: number): boolean {
    return this.standings[edge] === 2;
  }

  /** Tells whether an edge is for everybody, and belongs to an island that is neither a fragment nor small. */
  isLarge(edge: number): boolean {
    return this.standings[edge] === 0;
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
}

function openEdges(edgeCount: number, arcOpen: Uint8Array, { isOff }: Ground): Uint32Array {
  const edges = new Uint32Array(edgeCount);
  let count = 0;
  for (let edge = 0; edge < edgeCount; edge++)
    if (isOff[edge] === 0 && (arcOpen[2 * edge] === 1 || arcOpen[2 * edge + 1] === 1)) edges[count++] = edge;
  return edges.slice(0, count);
}
