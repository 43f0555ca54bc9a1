import { type OracleEdge, OracleGraph, type OracleWalker } from "./oracle-network.js";
import type { Snap } from "./oracle-snap.js";

/** A point somewhere on an edge. */
export interface SamplePoint {
  readonly line: number;
  readonly fraction: number;
  /** Time to walk there from the nearest in time of the starts; `Infinity` = there is no way. */
  readonly seconds: number;
}

/** Walks from the starts to points on all edges: every point becomes a node of the graph, and Dijkstra runs from each start. */
export function timesOnEdges(
  edges: readonly OracleEdge[],
  walker: OracleWalker,
  starts: readonly Snap[],
  fractionsOf: (line: number) => readonly number[],
): SamplePoint[] {
  const points = edges.flatMap((_, line) => fractionsOf(line).map((fraction): Snap => ({ line, fraction, meters: 0 })));
  const graph = new OracleGraph(
    edges,
    walker,
    starts,
    points.map((point) => [point]),
  );
  const ways = starts.map((_, start) => graph.waysFrom(start, points.length, "seconds"));
  return points.map(({ line, fraction }, row) => ({
    line,
    fraction,
    seconds: Math.min(...ways.map((found) => found.get(row)?.seconds ?? Infinity)),
  }));
}
