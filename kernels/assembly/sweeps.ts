// AssemblyScript. The two passes over a hierarchy, on labels of several lanes a node: see src/hierarchy/kernels.ts, which
// says what each function does, and src/hierarchy/plain-sweeps.ts, which does the same in TypeScript.
// All pointers are in bytes. A label row is `vectors` times 16 bytes; `vectors` is 1 to 4, and known when this is compiled.

/** Packed labels are cost * OWNERS + owner. */
const OWNERS: f64 = 4194304;

@inline
function rowOf(labels: usize, row: u32, vectors: i32): usize {
  return labels + <usize>row * ((<usize>vectors) << 4);
}

@inline
function weightOf<T>(cost: usize): v128 {
  if (isInteger<T>()) return i32x4.splat(load<i32>(cost));
  return f64x2.splat(<f64>load<i32>(cost) * OWNERS);
}

/** What a row holds that was not touched: `UNREACHED`, or `Infinity`. */
@inline
function empty<T>(): v128 {
  if (isInteger<T>()) return i32x4.splat(0x40000000);
  return f64x2.splat(Infinity);
}

@inline
function cheaper<T>(known: v128, label: v128, weight: v128): v128 {
  if (isInteger<T>()) return i32x4.min_s(known, i32x4.add(label, weight));
  return f64x2.pmin(known, f64x2.add(label, weight));
}

@inline
function sweepUp<T>(
  vectors: i32,
  nodeCount: u32,
  firstUp: usize,
  upTarget: usize,
  upCost: usize,
  labels: usize,
  touched: usize,
): void {
  for (let rank: u32 = 0; rank < nodeCount; rank++) {
    if (load<u8>(touched + rank) == 0) continue;
    const own = rowOf(labels, rank, vectors);
    const a = v128.load(own);
    const b = vectors > 1 ? v128.load(own, 16) : a;
    const c = vectors > 2 ? v128.load(own, 32) : a;
    const d = vectors > 3 ? v128.load(own, 48) : a;
    const end = load<u32>(firstUp + ((<usize>rank) << 2), 4);
    for (let arc = load<u32>(firstUp + ((<usize>rank) << 2)); arc < end; arc++) {
      const at = (<usize>arc) << 2;
      const target = load<u32>(upTarget + at);
      const weight = weightOf<T>(upCost + at);
      const upper = rowOf(labels, target, vectors);
      if (load<u8>(touched + target) != 0) {
        v128.store(upper, cheaper<T>(v128.load(upper), a, weight));
        if (vectors > 1) v128.store(upper, cheaper<T>(v128.load(upper, 16), b, weight), 16);
        if (vectors > 2) v128.store(upper, cheaper<T>(v128.load(upper, 32), c, weight), 32);
        if (vectors > 3) v128.store(upper, cheaper<T>(v128.load(upper, 48), d, weight), 48);
      } else {
        store<u8>(touched + target, 1);
        v128.store(upper, cheaper<T>(empty<T>(), a, weight));
        if (vectors > 1) v128.store(upper, cheaper<T>(empty<T>(), b, weight), 16);
        if (vectors > 2) v128.store(upper, cheaper<T>(empty<T>(), c, weight), 32);
        if (vectors > 3) v128.store(upper, cheaper<T>(empty<T>(), d, weight), 48);
      }
    }
  }
}

@inline
function pull<T>(vectors: i32, own: usize, isEmpty: bool, labels: usize, targets: usize, costs: usize, from: u32, to: u32): void {
  let a = empty<T>();
  let b = a;
  let c = a;
  let d = a;
  if (!isEmpty) {
    a = v128.load(own);
    if (vectors > 1) b = v128.load(own, 16);
    if (vectors > 2) c = v128.load(own, 32);
    if (vectors > 3) d = v128.load(own, 48);
  }
  for (let arc = from; arc < to; arc++) {
    const at = (<usize>arc) << 2;
    const upper = rowOf(labels, load<u32>(targets + at), vectors);
    const weight = weightOf<T>(costs + at);
    a = cheaper<T>(a, v128.load(upper), weight);
    if (vectors > 1) b = cheaper<T>(b, v128.load(upper, 16), weight);
    if (vectors > 2) c = cheaper<T>(c, v128.load(upper, 32), weight);
    if (vectors > 3) d = cheaper<T>(d, v128.load(upper, 48), weight);
  }
  v128.store(own, a);
  if (vectors > 1) v128.store(own, b, 16);
  if (vectors > 2) v128.store(own, c, 32);
  if (vectors > 3) v128.store(own, d, 48);
}

