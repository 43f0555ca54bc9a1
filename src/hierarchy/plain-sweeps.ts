import { UNREACHED } from "./hierarchy.js";
import type { KernelMemory } from "./kernel-memory.js";
import { type Kernels, MAX_OWNERS } from "./kernels.js";
import { clearRanked, LABEL_WORDS, mergeRanked } from "./ranked-labels.js";

type Sweeps = Pick<Kernels, "sweepCosts" | "sweepOwners" | "leafOwners" | "sweepRanked" | "leafRanked">;

/** The sweeps of {@link Kernels} in TypeScript: the twin of `kernels/assembly/sweeps.ts` and `ranked.ts`. */
export function plainSweeps(memory: KernelMemory): Sweeps {
  const u32 = () => new Uint32Array(memory.buffer);
  const i32 = () => new Int32Array(memory.buffer);
  const f64 = () => new Float64Array(memory.buffer);
  const columnsOf = (nodeCount: number, pointers: readonly number[]): Columns => {
    const [firstUp = 0, upTarget = 0, upCost = 0, downCost = 0, touched = 0] = pointers;
    const words = u32();
    const costs = i32();
    return {
      nodeCount,
      firstUp: words.subarray(firstUp >> 2),
      upTarget: words.subarray(upTarget >> 2),
      upCost: costs.subarray(upCost >> 2),
      downCost: costs.subarray(downCost >> 2),
      touched: new Uint8Array(memory.buffer, touched),
    };
  };
  const leavesOf = (count: number, ends: number, costs: number): LeafEnds => ({
    count,
    ends: memory.uint32(ends, 2 * count),
    costs: memory.int32(costs, 2 * count),
  });
  return {
    sweepCosts: (vectors, nodeCount, firstUp, upTarget, upCost, downCost, labels, touched, lanes, out) => {
      const all = i32();
      const rows = laneRows(all, labels >> 2, { lanes: 4 * vectors, scale: 1, empty: UNREACHED });
      sweep(rows, columnsOf(nodeCount, [firstUp, upTarget, upCost, downCost, touched]));
      for (let row = 0; row < nodeCount; row++)
        for (let lane = 0; lane < lanes; lane++)
          all[(out >> 2) + lane * nodeCount + row] = all[(labels >> 2) + row * 4 * vectors + lane];
    },
    sweepOwners: (vectors, nodeCount, firstUp, upTarget, upCost, downCost, labels, touched) =>
      sweep(
        laneRows(f64(), labels >> 3, { lanes: 2 * vectors, scale: MAX_OWNERS, empty: Infinity }),
        columnsOf(nodeCount, [firstUp, upTarget, upCost, downCost, touched]),
      ),
    sweepRanked: (k, nodeCount, firstUp, upTarget, upCost, downCost, labels, touched) => {
      const words = u32();
      const rows: Rows = {
        first: labels >> 2,
        size: k * LABEL_WORDS,
        clear: (row) => clearRanked(words.subarray(row, row + k * LABEL_WORDS)),
        merge: (row, from, weight) => mergeRanked(words, row, from, weight, k),
      };
      sweep(rows, columnsOf(nodeCount, [firstUp, upTarget, upCost, downCost, touched]));
    },
    leafOwners: (vectors, leafCount, ends, costs, labels, leafLabels) => {
      const lanes = 2 * vectors;
      const rows = laneRows(f64(), labels >> 3, { lanes, scale: MAX_OWNERS, empty: Infinity });
      pullLeaves(rows, leafLabels >> 3, leavesOf(leafCount, ends, costs));
    },
    leafRanked: (k, leafCount, ends, costs, labels, leafLabels) => {
      const words = u32();
      const merge: Rows["merge"] = (row, from, weight) => mergeRanked(words, row, from, weight, k);
      const rows = { first: labels >> 2, size: k * LABEL_WORDS, merge };
      pullLeaves(rows, leafLabels >> 2, leavesOf(leafCount, ends, costs));
    },
  };
}

interface Columns {
  readonly nodeCount: number;
  readonly firstUp: Uint32Array;
  readonly upTarget: Uint32Array;
  readonly upCost: Int32Array;
  readonly downCost: Int32Array;
  readonly touched: Uint8Array;
}
interface LeafEnds {
  readonly count: number;
  readonly ends: Uint32Array;
  readonly costs: Int32Array;
}
/** Rows of labels; a row is called by the place where it begins. */
interface Rows {
  readonly first: number;
  readonly size: number;
  clear(row: number): void;
  /** Lowers the row at `row` to what it costs over the row at `from`. */
  merge(row: number, from: number, weight: number): void;
}

function laneRows(
  labels: Int32Array | Float64Array,
  first: number,
  { lanes, scale, empty }: { readonly lanes: number; readonly scale: number; readonly empty: number },
): Rows {
  return {
    first,
    size: lanes,
    clear: (row) => labels.fill(empty, row, row + lanes),
    merge: (row, from, weight) => {
      for (let lane = 0; lane < lanes; lane++) {
        const label = labels[from + lane] + weight * scale;
        if (label < labels[row + lane]) labels[row + lane] = label;
      }
    },
  };
}

function sweep({ first, size, clear, merge }: Rows, columns: Columns): void {
  const { nodeCount, firstUp, upTarget, upCost, downCost, touched } = columns;
  for (let rank = 0; rank < nodeCount; rank++) if (touched[rank] === 0) clear(first + rank * size);
  for (let rank = 0; rank < nodeCount; rank++) {
    if (touched[rank] === 0) continue;
    for (let arc = firstUp[rank]; arc < firstUp[rank + 1]; arc++) {
      merge(first + upTarget[arc] * size, first + rank * size, upCost[arc]);
      touched[upTarget[arc]] = 1;
    }
  }
  for (let rank = nodeCount - 1; rank >= 0; rank--)
    for (let arc = firstUp[rank]; arc < firstUp[rank + 1]; arc++)
      merge(first + rank * size, first + upTarget[arc] * size, downCost[arc]);
}

function pullLeaves({ first, size, merge }: Omit<Rows, "clear">, firstLeaf: number, { count, ends, costs }: LeafEnds) {
  for (let end = 0; end < 2 * count; end++) merge(firstLeaf + (end >> 1) * size, first + ends[end] * size, costs[end]);
}
