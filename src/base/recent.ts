/** The few things that were used last, by key: what is asked again is found, and memory does not grow with all that was ever asked. */
export class Recent<T> {
  #size: number;
  readonly #values = new Map<string, T>();

  /** @param size how many are kept; default: 4, as what is kept for a city is tens of megabytes each */
  constructor(size = 4) {
    this.#size = size;
  }

  /** Keeps at least so many from now on. */
  makeRoom(size: number): void {
    this.#size = Math.max(this.#size, size);
  }

  /** Gives what is known under a key, or makes it. */
  get(key: string, make: () => T): T {
    const value = this.#values.has(key) ? (this.#values.get(key) as T) : make();
    // a map keeps the order in which keys were put in
    this.#values.delete(key);
    this.#values.set(key, value);
    const [oldest] = this.#values.keys();
    if (oldest !== undefined && this.#values.size > this.#size) this.#values.delete(oldest);
    return value;
  }
}
