import type { LonLat, Street } from "../model.js";
import { PlaceTable } from "./place-table.js";

/** The node of every vertex (all positions of all streets, one after the other), and where each node lies. */
export interface NumberedNodes {
  readonly nodeOfVertex: Uint32Array;
  readonly nodeLon: Float64Array;
  readonly nodeLat: Float64Array;
}

/**
 * Finds which vertices are the same place on the network, and numbers these places.
 *
 * By node id where a street has ids; else by equal coordinates, but not where streets pass through the same
 * coordinates on different levels. A street with ids and one without meet where their coordinates are equal.
 */
export function numberNodes(streets: readonly Street[]): NumberedNodes {
  const vertexCount = streets.reduce((sum, { coordinates }) => sum + coordinates.length, 0);
  const nodeOfVertex = new Uint32Array(vertexCount);
  const nodeOfId = new Map<string | number, number>();
  const places = new PlaceTable(vertexCount);
  const crossings = crossingLevels(streets);
  const needsPlaces = streets.some(({ nodeIds }) => nodeIds === null);
  let vertex = 0;
  for (const street of streets) {
    const { coordinates, nodeIds } = street;
    const level = levelOf(street);
    for (let i = 0; i < coordinates.length; i++, vertex++) {
      const [lon, lat] = coordinates[i] as LonLat;
      if (nodeIds === null) {
        const isInner = i > 0 && i < coordinates.length - 1;
        nodeOfVertex[vertex] = places.findOrAdd(lon, lat, isInner && crossings.has(placeKey(lon, lat)) ? level : 0);
        continue;
      }
      const nodeId = nodeIds[i] as string | number;
      let node = nodeOfId.get(nodeId);
      if (node === undefined) {
        node = places.add(lon, lat, needsPlaces);
        nodeOfId.set(nodeId, node);
      }
      nodeOfVertex[vertex] = node;
    }
  }
  return { nodeOfVertex, nodeLon: places.lons(), nodeLat: places.lats() };
}

/**
 * Finds the coordinates where streets without node ids pass through each other on different levels.
 *
 * Only inner positions count: a street that ends at a bridge's position (steps up to it) does meet the bridge.
 */
function crossingLevels(streets: readonly Street[]): ReadonlySet<string> {
  const levelAt = new Map<string, number>();
  const crossings = new Set<string>();
  const visit = (street: Street, level: number, isNew: boolean) => {
    for (const [lon, lat] of street.coordinates.slice(1, -1)) {
      const key = placeKey(lon, lat);
      const known = levelAt.get(key);
      if (known === undefined) {
        if (isNew) levelAt.set(key, level);
      } else if (known !== level) crossings.add(key);
    }
  };
  const withoutIds = streets.filter(({ nodeIds }) => nodeIds === null);
  for (const street of withoutIds) if (levelOf(street) !== 0) visit(street, levelOf(street), true);
  // most cities need no second pass over all positions
  if (levelAt.size > 0) for (const street of withoutIds) if (levelOf(street) === 0) visit(street, 0, false);
  return crossings;
}

function placeKey(lon: number, lat: number): string {
  return `${lon} ${lat}`;
}

/** 0 on the ground, else the layer of the bridge or tunnel. */
function levelOf({ tags }: Street): number {
  const isSet = (value: unknown) => value !== undefined && value !== null && value !== "no" && value !== false;
  const bridge = isSet(tags.bridge);
  const tunnel = isSet(tags.tunnel) && tags.tunnel !== "building_passage";
  if (!bridge && !tunnel) return 0;
  const layer = Number(tags.layer);
  return Number.isInteger(layer) && layer !== 0 ? layer : bridge ? 1 : -1;
}
