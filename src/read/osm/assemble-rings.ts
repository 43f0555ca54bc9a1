/** Nodes in a row; the last one is the first one again. */
export type NodeRing = readonly number[];

/**
 * Joins lines to rings, whatever their directions and order: each stretch between two nodes is used once, and what several lines
 * have in common an even number of times is no border of what they enclose.
 *
 * A ring never touches itself: where a line would pass a node twice, it becomes two rings.
 *
 * @param lines nodes of each
 * @returns `null`: they do not close: from some node an odd number of stretches leads away
 */
export function assembleRings(lines: readonly ArrayLike<number>[]): readonly NodeRing[] | null {
  const stretches = [...distinctStretches(lines).values()];
  const byNode = new Map<number, number[]>();
  stretches.forEach((ends, stretch) => {
    for (const node of ends) {
      const own = byNode.get(node);
      if (own === undefined) byNode.set(node, [stretch]);
      else own.push(stretch);
    }
  });
  for (const own of byNode.values()) if (own.length % 2 === 1) return null;
  const isUsed = new Uint8Array(stretches.length);
  const rings: NodeRing[] = [];
  for (let first = 0; first < stretches.length; first++) {
    if (isUsed[first] === 1) continue;
    splitIntoRings(walkFrom(first, stretches, byNode, isUsed), rings);
  }
  return rings;
}

type Ends = readonly [from: number, to: number];

/** Those that come an odd number of times. */
function distinctStretches(lines: readonly ArrayLike<number>[]): Map<string, Ends> {
  const found = new Map<string, Ends>();
  for (const nodes of lines)
    for (let i = 1; i < nodes.length; i++) {
      const [from, to] = [nodes[i - 1], nodes[i]];
      if (from === to) continue;
      const key = from < to ? `${from} ${to}` : `${to} ${from}`;
      if (!found.delete(key)) found.set(key, [from, to]);
    }
  return found;
}

/** Every node has an even number of stretches: whoever goes on as long as there is one comes back to where he began. */
function walkFrom(
  first: number,
  stretches: readonly Ends[],
  byNode: ReadonlyMap<number, number[]>,
  isUsed: Uint8Array,
): number[] {
  const [start, second] = stretches[first];
  const path = [start, second];
  isUsed[first] = 1;
  for (let node = second; ; ) {
    const left = byNode.get(node) ?? [];
    while (left.length > 0 && isUsed[left[left.length - 1]] === 1) left.pop();
    const next = left.pop();
    if (next === undefined) return path;
    isUsed[next] = 1;
    const [from, to] = stretches[next];
    node = from === node ? to : from;
    path.push(node);
  }
}

function splitIntoRings(path: readonly number[], rings: NodeRing[]): void {
  const open: number[] = [];
  const placeOf = new Map<number, number>();
  for (const node of path) {
    const place = placeOf.get(node);
    if (place === undefined) {
      placeOf.set(node, open.length);
      open.push(node);
      continue;
    }
    rings.push([...open.slice(place), node]);
    for (const left of open.splice(place + 1)) placeOf.delete(left);
  }
}
