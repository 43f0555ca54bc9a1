// AssemblyScript. The two passes over a hierarchy with the k nearest owners a node, four columns side by side: see
// src/hierarchy/kernels.ts. A row is k labels of 32 bytes, ascending in every lane: four costs, then the four owners of these.
// A cost of UNREACHED or more is no label; where a label stops being one, its cost is set beyond all others.

const LABEL_BYTES: usize = 32;

@inline
function rowOf(labels: usize, row: u32, k: u32): usize {
  return labels + <usize>row * (<usize>k << 5);
}

/** The lanes where a label comes before another: the lesser cost, or the lesser owner at equal cost. */
@inline
function isBefore(cost: v128, owner: v128, otherCost: v128, otherOwner: v128): v128 {
  return v128.or(
    i32x4.gt_s(otherCost, cost),
    v128.and(i32x4.eq(cost, otherCost), i32x4.gt_s(otherOwner, owner)),
  );
}

/** Fills a row that holds nothing yet with the labels at `from`, for `weight` more. */
@inline
function copy(k: u32, row: usize, from: usize, weight: v128): void {
  const unreached = i32x4.splat(0x40000000);
  const end = from + (<usize>k << 5);
  for (; from < end; from += LABEL_BYTES) {
    const cost = i32x4.add(v128.load(from), weight);
    v128.store(row, i32x4.min_s(cost, unreached));
    // all bits set: no owner
    v128.store(row, v128.or(v128.load(from, 16), i32x4.ge_s(cost, unreached)), 16);
    row += LABEL_BYTES;
  }
}

/** Lowers a row to what it is over the labels at `from`, for `weight` more; each owner once, with its cheapest. */
@inline
function merge(k: u32, row: usize, from: usize, weight: v128): void {
  const none = i32x4.splat(0x7fffffff);
  const last = row + (<usize>(k - 1) << 5);
  for (let first = row; first <= last; first += LABEL_BYTES) {
    let cost = i32x4.add(v128.load(from), weight);
    let owner = v128.load(from, 16);
    from += LABEL_BYTES;
    // labels ascend: if this one comes in nowhere, neither do those after it
    if (!v128.any_true(i32x4.le_s(cost, v128.load(last)))) return;
    const fresh = owner;
    // the i-th label comes after i others, which can only turn it away
    for (let at = row; at < first; at += LABEL_BYTES) {
      cost = v128.or(cost, v128.and(i32x4.eq(fresh, v128.load(at, 16)), none));
    }
    for (let at = first; at <= last; at += LABEL_BYTES) {
      const knownCost = v128.load(at);
      const knownOwner = v128.load(at, 16);
      const before = isBefore(cost, owner, knownCost, knownOwner);
      const costs = v128.and(v128.xor(cost, knownCost), before);
      const owners = v128.and(v128.xor(owner, knownOwner), before);
      v128.store(at, v128.xor(knownCost, costs));
      v128.store(at, v128.xor(knownOwner, owners), 16);
      // what stood here moves on, unless it is the owner's own old label, or a cheaper one that turns the new one away
      cost = v128.or(v128.xor(cost, costs), v128.and(i32x4.eq(fresh, knownOwner), none));
      owner = v128.xor(owner, owners);
    }
  }
}

@inline
function weightOf(cost: usize): v128 {
  return i32x4.splat(load<i32>(cost));
}

@inline
function clear(k: u32, row: usize): void {
  for (let at = row; at < row + (<usize>k << 5); at += LABEL_BYTES) {
    v128.store(at, i32x4.splat(0x40000000));
    v128.store(at, i32x4.splat(-1), 16);
  }
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
  for (let rank: u32 = 0; rank < nodeCount; rank++) {
    if (load<u8>(touched + rank) == 0) continue;
    const own = rowOf(labels, rank, k);
    const end = load<u32>(firstUp + ((<usize>rank) << 2), 4);
    for (let arc = load<u32>(firstUp + ((<usize>rank) << 2)); arc < end; arc++) {
      const target = load<u32>(upTarget + ((<usize>arc) << 2));
      const weight = weightOf(upCost + ((<usize>arc) << 2));
      const upper = rowOf(labels, target, k);
      if (load<u8>(touched + target) != 0) merge(k, upper, own, weight);
      else {
        store<u8>(touched + target, 1);
        copy(k, upper, own, weight);
      }
    }
  }
  let end = load<u32>(firstUp + ((<usize>nodeCount) << 2));
  for (let rank = nodeCount; rank-- > 0; ) {
    const own = rowOf(labels, rank, k);
    const first = load<u32>(firstUp + ((<usize>rank) << 2));
    let isEmpty = load<u8>(touched + rank) == 0;
    for (let arc = first; arc < end; arc++) {
      const upper = rowOf(labels, load<u32>(upTarget + ((<usize>arc) << 2)), k);
      const weight = weightOf(downCost + ((<usize>arc) << 2));
      if (isEmpty) copy(k, own, upper, weight);
      else merge(k, own, upper, weight);
      isEmpty = false;
    }
    if (isEmpty) clear(k, own);
    end = first;
  }
}

export function leafRanked(k: u32, leafCount: u32, ends: usize, costs: usize, labels: usize, leafLabels: usize): void {
  for (let end: u32 = 0; end < leafCount << 1; end++) {
    const at = (<usize>end) << 2;
    merge(k, rowOf(leafLabels, end >> 1, k), rowOf(labels, load<u32>(ends + at), k), weightOf(costs + at));
  }
}
