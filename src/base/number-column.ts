/** A column of numbers that grows while it is filled: outside of the heap of objects, which is small where millions of rows are read. */
export class NumberColumn {
  #values: Float64Array<ArrayBuffer> = new Float64Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) this.#values = doubled(this.#values);
    this.#values[this.#length++] = value;
  }

  at(row: number): number {
    return this.#values[row] as number;
  }

  /** Gives the numbers so far, in an array of their own. */
  finish(): Float64Array {
    return this.#values.slice(0, this.#length);
  }
}

/** Copies a column into one with twice the room. */
export function doubled(column: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(2 * column.length);
  larger.set(column);
  return larger;
}
