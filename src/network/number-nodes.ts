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
        nodeOfVertex[vertex] = places.findOrAdd(lon, lat, isInner && crossings.has(lon, lat) ? level : 0);
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

/** A set of coordinates. */
class PlaceSet {
  readonly #rows = new Map<number, Set<number>>();

  has(lon: number, lat: number): boolean {
    return this.#rows.get(lon)?.has(lat) === true;
  }

  add(lon: number, lat: number): void {
    const row = this.#rows.get(lon);
    if (row === undefined) this.#rows.set(lon, new Set([lat]));
    else row.add(lat);
  }
}

/**
 * Finds the coordinates where streets without node ids pass through each other on different levels.
 *
 * Only inner positions count: a street that ends at a bridge's position (steps up to it) does meet the bridge.
 */
function crossingLevels(streets: readonly Street[]): PlaceSet {
  const placesOfLevel = new Map<number, PlaceSet>();
  const crossings = new PlaceSet();
  const withoutIds = streets
    .filter(({ nodeIds }) => nodeIds === null)
    .map((street) => ({ street, level: levelOf(street) }));
  const visit = (street: Street, level: number, own: PlaceSet | null) => {
    for (let i = 1; i < street.coordinates.length - 1; i++) {
      const [lon, lat] = street.coordinates[i] as LonLat;
      for (const [other, places] of placesOfLevel) if (other !== level && places.has(lon, lat)) crossings.add(lon, lat);
      own?.add(lon, lat);
    }
  };
  // bridges and tunnels are few: only they are remembered, and everything else is held against them
  for (const { street, level } of withoutIds) {
    if (level === 0) continue;
    let own = placesOfLevel.get(level);
    if (own === undefined) {
      own = new PlaceSet();
      placesOfLevel.set(level, own);
    }
    visit(street, level, own);
  }
  if (placesOfLevel.size > 0) for (const { street, level } of withoutIds) if (level === 0) visit(street, level, null);
  return crossings;
}

/** OpenStreetMap counts from -5 to 5; what lies far beyond is no layer. */
const MAX_LEVEL = 100;

/** 0 on the ground, else the layer of the bridge or tunnel. */
function levelOf({ tags }: Street): number {
  const isSet = (value: unknown) => value !== undefined && value !== null && value !== "no" && value !== false;
  const bridge = isSet(tags.bridge);
  const tunnel = isSet(tags.tunnel) && tags.tunnel !== "building_passage";
  if (!bridge && !tunnel) return 0;
  // typeof, because an object may refuse to become a number
  const layer = typeof tags.layer === "string" || typeof tags.layer === "number" ? Number(tags.layer) : Number.NaN;
  const isLevel = Number.isInteger(layer) && layer !== 0 && Math.abs(layer) <= MAX_LEVEL;
  return isLevel ? layer : bridge ? 1 : -1;
}
