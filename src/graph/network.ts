import { CoverageError } from "../base/errors.js";
import { groupRows } from "../base/group-rows.js";
import { checkColumns, guardShape } from "../base/guard-call.js";
import { say } from "../base/texts/core.js";
import type { Phrase } from "../base/texts/phrase.js";
import type { Meters } from "../base/units.js";

/**
 * Streets as a graph, in plain typed arrays.
 *
 * Every position of a street is a node; every piece between neighboring positions is an edge, walked both ways. An
 * edge is two arcs: `2 * edge` runs from `edgeFrom` to `edgeTo`, `2 * edge + 1` back. A quantity that may differ by
 * direction is an array with one entry per arc.
 */
export interface Network {
  readonly nodeCount: number;
  readonly edgeCount: number;
  readonly nodeLon: Float64Array;
  readonly nodeLat: Float64Array;
  readonly edgeFrom: Uint32Array;
  readonly edgeTo: Uint32Array;
  readonly edgeMeters: Float64Array;
  /** Row of the street that each edge is a piece of, in the streets it was built from. */
  readonly edgeStreetRow: Uint32Array;
  /** CSR offsets: the arcs that leave node `n` are `outArc[firstOut[n]]` to `outArc[firstOut[n + 1] - 1]`. */
  readonly firstOut: Uint32Array;
  readonly outArc: Uint32Array;
  readonly outTarget: Uint32Array;
}

/** The columns a network is made of, for those who have a graph already. */
export interface NetworkColumns {
  readonly nodeCount: number;
  /** Ends of each edge: node numbers below `nodeCount`. */
  readonly edgeFrom: Uint32Array;
  readonly edgeTo: Uint32Array;
  /** Length of each edge, metres, >= 0. */
  readonly edgeMeters: Float64Array;
  /** One per node; only needed to attach places. Default: all 0. */
  readonly nodeLon?: Float64Array;
  readonly nodeLat?: Float64Array;
  /** Default: each edge is a street of its own. */
  readonly edgeStreetRow?: Uint32Array;
}

/**
 * Builds a network from its edges.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT` if columns differ in length, a node does not exist or a length is negative
 */
export function buildNetworkFromEdges(columns: NetworkColumns): Network {
  return guardShape("buildNetworkFromEdges", () => {
    assertColumns(columns);
    return joinEdges(columns);
  });
}

/** Checks, within `guardShape`, that a network has the columns it should have. @throws {TypeError} */
export function checkNetwork(network: Network): void {
  const { nodeCount, edgeCount, firstOut } = network;
  checkColumns("network", network, {
    ...{ nodeLon: nodeCount, nodeLat: nodeCount, firstOut: nodeCount + 1 },
    ...{ edgeFrom: edgeCount, edgeTo: edgeCount, edgeMeters: edgeCount, edgeStreetRow: edgeCount },
  });
  checkColumns("network", network, { outArc: firstOut[nodeCount], outTarget: firstOut[nodeCount] });
}

/** Builds a network from edges that are known to be right. */
export function joinEdges(columns: NetworkColumns): Network {
  const { nodeCount, edgeFrom, edgeTo, edgeMeters } = columns;
  const edgeCount = edgeFrom.length;
  return {
    nodeCount,
    edgeCount,
    nodeLon: columns.nodeLon ?? new Float64Array(nodeCount),
    nodeLat: columns.nodeLat ?? new Float64Array(nodeCount),
    edgeFrom,
    edgeTo,
    edgeMeters,
    edgeStreetRow: columns.edgeStreetRow ?? new Uint32Array(edgeCount).map((_, edge) => edge),
    ...linkNodes(edgeFrom, edgeTo, nodeCount),
  };
}

/** Lists the arcs that leave each node, as a {@link Network} has them. */
export function linkNodes(
  edgeFrom: Uint32Array,
  edgeTo: Uint32Array,
  nodeCount: number,
): Pick<Network, "firstOut" | "outArc" | "outTarget"> {
  const arcFrom = new Uint32Array(2 * edgeFrom.length);
  for (let edge = 0; edge < edgeFrom.length; edge++) {
    arcFrom[2 * edge] = edgeFrom[edge];
    arcFrom[2 * edge + 1] = edgeTo[edge];
  }
  const { first: firstOut, rows: outArc } = groupRows(arcFrom, nodeCount);
  const outTarget = new Uint32Array(outArc.length);
  for (let out = 0; out < outArc.length; out++) outTarget[out] = arcFrom[outArc[out] ^ 1];
  return { firstOut, outArc, outTarget };
}

/** Gives the cost of each arc where it is the same both ways: edge lengths, for a search in metres. */
export function arcCostBothWays(edgeCost: ArrayLike<Meters>): Float64Array {
  return guardShape("arcCostBothWays", () => {
    return Float64Array.from({ length: 2 * edgeCost.length }, (_, arc) => edgeCost[arc >> 1] as number);
  });
}

function assertColumns({ nodeCount, edgeFrom, edgeTo, edgeMeters, nodeLon, nodeLat }: NetworkColumns): void {
  const fail = (what: Phrase): never => {
    throw new CoverageError("INVALID_ARGUMENT", say("network.wrong", { what: what }));
  };
  const edgeCount = edgeFrom.length;
  if (edgeTo.length !== edgeCount || edgeMeters.length !== edgeCount)
    fail(
      say("network.lengths", {
        from: edgeCount,
        to: edgeTo.length,
        meters: edgeMeters.length,
      }),
    );
  for (const column of [nodeLon, nodeLat])
    if (column !== undefined && column.length !== nodeCount)
      fail(
        say("network.nodes", {
          nodeCount,
          found: column.length,
        }),
      );
  for (let edge = 0; edge < edgeCount; edge++) {
    if (edgeFrom[edge] >= nodeCount || edgeTo[edge] >= nodeCount)
      fail(
        say("network.edge", {
          edge,
          from: edgeFrom[edge],
          to: edgeTo[edge],
          nodeCount,
        }),
      );
    if (!(edgeMeters[edge] >= 0)) fail(say("network.meters", { edge, meters: edgeMeters[edge] }));
  }
}
