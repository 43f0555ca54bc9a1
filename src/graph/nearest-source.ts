import { CoverageError } from "../base/errors.js";
import { guardShape } from "../base/guard-call.js";
import { say } from "../base/texts/library.js";
import { Search } from "./search.js";
import type { SearchGraph } from "./search-graph.js";

/** One entry per node. */
export interface NearestSource {
  /** Cost to the nearest source; `Infinity` = none within the cutoff. */
  readonly cost: Float64Array;
  /** Row of that source; -1 = none. A tie goes to the smaller row. */
  readonly sourceRow: Int32Array;
}

/**
 * Finds the nearest source of every node, with one search from all sources at once.
 *
 * @param graph from `buildSearchGraph`; for trips to the sources (to a shop), with direction `toSources`
 * @param sourceNodes node of each source
 * @param cutoff nodes that cost more than this stay unreached; `Infinity` = no limit
 * @throws {CoverageError} `INVALID_ARGUMENT` if a source is no node or the cutoff is negative
 * @see E. W. Dijkstra, "A note on two problems in connexion with graphs", 1959
 */
export function nearestSource(graph: SearchGraph, sourceNodes: ArrayLike<number>, cutoff: number): NearestSource {
  return guardShape("nearestSource", () => {
    if (!(cutoff >= 0)) throw new CoverageError("INVALID_ARGUMENT", say("search.cutoff", { cutoff }));
    const node = Array.from(sourceNodes);
    const wrong = node.findIndex((n) => !(Number.isInteger(n) && n >= 0 && n < graph.nodeCount));
    if (wrong >= 0)
      throw new CoverageError(
        "INVALID_ARGUMENT",
        say("search.source", {
          wrong,
          node: node[wrong],
          last: graph.nodeCount - 1,
        }),
      );
    const search = new Search(graph);
    const zeros = node.map(() => 0);
    search.run({ node, cost: zeros, owner: node.map((_, row) => row), secondQuantity: zeros }, cutoff);
    return { cost: search.cost, sourceRow: search.owner };
  });
}
