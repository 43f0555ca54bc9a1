import type { FloorBytes } from "./engine.js";
import type { BenchNetwork } from "./networks/bench-network.js";

const BYTES_PER_LABEL = 4;

/** The arrays of an engine that reads every edge once from both ends, and writes one label and one result per question. */
export function defaultFloorBytes({ nodeCount, edgeFrom, facilityNodes }: BenchNetwork): FloorBytes {
  const labels = nodeCount * facilityNodes.length * BYTES_PER_LABEL;
  return { arcs: 4 * (nodeCount + 1) + 2 * edgeFrom.length * 8, labels, result: labels };
}

/**
 * Makes the floor under every engine: one pass that reads so many bytes and writes so many, and computes nothing.
 *
 * The runtime's own `memchr` and `memset` do it, for they are faster than a loop of JavaScript can be.
 */
export function buildFloor({ arcs, labels, result }: FloorBytes): () => unknown {
  // written once, so that each array has memory of its own and not the system's one page of zeros
  const read = Buffer.alloc(arcs, 1);
  const label = Buffer.alloc(labels, 1);
  const answer = Buffer.alloc(result, 1);
  return () => {
    label.fill(255);
    const absent = read.indexOf(0);
    answer.fill(2);
    return absent;
  };
}
