import { groupRows } from "../base/group-rows.js";
import type { Degrees } from "../base/units.js";
import type { Network } from "../graph/network.js";

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
/** Smaller cells would only have to be walked over. About ten metres. */
const SMALLEST_CELL: Degrees = 1e-4;
/** Edges are listed beyond their own cells by this part of a cell, so that no rounding hides one. */
const SLACK = 1e-6;

/**
 * Lays edges into a grid.
 *
 * @param wanted which edges, in rising order; the others are not in it, nor is a second edge with the ends of a first
 */
export function buildEdgeGrid(network: Network, wanted: Uint32Array): EdgeGrid {
  const edges = withoutDoubles(network, wanted);
  const frame = frameOf(network, edges);
  const { cells, cellOf, edgeOf } = cellsOf(network, edges, frame);
  const { first: firstEntry, rows: entryEdge } = groupRows(
    cellOf.subarray(0, cells),
    frame.columnCount * frame.rowCount,
  );
  for (let entry = 0; entry < cells; entry++) entryEdge[entry] = edgeOf[entryEdge[entry]];
  return { ...frame, firstEntry, entryEdge, entryEnds: endsOf(network, entryEdge) };
}

/** Gives the column (or row) of a coordinate, brought into the grid. */
export function cellAt(value: Degrees, start: Degrees, step: Degrees, count: number): number {
  const cell = Math.floor((value - start) / step);
  return cell < 0 ? 0 : cell < count ? cell : count - 1;
}

/**
 * Lists the edges of a grid whose box meets a box, ascending.
 *
 * @param mostPerCell of a cell no more entries than this are looked at
 */
export function edgesInGrid(
  grid: EdgeGrid,
  west: Degrees,
  south: Degrees,
  east: Degrees,
  north: Degrees,
  mostPerCell: number = Infinity,
): number[] {
  const { firstEntry, entryEdge, entryEnds, columnCount } = grid;
  const firstColumn = cellAt(west, grid.west, grid.lonStep, columnCount);
  const lastColumn = cellAt(east, grid.west, grid.lonStep, columnCount);
  const lastRow = cellAt(north, grid.south, grid.latStep, grid.rowCount);
  const edges = new Set<number>();
  for (let row = cellAt(south, grid.south, grid.latStep, grid.rowCount); row <= lastRow; row++) {
    for (let cell = row * columnCount + firstColumn; cell <= row * columnCount + lastColumn; cell++) {
      const end = Math.min(firstEntry[cell + 1], firstEntry[cell] + mostPerCell);
      for (let entry = firstEntry[cell]; entry < end; entry++) {
        const at = 4 * entry;
        if (entryEnds[at] < west && entryEnds[at + 2] < west) continue;
        if (entryEnds[at] > east && entryEnds[at + 2] > east) continue;
        if (entryEnds[at + 1] < south && entryEnds[at + 3] < south) continue;
        if (entryEnds[at + 1] > north && entryEnds[at + 3] > north) continue;
        edges.add(entryEdge[entry]);
      }
    }
  }
  return [...edges].sort((a, b) => a - b);
}

/** Of the edges from one node to another, the first: it wins every tie among them. */
function withoutDoubles(
  { firstOut, outArc, outTarget, edgeCount, nodeCount }: Network,
  edges: Uint32Array,
): Uint32Array {
  const isLeft = new Uint8Array(edgeCount);
  for (let i = 0; i < edges.length; i++) isLeft[edges[i]] = 1;
  /** Per node: one more than the last node from which an edge leads here. */
  const seenFrom = new Uint32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    for (let at = firstOut[node]; at < firstOut[node + 1]; at++) {
      const edge = outArc[at] >> 1;
      if ((outArc[at] & 1) === 1 || isLeft[edge] === 0) continue;
      if (seenFrom[outTarget[at]] === node + 1) isLeft[edge] = 0;
      seenFrom[outTarget[at]] = node + 1;
    }
  }
  return edges.filter((edge) => isLeft[edge] === 1);
}

/** Where the cells lie. */
export type Frame = Omit<EdgeGrid, "firstEntry" | "entryEdge" | "entryEnds">;

function frameOf({ edgeFrom, edgeTo, nodeLon, nodeLat }: Network, edges: Uint32Array): Frame {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  let [lonSum, latSum] = [0, 0];
  for (let i = 0; i < edges.length; i++) {
    const from = edgeFrom[edges[i]];
    const to = edgeTo[edges[i]];
    west = Math.min(west, nodeLon[from], nodeLon[to]);
    east = Math.max(east, nodeLon[from], nodeLon[to]);
    south = Math.min(south, nodeLat[from], nodeLat[to]);
    north = Math.max(north, nodeLat[from], nodeLat[to]);
    lonSum += Math.abs(nodeLon[to] - nodeLon[from]);
    latSum += Math.abs(nodeLat[to] - nodeLat[from]);
  }
  if (edges.length === 0) return { west: 0, south: 0, lonStep: 1, latStep: 1, columnCount: 1, rowCount: 1 };
  const cells = Math.min(MAX_CELLS, CELLS_PER_EDGE * edges.length + 1);
  const width = Math.max(east - west, SMALLEST_CELL);
  const height = Math.max(north - south, SMALLEST_CELL);
  // an edge on average lies in a few cells: else a thousand roads through the whole city would fill a million cells
  const mostColumns = Math.floor(width / Math.max(SMALLEST_CELL, lonSum / edges.length));
  const mostRows = Math.floor(height / Math.max(SMALLEST_CELL, latSum / edges.length));
  const columnCount = Math.max(1, Math.min(mostColumns, Math.floor(Math.sqrt((cells * width) / height))));
  const rowCount = Math.max(1, Math.min(mostRows, Math.floor(cells / columnCount)));
  return { west, south, lonStep: width / columnCount, latStep: height / rowCount, columnCount, rowCount };
}

/** Cells and the edges that touch them, edge by edge: so many entries. */
export interface TouchedCells {
  readonly cells: number;
  readonly cellOf: Uint32Array;
  readonly edgeOf: Uint32Array;
}

/** Lists every cell that each edge touches: row by row, the columns between where it enters and leaves the row. */
export function cellsOf(
  { edgeFrom, edgeTo, nodeLon, nodeLat }: Network,
  edges: Uint32Array,
  { west, south, lonStep, latStep, columnCount, rowCount }: Frame,
): TouchedCells {
  const clamp = (cell: number, count: number) => (cell < 0 ? 0 : cell < count ? cell : count - 1);
  let cellOf = new Uint32Array(2 * edges.length + columnCount);
  let edgeOf = new Uint32Array(cellOf.length);
  let cells = 0;
  for (let i = 0; i < edges.length; i++) {
    const edge = edges[i];
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
      const isRightward = enters < leaves;
      const first = clamp(Math.floor((isRightward ? enters : leaves) - SLACK), columnCount);
      const last = clamp(Math.floor((isRightward ? leaves : enters) + SLACK), columnCount);
      if (cells + columnCount > cellOf.length) {
        cellOf = twiceAsLong(cellOf);
        edgeOf = twiceAsLong(edgeOf);
      }
      for (let column = first; column <= last; column++) {
        cellOf[cells] = row * columnCount + column;
        edgeOf[cells++] = edge;
      }
    }
  }
  return { cells, cellOf, edgeOf };
}

function twiceAsLong(column: Uint32Array): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(2 * column.length);
  longer.set(column);
  return longer;
}

export function endsOf({ edgeFrom, edgeTo, nodeLon, nodeLat }: Network, entryEdge: Uint32Array): Float64Array {
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
