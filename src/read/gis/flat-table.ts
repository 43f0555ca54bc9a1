/** What is wrong inside a table, before whoever reads it knows the file's name. */
export class OutOfBounds extends Error {}

/**
 * A table of FlatBuffers that believes nothing: every offset and every length is held against the bytes the table may lie in.
 *
 * @see FlatBuffers, Internals, "Tables" and "Vectors"
 */
export class FlatTable {
  readonly #view: DataView;
  readonly #at: number;
  readonly #from: number;
  readonly #to: number;
  readonly #vtable: number;
  readonly #vtableBytes: number;

  /** @param at where the table begins; its parts lie between `from` and `to` */
  constructor(view: DataView, at: number, from: number, to: number) {
    this.#view = view;
    this.#from = from;
    this.#to = to;
    this.#at = this.#inside(at, 4);
    this.#vtable = this.#inside(at - view.getInt32(at, true), 4);
    this.#vtableBytes = view.getUint16(this.#vtable, true);
    this.#inside(this.#vtable, Math.max(4, this.#vtableBytes));
  }

  /** Opens the root of a buffer with its size in front. @param from where the size stands */
  static root(view: DataView, from: number, to: number): FlatTable {
    if (from + 8 > to) throw new OutOfBounds();
    return new FlatTable(view, from + 4 + view.getUint32(from + 4, true), from + 4, to);
  }

  #inside(at: number, length: number): number {
    if (!(at >= this.#from && at + length <= this.#to)) throw new OutOfBounds();
    return at;
  }

  /** Where a field of so many bytes stands; `null`: the table has none. */
  #field(number: number, bytes: number): number | null {
    const slot = 4 + 2 * number;
    if (slot + 2 > this.#vtableBytes) return null;
    const offset = this.#view.getUint16(this.#vtable + slot, true);
    return offset === 0 ? null : this.#inside(this.#at + offset, bytes);
  }

  uint16(number: number, otherwise: number): number {
    const at = this.#field(number, 2);
    return at === null ? otherwise : this.#view.getUint16(at, true);
  }

  /** A whole number of 64 bits, as a number. */
  uint64(number: number): number {
    const at = this.#field(number, 8);
    return at === null ? 0 : Number(this.#view.getBigUint64(at, true));
  }

  /** Where the elements of a vector begin, and how many there are; `null`: the table has none. */
  vector(number: number, elementBytes: number): { readonly at: number; readonly length: number } | null {
    const field = this.#field(number, 4);
    if (field === null) return null;
    const at = this.#inside(field + this.#view.getUint32(field, true), 4);
    const length = this.#view.getUint32(at, true);
    this.#inside(at + 4, length * elementBytes);
    return { at: at + 4, length };
  }

  table(number: number): FlatTable | null {
    const field = this.#field(number, 4);
    if (field === null) return null;
    return new FlatTable(this.#view, field + this.#view.getUint32(field, true), this.#from, this.#to);
  }

  tables(number: number): FlatTable[] {
    const vector = this.vector(number, 4);
    if (vector === null) return [];
    return Array.from({ length: vector.length }, (_, i) => {
      const at = vector.at + 4 * i;
      return new FlatTable(this.#view, at + this.#view.getUint32(at, true), this.#from, this.#to);
    });
  }
}
