import { compareText } from "../base/diagnostics.js";
import { doubled } from "../base/number-column.js";
import type { LonLat, Tags } from "../base/words.js";
import type { Streets } from "../model/facts.js";

type NodeId = string | number;

/** What is known of a street besides its vertices. */
export interface StreetFacts {
  readonly id: string;
  readonly featureRow: number;
  readonly tagSetRow: number;
}

/** Collects streets vertex by vertex; what was staged becomes a street when it is kept, or is forgotten. */
export class StreetColumns {
  /** Room for the staged vertices: replaced by larger ones, so to be looked up after every `grow`. */
  lon: Float64Array;
  lat: Float64Array;
  nodeIds: Float64Array = new Float64Array(0);
  readonly #ids: string[] = [];
  readonly #firstVertex: number[] = [0];
  readonly #featureRow: number[] = [];
  readonly #tagSetRow: number[] = [];
  /** Ids of nodes that are texts: first vertex of the street, and all its ids. */
  readonly #textIds: (readonly [firstVertex: number, nodeIds: readonly NodeId[]])[] = [];
  #vertexCount = 0;
  #hasNodeIds = false;

  /** @param vertexCount how many are expected */
  constructor(vertexCount: number) {
    this.lon = new Float64Array(Math.max(vertexCount, 16));
    this.lat = new Float64Array(Math.max(vertexCount, 16));
  }

  get count(): number {
    return this.#ids.length;
  }

  /** How many vertices the streets so far have: where the next one is staged. */
  get vertexCount(): number {
    return this.#vertexCount;
  }

  /** Makes room for twice as many vertices. */
  grow(): void {
    this.lon = doubled(this.lon);
    this.lat = doubled(this.lat);
  }

  /** Makes room for the node ids of so many vertices. */
  growNodeIds(vertexCount: number): void {
    if (vertexCount <= this.nodeIds.length) return;
    const larger = new Float64Array(Math.max(2 * this.nodeIds.length, this.lon.length, vertexCount)).fill(Number.NaN);
    larger.set(this.nodeIds);
    this.nodeIds = larger;
  }

  /** Makes a street of the vertices that are staged up to `end`. */
  keep(end: number, hasNodeIds: boolean, { id, featureRow, tagSetRow }: StreetFacts): void {
    if (hasNodeIds) this.#hasNodeIds = true;
    else if (this.nodeIds.length > 0) this.nodeIds.fill(Number.NaN, this.#vertexCount, end);
    this.#vertexCount = end;
    this.#firstVertex.push(end);
    this.#ids.push(id);
    this.#featureRow.push(featureRow);
    this.#tagSetRow.push(tagSetRow);
  }

  /** Adds a street that was read by other means. */
  add(positions: readonly LonLat[], nodeIds: readonly NodeId[] | null, facts: StreetFacts): void {
    const first = this.#vertexCount;
    const end = first + positions.length;
    while (end > this.lon.length) this.grow();
    for (let i = 0; i < positions.length; i++) {
      const position = positions[i] as LonLat;
      this.lon[first + i] = position[0];
      this.lat[first + i] = position[1];
    }
    if (nodeIds !== null) {
      this.growNodeIds(end);
      for (let i = 0; i < nodeIds.length; i++) this.nodeIds[first + i] = nodeIds[i] as number;
      if (nodeIds.some((node) => typeof node === "string")) this.#textIds.push([first, nodeIds]);
    }
    this.keep(end, nodeIds !== null, facts);
  }

  /** Gives what was kept, with the sets of these tags that its rows speak of. */
  finish(tagKeys: readonly string[], tagSets: readonly Tags[]): Streets {
    const end = this.#vertexCount;
    if (this.#hasNodeIds) this.growNodeIds(end);
    return {
      count: this.#ids.length,
      firstVertex: Uint32Array.from(this.#firstVertex),
      lon: this.lon.slice(0, end),
      lat: this.lat.slice(0, end),
      nodeIds: this.#hasNodeIds ? this.#rankedNodeIds(end) : new Float64Array(0),
      ids: this.#ids,
      featureRow: Uint32Array.from(this.#featureRow),
      tagSetRow: Uint32Array.from(this.#tagSetRow),
      tagKeys,
      tagSets,
    };
  }

  /** Numbers stay as they are, unless some ids are texts: 1 and "1" are two ids. */
  #rankedNodeIds(end: number): Float64Array {
    const nodeIds = this.nodeIds.slice(0, end);
    if (this.#textIds.length === 0) return nodeIds;
    const all: NodeId[] = Array.from(nodeIds);
    for (const [first, ids] of this.#textIds) for (let i = 0; i < ids.length; i++) all[first + i] = ids[i] as NodeId;
    const distinct = [...new Set(all)].filter((node) => !Number.isNaN(node)).sort(compareNodeIds);
    const ranks = new Map(distinct.map((node, rank) => [node, rank]));
    return Float64Array.from(all, (node) => ranks.get(node) ?? Number.NaN);
  }
}

function compareNodeIds(a: NodeId, b: NodeId): number {
  if (typeof a === "number") return typeof b === "number" ? a - b : -1;
  return typeof b === "number" ? 1 : compareText(a, b);
}
