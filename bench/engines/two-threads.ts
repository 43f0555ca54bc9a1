import { Worker } from "node:worker_threads";
import { boundsOfColumns, widenBounds } from "../../src/geo/bounds.js";
import type { EngineUnderTest } from "../engine.js";
import type { StreetColumns } from "../networks/bench-network.js";
import type { PartColumns, ToPart } from "./part-of-network.js";
import { toMeters } from "./units.js";

const SCRIPT = new URL("part-worker.ts", import.meta.url);
/** Threads do not inherit that TypeScript is understood. */
const PROGRAM = `import(${JSON.stringify(import.meta.resolve("tsx/esm/api"))}).then(({ register }) => {
  register();
  return import(${JSON.stringify(SCRIPT.href)});
});`;

/**
 * The library's engine on two threads, split by place as the library's pool splits a city: each has half of the nodes, and of the
 * streets what lies within the limit around them. Nearest only; answers stay with the threads until they are asked for.
 */
export const twoThreads: EngineUnderTest = {
  name: "hierarchy, two threads",
  threads: 2,
  async prepare(streets, limitMeters) {
    // threads start while the network is cut
    const parts = [new Part(), new Part()];
    const halves = halve(streets, limitMeters);
    await Promise.all(parts.map((part, i) => part.prepare(halves[i] as Half, limitMeters)));
    return {
      roundingMeters: 1e-3,
      nearest: async (categories) => {
        await Promise.all(parts.map((part) => part.nearest(categories)));
        return {
          at: (node, category) => {
            const part = parts.find((one) => one.owns(node)) as Part;
            return toMeters(part.unitsAt(node, category), limitMeters);
          },
        };
      },
      close: () => {
        for (const part of parts) part.close();
      },
    };
  },
};

interface Half extends PartColumns {
  /** Number of each node in this half; -1 = not in it. */
  readonly localOf: Int32Array;
}

/** A thread with its half of the network. */
class Part {
  readonly #worker: Worker = new Worker(PROGRAM, { eval: true });
  #localOf: Int32Array = new Int32Array();
  #ownCount = 0;
  #answer: Int32Array | null = null;
  #columnCount = 0;

  prepare({ localOf, ...columns }: Half, limitMeters: number): Promise<void> {
    this.#localOf = localOf;
    this.#ownCount = columns.ownCount;
    return this.#ask({ kind: "prepare", columns, limitMeters });
  }

  nearest(categories: readonly Uint32Array[]): Promise<void> {
    const localOf = this.#localOf;
    this.#answer = null;
    this.#columnCount = categories.length;
    const here = categories.map((nodes) =>
      nodes.filter((node) => (localOf[node] ?? -1) >= 0).map((node) => localOf[node] ?? 0),
    );
    return this.#ask({ kind: "nearest", categories: here });
  }

  owns(node: number): boolean {
    const local = this.#localOf[node] ?? -1;
    return local >= 0 && local < this.#ownCount;
  }

  /** Fetches the answer, the first time. */
  unitsAt(node: number, category: number): number {
    this.#answer ??= this.#fetch();
    return this.#answer[category * this.#ownCount + (this.#localOf[node] ?? 0)] ?? 0;
  }

  close(): void {
    void this.#worker.terminate();
  }

  #fetch(): Int32Array {
    const answer = new Int32Array(new SharedArrayBuffer(4 * this.#columnCount * this.#ownCount));
    const isDone = new Int32Array(new SharedArrayBuffer(4));
    this.#worker.postMessage({ kind: "copy", answer, isDone } satisfies ToPart);
    Atomics.wait(isDone, 0, 0);
    return answer;
  }

  #ask(message: ToPart): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#worker.removeAllListeners();
      this.#worker.once("message", () => resolve());
      this.#worker.once("error", reject);
      this.#worker.postMessage(message);
    });
  }
}

/** Cuts a network in two, west and east of its nodes' mean. */
function halve(streets: StreetColumns, limitMeters: number): Half[] {
  const { nodeLon, nodeLat, nodeCount } = streets;
  const middle = nodeLon.reduce((sum, lon) => sum + lon, 0) / nodeCount;
  return [true, false].map((isWest) => {
    const own = Uint8Array.from(nodeLon, (lon) => (lon < middle === isWest ? 1 : 0));
    const box = widenBounds(
      boundsOfColumns(
        nodeLon.filter((_, node) => own[node] === 1),
        nodeLat.filter((_, node) => own[node] === 1),
      ),
      limitMeters,
    );
    const localOf = new Int32Array(nodeCount).fill(-1);
    let count = 0;
    for (let node = 0; node < nodeCount; node++) if (own[node] === 1) localOf[node] = count++;
    const ownCount = count;
    for (let node = 0; node < nodeCount; node++) {
      const lon = nodeLon[node] ?? 0;
      if (own[node] === 0 && lon >= box.west && lon <= box.east) localOf[node] = count++;
    }
    return { ...restrict(streets, localOf, count), ownCount, localOf };
  });
}

function restrict(streets: StreetColumns, localOf: Int32Array, nodeCount: number): StreetColumns {
  const { edgeFrom, edgeTo, edgeMeters } = streets;
  const local = (node: number | undefined) => localOf[node ?? 0] ?? -1;
  const isIn = edgeFrom.map((from, edge) => (local(from) >= 0 && local(edgeTo[edge]) >= 0 ? 1 : 0));
  const lon = new Float64Array(nodeCount);
  const lat = new Float64Array(nodeCount);
  localOf.forEach((node, whole) => {
    if (node < 0) return;
    lon[node] = streets.nodeLon[whole] ?? 0;
    lat[node] = streets.nodeLat[whole] ?? 0;
  });
  return {
    nodeCount,
    nodeLon: lon,
    nodeLat: lat,
    edgeFrom: edgeFrom.filter((_, edge) => isIn[edge] === 1).map(local),
    edgeTo: edgeTo.filter((_, edge) => isIn[edge] === 1).map(local),
    edgeMeters: edgeMeters.filter((_, edge) => isIn[edge] === 1),
  };
}
