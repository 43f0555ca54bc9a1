import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Answer } from "./engine.js";
import { LIMIT_METERS } from "./measurement.js";
import type { BenchNetwork } from "./networks/bench-network.js";
import { readArray } from "./networks/column-files.js";
import { CountTally, Tally } from "./tally.js";

/** Every pair of a place and a node within the limit and a metre, as scipy found them, place by place. */
interface ReferencePairs {
  readonly place: Uint32Array;
  readonly node: Uint32Array;
  readonly meters: Float64Array;
}

/** What scipy answered to the same questions. */
export class Reference {
  readonly #network: BenchNetwork;
  readonly #nearest: Float64Array;
  readonly #pairs: ReferencePairs;

  private constructor(folder: string, network: BenchNetwork) {
    this.#network = network;
    this.#nearest = readArray(join(folder, "nearest.f64"), Float64Array);
    this.#pairs = {
      place: readArray(join(folder, "pair_place.u32"), Uint32Array),
      node: readArray(join(folder, "pair_node.u32"), Uint32Array),
      meters: readArray(join(folder, "pair_meters.f64"), Float64Array),
    };
  }

  /** Reads the answers; `null` if there are none. */
  static read(networkFolder: string, network: BenchNetwork): Reference | null {
    const folder = join(networkFolder, "scipy");
    const isThere = ["nearest.f64", "pair_meters.f64"].every((name) => existsSync(join(folder, name)));
    return isThere ? new Reference(folder, network) : null;
  }

  /** Compares every node and category. */
  checkNearest(answer: Answer, rounding: number): string {
    const { nodeCount, facilityNodes } = this.#network;
    const tally = new Tally(rounding);
    facilityNodes.forEach((_, category) => {
      for (let node = 0; node < nodeCount; node++)
        tally.add(answer.at(node, category, 0), this.#nearest[category * nodeCount + node]);
    });
    return `nearest: ${tally.text("(node, category) pairs")}`;
  }

  /** Compares the `count` nearest at the places: scipy's search from a place finds them, for ways lead back as well. */
  checkNearestSome(answer: Answer, count: number, rounding: number): string {
    const tally = new Tally(rounding);
    this.#forEachPlace((place, category, meters) => {
      for (let rank = 0; rank < count; rank++) {
        const expected = meters[rank] ?? Infinity;
        tally.add(answer.at(place, category, rank), expected <= LIMIT_METERS ? expected : Infinity);
      }
    });
    return `${count} nearest at the places: ${tally.text("(place, category, rank) triples")}`;
  }

  /** Compares the counts at the places; a facility at the limit may be in or out. */
  checkCounts(answer: Answer, rounding: number): string {
    const counts = new CountTally(rounding);
    this.#forEachPlace((place, category, meters) => counts.add(answer.at(place, category, 0), meters));
    return `counts at the places: ${counts.text("(place, category) pairs")}`;
  }

  /** Compares how many nodes are within the limit of each place, and which they are by their sum. */
  checkWithin(found: readonly ArrayLike<number>[], rounding: number): string {
    const perPlace = found.map(() => ({ meters: [] as number[], nodes: new Map<number, number>() }));
    this.#pairs.place.forEach((place, i) => {
      perPlace[place]?.meters.push(this.#pairs.meters[i]);
      perPlace[place]?.nodes.set(this.#pairs.node[i], this.#pairs.meters[i]);
    });
    const counts = new CountTally(rounding);
    let strangers = 0;
    found.forEach((nodes, place) => {
      counts.add(nodes.length, perPlace[place]?.meters ?? []);
      const known = perPlace[place]?.nodes;
      for (let i = 0; i < nodes.length; i++)
        if (!((known?.get(nodes[i] as number) ?? Infinity) <= LIMIT_METERS + rounding)) strangers++;
    });
    return `within: ${counts.text("places")}, ${strangers} nodes that should not be there`;
  }

  #forEachPlace(visit: (node: number, category: number, sortedMeters: readonly number[]) => void): void {
    const { facilityNodes, placeNodes } = this.#network;
    const isFacility = facilityNodes.map((nodes) => new Set(nodes));
    const meters = Array.from(placeNodes, () => facilityNodes.map((): number[] => []));
    this.#pairs.place.forEach((place, i) => {
      isFacility.forEach((nodes, category) => {
        if (nodes.has(this.#pairs.node[i])) meters[place]?.[category]?.push(this.#pairs.meters[i]);
      });
    });
    meters.forEach((categories, place) => {
      categories.forEach((found, category) => {
        visit(
          placeNodes[place],
          category,
          found.sort((a, b) => a - b),
        );
      });
    });
  }
}
