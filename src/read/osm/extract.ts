import { CoverageError } from "../../base/errors.js";
import type { Steps } from "../../base/steps.js";
import { say } from "../../base/texts/files.js";
import type { LonLat } from "../../base/words.js";
import type { Bounds } from "../../geo/bounds.js";
import { type ElementColumns, NOWHERE, PER_DEGREE, type Relation } from "./element-columns.js";
import { MISSING, resolveRefs } from "./node-table.js";

/** An extract that was read to its end: every way knows its nodes. */
export class Extract {
  readonly columns: ElementColumns;
  /** The box that the file says to hold; `null`: it says none. */
  readonly box: Bounds | null;
  /** The row of the node of each reference of the ways; `MISSING`. */
  readonly refRows: Int32Array;
  /** Rows of ways by id, each id once. */
  readonly wayRows: Uint32Array;
  /** By id, each once. */
  readonly relations: readonly Relation[];

  /** @throws {CoverageError} `INVALID_GEOJSON` if it holds nothing */
  static *open(columns: ElementColumns, box: Bounds | null, path: string): Steps<Extract> {
    const { nodeCount, wayCount, counts } = columns;
    if (nodeCount + wayCount + counts.relations === 0)
      throw new CoverageError("INVALID_GEOJSON", say("osm.noElements", { path }), {
        path,
        hint: say("osm.noElements.hint"),
      });
    return new Extract(columns, box, yield* resolveRefs(columns));
  }

  private constructor(columns: ElementColumns, box: Bounds | null, refRows: Int32Array) {
    this.columns = columns;
    this.box = box;
    this.refRows = refRows;
    columns.refs = new Float64Array(0); // half of the memory, and never asked for again
    this.wayRows = this.#orderWays();
    this.relations = withoutDuplicates(columns);
  }

  /** Gives the row of a way; `MISSING`: it is not in the extract. */
  wayRowOf(id: number): number {
    const { wayIds } = this.columns;
    let [first, end] = [0, this.wayRows.length];
    while (first < end) {
      const middle = (first + end) >>> 1;
      if (wayIds[this.wayRows[middle]] < id) first = middle + 1;
      else end = middle;
    }
    const row = this.wayRows[first];
    return row !== undefined && wayIds[row] === id ? row : MISSING;
  }

  /** Finds the rows of a few nodes that are on Earth, by their ids. */
  findNodes(ids: ReadonlySet<number>): ReadonlyMap<number, number> {
    const { nodeIds, nodeX, nodeCount } = this.columns;
    const rows = new Map<number, number>();
    if (ids.size === 0) return rows;
    for (let row = 0; row < nodeCount; row++)
      if (ids.has(nodeIds[row]) && nodeX[row] !== NOWHERE) rows.set(nodeIds[row], row);
    return rows;
  }

  /** How many nodes a way has, whether they are there or not. */
  nodeCountOf(way: number): number {
    return this.columns.firstRef[way + 1] - this.columns.firstRef[way];
  }

  /** Lists the rows of the nodes of a way; `MISSING` among them. */
  nodesOf(way: number): Int32Array {
    const { firstRef } = this.columns;
    return this.refRows.subarray(firstRef[way], firstRef[way + 1]);
  }

  /** Gives the place of a node. */
  placeOf(node: number): LonLat {
    const { nodeX, nodeY } = this.columns;
    return [nodeX[node] / PER_DEGREE, nodeY[node] / PER_DEGREE];
  }

  /** Tells whether a way ends where it begins, with all its nodes there: three different ones at least. */
  isRing(way: number): boolean {
    const nodes = this.nodesOf(way);
    return nodes.length > 3 && nodes[0] === nodes[nodes.length - 1] && !nodes.includes(MISSING);
  }

  /** Of several of one id that with the most nodes is kept. */
  #orderWays(): Uint32Array {
    const { wayIds, wayCount, counts } = this.columns;
    const rows = new Uint32Array(wayCount);
    let isOrdered = true;
    for (let row = 0; row < wayCount; row++) {
      rows[row] = row;
      if (row > 0 && wayIds[row] <= wayIds[row - 1]) isOrdered = false;
    }
    if (isOrdered) return rows;
    rows.sort((a, b) => wayIds[a] - wayIds[b] || this.#compareRefs(b, a));
    const single = rows.filter((row, i) => i === 0 || wayIds[rows[i - 1]] !== wayIds[row]);
    counts.duplicates += rows.length - single.length;
    return single;
  }

  #compareRefs(way: number, other: number): number {
    const { firstRef } = this.columns;
    const byCount = this.nodeCountOf(way) - this.nodeCountOf(other);
    if (byCount !== 0) return byCount;
    for (let i = 0; i < this.nodeCountOf(way); i++) {
      const difference = this.#idOf(firstRef[way] + i) - this.#idOf(firstRef[other] + i);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  #idOf(ref: number): number {
    const row = this.refRows[ref];
    return row === MISSING ? Number.NEGATIVE_INFINITY : this.columns.nodeIds[row];
  }
}

/** Of several of one id that with the most members is kept. */
function withoutDuplicates({ relations, counts }: ElementColumns): Relation[] {
  const ordered = [...relations].sort((a, b) => a.id - b.id || b.members.length - a.members.length);
  const single = ordered.filter(({ id }, i) => i === 0 || ordered[i - 1].id !== id);
  counts.duplicates += ordered.length - single.length;
  return single;
}
