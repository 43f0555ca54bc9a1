import { cellsOf, type EdgeGrid, endsOf } from "../attach/edge-grid.js";
import type { Network } from "../graph/network.js";

/** An entry that comes: before so many old ones, in this cell. */
interface NewEntry {
  readonly before: number;
  readonly cell: number;
  readonly edge: number;
}

/**
 * Lets edges come and go in a grid, which keeps its cells. What is found in it is what is found in one built anew.
 *
 * @param edgeAfter number that each edge of before has now; -1 = it is gone
 * @param opened edges of the network that are to be in the grid and were not, ascending
 * @returns `null` where it must be built anew: an edge comes or goes beside another with the same ends, or lies beyond the cells
 */
export function editEdgeGrid(
  grid: EdgeGrid,
  before: Network,
  {
    network,
    edgeAfter,
    opened,
  }: { readonly network: Network; readonly edgeAfter: Int32Array; readonly opened: Uint32Array },
): EdgeGrid | null {
  const closed: number[] = [];
  for (let edge = 0; edge < edgeAfter.length; edge++) if (edgeAfter[edge] < 0) closed.push(edge);
  if (closed.some((edge) => hasDouble(before, edge)) || opened.some((edge) => hasDouble(network, edge))) return null;
  if (opened.some((edge) => !isInside(grid, network, edge))) return null;

  const entryEdge = new Int32Array(grid.entryEdge.length);
  const gone: number[] = [];
  for (let entry = 0; entry < entryEdge.length; entry++) {
    entryEdge[entry] = edgeAfter[grid.entryEdge[entry]];
    if (entryEdge[entry] < 0) gone.push(entry);
  }
  const come = newEntries(grid, network, { entryEdge, opened });
  const count = entryEdge.length - gone.length + come.length;
  const edited = { entryEdge: new Uint32Array(count), entryEnds: new Float64Array(4 * count) };
  // what lies between two changes is copied at once
  const changes = [
    ...gone.map((before) => ({ before, skip: 1, cell: -1, edge: -1 })),
    ...come.map((entry) => ({ ...entry, skip: 0 })),
  ].sort((a, b) => a.before - b.before || a.skip - b.skip || a.cell - b.cell || a.edge - b.edge);
  let from = 0;
  let to = 0;
  const copyUntil = (end: number) => {
    edited.entryEdge.set(entryEdge.subarray(from, end), to);
    edited.entryEnds.set(grid.entryEnds.subarray(4 * from, 4 * end), 4 * to);
    to += end - from;
    from = end;
  };
  for (const { before, skip, edge } of changes) {
    copyUntil(before);
    from += skip;
    if (skip > 0) continue;
    edited.entryEdge[to] = edge;
    edited.entryEnds.set(endsOf(network, Uint32Array.of(edge)), 4 * to);
    to++;
  }
  copyUntil(entryEdge.length);
  return { ...grid, firstEntry: firstEntries(grid, gone, come), ...edited };
}

/** Tells whether another edge runs from the same node to the same node. */
function hasDouble({ firstOut, outArc, outTarget, edgeFrom, edgeTo }: Network, edge: number): boolean {
  const from = edgeFrom[edge];
  for (let at = firstOut[from]; at < firstOut[from + 1]; at++)
    if (outTarget[at] === edgeTo[edge] && outArc[at] >> 1 !== edge) return true;
  return false;
}

function isInside(grid: EdgeGrid, { edgeFrom, edgeTo, nodeLon, nodeLat }: Network, edge: number): boolean {
  return [edgeFrom[edge], edgeTo[edge]].every((node) => {
    const x = (nodeLon[node] - grid.west) / grid.lonStep;
    const y = (nodeLat[node] - grid.south) / grid.latStep;
    return x >= 0 && x <= grid.columnCount && y >= 0 && y <= grid.rowCount;
  });
}

/** @param entryEdge of the old entries, as they are numbered now; -1 = gone */
function newEntries(
  grid: EdgeGrid,
  network: Network,
  { entryEdge, opened }: { readonly entryEdge: Int32Array; readonly opened: Uint32Array },
): NewEntry[] {
  const { cells, cellOf, edgeOf } = cellsOf(network, opened, grid);
  return Array.from({ length: cells }, (_, i) => {
    const [cell, edge] = [cellOf[i] as number, edgeOf[i] as number];
    let before = grid.firstEntry[cell] as number;
    // edges of a cell are in rising order
    while (before < grid.firstEntry[cell + 1] && entryEdge[before] < edge) before++;
    return { before, cell, edge };
  });
}

function firstEntries(grid: EdgeGrid, gone: readonly number[], come: readonly NewEntry[]): Uint32Array {
  const { firstEntry } = grid;
  /** By cell: by how many entries it grows. */
  const growth = new Int32Array(firstEntry.length);
  for (const { cell } of come) growth[cell]++;
  for (const entry of gone) growth[cellOfEntry(firstEntry, entry)]--;
  const edited = new Uint32Array(firstEntry.length);
  for (let cell = 0, grown = 0; cell < firstEntry.length; cell++) {
    edited[cell] = firstEntry[cell] + grown;
    grown += growth[cell];
  }
  return edited;
}

/** Finds the last cell that starts at or before an entry: those before it that start there are empty. */
function cellOfEntry(firstEntry: Uint32Array, entry: number): number {
  let low = 0;
  let high = firstEntry.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (firstEntry[middle] <= entry) low = middle;
    else high = middle;
  }
  return low;
}
