import type { Network } from "./network.js";

/**
 * Finds the nodes from which there is a way to any of some nodes.
 *
 * @param arcOpen per arc, 1 = open
 * @returns per node, 1 = there is a way
 */
export function nodesWithWay(network: Network, arcOpen: Uint8Array, goals: Iterable<number>): Uint8Array {
  const { nodeCount, firstOut, outArc, outTarget } = network;
  const hasWay = new Uint8Array(nodeCount);
  const found = new Uint32Array(nodeCount);
  let foundCount = 0;
  const see = (node: number) => {
    if (hasWay[node] === 1) return;
    hasWay[node] = 1;
    found[foundCount++] = node;
  };
  for (const node of goals) see(node);
  for (let i = 0; i < foundCount; i++) {
    const node = found[i];
    // the arc that leads here is the other one of its edge
    for (let at = firstOut[node]; at < firstOut[node + 1]; at++) if (arcOpen[outArc[at] ^ 1] === 1) see(outTarget[at]);
  }
  return hasWay;
}
