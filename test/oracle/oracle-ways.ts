import type { RandomNetwork } from "../support/random-network.js";

/** Cost of the cheapest way between any two nodes, by trying every node as a stop: `[from][to]`. R. W. Floyd, 1962. */
export function cheapestWays({ network, arcUnits }: RandomNetwork): number[][] {
  const { nodeCount, edgeCount, edgeFrom, edgeTo } = network;
  const ways = Array.from({ length: nodeCount }, (_, a) =>
    Array.from({ length: nodeCount }, (_, b) => (a === b ? 0 : Infinity)),
  );
  const offer = (from: number, to: number, cost: number) => {
    const row = ways[from] as number[];
    if (cost >= 0 && cost < (row[to] as number)) row[to] = cost;
  };
  for (let edge = 0; edge < edgeCount; edge++) {
    offer(edgeFrom[edge] as number, edgeTo[edge] as number, arcUnits[2 * edge] as number);
    offer(edgeTo[edge] as number, edgeFrom[edge] as number, arcUnits[2 * edge + 1] as number);
  }
  for (let stop = 0; stop < nodeCount; stop++)
    for (let from = 0; from < nodeCount; from++)
      for (let to = 0; to < nodeCount; to++)
        offer(from, to, (ways[from]?.[stop] ?? Infinity) + (ways[stop]?.[to] ?? Infinity));
  return ways;
}
