import type { Streets } from "../model/facts.js";
import { hashOfWords, PlaceTable, slotCountFor } from "./place-table.js";
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
  /** Per node: 1 = some street on the ground passes through it. */
  const isPassed = new Uint8Array(lon.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (levels[tagSetRow[row]] !== 0) continue;
    const first = firstVertex[row];
    const last = firstVertex[row + 1] - 1;
    for (let vertex = first; vertex <= last; vertex++) {
      const node = places.findOrAdd(lon[vertex], lat[vertex], 0);
      nodeOfVertex[vertex] = node;
      if (vertex > first && vertex < last) isPassed[node] = 1;
    }
  }
  const raised = rows.filter((row) => levels[tagSetRow[row]] !== 0);
  const crossings = findCrossings(streets, raised, levels);
  for (let i = 0; i < raised.length; i++) {
    const row = raised[i];
    const first = firstVertex[row];
    const last = firstVertex[row + 1] - 1;
    for (let vertex = first; vertex <= last; vertex++) {
      const place = places.find(lon[vertex], lat[vertex], 0);
      const isCrossing = (place >= 0 && isPassed[place] === 1) || crossings.find(lon[vertex], lat[vertex], 0) >= 0;
      const isAbove = isCrossing && vertex > first && vertex < last;
      nodeOfVertex[vertex] = places.findOrAdd(lon[vertex], lat[vertex], isAbove ? levels[tagSetRow[row]] : 0);
    }
  }
}

/**
 * Finds the coordinates where bridges and tunnels without node ids pass through each other on different levels.
 *
 * Only inner positions count: a street that ends at a bridge's position (steps up to it) does meet the bridge.
 */
function findCrossings(
  { firstVertex, lon, lat, tagSetRow }: Streets,
  raised: Uint32Array,
  levels: readonly number[],
): PlaceTable {
  const capacity = raised.reduce((sum, row) => sum + firstVertex[row + 1] - firstVertex[row], 0);
  const levelOfPlace = new Int8Array(capacity);
  const passed = new PlaceTable(capacity);
  const crossings = new PlaceTable(capacity);
  for (const row of raised) {
    const level = levels[tagSetRow[row]];
    for (let vertex = firstVertex[row] + 1; vertex < firstVertex[row + 1] - 1; vertex++) {
      const before = passed.count;
      const place = passed.findOrAdd(lon[vertex], lat[vertex], 0);
      if (place === before) levelOfPlace[place] = level;
      else if (levelOfPlace[place] !== level) crossings.findOrAdd(lon[vertex], lat[vertex], 0);
    }
  }
  return crossings;
}

/** Remembers a number for every node id: an open-addressing hash table over typed arrays. */
class NodeIdTable {
  readonly #ids: Float64Array;
  /** The number that belongs to an id, + 1; 0 = free. */
  readonly #numbers: Uint32Array;
  readonly #id: Float64Array = new Float64Array(1);
  readonly #words: Uint32Array = new Uint32Array(this.#id.buffer);

  constructor(capacity: number) {
    const slotCount = slotCountFor(capacity);
    this.#ids = new Float64Array(slotCount);
    this.#numbers = new Uint32Array(slotCount);
  }

  /** Gives the number of an id; `next`, which it then has, if it was not seen before. */
  findOrAdd(id: number, next: number): number {
    const numbers = this.#numbers;
    const mask = numbers.length - 1;
    this.#id[0] = id + 0; // 0 and -0 are one id
    let slot = hashOfWords(this.#words) & mask;
    for (; numbers[slot] !== 0; slot = (slot + 1) & mask) if (this.#ids[slot] === id) return numbers[slot] - 1;
    this.#ids[slot] = id;
    numbers[slot] = next + 1;
    return next;
  }
}
