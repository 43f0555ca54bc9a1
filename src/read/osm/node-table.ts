import type { Steps } from "../../base/steps.js";
import { type ElementColumns, NOWHERE } from "./element-columns.js";

/** A node that the extract does not hold, or that is nowhere. */
export const MISSING: number = -1;
const EMPTY = 0;
/** Looked up at once: some hundredths of a second. */
const NODES_OF_STEP = 1 << 17;
const TWO_TO_32 = 4_294_967_296;

/** What finds the rows of ids. */
interface RowFinder {
  /** Takes all ids in; before anything is asked. */
  readonly fill: () => Steps<void>;
  /** How many ids came more than once. */
  readonly duplicateCount: number;
  /** Gives the row of an id; `MISSING`: there is none. */
  readonly rowOf: (id: number) => number;
}

/** Ids are taken in blocks of so many: one bit each. */
const BLOCK = 32;

/**
 * Finds the rows of ids that rise from row to row, as they do in nearly all extracts: of each block of 32 ids it keeps the row of the
 * first one that is there, and a bit for each; how many bits are below that of an id tells how far behind its row is.
 *
 * With two ids or more in a block 13 bytes for each at most; mostly it is half of them.
 */
class RisingIds implements RowFinder {
  readonly duplicateCount = 0;
  readonly #ids: Float64Array;
  /** By slot, the row of the first id of a block, plus one; 0: free. */
  readonly #first: Uint32Array;
  /** By slot, the ids of the block that are there. */
  readonly #bits: Int32Array;
  readonly #mask: number;
  readonly #count: number;

  constructor(ids: Float64Array, count: number, blockCount: number) {
    const size = sizeFor(blockCount);
    this.#ids = ids;
    this.#first = new Uint32Array(size);
    this.#bits = new Int32Array(size);
    this.#mask = size - 1;
    this.#count = count;
  }

  *fill(): Steps<void> {
    for (let start = 0; start < this.#count; start += NODES_OF_STEP) {
      if (start > 0) yield;
      this.#fillRows(start, Math.min(this.#count, start + NODES_OF_STEP));
    }
  }

  #fillRows(start: number, end: number): void {
    const [ids, first, bits, mask] = [this.#ids, this.#first, this.#bits, this.#mask] as const;
    let block = Number.NaN;
    let slot = 0;
    for (let row = start; row < end; row++) {
      const own = Math.floor(ids[row] / BLOCK);
      if (own !== block) {
        block = own;
        slot = hashOf(own) & mask;
        // a block that began in the step before is there already
        while (first[slot] !== EMPTY && Math.floor(ids[first[slot] - 1] / BLOCK) !== own) slot = (slot + 1) & mask;
        if (first[slot] === EMPTY) first[slot] = row + 1;
      }
      bits[slot] |= 1 << (ids[row] - own * BLOCK);
    }
  }

