const CLEAR = 256;
const END = 257;
const FIRST_FREE = 258;
const MAX_CODES = 4096;

/**
 * Unpacks LZW as TIFF writes it: the highest bit first, codes of 9 to 12 bits, wider one code early.
 *
 * @param size the most that may come out: what would go beyond is damaged, and is not written
 * @returns `null` for damaged bytes
 * @see Adobe, TIFF Revision 6.0, section 13, 1992
 */
export function unpackLzw(packed: Uint8Array, size: number): Uint8Array | null {
  const output = new Uint8Array(size);
  // a code stands for bytes that were written before: where they begin, and how many they are
  const start = new Uint32Array(MAX_CODES);
  const length = new Uint32Array(MAX_CODES).fill(1, 0, CLEAR);
  let free = FIRST_FREE;
  let width = 9;
  let previous = -1;
  let written = 0;
  let bits = 0;
  let bitCount = 0;
  for (let at = 0; ; ) {
    for (; bitCount < width && at < packed.length; bitCount += 8) bits = (bits << 8) | (packed[at++] as number);
    if (bitCount < width) break; // some writers leave out the last code
    bitCount -= width;
    const code = (bits >>> bitCount) & ((1 << width) - 1);
    bits &= (1 << bitCount) - 1;
    if (code === END) break;
    if (code === CLEAR) {
      free = FIRST_FREE;
      width = 9;
      previous = -1;
      continue;
    }
    const before = previous < 0 ? 0 : (length[previous] as number);
    // the code that is about to be made: what was written last, and its first byte once more
    const isNext = code === free && previous >= 0;
    if (code > CLEAR && code >= free && !isNext) return null;
    const count = isNext ? before + 1 : (length[code] as number);
    if (written + count > size) return null;
    if (previous >= 0 && free < MAX_CODES) {
      start[free] = written - before;
      length[free] = before + 1;
      free++;
    }
    if (code < CLEAR) output[written] = code;
    else for (let i = 0, from = start[code] as number; i < count; i++) output[written + i] = output[from + i] as number;
    written += count;
    if (free >= (1 << width) - 1 && width < 12) width++;
    previous = code;
  }
  return output.subarray(0, written);
}
