import type { Diagnostic } from "../diagnostics.js";
import { compareText, Diagnostics } from "../diagnostics.js";
import { distanceMeters } from "../geo/distance.js";
import type { LonLat, Street } from "../model.js";
import { buildNetworkFromEdges, type Network } from "./network.js";
import { numberNodes } from "./number-nodes.js";

/** A network and what was found while building it. */
export interface BuiltNetwork {
  readonly network: Network;
  /** The streets in the order that `edgeStreetRow` counts: by place, not by input order. */
  readonly streets: readonly Street[];
  readonly diagnostics: readonly Diagnostic[];
}

const IMPLAUSIBLE_EDGE_METERS = 50_000;

/**
 * Builds the network of all streets, walkable or not; `weighForWalking` decides who may use what.
 *
 * Streets meet where they share a node id or, lacking ids, where coordinates are equal. A bridge or tunnel never meets
 * a street that it merely crosses. The result does not depend on the order of the streets.
 */
export function buildNetwork(input: readonly Street[]): BuiltNetwork {
  const diagnostics = new Diagnostics();
  const streets = [...input].sort(compareStreets);
  const { nodeOfVertex, nodeLon, nodeLat } = numberNodes(streets);
  const edgeFrom = new Uint32Array(nodeOfVertex.length);
  const edgeTo = new Uint32Array(nodeOfVertex.length);
  const edgeMeters = new Float64Array(nodeOfVertex.length);
  const edgeStreetRow = new Uint32Array(nodeOfVertex.length);
  let edgeCount = 0;
  let vertex = 0;
  streets.forEach(({ coordinates, id }, streetRow) => {
    for (let i = 0; i < coordinates.length; i++, vertex++) {
      if (i === 0) continue;
      const from = nodeOfVertex[vertex - 1];
      const to = nodeOfVertex[vertex];
      if (from === to) {
        diagnostics.add("edge.zeroLength", "streets", id);
        continue;
      }
      const [fromLon, fromLat] = coordinates[i - 1] as LonLat;
      const [toLon, toLat] = coordinates[i] as LonLat;
      const meters = distanceMeters(fromLon, fromLat, toLon, toLat);
      if (meters > IMPLAUSIBLE_EDGE_METERS) diagnostics.add("edge.implausible", "streets", id);
      edgeFrom[edgeCount] = from;
      edgeTo[edgeCount] = to;
      edgeMeters[edgeCount] = meters;
      edgeStreetRow[edgeCount] = streetRow;
      edgeCount++;
    }
  });
  const network = buildNetworkFromEdges({
    nodeCount: nodeLon.length,
    nodeLon,
    nodeLat,
    edgeFrom: edgeFrom.slice(0, edgeCount),
    edgeTo: edgeTo.slice(0, edgeCount),
    edgeMeters: edgeMeters.slice(0, edgeCount),
    edgeStreetRow: edgeStreetRow.slice(0, edgeCount),
  });
  return { network, streets, diagnostics: diagnostics.list() };
}

/** Orders by exact place, then by tags, then by id: any two that still tie are the same street twice. */
function compareStreets(a: Street, b: Street): number {
  const count = Math.min(a.coordinates.length, b.coordinates.length);
  for (let i = 0; i < count; i++) {
    const [aLon, aLat] = a.coordinates[i] as LonLat;
    const [bLon, bLat] = b.coordinates[i] as LonLat;
    if (aLon !== bLon) return aLon - bLon;
    if (aLat !== bLat) return aLat - bLat;
  }
  return (
    a.coordinates.length - b.coordinates.length ||
    compareText(textOfStreet(a), textOfStreet(b)) ||
    compareText(a.id, b.id)
  );
}

/** Only what decides about walking, which is never an object: tags of a hostile file may be nested deeper than the stack. */
function textOfStreet({ tags, nodeIds }: Street): string {
  const isSimple = (value: unknown) => value === null || ["string", "number", "boolean"].includes(typeof value);
  const simple = Object.entries(tags).map(([key, value]) => [key, isSimple(value) ? value : "…"]);
  return JSON.stringify([simple, nodeIds]);
}