  rowOf(id: number): number {
    const block = Math.floor(id / BLOCK);
    const first = this.#first;
    for (let slot = hashOf(block) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const row = first[slot] - 1;
      if (row < 0) return MISSING;
      if (Math.floor(this.#ids[row] / BLOCK) !== block) continue;
      const bit = 1 << (id - block * BLOCK);
      const bits = this.#bits[slot];
      return (bits & bit) === 0 ? MISSING : row + countBits(bits & (bit - 1));
    }
  }

  /** Counts the blocks of ids that rise from row to row; `null`: they do not, so that one may come twice. */
  static countBlocks(ids: Float64Array, count: number): number | null {
    let blocks = 0;
    let before = Number.NEGATIVE_INFINITY;
    let block = Number.NaN;
    for (let row = 0; row < count; row++) {
      const id = ids[row];
      if (!(before < id)) return null;
      before = id;
      const own = Math.floor(id / BLOCK);
      if (own !== block) blocks++;
      block = own;
    }
    return blocks;
  }
}

/** How many of 32 bits are set. @see H. S. Warren, "Hacker's Delight", 2nd edition, figure 5-2, 2012 */
function countBits(bits: number): number {
  let sums = bits - ((bits >>> 1) & 0x55555555);
  sums = (sums & 0x33333333) + ((sums >>> 2) & 0x33333333);
  return Math.imul((sums + (sums >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Room for so many in a table with a third of it free. */
function sizeFor(count: number): number {
  let size = 16;
  while (size < 1.6 * count) size *= 2;
  return size;
}

function hashOf(id: number): number {
  const high = Math.floor(id / TWO_TO_32);
  let hash = Math.imul((id >>> 0) ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

/**
 * Finds the rows of ids in any order, with 6 to 13 bytes for each.
 *
 * Of several of one id the row is kept that `isBetter` prefers.
 */
class IdTable implements RowFinder {
  duplicateCount = 0;
  readonly #ids: Float64Array;
  /** Row plus one; 0: free. */
  readonly #slots: Uint32Array;
  readonly #mask: number;
  readonly #count: number;
  readonly #isBetter: (row: number, than: number) => boolean;

  constructor(ids: Float64Array, count: number, isBetter: (row: number, than: number) => boolean) {
    const size = sizeFor(count);
    this.#ids = ids;
    this.#slots = new Uint32Array(size);
    this.#mask = size - 1;
    this.#count = count;
    this.#isBetter = isBetter;
  }

  /** Takes all ids in. */
  *fill(): Steps<void> {
    for (let row = 0; row < this.#count; row++) {
      if (row % NODES_OF_STEP === 0) yield;
      this.#add(row, this.#isBetter);
    }
  }

  rowOf(id: number): number {
    const slots = this.#slots;
    for (let slot = this.#slotOf(id); ; slot = (slot + 1) & this.#mask) {
      const row = slots[slot] - 1;
      if (row < 0) return MISSING;
      if (this.#ids[row] === id) return row;
    }
  }

  #add(row: number, isBetter: (row: number, than: number) => boolean): void {
    const id = this.#ids[row];
    const slots = this.#slots;
    let slot = this.#slotOf(id);
    for (; slots[slot] !== EMPTY; slot = (slot + 1) & this.#mask) {
      const other = slots[slot] - 1;
      if (this.#ids[other] !== id) continue;
      this.duplicateCount++;
      if (isBetter(row, other)) slots[slot] = row + 1;
      return;
    }
    slots[slot] = row + 1;
  }

  #slotOf(id: number): number {
    return hashOf(id) & this.#mask;
  }
}

/**
 * Finds the node of every reference of every way. Where ways hold positions, nodes that are not there are added.
 *
 * @returns the rows; `MISSING`: the node is not in the extract
 */
export function* resolveRefs(columns: ElementColumns): Steps<Int32Array> {
  const table = tableOfNodes(columns);
  yield* table.fill();
  columns.counts.duplicates += table.duplicateCount;
  const { refs, refCount, refX, nodeIds, nodeCount } = columns;
  const hasDuplicates = table.duplicateCount > 0;
  const rows = new Int32Array(refCount);
  let previous = MISSING;
  for (let ref = 0; ref < refCount; ref++) {
    if (ref % NODES_OF_STEP === 0) yield;
    const id = refs[ref];
    // the nodes of a way were mostly made one after the other; where an id comes twice, the table decides
    const next = previous + 1;
    previous = !hasDuplicates && next < nodeCount && nodeIds[next] === id ? next : table.rowOf(id);
    rows[ref] = previous;
  }
  if (refX.length > 0) addNodesOfWays(columns, rows);
  if (columns.counts.nowhere > 0)
    for (let ref = 0; ref < refCount; ref++)
      if (rows[ref] !== MISSING && columns.nodeX[rows[ref]] === NOWHERE) rows[ref] = MISSING;
  return rows;
}

/** Of two nodes of one id that on Earth is kept, then the one farther northeast: whatever the order of the file. */
function tableOfNodes({ nodeIds, nodeCount, nodeX, nodeY }: ElementColumns): RowFinder {
  const blocks = RisingIds.countBlocks(nodeIds, nodeCount);
  if (blocks !== null && 2 * blocks <= nodeCount) return new RisingIds(nodeIds, nodeCount, blocks);
  return new IdTable(
    nodeIds,
    nodeCount,
    (row, than) => nodeX[row] > nodeX[than] || (nodeX[row] === nodeX[than] && nodeY[row] > nodeY[than]),
  );
}

function addNodesOfWays(columns: ElementColumns, rows: Int32Array): void {
  const { refs, refX, refY, refCount } = columns;
  const added = new Map<number, number>();
  for (let ref = 0; ref < refCount; ref++) {
    if (rows[ref] !== MISSING || ref >= refX.length || refX[ref] === NOWHERE) continue;
    const id = refs[ref];
    let row = added.get(id);
    if (row === undefined) {
      row = columns.nodeCount;
      columns.reserveNodes(1);
      columns.addNode(id, refX[ref], refY[ref]);
      columns.counts.nodesOfWays++;
      added.set(id, row);
    }
    rows[ref] = row;
  }
}
