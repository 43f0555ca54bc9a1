// AssemblyScript. Searches from 16 sources at once that touch only what they reach: see src/hierarchy/kernels.ts.
// A set of ranks is two bitmaps: a bit a rank, and a bit for each word of the first that is not 0.

@inline
function wordAt(bits: usize, index: u32): usize {
  return bits + ((<usize>index) << 2);
}

@inline
function addToSet(ranks: usize, words: usize, rank: u32): void {
  const at = wordAt(ranks, rank >> 5);
  store<u32>(at, load<u32>(at) | (1 << (rank & 31)));
  const above = wordAt(words, rank >> 10);
  store<u32>(above, load<u32>(above) | (1 << ((rank >> 5) & 31)));
}

/** Relaxes the arcs of a rank; targets that some lane reaches, where its label is negative, join the set. */
@inline
function relax(
  rank: u32,
  first: usize,
  targets: usize,
  costs: usize,
  labels: usize,
  ranks: usize,
  words: usize,
): void {
  const own = labels + ((<usize>rank) << 6);
  const a = v128.load(own);
  const b = v128.load(own, 16);
  const c = v128.load(own, 32);
  const d = v128.load(own, 48);
  const end = load<u32>(wordAt(first, rank), 4);
  for (let arc = load<u32>(wordAt(first, rank)); arc < end; arc++) {
    const weight = i32x4.splat(load<i32>(wordAt(costs, arc)));
    const e = i32x4.add(a, weight);
    const f = i32x4.add(b, weight);
    const g = i32x4.add(c, weight);
    const h = i32x4.add(d, weight);
    if (i32x4.bitmask(v128.or(v128.or(e, f), v128.or(g, h))) == 0) continue;
    const target = load<u32>(wordAt(targets, arc));
    const row = labels + ((<usize>target) << 6);
    v128.store(row, i32x4.min_s(v128.load(row), e));
    v128.store(row, i32x4.min_s(v128.load(row, 16), f), 16);
    v128.store(row, i32x4.min_s(v128.load(row, 32), g), 32);
    v128.store(row, i32x4.min_s(v128.load(row, 48), h), 48);
    addToSet(ranks, words, target);
  }
}

export function spread(
  nodeCount: u32,
  firstUp: usize,
  upTarget: usize,
  upCost: usize,
  firstDown: usize,
  downTarget: usize,
  downCost: usize,
  labels: usize,
  ranks: usize,
  words: usize,
  reached: usize,
): u32 {
  const wordCount = (nodeCount + 1023) >> 10;
  for (let above: u32 = 0; above < wordCount; above++) {
    let left = load<u32>(wordAt(words, above));
    while (left != 0) {
      const word = (above << 5) + ctz(left);
      let bits = load<u32>(wordAt(ranks, word));
      while (bits != 0) {
        const bit = ctz(bits);
        relax((word << 5) + bit, firstUp, upTarget, upCost, labels, ranks, words);
        // arcs lead up, so new bits are higher ones
        bits = bit == 31 ? 0 : load<u32>(wordAt(ranks, word)) & ((<u32>0xffffffff) << (bit + 1));
      }
      left = (word & 31) == 31 ? 0 : load<u32>(wordAt(words, above)) & ((<u32>0xffffffff) << ((word & 31) + 1));
    }
  }
  let count: u32 = 0;
  for (let above = wordCount; above-- > 0; ) {
    while (load<u32>(wordAt(words, above)) != 0) {
      const word = (above << 5) + 31 - clz(load<u32>(wordAt(words, above)));
      while (load<u32>(wordAt(ranks, word)) != 0) {
        const bit = 31 - clz(load<u32>(wordAt(ranks, word)));
        const rank = (word << 5) + bit;
        relax(rank, firstDown, downTarget, downCost, labels, ranks, words);
        store<u32>(wordAt(ranks, word), load<u32>(wordAt(ranks, word)) & ~(1 << bit));
        store<u32>(wordAt(reached, count++), rank);
      }
      store<u32>(wordAt(words, above), load<u32>(wordAt(words, above)) & ~(1 << (word & 31)));
    }
  }
  return count;
}

@inline
function lanesWithin(a: v128, b: v128, c: v128, d: v128): u32 {
  // 32 bits to 16 to 8, each keeping its sign
  return i8x16.bitmask(i8x16.narrow_i16x8_s(i16x8.narrow_i32x4_s(a, b), i16x8.narrow_i32x4_s(c, d)));
}

@inline
function countLanes(lanes: u32, columns: usize, row: usize): void {
  while (lanes != 0) {
    const at = row + load<u32>(wordAt(columns, ctz(lanes)));
    store<u32>(at, load<u32>(at) + 1);
    lanes &= lanes - 1;
  }
}

export function countNodes(
  reachedCount: u32,
  reached: usize,
  labels: usize,
  columns: usize,
  counts: usize,
  rowBytes: u32,
): void {
  for (let i: u32 = 0; i < reachedCount; i++) {
    const rank = load<u32>(wordAt(reached, i));
    const own = labels + ((<usize>rank) << 6);
    const lanes = lanesWithin(v128.load(own), v128.load(own, 16), v128.load(own, 32), v128.load(own, 48));
    countLanes(lanes, columns, counts + <usize>rank * rowBytes);
  }
}

export function countLeaves(
  reachedCount: u32,
  reached: usize,
  labels: usize,
  columns: usize,
  counts: usize,
  rowBytes: u32,
  firstLeafEnd: usize,
  leafEnd: usize,
  ends: usize,
  costs: usize,
): void {
  for (let i: u32 = 0; i < reachedCount; i++) {
    const rank = load<u32>(wordAt(reached, i));
    const last = load<u32>(wordAt(firstLeafEnd, rank), 4);
    for (let at = load<u32>(wordAt(firstLeafEnd, rank)); at < last; at++) {
      const end = load<u32>(wordAt(leafEnd, at));
      const own = labels + ((<usize>rank) << 6);
      const other = labels + ((<usize>load<u32>(wordAt(ends, end ^ 1))) << 6);
      const weight = i32x4.splat(load<i32>(wordAt(costs, end)));
      const otherWeight = i32x4.splat(load<i32>(wordAt(costs, end ^ 1)));
      const lanes = lanesWithin(
        i32x4.add(v128.load(own), weight),
        i32x4.add(v128.load(own, 16), weight),
        i32x4.add(v128.load(own, 32), weight),
        i32x4.add(v128.load(own, 48), weight),
      );
      const otherLanes = lanesWithin(
        i32x4.add(v128.load(other), otherWeight),
        i32x4.add(v128.load(other, 16), otherWeight),
        i32x4.add(v128.load(other, 32), otherWeight),
        i32x4.add(v128.load(other, 48), otherWeight),
      );
      // over both ends: its first end counts it; a loop's two ends are one node, and both count the first's lanes only once
      countLanes((end & 1) == 0 ? lanes : lanes & ~otherLanes, columns, counts + <usize>(end >> 1) * rowBytes);
    }
  }
}

export function forget(reachedCount: u32, reached: usize, labels: usize): void {
  const unreached = i32x4.splat(0x40000000);
  for (let i: u32 = 0; i < reachedCount; i++) {
    const own = labels + ((<usize>load<u32>(wordAt(reached, i))) << 6);
    v128.store(own, unreached);
    v128.store(own, unreached, 16);
    v128.store(own, unreached, 32);
    v128.store(own, unreached, 48);
  }
}
