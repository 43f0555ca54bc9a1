import { buildNetworkFromEdges, type Network } from "./network.js";

/**
 * A network without the nodes at which a street merely bends: the edges between two crossings are one chain.
 *
 * A chain runs from a crossing to a crossing (or a dead end); its edges know where on it they lie.
 */
export interface ChainNetwork {
  /** Its nodes are the crossings; its edge `c` is chain `c`. */
  readonly crossings: Network;
  /** Cost per arc of `crossings`, in units. */
  readonly chainUnits: Float64Array;
  /** Chain of each edge of the whole network; -1 = the edge is closed both ways. */
  readonly chainOfEdge: Int32Array;
  /** Cost from the start of the chain to the nearer end of each edge, in units. */
  readonly startUnits: Float64Array;
  /** 1 = the edge's `edgeFrom` is the end that is nearer to the start of the chain. */
  readonly isForward: Uint8Array;
  /** CSR: edges of each chain, from start to end. */
  readonly firstChainEdge: Uint32Array;
  readonly chainEdge: Uint32Array;
}

/**
 * Joins the edges between crossings to chains.
 *
 * A node is passed over where exactly two open edges meet that cost the same both ways. Costs are whole units, so they add up
 * to the same bits in any order.
 *
 * @param arcUnits cost per arc; `Infinity` = closed
 */
export function contractChains(network: Network, arcUnits: Float64Array): ChainNetwork {
  return new ChainBuilder(network, arcUnits).build();
}

class ChainBuilder {
  readonly #network: Network;
  readonly #arcUnits: Float64Array;
  readonly #isPassed: Uint8Array;
  readonly #chainOfEdge: Int32Array;
  readonly #startUnits: Float64Array;
  readonly #isForward: Uint8Array;
  readonly #chainEdge: Uint32Array;
  readonly #firstChainEdge: Uint32Array;
  /** Nodes, until crossings are numbered. */
  readonly #chainFrom: Uint32Array;
  readonly #chainTo: Uint32Array;
  readonly #chainUnits: Float64Array;
  #chainCount = 0;
  #edgeCount = 0;

  constructor(network: Network, arcUnits: Float64Array) {
    const { edgeCount } = network;
    this.#network = network;
    this.#arcUnits = arcUnits;
    this.#isPassed = findPassedNodes(network, arcUnits);
    this.#chainOfEdge = new Int32Array(edgeCount).fill(-1);
    this.#startUnits = new Float64Array(edgeCount);
    this.#isForward = new Uint8Array(edgeCount);
    this.#chainEdge = new Uint32Array(edgeCount);
    this.#firstChainEdge = new Uint32Array(edgeCount + 1);
    this.#chainFrom = new Uint32Array(edgeCount);
    this.#chainTo = new Uint32Array(edgeCount);
    this.#chainUnits = new Float64Array(2 * edgeCount);
  }

