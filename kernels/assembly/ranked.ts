// AssemblyScript. The two passes over a hierarchy with the k nearest owners a node: see src/hierarchy/kernels.ts.
// A label is an owner (u32) and a cost (i32): read as one u64, the lesser number is the lesser cost, or the lesser owner.

/** Puts a label among the k of a row: ascending, each owner once, with its cheapest. It must be less than the last. */
@inline
function insert(row: usize, last: usize, label: u64): void {
  const owner = <u32>label;
  let at = row;
  let next = load<u64>(at);
  while (next < label) {
    if (<u32>next == owner) return;
    at += 8;
    next = load<u64>(at);
  }
  // everything from here on moves one place down, over the owner's old label or the last
  let moved = label;
  while (true) {
    store<u64>(at, moved);
    if (at == last || <u32>next == owner) return;
    moved = next;
    at += 8;
    next = load<u64>(at);
  }
}

@inline
function merge(row: usize, from: usize, bytes: usize, weight: u64): void {
  const last = row + bytes - 8;
  for (let at = from; at < from + bytes; at += 8) {
    const label = load<u64>(at) + weight;
    if (label >= load<u64>(last)) return;
    insert(row, last, label);
  }
}

@inline
function weightOf(cost: usize): u64 {
  return (<u64>load<u32>(cost)) << 32;
}

export function sweepRanked(k: u32, nodeCount: u32, firstUp: usize, upTarget: usize, upCost: usize, downCost: usize, labels: usize, touched: usize): void {
  const bytes = (<usize>k) << 3;
  for (let rank: u32 = 0; rank < nodeCount; rank++) {
    if (load<u8>(touched + rank) == 0) continue;
    const own = labels + <usize>rank * bytes;
    const end = load<u32>(firstUp + ((<usize>rank) << 2), 4);
    for (let arc = load<u32>(firstUp + ((<usize>rank) << 2)); arc < end; arc++) {
      const target = load<u32>(upTarget + ((<usize>arc) << 2));
      merge(labels + <usize>target * bytes, own, bytes, weightOf(upCost + ((<usize>arc) << 2)));
      store<u8>(touched + target, 1);
    }
  }
  let end = load<u32>(firstUp + ((<usize>nodeCount) << 2));
  for (let rank = nodeCount; rank-- > 0;) {
    const own = labels + <usize>rank * bytes;
    const first = load<u32>(firstUp + ((<usize>rank) << 2));
    for (let arc = first; arc < end; arc++) {
      const upper = labels + <usize>load<u32>(upTarget + ((<usize>arc) << 2)) * bytes;
      merge(own, upper, bytes, weightOf(downCost + ((<usize>arc) << 2)));
    }
    end = first;
  }
}

export function leafRanked(k: u32, leafCount: u32, ends: usize, costs: usize, labels: usize, leafLabels: usize): void {
  const bytes = (<usize>k) << 3;
  for (let end: u32 = 0; end < leafCount << 1; end++) {
    const own = leafLabels + <usize>(end >> 1) * bytes;
    const at = (<usize>end) << 2;
    merge(own, labels + <usize>load<u32>(ends + at) * bytes, bytes, weightOf(costs + at));
  }
}
