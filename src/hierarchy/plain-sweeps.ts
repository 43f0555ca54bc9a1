import type { KernelMemory } from "./kernel-memory.js";
import { type Kernels, MAX_OWNERS } from "./kernels.js";
import { mergeRanked } from "./ranked-labels.js";

type Sweeps = Pick<Kernels, "sweepCosts" | "sweepOwners" | "leafOwners" | "sweepRanked" | "leafRanked" | "planar">;
type Labels = Int32Array | Uint32Array | Float64Array;

/** The sweeps of {@link Kernels} in TypeScript: the twin of `kernels/sweeps.ts` and `kernels/ranked.ts`. */
export function plainSweeps(memory: KernelMemory): Sweeps {
  const u32 = () => new Uint32Array(memory.buffer);
  const i32 = () => new Int32Array(memory.buffer);
  const f64 = () => new Float64Array(memory.buffer);
  const sweep = (lanes: number, rows: Rows, first: number, columns: Columns) => {
    sweepUp(lanes, rows, first, columns);
    sweepDown(lanes, rows, first, columns);
  };
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
  return {
    sweepCosts: (vectors, nodeCount, firstUp, upTarget, upCost, downCost, labels, touched) =>
      sweep(
        4 * vectors,
        { labels: i32(), scale: 1, merge: mergeLanes },
        labels >> 2,
        columnsOf(nodeCount, [firstUp, upTarget, upCost, downCost, touched]),
      ),
    sweepOwners: (vectors, nodeCount, firstUp, upTarget, upCost, downCost, labels, touched) =>
      sweep(
        2 * vectors,
        { labels: f64(), scale: MAX_OWNERS, merge: mergeLanes },
        labels >> 3,
        columnsOf(nodeCount, [firstUp, upTarget, upCost, downCost, touched]),
      ),
    sweepRanked: (k, nodeCount, firstUp, upTarget, upCost, downCost, labels, touched) =>
      sweep(
        2 * k,
        { labels: u32(), scale: 1, merge: mergeRanked },
        labels >> 2,
        columnsOf(nodeCount, [firstUp, upTarget, upCost, downCost, touched]),
      ),
    leafOwners: (vectors, leafCount, ends, costs, labels, leafLabels) =>
      pullLeaves(2 * vectors, { labels: f64(), scale: MAX_OWNERS, merge: mergeLanes }, [labels >> 3, leafLabels >> 3], {
        count: leafCount,
        ends: memory.uint32(ends, 2 * leafCount),
        costs: memory.int32(costs, 2 * leafCount),
      }),
    leafRanked: (k, leafCount, ends, costs, labels, leafLabels) =>
      pullLeaves(2 * k, { labels: u32(), scale: 1, merge: mergeRanked }, [labels >> 2, leafLabels >> 2], {
        count: leafCount,
        ends: memory.uint32(ends, 2 * leafCount),
        costs: memory.int32(costs, 2 * leafCount),
      }),
    planar: (rowCount, lanes, strideLanes, labels, out) => {
      const all = i32();
      for (let row = 0; row < rowCount; row++)
        for (let lane = 0; lane < lanes; lane++)
          all[(out >> 2) + lane * rowCount + row] = all[(labels >> 2) + row * strideLanes + lane];
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
/** Lowers the row at `row` to what it costs over the row at `from`. */
type Merge = (labels: Labels, row: number, from: number, weight: number, lanes: number) => void;
interface Rows {
  readonly labels: Labels;
  /** Packed labels per unit of cost. */
  readonly scale: number;
  readonly merge: Merge;
}

function sweepUp(lanes: number, { labels, scale, merge }: Rows, first: number, columns: Columns): void {
  const { nodeCount, firstUp, upTarget, upCost, touched } = columns;
  for (let rank = 0; rank < nodeCount; rank++) {
    if (touched[rank] === 0) continue;
    for (let arc = firstUp[rank]; arc < firstUp[rank + 1]; arc++) {
      merge(labels, first + upTarget[arc] * lanes, first + rank * lanes, upCost[arc] * scale, lanes);
      touched[upTarget[arc]] = 1;
    }
  }
}

function sweepDown(lanes: number, { labels, scale, merge }: Rows, first: number, columns: Columns): void {
  const { nodeCount, firstUp, upTarget, downCost } = columns;
  for (let rank = nodeCount - 1; rank >= 0; rank--)
    for (let arc = firstUp[rank]; arc < firstUp[rank + 1]; arc++)
      merge(labels, first + rank * lanes, first + upTarget[arc] * lanes, downCost[arc] * scale, lanes);
}

function pullLeaves(
  lanes: number,
  { labels, scale, merge }: Rows,
  [first, firstLeaf]: readonly [number, number],
  { count, ends, costs }: { readonly count: number; readonly ends: Uint32Array; readonly costs: Int32Array },
): void {
  for (let end = 0; end < 2 * count; end++)
    merge(labels, firstLeaf + (end >> 1) * lanes, first + ends[end] * lanes, costs[end] * scale, lanes);
}

function mergeLanes(labels: Labels, row: number, from: number, weight: number, lanes: number): void {
  for (let lane = 0; lane < lanes; lane++) {
    const label = labels[from + lane] + weight;
    if (label < labels[row + lane]) labels[row + lane] = label;
  }
}
