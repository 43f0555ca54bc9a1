import type { PbfReader } from "pbf";

/** Thrown where bytes are not what the format says; whoever reads the file names it. */
export class DamagedBytes extends Error {}

const SCALE_28 = 268_435_456;
/** Seven bits each: 64 bits, and no more. */
const MOST_BYTES = 10;

/**
 * Reads the numbers of a packed field one after the other. Nothing is allocated for a number, and nothing is checked: who has read a field
 * to its end asks whether that was its end.
 */
export class PackedNumbers {
  /** Where the next number begins. */
  at = 0;
  /** After the last one. */
  end = 0;
  #bytes: Uint8Array = new Uint8Array(0);

  /** Turns to another field. @throws {DamagedBytes} if it reaches beyond the bytes */
  reset(bytes: Uint8Array, start: number, end: number): void {
    if (!(start <= end && end <= bytes.length)) throw new DamagedBytes();
    this.#bytes = bytes;
    this.at = start;
    this.end = end;
  }

  /** Whether there are more. */
  get hasNext(): boolean {
    return this.at < this.end;
  }

  /** Checks that the last number ended where the field ends. @throws {DamagedBytes} */
  assertRead(): void {
    if (this.at !== this.end) throw new DamagedBytes();
  }

  /** Reads an unsigned number; those beyond 2^53 lose digits. */
  next(): number {
    const first = this.#bytes[this.at++];
    return first < 0x80 ? first : this.#rest(first & 0x7f);
  }

  /** Reads a number with a sign (`sint64`, zigzag). */
  nextSigned(): number {
    const bytes = this.#bytes;
    const first = bytes[this.at++];
    if (first < 0x80) return (first >>> 1) ^ -(first & 1);
    const second = bytes[this.at];
    if (second < 0x80) {
      this.at++;
      const short = (first & 0x7f) | (second << 7);
      return (short >>> 1) ^ -(short & 1);
    }
    return signed(this.#rest(first & 0x7f));
  }

  /**
   * Reads all numbers that are left, each with a sign and the difference to the one before, into a list.
   *
   * @param sums has room for as many as there are bytes
   * @returns after the last one
   * @throws {DamagedBytes} if the last one does not end where the field ends
   */
  readSums(sums: Float64Array, start: number): number {
    const bytes = this.#bytes;
    const { end } = this;
    let { at } = this;
    let sum = 0;
    let count = start;
    while (at < end) {
      let byte = bytes[at++];
      let low = byte & 0x7f;
      for (let shift = 7; byte >= 0x80 && shift < 28; shift += 7) {
        byte = bytes[at++];
        low |= (byte & 0x7f) << shift;
      }
      if (byte < 0x80) sum += (low >>> 1) ^ -(low & 1);
      else {
        this.at = at;
        sum += signed(this.#high(low));
        ({ at } = this);
      }
      sums[count++] = sum;
    }
    this.at = at;
    this.assertRead();
    return count;
  }

  /** The first seven bits are known: reads the others. */
  #rest(known: number): number {
    const bytes = this.#bytes;
    let low = known;
    let byte = 0;
    for (let shift = 7; shift < 28; shift += 7) {
      byte = bytes[this.at++];
      low |= (byte & 0x7f) << shift;
      if (byte < 0x80) return low;
    }
    return this.#high(low);
  }

  /** The first 28 bits are known: reads the others. */
  #high(low: number): number {
    const bytes = this.#bytes;
    let value = low;
    let scale = SCALE_28;
    for (let count = 4; count < MOST_BYTES; count++) {
      const byte = bytes[this.at++];
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
    throw new DamagedBytes(); // beyond the bytes, too: what is not there is never below 0x80
  }
}

/** Undoes the zigzag of a number without a sign. */
function signed(value: number): number {
  if (value < SCALE_28) return (value >>> 1) ^ -(value & 1);
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
}

/** Checks of several fields that they were read to their ends. @throws {DamagedBytes} */
export function assertRead(...fields: readonly PackedNumbers[]): void {
  for (const numbers of fields) numbers.assertRead();
}

/** Reads the length of a message. @returns where it ends @throws {DamagedBytes} if that is beyond what it lies in */
export function endOf(reader: PbfReader, limit: number): number {
  const end = reader.readVarint() + reader.pos;
  if (!(end <= limit)) throw new DamagedBytes();
  return end;
}
