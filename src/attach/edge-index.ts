import type { Degrees, Meters } from "../base/units.js";
import type { Islands } from "../graph/islands.js";
import type { Network } from "../graph/network.js";
import { buildEdgeGrid, cellAt, type EdgeGrid } from "./edge-grid.js";
import { type Attachment, NearestEdge } from "./nearest-edge.js";

type Point = readonly [Degrees, Degrees];

/** The open edges of a network, by place. */
export class EdgeIndex {
  readonly grid: EdgeGrid;
  readonly #network: Network;
  /** Per edge: 1 = part of a fragment. */
  readonly fragments: Uint8Array;
  /** Finds the nearest edges of many places, without an object for each. */
  readonly nearestEdge: NearestEdge;

  /**
   * @param arcOpen per arc, 1 = open; an edge open one way can be attached to
   * @param grid of the same network, if it is there already
   */
  constructor(network: Network, arcOpen: Uint8Array, islands: Islands, grid?: EdgeGrid) {
    this.#network = network;
    this.grid = grid ?? buildEdgeGrid(network, openEdges(network.edgeCount, arcOpen));
    this.fragments = new Uint8Array(network.edgeCount);
    for (let edge = 0; edge < network.edgeCount; edge++)
      this.fragments[edge] = islands.isFragment[islands.nodeIsland[network.edgeFrom[edge]]];
    this.nearestEdge = new NearestEdge(this.grid, this.fragments);
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
    return this.fragments[edge] === 1;
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

function openEdges(edgeCount: number, arcOpen: Uint8Array): Uint32Array {
  const edges = new Uint32Array(edgeCount);
  let count = 0;
  for (let edge = 0; edge < edgeCount; edge++)
    if (arcOpen[2 * edge] === 1 || arcOpen[2 * edge + 1] === 1) edges[count++] = edge;
  return edges.slice(0, count);
}
