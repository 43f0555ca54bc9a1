const CLEAR = 256;
const END = 257;
/** Before codes would be wider than 12 bits. */
const MAX_CODES = 4094;

/** Packs bytes by LZW as TIFF has it, for rasters to measure with. @see Adobe, TIFF Revision 6.0, section 13, 1992 */
export function packLzw(bytes: Uint8Array): Uint8Array {
  const output: number[] = [];
  let [bits, bitCount, width] = [0, 0, 9];
  const write = (code: number) => {
    bits = (bits << width) | code;
    bitCount += width;
    for (; bitCount >= 8; bitCount -= 8) output.push((bits >>> (bitCount - 8)) & 255);
    bits &= (1 << bitCount) - 1;
  };
  let codes = new Map<number, number>();
  let free = END + 1;
  let prefix = -1;
  write(CLEAR);
  for (const byte of bytes) {
    const longer = prefix < 0 ? byte : codes.get(prefix * 256 + byte);
    if (longer !== undefined) {
      prefix = longer;
      continue;
    }
    write(prefix);
    codes.set(prefix * 256 + byte, free++);
    prefix = byte;
    if (free > (1 << width) - 1) width++;
    if (free < MAX_CODES) continue;
    write(prefix);
    write(CLEAR);
    codes = new Map();
    [free, width, prefix] = [END + 1, 9, -1];
  }
  if (prefix >= 0) write(prefix);
  write(END);
  if (bitCount > 0) output.push((bits << (8 - bitCount)) & 255);
  return Uint8Array.from(output);
}
