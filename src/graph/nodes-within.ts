import { CoverageError } from "../base/errors.js";
import { checkColumns, guardShape } from "../base/guard-call.js";
import { say } from "../base/texts/library.js";
import { hilbertOrder } from "../geo/hilbert-order.js";
import { checkNetwork, type Network } from "./network.js";

const NONE = -1;
/** The largest limit: two costs still add up within a signed 32-bit number. */
const MAX_LIMIT = 0x3fff_ffff;
const MAX_BUCKETS = 32;

/**
 * Finds the nodes within a cost of a place, again and again: "who is within 15 minutes of each of these 500 schools?"
 *
 * Costs are whole units. Inside, nodes are numbered along a Hilbert curve, so that what is reached lies together in memory.
 *
 * @see R. B. Dial, "Algorithm 360: Shortest-path forest with topological ordering", 1969
 */
export class NodesWithin {
  /** The nodes reached by the last search: the first `count` entries, in no meaningful order. */
  readonly nodes: Uint32Array;
  /** Cost of each of them, in units. */
  readonly units: Int32Array;
  count = 0;

  readonly #limit: number;
  readonly #nodeAt: Uint32Array;
  readonly #placeOf: Uint32Array;
  /** Label and first arc of each place, two by two: what is read together lies together. */
  readonly #places: Int32Array;
  /** Place of the target and cost of each arc, two by two. */
  readonly #arcs: Int32Array;
  readonly #reached: Uint32Array;
  readonly #bucketHead: Int32Array;
  readonly #bucketShift: number;
  /** Place, label and next entry of the bucket, three by three. */
  #entries: Int32Array = new Int32Array(3 * 4096);

  /**
   * @param network the streets as a graph
   * @param arcUnits cost per arc (`2 * edge` forward, `2 * edge + 1` back) in whole units, >= 0; more than `limit` = closed
   * @param options `direction`: `fromPlace`, trips start at the place, or `toPlace`, they end there; `limit`: in units
   * @throws {CoverageError} `INVALID_ARGUMENT` if the limit is no whole number from 0 to 2^30 - 1, or the columns do not match
   */
  constructor(
    network: Network,
    arcUnits: Int32Array,
    options: { readonly direction: "fromPlace" | "toPlace"; readonly limit: number },
  ) {
    const { direction, limit } = guardShape("NodesWithin", () => {
      checkNetwork(network);
      checkColumns("arcs", { arcUnits }, { arcUnits: 0 });
      return { direction: options.direction, limit: options.limit };
    });
    if (!Number.isInteger(limit) || limit < 0 || limit > MAX_LIMIT)
      throw new CoverageError("INVALID_ARGUMENT", say("search.limit", { limit, most: MAX_LIMIT }));
    if (arcUnits.length !== 2 * network.edgeCount)
      throw new CoverageError(
        "INVALID_ARGUMENT",
        say("search.arcUnits", {
          arcUnitsCount: arcUnits.length,
          expected: 2 * network.edgeCount,
        }),
      );
    const { nodeCount } = network;
    this.#limit = limit;
    this.#nodeAt = hilbertOrder(network.nodeLon, network.nodeLat);
    this.#placeOf = new Uint32Array(nodeCount);
    for (let place = 0; place < nodeCount; place++) this.#placeOf[this.#nodeAt[place]] = place;
    this.#places = new Int32Array(2 * nodeCount + 2).fill(MAX_LIMIT + 1);
    this.#arcs = this.#layOut(network, arcUnits, direction === "toPlace" ? 1 : 0);
    this.#reached = new Uint32Array(nodeCount);
    this.nodes = new Uint32Array(nodeCount);
    this.units = new Int32Array(nodeCount);
    let shift = 0;
    while (limit >> shift >= MAX_BUCKETS) shift++;
    this.#bucketShift = shift;
    this.#bucketHead = new Int32Array((limit >> shift) + 1).fill(NONE);
  }

  /** Searches from a node. @returns `count` @throws {CoverageError} `INVALID_ARGUMENT` if there is no such node */
  from(node: number): number {
    if (!(Number.isInteger(node) && node >= 0 && node < this.nodes.length))
      throw new CoverageError("INVALID_ARGUMENT", say("search.node", { node, last: this.nodes.length - 1 }));
    const found = this.#search(this.#placeOf[node]);
    const { nodes, units } = this;
    const [places, reached, nodeAt] = [this.#places, this.#reached, this.#nodeAt] as const;
    for (let i = 0; i < found; i++) {
      const place = reached[i];
      nodes[i] = nodeAt[place];
      units[i] = places[2 * place];
      places[2 * place] = MAX_LIMIT + 1;
    }
    this.count = found;
    return found;
  }

  /** Labels the places within the limit and lists them. One loop, nothing called: it is all there is to do. */
  #search(start: number): number {
    const [places, arcs, reached, heads] = [this.#places, this.#arcs, this.#reached, this.#bucketHead] as const;
    const [limit, shift] = [this.#limit, this.#bucketShift];
    let entries: Int32Array = this.#entries;
    let entryEnd = 3;
    let found = 1;
    places[2 * start] = 0;
    reached[0] = start;
    entries[0] = start;
    entries[1] = 0;
    entries[2] = NONE;
    heads[0] = 0;
    for (let bucket = 0; bucket < heads.length; bucket++) {
      for (let entry = heads[bucket]; entry !== NONE; entry = heads[bucket]) {
        heads[bucket] = entries[entry + 2];
        const place = entries[entry];
        const cost = entries[entry + 1];
        // stale: a cheaper way was found meanwhile
        if (places[2 * place] !== cost) continue;
        const first = places[2 * place + 1];
        const end = places[2 * place + 3];
        if (entryEnd + 3 * (end - first) > entries.length) entries = this.#growEntries();
        for (let arc = first; arc < end; arc++) {
          const arrival = cost + arcs[2 * arc + 1];
          if (arrival > limit) continue;
          const target = arcs[2 * arc];
          const known = places[2 * target];
          if (arrival >= known) continue;
          if (known > limit) reached[found++] = target;
          places[2 * target] = arrival;
          entries[entryEnd] = target;
          entries[entryEnd + 1] = arrival;
          entries[entryEnd + 2] = heads[arrival >> shift];
          heads[arrival >> shift] = entryEnd;
          entryEnd += 3;
        }
      }
    }
    return found;
  }

  #growEntries(): Int32Array {
    const grown = new Int32Array(2 * this.#entries.length + 3 * this.#nodeAt.length);
    grown.set(this.#entries);
    this.#entries = grown;
    return grown;
  }

  #layOut({ nodeCount, firstOut, outArc, outTarget }: Network, arcUnits: Int32Array, flip: number): Int32Array {
    const arcs = new Int32Array(2 * outArc.length);
    let count = 0;
    this.#places[1] = 0;
    for (let place = 0; place < nodeCount; place++) {
      const node = this.#nodeAt[place];
      for (let at = firstOut[node]; at < firstOut[node + 1]; at++, count++) {
        arcs[2 * count] = this.#placeOf[outTarget[at]];
        arcs[2 * count + 1] = Math.min(arcUnits[outArc[at] ^ flip], this.#limit + 1);
      }
      this.#places[2 * place + 3] = count;
    }
    return arcs;
  }
}
