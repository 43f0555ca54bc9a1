import type { Tags } from "../../base/words.js";
import { KIND } from "./tag-kinds.js";

/** What stands for a position that is not on Earth. */
export const NOWHERE: number = -2147483648;
/** Coordinates are whole numbers of this part of a degree, as in OpenStreetMap itself. */
export const PER_DEGREE: number = 1e7;
/** A way that is no street. */
export const NO_STREET: number = -1;

/** Among the kinds of a way: it has four nodes or more, and the last is the first. */
export const CLOSED: number = 1024;

/** Kinds that are counted, whether they are kept or not. */
const COUNTED_KINDS: readonly number[] = [KIND.building, KIND.water, KIND.barrier, KIND.landUse];
const ANY_COUNTED = COUNTED_KINDS.reduce((all, kind) => all | kind, 0);

/** A member of a relation. */
export interface Member {
  readonly type: "node" | "way" | "relation";
  readonly id: number;
  readonly role: string;
}

/** A relation that may have an area, or is a facility. */
export interface Relation {
  readonly id: number;
  readonly kinds: number;
  readonly tags: Tags;
  readonly members: readonly Member[];
}

/** The tags of a node or way that are kept. */
export interface KeptTags {
  /** Of the node or way. */
  readonly row: number;
  readonly kinds: number;
  readonly tags: Tags;
}

/** How many objects there are of a kind that is not kept, unless it is asked for. */
export interface ElementCounts {
  taggedNodes: number;
  /** Nodes and relations of each kind, by the bit of `KIND`. */
  readonly byKind: Map<number, number>;
  /** Relations by their type; `""`: without any. */
  readonly relationsByType: Map<string, number>;
  relations: number;
  duplicates: number;
  /** Marked as deleted. */
  deleted: number;
  /** Nodes that are not on Earth. */
  nowhere: number;
  /** Nodes that only the ways tell the position of. */
  nodesOfWays: number;
}

/**
 * The nodes and ways of an extract in the order of the file, as columns that grow: a node takes 16 bytes, a way 18, a node of a way 8
 * (16, where ways hold positions). Tags are kept only of what may be wanted.
 */
export class ElementColumns {
  nodeIds: Float64Array = new Float64Array(1024);
  /** Ten millionths of a degree; `NOWHERE`: not on Earth. */
  nodeX: Int32Array = new Int32Array(1024);
  nodeY: Int32Array = new Int32Array(1024);
  nodeCount = 0;
  wayIds: Float64Array = new Float64Array(256);
  /** CSR offsets. */
  firstRef: Uint32Array = new Uint32Array(257);
  /** The number of the set of tags of each street; `NO_STREET`. */
  wayTagSet: Int32Array = new Int32Array(256);
  /** The ways' kinds, as bits. */
  wayKinds: Uint16Array = new Uint16Array(256);
  wayCount = 0;
  /** Ids of nodes. */
  refs: Float64Array = new Float64Array(4096);
  /** Where ways hold positions: empty otherwise. */
  refX: Int32Array = new Int32Array(0);
  refY: Int32Array = new Int32Array(0);
  refCount = 0;
  readonly nodeTags: KeptTags[] = [];
  readonly wayTags: KeptTags[] = [];
  readonly relations: Relation[] = [];
  readonly counts: ElementCounts = {
    taggedNodes: 0,
    byKind: new Map(COUNTED_KINDS.map((kind): [number, number] => [kind, 0])),
    relationsByType: new Map(),
    relations: 0,
    duplicates: 0,
    deleted: 0,
    nowhere: 0,
    nodesOfWays: 0,
  };

  /** @param bytes of the file: room for what such a file mostly holds is made at once */
  constructor(bytes = 0) {
    this.reserveNodes(Math.ceil(bytes / 14));
    this.reserveRefs(Math.ceil(bytes / 9));
  }

