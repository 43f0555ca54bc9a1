const NONE = -1;
const ABSENT = 0xffff;

/** Nodes by their number of neighbors, first come first served: doubly linked lists over typed arrays. */
export class DegreeQueue {
  size = 0;
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  readonly #next: Int32Array;
  readonly #previous: Int32Array;
  /** Degree under which a node is listed, or `ABSENT`. */
  readonly #degree: Uint16Array;
  /** No node has a smaller degree. */
  #least = 0;

  constructor(nodeCount: number, degreeLimit: number) {
    this.#first = new Int32Array(degreeLimit + 1).fill(NONE);
    this.#last = new Int32Array(degreeLimit + 1).fill(NONE);
    this.#next = new Int32Array(nodeCount);
    this.#previous = new Int32Array(nodeCount);
    this.#degree = new Uint16Array(nodeCount).fill(ABSENT);
  }

  /** Gives the smallest degree in the queue, which must not be empty. */
  leastDegree(): number {
    while (this.#first[this.#least] === NONE) this.#least++;
    return this.#least;
  }

  /** Takes out the node that was first to have the smallest degree; the queue must not be empty. */
  pop(): number {
    const node = this.#first[this.leastDegree()];
    this.remove(node);
    return node;
  }

  insert(node: number, degree: number): void {
    this.#degree[node] = degree;
    this.#next[node] = NONE;
    const last = this.#last[degree];
    this.#previous[node] = last;
    if (last === NONE) this.#first[degree] = node;
    else this.#next[last] = node;
    this.#last[degree] = node;
    if (degree < this.#least) this.#least = degree;
    this.size++;
  }

  remove(node: number): void {
    const degree = this.#degree[node];
    const previous = this.#previous[node];
    const next = this.#next[node];
    if (previous === NONE) this.#first[degree] = next;
    else this.#next[previous] = next;
    if (next === NONE) this.#last[degree] = previous;
    else this.#previous[next] = previous;
    this.#degree[node] = ABSENT;
    this.size--;
  }

  /** Lists a node under its new degree, if it is in the queue. */
  update(node: number, degree: number): void {
    const known = this.#degree[node];
    if (known === ABSENT || known === degree) return;
    this.remove(node);
    this.insert(node, degree);
  }
}
