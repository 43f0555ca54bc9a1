import { checksumOf } from "../base/checksum.js";

/** A PNG begins with so many bytes of signature, and a first block of 13 bytes with length, name and check sum. */
const FIRST_BLOCK_END = 8 + 25;

/**
 * Adds texts to a PNG image, behind its first block: what stands in no picture, and is shown by whatever shows an image's properties.
 *
 * @param texts by keywords of the standard: `Title`, `Description`, `Copyright`, `Software`
 * @see ISO/IEC 15948, Portable Network Graphics, 11.3.4.5 (iTXt)
 */
export function withPngTexts(png: Uint8Array, texts: Readonly<Record<string, string>>): Uint8Array {
  const blocks = Object.entries(texts).map(([keyword, text]) => toBlock(`${keyword}\0\0\0\0\0${text}`));
  const length = blocks.reduce((sum, block) => sum + block.length, png.length);
  const all = new Uint8Array(length);
  all.set(png.subarray(0, FIRST_BLOCK_END));
  let at = FIRST_BLOCK_END;
  for (const block of blocks) {
    all.set(block, at);
    at += block.length;
  }
  all.set(png.subarray(FIRST_BLOCK_END), at);
  return all;
}

function toBlock(content: string): Uint8Array {
  const body = new TextEncoder().encode(`iTXt${content}`);
  const block = new Uint8Array(body.length + 8);
  const view = new DataView(block.buffer);
  view.setUint32(0, body.length - 4);
  block.set(body, 4);
  view.setUint32(body.length + 4, checksumOf(body));
  return block;
}
