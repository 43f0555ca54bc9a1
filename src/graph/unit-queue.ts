const NONE = -1;
const MAX_BUCKETS = 4096;
/** Words an entry takes: node, units, next entry of the bucket. */
const WORDS = 3;

/** Nodes in the order of their labels in whole units, nearly: a bucket holds labels of a narrow range, in no order. */
export class UnitQueue {
  /** The units under which the node popped last was pushed. */
  units = 0;
  readonly #heads: Int32Array;
  readonly #shift: number;
  #entries = new Int32Array(WORDS * 1024);
  #end = 0;
  #bucket = 0;
  #lastBucket = -1;

  /** @param limit no label is larger */
  constructor(limit: number) {
    let shift = 0;
    while (limit >> shift >= MAX_BUCKETS) shift++;
    this.#shift = shift;
    this.#heads = new Int32Array((limit >> shift) + 1).fill(NONE);
  }

  push(node: number, units: number): void {
    if (this.#end === this.#entries.length) {
      const grown = new Int32Array(2 * this.#entries.length);
      grown.set(this.#entries);
      this.#entries = grown;
    }
    const bucket = units >> this.#shift;
    this.#entries[this.#end] = node;
    this.#entries[this.#end + 1] = units;
    this.#entries[this.#end + 2] = this.#heads[bucket];
    this.#heads[bucket] = this.#end;
    this.#end += WORDS;
    if (bucket < this.#bucket) this.#bucket = bucket;
    if (bucket > this.#lastBucket) this.#lastBucket = bucket;
  }

  /** Takes a node with (nearly) the least label; -1 = the queue is empty, and ready for another search. */
  pop(): number {
    for (; this.#bucket <= this.#lastBucket; this.#bucket++) {
      const entry = this.#heads[this.#bucket];
      if (entry === NONE) continue;
      this.#heads[this.#bucket] = this.#entries[entry + 2];
      this.units = this.#entries[entry + 1];
      return this.#entries[entry];
    }
    this.#end = 0;
    this.#bucket = this.#heads.length;
    this.#lastBucket = -1;
    return NONE;
  }
}
