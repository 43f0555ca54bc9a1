// Private ways out, by doing it: find the shortest private way between any two networks, and open the shortest of all that join what
// is still apart, one after the other.

/** An edge between two nodes. */
export interface PlainEdge {
  readonly a: string;
  readonly b: string;
  readonly meters: number;
}

interface Way {
  readonly from: string;
  readonly to: string;
  readonly meters: number;
  readonly rows: readonly number[];
}

/** @returns rows of the private edges that are opened */
export function privateExitsByBruteForce(open: readonly PlainEdge[], closed: readonly PlainEdge[]): Set<number> {
  const homeOf = networksOf(open);
  const rowsAt = new Map<string, number[]>();
  closed.forEach(({ a, b }, row) => {
    for (const node of [a, b]) rowsAt.set(node, [...(rowsAt.get(node) ?? []), row]);
  });
  const ways = [...rowsAt.keys()].flatMap((node) => (homeOf.has(node) ? waysFrom(node, homeOf, closed, rowsAt) : []));
  const groupOf = new Map([...new Set(homeOf.values())].map((network) => [network, network]));
  const opened = new Set<number>();
  for (const { from, to, rows } of ways.sort((x, y) => x.meters - y.meters)) {
    const [one, other] = [groupOf.get(from), groupOf.get(to)];
    if (one === other) continue;
    for (const [network, group] of groupOf) if (group === other) groupOf.set(network, one as string);
    for (const row of rows) opened.add(row);
  }
  return opened;
}

/** The network of every node: the first node of it that was met. */
function networksOf(edges: readonly PlainEdge[]): Map<string, string> {
  const neighbors = new Map<string, string[]>();
  for (const { a, b } of edges) {
    neighbors.set(a, [...(neighbors.get(a) ?? []), b]);
    neighbors.set(b, [...(neighbors.get(b) ?? []), a]);
  }
  const networkOf = new Map<string, string>();
  for (const start of neighbors.keys()) {
    const waiting = networkOf.has(start) ? [] : [start];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (networkOf.has(node)) continue;
      networkOf.set(node, start);
      waiting.push(...(neighbors.get(node) ?? []));
    }
  }
  return networkOf;
}

/** The shortest private ways from a node to others that are on a network, whatever its own; none leads through a network. */
function waysFrom(
  start: string,
  homeOf: ReadonlyMap<string, string>,
  closed: readonly PlainEdge[],
  rowsAt: ReadonlyMap<string, readonly number[]>,
): Way[] {
  const settled = new Map<string, { meters: number; rows: readonly number[] }>();
  const waiting = [{ node: start, meters: 0, rows: [] as readonly number[] }];
  while (waiting.length > 0) {
    waiting.sort((x, y) => y.meters - x.meters);
    const { node, ...way } = waiting.pop() as (typeof waiting)[number];
    if (settled.has(node)) continue;
    settled.set(node, way);
    if (node !== start && homeOf.has(node)) continue;
    for (const row of rowsAt.get(node) ?? []) {
      const { a, b, meters } = closed[row] as PlainEdge;
      waiting.push({ node: a === node ? b : a, meters: way.meters + meters, rows: [...way.rows, row] });
    }
  }
  const from = homeOf.get(start) as string;
  return [...settled].flatMap(([node, way]) => {
    const to = homeOf.get(node);
    return to === undefined || to === from ? [] : [{ from, to, ...way }];
  });
}
