import type { Steps } from "../../base/steps.js";
import { type ElementColumns, NOWHERE } from "./element-columns.js";

/** A node that the extract does not hold, or that is nowhere. */
export const MISSING: number = -1;
const EMPTY = 0;
/** Looked up at once: some hundredths of a second. */
const NODES_OF_STEP = 1 << 17;
const TWO_TO_32 = 4_294_967_296;

/**
 * Finds the rows of ids, with 6 to 13 bytes for each.
 *
 * Of several of one id the row is kept that `isBetter` prefers.
 */
export class IdTable {
  /** How many ids came more than once. */
  duplicateCount = 0;
  readonly #ids: Float64Array;
  /** Row plus one; 0: free. */
  readonly #slots: Uint32Array;
  readonly #mask: number;
  readonly #count: number;
  readonly #isBetter: (row: number, than: number) => boolean;

  constructor(ids: Float64Array, count: number, isBetter: (row: number, than: number) => boolean) {
    let size = 16;
    while (size < 1.6 * count) size *= 2;
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

  /** Gives the row of an id; `MISSING`: there is none. */
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
    const high = Math.floor(id / TWO_TO_32);
    let hash = Math.imul((id >>> 0) ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x2c1b3c6d);
    return (hash ^ (hash >>> 13)) & this.#mask;
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
  const { refs, refCount, refX } = columns;
  const rows = new Int32Array(refCount);
  let previous = MISSING;
  for (let ref = 0; ref < refCount; ref++) {
    if (ref % NODES_OF_STEP === 0) yield;
    const id = refs[ref];
    // the nodes of a way were mostly made one after the other; where an id comes twice, the table decides
    const isNext =
      table.duplicateCount === 0 && columns.nodeIds[previous + 1] === id && previous + 1 < columns.nodeCount;
    const row = isNext ? previous + 1 : table.rowOf(id);
    rows[ref] = row;
    previous = row;
  }
  if (refX.length > 0) addNodesOfWays(columns, rows);
  for (let ref = 0; ref < refCount; ref++)
    if (rows[ref] !== MISSING && columns.nodeX[rows[ref]] === NOWHERE) rows[ref] = MISSING;
  return rows;
}

/** Of two nodes of one id that on Earth is kept, then the one farther northeast: whatever the order of the file. */
function tableOfNodes({ nodeIds, nodeCount, nodeX, nodeY }: ElementColumns): IdTable {
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