  /** Makes room for so many more nodes. */
  reserveNodes(more: number): void {
    const needed = this.nodeCount + more;
    if (needed <= this.nodeIds.length) return;
    const size = Math.max(needed, 2 * this.nodeIds.length);
    this.nodeIds = enlarged(this.nodeIds, new Float64Array(size));
    this.nodeX = enlarged(this.nodeX, new Int32Array(size));
    this.nodeY = enlarged(this.nodeY, new Int32Array(size));
  }

  /** Makes room for so many more nodes of ways. */
  reserveRefs(more: number): void {
    const needed = this.refCount + more;
    if (needed > this.refs.length)
      this.refs = enlarged(this.refs, new Float64Array(Math.max(needed, 2 * this.refs.length)));
  }

  /** Makes room for the positions that ways hold. */
  reservePositions(): void {
    if (this.refX.length === this.refs.length) return;
    const before = this.refX.length;
    this.refX = enlarged(this.refX, new Int32Array(this.refs.length)).fill(NOWHERE, before);
    this.refY = enlarged(this.refY, new Int32Array(this.refs.length)).fill(NOWHERE, before);
  }

  /** Adds a node for which there is room. */
  addNode(id: number, x: number, y: number): void {
    this.nodeIds[this.nodeCount] = id;
    this.placeNode(x, y);
  }

  /** Adds a node for which there is room, and whose id stands there already. */
  placeNode(x: number, y: number): void {
    const row = this.nodeCount++;
    // not (… > …): what is no number is nowhere either
    const isOnEarth = x >= -1_800_000_000 && x <= 1_800_000_000 && y >= -900_000_000 && y <= 900_000_000;
    if (!isOnEarth) this.counts.nowhere++;
    this.nodeX[row] = isOnEarth ? x : NOWHERE;
    this.nodeY[row] = isOnEarth ? y : NOWHERE;
  }

  /** Adds a way whose nodes are the last of `refs`. @returns its row */
  addWay(id: number, tagSet: number, kinds: number): number {
    const row = this.wayCount++;
    if (row === this.wayIds.length) {
      const size = 2 * row;
      this.wayIds = enlarged(this.wayIds, new Float64Array(size));
      this.firstRef = enlarged(this.firstRef, new Uint32Array(size + 1));
      this.wayTagSet = enlarged(this.wayTagSet, new Int32Array(size));
      this.wayKinds = enlarged(this.wayKinds, new Uint16Array(size));
    }
    this.wayIds[row] = id;
    this.wayTagSet[row] = tagSet;
    const first = this.firstRef[row];
    const isClosed = this.refCount - first > 3 && this.refs[first] === this.refs[this.refCount - 1];
    this.wayKinds[row] = kinds | (isClosed ? CLOSED : 0);
    this.firstRef[row + 1] = this.refCount;
    return row;
  }

  /** Counts a node with tags. */
  countTaggedNode(kinds: number): void {
    this.counts.taggedNodes++;
    this.countKinds(kinds);
  }

  /** Counts an object as one of its kinds. */
  countKinds(kinds: number): void {
    if ((kinds & ANY_COUNTED) === 0) return;
    const { byKind } = this.counts;
    for (const [kind, count] of byKind) if ((kinds & kind) !== 0) byKind.set(kind, count + 1);
  }

  /** Counts a relation, and keeps it if it may have an area or is a facility. */
  addRelation(relation: Relation, isKept: boolean): void {
    const { relationsByType } = this.counts;
    const type = String(relation.tags.type ?? "");
    this.counts.relations++;
    this.countKinds(relation.kinds);
    relationsByType.set(type, (relationsByType.get(type) ?? 0) + 1);
    if (isKept) this.relations.push(relation);
  }
}

/** Tells whether relations of this type hold an area. */
export function isAreaRelation({ type }: Tags): boolean {
  return type === "multipolygon" || type === "boundary";
}

/** Copies a column to the front of a larger one. */
export function enlarged<Column extends Float64Array | Int32Array | Uint32Array | Uint16Array>(
  column: Column,
  larger: Column,
): Column {
  larger.set(column);
  return larger;
}
