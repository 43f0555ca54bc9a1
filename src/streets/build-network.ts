import type { Diagnostic } from "../base/diagnostics.js";
import { Diagnostics } from "../base/diagnostics.js";
import { guardShape } from "../base/guard-call.js";
import { distanceMeters } from "../geo/distance.js";
import { joinEdges, type Network } from "../graph/network.js";
import type { Streets } from "../model/facts.js";
import { checkStreets } from "./check-streets.js";
import { numberNodes } from "./number-nodes.js";
import { sortStreets } from "./sort-streets.js";

/** A network, what it was built from and what was found on the way. */
export interface BuiltNetwork {
  readonly streets: Streets;
  readonly network: Network;
  readonly diagnostics: readonly Diagnostic[];
}

const IMPLAUSIBLE_EDGE_METERS = 50_000;

/**
 * Builds the network of all streets, whoever may use them; `findArcAccess` decides about that.
 *
 * Streets meet where they share a node id or, lacking ids, where coordinates are equal. A bridge or tunnel never meets
 * a street that it merely crosses. Nodes and edges are numbered by place: apart from `edgeStreetRow`, the result does not
 * depend on the order of the streets.
 */
export function buildNetwork(streets: Streets): BuiltNetwork {
  return guardShape("buildNetwork", () => {
    checkStreets(streets);
    const { firstVertex, lon, lat, ids } = streets;
    const diagnostics = new Diagnostics();
    const order = sortStreets(streets);
    const { nodeOfVertex, nodeLon, nodeLat } = numberNodes(streets, order);
    const capacity = lon.length - streets.count;
    const edgeFrom = new Uint32Array(capacity);
    const edgeTo = new Uint32Array(capacity);
    const edgeMeters = new Float64Array(capacity);
    const edgeStreetRow = new Uint32Array(capacity);
    let edgeCount = 0;
    for (let i = 0; i < order.length; i++) {
      const row = order[i];
      const end = firstVertex[row + 1];
      for (let vertex = firstVertex[row] + 1; vertex < end; vertex++) {
        const from = nodeOfVertex[vertex - 1];
        const to = nodeOfVertex[vertex];
        if (from === to) {
          diagnostics.add("edge.zeroLength", "streets", ids[row]);
          continue;
        }
        const meters = distanceMeters(lon[vertex - 1], lat[vertex - 1], lon[vertex], lat[vertex]);
        if (meters > IMPLAUSIBLE_EDGE_METERS) diagnostics.add("edge.implausible", "streets", ids[row]);
        edgeFrom[edgeCount] = from;
        edgeTo[edgeCount] = to;
        edgeMeters[edgeCount] = meters;
        edgeStreetRow[edgeCount] = row;
        edgeCount++;
      }
    }
    const network = joinEdges({
      nodeCount: nodeLon.length,
      nodeLon,
      nodeLat,
      edgeFrom: upTo(edgeFrom, edgeCount),
      edgeTo: upTo(edgeTo, edgeCount),
      edgeMeters: edgeCount === capacity ? edgeMeters : edgeMeters.slice(0, edgeCount),
      edgeStreetRow: upTo(edgeStreetRow, edgeCount),
    });
    return { streets, network, diagnostics: diagnostics.list() };
  });
}

function upTo(column: Uint32Array, count: number): Uint32Array {
  return count === column.length ? column : column.slice(0, count);
}
