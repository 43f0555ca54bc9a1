import type { Degrees } from "../units.js";
import type { Network } from "./network.js";

/**
 * Edges by place: the cells of a regular grid, each with the edges that pass through it.
 *
 * Plain columns. Cell `row * columnCount + column` lists entries `firstEntry[cell]` to `firstEntry[cell + 1] - 1`; an edge is
 * listed once in every cell that it touches.
 */
export interface EdgeGrid {
  readonly west: Degrees;
  readonly south: Degrees;
  /** Size of a cell. */
  readonly lonStep: Degrees;
  readonly latStep: Degrees;
  readonly columnCount: number;
  readonly rowCount: number;
  readonly firstEntry: Uint32Array;
  readonly entryEdge: Uint32Array;
  /** Ends of the edge of each entry, once more: `[from lon, from lat, to lon, to lat]`, four by four. */
  readonly entryEnds: Float64Array;
}

const CELLS_PER_EDGE = 2;
const MAX_CELLS = 4_194_304;
/** Edges are listed beyond their own cells by this part of a cell, so that no rounding hides one. */
const SLACK = 1e-6;

/**
 * Lays edges into a grid.
 *
 * @param edges which edges; the others are not in it
 */
export function buildEdgeGrid(network: Network, edges: Uint32Array): EdgeGrid {
  const frame = frameOf(network, edges);
  const firstEntry = new Uint32Array(frame.columnCount * frame.rowCount + 1);
  eachCell(network, edges, frame, (cell) => {
    firstEntry[cell + 1]++;
  });
  for (let cell = 1; cell < firstEntry.length; cell++) firstEntry[cell] += firstEntry[cell - 1];
  const next = firstEntry.slice(0, -1);
  const entryEdge = new Uint32Array(firstEntry[firstEntry.length - 1]);
  eachCell(network, edges, frame, (cell, edge) => {
    entryEdge[next[cell]++] = edge;
  });
  return { ...frame, firstEntry, entryEdge, entryEnds: endsOf(network, entryEdge) };
}

/** Gives the column (or row) of a coordinate, brought into the grid. */
export function cellAt(value: Degrees, start: Degrees, step: Degrees, count: number): number {
  const cell = Math.floor((value - start) / step);
  return cell < 0 ? 0 : cell < count ? cell : count - 1;
}

type Frame = Omit<EdgeGrid, "firstEntry" | "entryEdge" | "entryEnds">;

function frameOf({ edgeFrom, edgeTo, nodeLon, nodeLat }: Network, edges: Uint32Array): Frame {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const edge of edges) {
    for (let side = 0; side < 2; side++) {
      const node = side === 0 ? edgeFrom[edge] : edgeTo[edge];
      if (nodeLon[node] < west) west = nodeLon[node];
      if (nodeLon[node] > east) east = nodeLon[node];
      if (nodeLat[node] < south) south = nodeLat[node];
      if (nodeLat[node] > north) north = nodeLat[node];
    }
  }
  if (edges.length === 0) [west, south, east, north] = [0, 0, 0, 0];
  const cells = Math.min(MAX_CELLS, CELLS_PER_EDGE * edges.length + 1);
  // a city that is a line still gets cells along it
  const width = Math.max(east - west, (north - south) / cells, 1e-9);
  const height = Math.max(north - south, (east - west) / cells, 1e-9);
  const columnCount = Math.max(1, Math.min(cells, Math.floor(Math.sqrt((cells * width) / height))));
  const rowCount = Math.max(1, Math.floor(cells / columnCount));
  return { west, south, lonStep: width / columnCount, latStep: height / rowCount, columnCount, rowCount };
}

/** Visits every cell that each edge touches: row by row, the columns between where it enters and leaves the row. */
function eachCell(
  { edgeFrom, edgeTo, nodeLon, nodeLat }: Network,
  edges: Uint32Array,
  { west, south, lonStep, latStep, columnCount, rowCount }: Frame,
  visit: (cell: number, edge: number) => void,
): void {
  const clamp = (cell: number, count: number) => (cell < 0 ? 0 : cell < count ? cell : count - 1);
  for (const edge of edges) {
    const from = edgeFrom[edge];
    const to = edgeTo[edge];
    const isUpward = nodeLat[from] <= nodeLat[to];
    const lower = isUpward ? from : to;
    const upper = isUpward ? to : from;
    // in cells
    const x0 = (nodeLon[lower] - west) / lonStep;
    const y0 = (nodeLat[lower] - south) / latStep;
    const x1 = (nodeLon[upper] - west) / lonStep;
    const y1 = (nodeLat[upper] - south) / latStep;
    const firstRow = clamp(Math.floor(y0 - SLACK), rowCount);
    const lastRow = clamp(Math.floor(y1 + SLACK), rowCount);
    const slope = y1 > y0 ? (x1 - x0) / (y1 - y0) : 0;
    for (let row = firstRow; row <= lastRow; row++) {
      const enters = row === firstRow || slope === 0 ? x0 : x0 + (row - SLACK - y0) * slope;
      const leaves = row === lastRow || slope === 0 ? x1 : x0 + (row + 1 + SLACK - y0) * slope;
      const [left, right] = enters < leaves ? [enters, leaves] : [leaves, enters];
      const last = clamp(Math.floor(right + SLACK), columnCount);
      for (let column = clamp(Math.floor(left - SLACK), columnCount); column <= last; column++)
        visit(row * columnCount + column, edge);
    }
  }
}

function endsOf({ edgeFrom, edgeTo, nodeLon, nodeLat }: Network, entryEdge: Uint32Array): Float64Array {
  const ends = new Float64Array(4 * entryEdge.length);
  for (let entry = 0; entry < entryEdge.length; entry++) {
    const from = edgeFrom[entryEdge[entry]];
    const to = edgeTo[entryEdge[entry]];
    ends[4 * entry] = nodeLon[from];
    ends[4 * entry + 1] = nodeLat[from];
    ends[4 * entry + 2] = nodeLon[to];
    ends[4 * entry + 3] = nodeLat[to];
  }
  return ends;
}
