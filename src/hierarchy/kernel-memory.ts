const PAGE_BYTES = 65_536;
/** Rows of labels start at cache lines. */
const ALIGNMENT = 64;

/**
 * The memory that kernels work in: one buffer, given out from bottom to top.
 *
 * Views are cut anew whenever they are needed: the buffer may move when it grows.
 */
export class KernelMemory {
  readonly #wasm: WebAssembly.Memory | null;
  #buffer: ArrayBuffer;
  #top = 0;

  /** @param wasm the memory of WebAssembly kernels; `null` for those in TypeScript */
  constructor(wasm: WebAssembly.Memory | null) {
    this.#wasm = wasm;
    this.#buffer = wasm === null ? new ArrayBuffer(PAGE_BYTES) : (wasm.buffer as ArrayBuffer);
  }

  get buffer(): ArrayBuffer {
    return this.#buffer;
  }

  /** Reserves bytes; they may hold anything. @returns a pointer */
  reserve(bytes: number): number {
    const pointer = Math.ceil(this.#top / ALIGNMENT) * ALIGNMENT;
    this.#top = pointer + bytes;
    if (this.#top > this.#buffer.byteLength) this.#grow(this.#top);
    return pointer;
  }

  /** Reserves room for a column and copies it there. @returns a pointer */
  place(column: Uint32Array | Int32Array): number {
    const pointer = this.reserve(column.byteLength);
    new Uint8Array(this.#buffer, pointer, column.byteLength).set(
      new Uint8Array(column.buffer, column.byteOffset, column.byteLength),
    );
    return pointer;
  }

  /** Runs `work`, and gives back whatever it reserves. */
  borrow<T>(work: () => T): T {
    const top = this.#top;
    try {
      return work();
    } finally {
      this.#top = top;
    }
  }

  bytes(pointer: number, length: number): Uint8Array {
    return new Uint8Array(this.#buffer, pointer, length);
  }

  int32(pointer: number, length: number): Int32Array {
    return new Int32Array(this.#buffer, pointer, length);
  }

  uint32(pointer: number, length: number): Uint32Array {
    return new Uint32Array(this.#buffer, pointer, length);
  }

  float64(pointer: number, length: number): Float64Array {
    return new Float64Array(this.#buffer, pointer, length);
  }

  #grow(bytes: number): void {
    if (this.#wasm === null) {
      const grown = new ArrayBuffer(Math.ceil((1.25 * bytes) / PAGE_BYTES) * PAGE_BYTES);
      new Uint8Array(grown).set(new Uint8Array(this.#buffer));
      this.#buffer = grown;
      return;
    }
    this.#wasm.grow(Math.ceil((bytes - this.#buffer.byteLength) / PAGE_BYTES));
    this.#buffer = this.#wasm.buffer as ArrayBuffer;
  }
}