/** Writes the costs of a rank, whose row is final: of four at a time, when the lowest of them is done. */
@inline
function layOut(vectors: i32, nodeCount: u32, rank: u32, labels: usize, lanes: u32, out: usize): void {
  const plane = (<usize>nodeCount) << 2;
  const from = rowOf(labels, rank, vectors);
  const to = out + ((<usize>rank) << 2);
  if (rank >= (nodeCount & ~3)) {
    for (let lane: u32 = 0; lane < lanes; lane++) {
      store<i32>(to + <usize>lane * plane, load<i32>(from + ((<usize>lane) << 2)));
    }
  } else if ((rank & 3) == 0) {
    for (let lane: u32 = 0; lane < lanes; lane += 4) {
      transpose(from + ((<usize>lane) << 2), (<usize>vectors) << 4, to + <usize>lane * plane, plane, lanes - lane);
    }
  }
}

/** `lanes`: of how many lanes costs are laid out; none for labels of another kind. */
@inline
function sweepOf<T>(
  vectors: i32,
  nodeCount: u32,
  firstUp: usize,
  upTarget: usize,
  upCost: usize,
  downCost: usize,
  labels: usize,
  touched: usize,
  lanes: u32,
  out: usize,
): void {
  sweepUp<T>(vectors, nodeCount, firstUp, upTarget, upCost, labels, touched);
  let end = load<u32>(firstUp + ((<usize>nodeCount) << 2));
  for (let rank = nodeCount; rank-- > 0; ) {
    const first = load<u32>(firstUp + ((<usize>rank) << 2));
    const isEmpty = load<u8>(touched + rank) == 0;
    pull<T>(vectors, rowOf(labels, rank, vectors), isEmpty, labels, upTarget, downCost, first, end);
    if (isInteger<T>()) layOut(vectors, nodeCount, rank, labels, lanes, out);
    end = first;
  }
}

@inline
function leavesOf<T>(vectors: i32, leafCount: u32, ends: usize, costs: usize, labels: usize, leafLabels: usize): void {
  for (let leaf: u32 = 0; leaf < leafCount; leaf++) {
    pull<T>(vectors, rowOf(leafLabels, leaf, vectors), false, labels, ends, costs, leaf << 1, (leaf << 1) + 2);
  }
}

export function sweepCosts(
  vectors: i32,
  nodeCount: u32,
  firstUp: usize,
  upTarget: usize,
  upCost: usize,
  downCost: usize,
  labels: usize,
  touched: usize,
  lanes: u32,
  out: usize,
): void {
  if (vectors == 1) sweepOf<i32>(1, nodeCount, firstUp, upTarget, upCost, downCost, labels, touched, lanes, out);
  else if (vectors == 2) sweepOf<i32>(2, nodeCount, firstUp, upTarget, upCost, downCost, labels, touched, lanes, out);
  else if (vectors == 3) sweepOf<i32>(3, nodeCount, firstUp, upTarget, upCost, downCost, labels, touched, lanes, out);
  else sweepOf<i32>(4, nodeCount, firstUp, upTarget, upCost, downCost, labels, touched, lanes, out);
}

export function sweepOwners(
  vectors: i32,
  nodeCount: u32,
  firstUp: usize,
  upTarget: usize,
  upCost: usize,
  downCost: usize,
  labels: usize,
  touched: usize,
): void {
  if (vectors == 1) sweepOf<f64>(1, nodeCount, firstUp, upTarget, upCost, downCost, labels, touched, 0, 0);
  else if (vectors == 2) sweepOf<f64>(2, nodeCount, firstUp, upTarget, upCost, downCost, labels, touched, 0, 0);
  else if (vectors == 3) sweepOf<f64>(3, nodeCount, firstUp, upTarget, upCost, downCost, labels, touched, 0, 0);
  else sweepOf<f64>(4, nodeCount, firstUp, upTarget, upCost, downCost, labels, touched, 0, 0);
}

export function leafOwners(
  vectors: i32,
  leafCount: u32,
  ends: usize,
  costs: usize,
  labels: usize,
  leafLabels: usize,
): void {
  if (vectors == 1) leavesOf<f64>(1, leafCount, ends, costs, labels, leafLabels);
  else if (vectors == 2) leavesOf<f64>(2, leafCount, ends, costs, labels, leafLabels);
  else if (vectors == 3) leavesOf<f64>(3, leafCount, ends, costs, labels, leafLabels);
  else leavesOf<f64>(4, leafCount, ends, costs, labels, leafLabels);
}

/** Turns a square of 4 x 4 labels over; only `lanes` rows of the result are written. */
@inline
function transpose(from: usize, stride: usize, to: usize, plane: usize, lanes: u32): void {
  const a = v128.load(from);
  const b = v128.load(from + stride);
  const c = v128.load(from + 2 * stride);
  const d = v128.load(from + 3 * stride);
  const e = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
  const f = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
  v128.store(to, v128.shuffle<i64>(e, f, 0, 2));
  if (lanes > 1) v128.store(to + plane, v128.shuffle<i64>(e, f, 1, 3));
  if (lanes < 3) return;
  const g = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
  const h = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
  v128.store(to + 2 * plane, v128.shuffle<i64>(g, h, 0, 2));
  if (lanes > 3) v128.store(to + 3 * plane, v128.shuffle<i64>(g, h, 1, 3));
}
