import type { Seconds } from "../base/units.js";

const NO_ENTRY = -1;
const MAX_BUCKETS = 1 << 16;

/**
 * A queue of nodes by time, in buckets of equal width: those of one bucket come in any order.
 *
 * Kept from search to search, so that hundreds of searches do not allocate.
 *
 * @see R. B. Dial, "Algorithm 360: Shortest-path forest with topological ordering", 1969
 */
export class BucketQueue {
  /** Time under which the node that was taken last was put in. */
  takenSeconds: Seconds = 0;
  #head: Int32Array = new Int32Array(256).fill(NO_ENTRY);
  #node: Uint32Array = new Uint32Array(1024);
  #seconds: Float64Array = new Float64Array(1024);
  #next: Int32Array = new Int32Array(1024);
  #count = 0;
  #bucketsPerSecond = 1;
  #bucket = 0;
  #last = -1;

  /** Forgets all, and sets the width of the buckets: at best about what an edge takes. */
  reset(widthSeconds: Seconds, limitSeconds: Seconds): void {
    this.#head.fill(NO_ENTRY, 0, this.#last + 1);
    this.#count = 0;
    this.#bucket = 0;
    this.#last = -1;
    const width = Math.max(widthSeconds, limitSeconds / (MAX_BUCKETS - 1));
    this.#bucketsPerSecond = width > 0 && width < Infinity ? 1 / width : 1;
  }

  /** Puts a node in; it may be in already, at another time. */
  push(node: number, seconds: Seconds): void {
    const bucket = Math.min(MAX_BUCKETS - 1, Math.floor(seconds * this.#bucketsPerSecond));
    if (bucket >= this.#head.length) {
      const grown = new Int32Array(Math.max(bucket + 1, 2 * this.#head.length)).fill(NO_ENTRY);
      grown.set(this.#head);
      this.#head = grown;
    }
    if (bucket > this.#last) this.#last = bucket;
    if (this.#count === this.#node.length) this.#grow();
    const entry = this.#count++;
    this.#node[entry] = node;
    this.#seconds[entry] = seconds;
    this.#next[entry] = this.#head[bucket];
    this.#head[bucket] = entry;
  }

  /** Takes a node of the earliest bucket out; -1 = none is left. */
  take(): number {
    while (this.#bucket <= this.#last) {
      const entry = this.#head[this.#bucket];
      if (entry === NO_ENTRY) {
        this.#bucket++;
        continue;
      }
      this.#head[this.#bucket] = this.#next[entry];
      this.takenSeconds = this.#seconds[entry];
      return this.#node[entry];
    }
    return -1;
  }

  #grow(): void {
    const capacity = 2 * this.#node.length;
    const grown = {
      node: new Uint32Array(capacity),
      seconds: new Float64Array(capacity),
      next: new Int32Array(capacity),
    };
    grown.node.set(this.#node);
    grown.seconds.set(this.#seconds);
    grown.next.set(this.#next);
    this.#node = grown.node;
    this.#seconds = grown.seconds;
    this.#next = grown.next;
  }
}
