import type { Streets } from "../model.js";
import { NodeIdTable } from "./node-id-table.js";
import { PlaceTable } from "./place-table.js";
import { levelOf } from "./street-level.js";

/** The node of every vertex, and where each node lies. */
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
 *
 * @param order rows of the streets, in the order in which their places are to be numbered
 */
export function numberNodes(streets: Streets, order: Uint32Array): NumberedNodes {
  const { firstVertex, lon, lat, nodeIds } = streets;
  const nodeOfVertex = new Uint32Array(lon.length);
  const places = new PlaceTable(lon.length);
  const plain = nodeIds.length === 0 ? order : order.filter((row) => Number.isNaN(nodeIds[firstVertex[row]]));
  if (plain.length < order.length) {
    // these first: their places are then found by the streets without ids
    const numbers = new NodeIdTable(lon.length);
    const isFindable = plain.length > 0;
    for (let i = 0; i < order.length; i++) {
      const end = firstVertex[order[i] + 1];
      for (let vertex = firstVertex[order[i]]; vertex < end && !Number.isNaN(nodeIds[vertex]); vertex++) {
        const next = places.count;
        const node = numbers.findOrAdd(nodeIds[vertex], next);
        nodeOfVertex[vertex] = node;
        if (node === next) places.add(lon[vertex], lat[vertex], isFindable);
      }
    }
  }
  numberByPlace(streets, plain, places, nodeOfVertex);
  return { nodeOfVertex, nodeLon: places.lons(), nodeLat: places.lats() };
}

function numberByPlace(streets: Streets, rows: Uint32Array, places: PlaceTable, nodeOfVertex: Uint32Array): void {
  const { firstVertex, lon, lat, tagSets, tagSetRow } = streets;
  const levels = tagSets.map(levelOf);
  const crossings = levels.some((level) => level !== 0) ? new Crossings(streets, rows, levels) : null;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    const first = firstVertex[row];
    const last = firstVertex[row + 1] - 1;
    const level = levels[tagSetRow[row]];
    for (let vertex = first; vertex <= last; vertex++) {
      const isAbove = level !== 0 && vertex > first && vertex < last && crossings?.has(lon[vertex], lat[vertex]);
      nodeOfVertex[vertex] = places.findOrAdd(lon[vertex], lat[vertex], isAbove ? level : 0);
    }
  }
}

/** A place of a bridge or tunnel that only it passes through, so far. */
const ONE_LEVEL = 0;
const SEVERAL_LEVELS = 1;

/**
 * The coordinates where streets without node ids pass through each other on different levels.
 *
 * Only inner positions count: a street that ends at a bridge's position (steps up to it) does meet the bridge.
 */
class Crossings {
  // bridges and tunnels are few: only they are remembered, and everything else is held against them
  readonly #places: PlaceTable;
  readonly #levelOfPlace: Int8Array;
  readonly #kindOfPlace: Uint8Array;

  constructor(streets: Streets, rows: Uint32Array, levels: readonly number[]) {
    const { firstVertex, tagSetRow } = streets;
    const raised = rows.filter((row) => levels[tagSetRow[row]] !== 0);
    const capacity = raised.reduce((sum, row) => sum + firstVertex[row + 1] - firstVertex[row], 0);
    this.#places = new PlaceTable(capacity);
    this.#levelOfPlace = new Int8Array(capacity);
    this.#kindOfPlace = new Uint8Array(capacity);
    for (const row of raised) this.#remember(streets, row, levels[tagSetRow[row]]);
    for (let i = 0; i < rows.length; i++) if (levels[tagSetRow[rows[i]]] === 0) this.#pass(streets, rows[i]);
  }

  has(lon: number, lat: number): boolean {
    const place = this.#places.find(lon, lat, 0);
    return place >= 0 && this.#kindOfPlace[place] === SEVERAL_LEVELS;
  }

  #remember({ firstVertex, lon, lat }: Streets, row: number, level: number): void {
    for (let vertex = firstVertex[row] + 1; vertex < firstVertex[row + 1] - 1; vertex++) {
      const before = this.#places.count;
      const place = this.#places.findOrAdd(lon[vertex], lat[vertex], 0);
      if (place === before) {
        this.#levelOfPlace[place] = level;
        this.#kindOfPlace[place] = ONE_LEVEL;
      } else if (this.#levelOfPlace[place] !== level) this.#kindOfPlace[place] = SEVERAL_LEVELS;
    }
  }

  #pass({ firstVertex, lon, lat }: Streets, row: number): void {
    for (let vertex = firstVertex[row] + 1; vertex < firstVertex[row + 1] - 1; vertex++) {
      const place = this.#places.find(lon[vertex], lat[vertex], 0);
      if (place >= 0) this.#kindOfPlace[place] = SEVERAL_LEVELS;
    }
  }
}