  build(): ChainNetwork {
    const { nodeCount, edgeCount, edgeFrom } = this.#network;
    for (let node = 0; node < nodeCount; node++) if (this.#isPassed[node] === 0) this.#walkAllFrom(node);
    // what is left are rings without any crossing: each is cut open at one of its nodes
    for (let edge = 0; edge < edgeCount; edge++) {
      if (this.#chainOfEdge[edge] >= 0 || !this.#isOpen(edge)) continue;
      this.#isPassed[edgeFrom[edge]] = 0;
      this.#walk(edgeFrom[edge], edge);
    }
    const chains = this.#chainCount;
    return {
      crossings: this.#crossings(),
      chainUnits: this.#chainUnits.slice(0, 2 * chains),
      chainOfEdge: this.#chainOfEdge,
      startUnits: this.#startUnits,
      isForward: this.#isForward,
      firstChainEdge: this.#firstChainEdge.slice(0, chains + 1),
      chainEdge: this.#chainEdge,
    };
  }

  #walkAllFrom(node: number): void {
    const { firstOut, outArc } = this.#network;
    for (let at = firstOut[node]; at < firstOut[node + 1]; at++) {
      const edge = outArc[at] >> 1;
      if (this.#chainOfEdge[edge] < 0 && this.#isOpen(edge)) this.#walk(node, edge);
    }
  }

  /** Walks from a crossing along an edge until the next crossing. */
  #walk(start: number, firstEdge: number): void {
    const { edgeFrom, edgeTo } = this.#network;
    const chain = this.#chainCount++;
    let node = start;
    let edge = firstEdge;
    let units = 0;
    let backUnits = 0;
    do {
      const isForward = edgeFrom[edge] === node;
      this.#chainOfEdge[edge] = chain;
      this.#startUnits[edge] = units;
      this.#isForward[edge] = isForward ? 1 : 0;
      this.#chainEdge[this.#edgeCount++] = edge;
      units += this.#arcUnits[isForward ? 2 * edge : 2 * edge + 1];
      backUnits += this.#arcUnits[isForward ? 2 * edge + 1 : 2 * edge];
      node = isForward ? edgeTo[edge] : edgeFrom[edge];
      if (this.#isPassed[node] === 1) edge = this.#otherEdge(node, edge);
    } while (this.#isPassed[node] === 1);
    this.#firstChainEdge[chain + 1] = this.#edgeCount;
    this.#chainFrom[chain] = start;
    this.#chainTo[chain] = node;
    this.#chainUnits[2 * chain] = units;
    this.#chainUnits[2 * chain + 1] = backUnits;
  }

  #otherEdge(bend: number, edge: number): number {
    const { firstOut, outArc } = this.#network;
    for (let at = firstOut[bend]; at < firstOut[bend + 1]; at++) {
      const other = outArc[at] >> 1;
      if (other !== edge && this.#isOpen(other)) return other;
    }
    return edge;
  }

  #isOpen(edge: number): boolean {
    return this.#arcUnits[2 * edge] < Infinity || this.#arcUnits[2 * edge + 1] < Infinity;
  }

  #crossings(): Network {
    const { nodeCount, nodeLon, nodeLat } = this.#network;
    const numberOf = new Uint32Array(nodeCount);
    let count = 0;
    for (let node = 0; node < nodeCount; node++) if (this.#isPassed[node] === 0) numberOf[node] = count++;
    const lon = new Float64Array(count);
    const lat = new Float64Array(count);
    for (let node = 0; node < nodeCount; node++) {
      if (this.#isPassed[node] === 1) continue;
      lon[numberOf[node]] = nodeLon[node];
      lat[numberOf[node]] = nodeLat[node];
    }
    const chains = this.#chainCount;
    return buildNetworkFromEdges({
      nodeCount: count,
      nodeLon: lon,
      nodeLat: lat,
      edgeFrom: this.#chainFrom.slice(0, chains).map((node) => numberOf[node]),
      edgeTo: this.#chainTo.slice(0, chains).map((node) => numberOf[node]),
      edgeMeters: new Float64Array(chains),
      edgeStreetRow: new Uint32Array(chains),
    });
  }
}

/** Marks the nodes that are no crossings: bends, where two open edges meet that cost the same both ways, and nodes of closed edges. */
function findPassedNodes({ nodeCount, edgeCount, edgeFrom, edgeTo }: Network, arcUnits: Float64Array): Uint8Array {
  const degree = new Uint8Array(nodeCount);
  const isKept = new Uint8Array(nodeCount);
  for (let edge = 0; edge < edgeCount; edge++) {
    const units = arcUnits[2 * edge];
    const back = arcUnits[2 * edge + 1];
    if (units === Infinity && back === Infinity) continue;
    const from = edgeFrom[edge];
    const to = edgeTo[edge];
    if (degree[from] < 3) degree[from]++;
    if (degree[to] < 3) degree[to]++;
    if (units === back && from !== to) continue;
    isKept[from] = 1;
    isKept[to] = 1;
  }
  const isPassed = new Uint8Array(nodeCount);
  for (let node = 0; node < nodeCount; node++)
    isPassed[node] = degree[node] === 0 || (degree[node] === 2 && isKept[node] === 0) ? 1 : 0;
  return isPassed;
}
