// AssemblyScript. The two passes over a hierarchy with the k nearest owners a node: see src/hierarchy/kernels.ts.

const OWNERS: f64 = 4194304;
const OWNER_MASK: i64 = 4194303;

@inline
function ownerOf(label: f64): i64 {
  return i64(label) & OWNER_MASK;
}

/** Puts a label among the k of a row: ascending, each owner once, with its cheapest. It must belong there: be less than the last. */
function insert(row: usize, lastOffset: usize, label: f64): void {
  const owner = ownerOf(label);
  let at: usize = 0;
  while (load<f64>(row + at) < label) {
    if (ownerOf(load<f64>(row + at)) == owner) return;
    at += 8;
  }
  // everything from here on moves one place down, over the owner's old label or the last
  let moved = label;
  for (; at <= lastOffset; at += 8) {
    const next = load<f64>(row + at);
    store<f64>(row + at, moved);
    if (next == Infinity || ownerOf(next) == owner) return;
    moved = next;
  }
}

@inline
function merge(row: usize, from: usize, lastOffset: usize, weight: f64): void {
  for (let at: usize = 0; at <= lastOffset; at += 8) {
    const label = load<f64>(from + at) + weight;
    if (!(label < load<f64>(row + lastOffset))) return;
    insert(row, lastOffset, label);
  }
}

@inline
function weightOf(cost: usize): f64 {
  return <f64>load<i32>(cost) * OWNERS;
}

export function sweepRanked(
  k: u32,
  nodeCount: u32,
  firstUp: usize,
  upTarget: usize,
  upCost: usize,
  downCost: usize,
  labels: usize,
  touched: usize,
): void {
  const bytes = (<usize>k) << 3;
  const last = bytes - 8;
  for (let rank: u32 = 0; rank < nodeCount; rank++) {
    if (load<u8>(touched + rank) == 0) continue;
    const own = labels + <usize>rank * bytes;
    const end = load<u32>(firstUp + ((<usize>rank) << 2), 4);
    for (let arc = load<u32>(firstUp + ((<usize>rank) << 2)); arc < end; arc++) {
      const target = load<u32>(upTarget + ((<usize>arc) << 2));
      merge(labels + <usize>target * bytes, own, last, weightOf(upCost + ((<usize>arc) << 2)));
      store<u8>(touched + target, 1);
    }
  }
  let end = load<u32>(firstUp + ((<usize>nodeCount) << 2));
  for (let rank = nodeCount; rank-- > 0; ) {
    const own = labels + <usize>rank * bytes;
    const first = load<u32>(firstUp + ((<usize>rank) << 2));
    for (let arc = first; arc < end; arc++) {
      const upper = labels + <usize>load<u32>(upTarget + ((<usize>arc) << 2)) * bytes;
      merge(own, upper, last, weightOf(downCost + ((<usize>arc) << 2)));
    }
    end = first;
  }
}

export function leafRanked(k: u32, leafCount: u32, ends: usize, costs: usize, labels: usize, leafLabels: usize): void {
  const bytes = (<usize>k) << 3;
  const last = bytes - 8;
  for (let end: u32 = 0; end < leafCount << 1; end++) {
    const own = leafLabels + <usize>(end >> 1) * bytes;
    merge(
      own,
      labels + <usize>load<u32>(ends + ((<usize>end) << 2)) * bytes,
      last,
      weightOf(costs + ((<usize>end) << 2)),
    );
  }
}
