import { say } from "../../base/texts/files.js";
import { cutOff, damaged, notRead } from "../gis/file-errors.js";
import type { TiffDirectory } from "./tiff-directory.js";

/** How the cells of a raster lie in its file. */
export interface RasterLayout {
  readonly width: number;
  readonly height: number;
  readonly bandCount: number;
  readonly bytesPerSample: number;
  readonly sample: SampleKind;
  readonly compression: number;
  /** 1: none; 2: differences; 3: differences of floating-point numbers. */
  readonly predictor: number;
  /** Of a strip or a tile, in cells. */
  readonly blockWidth: number;
  readonly blockHeight: number;
  /** Samples of all bands stand side by side. */
  readonly isInterleaved: boolean;
  readonly isLittleEndian: boolean;
}

/** Whole numbers without and with sign, floating-point numbers. */
export type SampleKind = "unsigned" | "signed" | "float";

const TAGS = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  stripOffsets: 273,
  samples: 277,
  rowsPerStrip: 278,
  stripBytes: 279,
  planar: 284,
  predictor: 317,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileBytes: 325,
  format: 339,
} as const;
/** None, LZW, Deflate (two numbers), PackBits, Zstandard. */
const COMPRESSIONS: readonly number[] = [1, 5, 8, 32946, 32773, 50000];
/** What others call theirs that are not read. */
const COMPRESSION_NAMES: Readonly<Record<number, string>> = {
  2: "CCITT",
  6: "JPEG",
  7: "JPEG",
  34712: "JPEG 2000",
  34887: "LERC",
  34925: "LZMA",
  50001: "WebP",
  50002: "JPEG XL",
};
const NO_COMPRESSION = 1;
/** What one block may unpack to. */
const MAX_BLOCK_BYTES = 268_435_456;

/**
 * Reads how the cells lie, and holds every strip or tile against the bytes of the file.
 *
 * @throws {CoverageError} DAMAGED_FILE; UNKNOWN_FORMAT for pictures, and compressions that are not read
 */
export function readLayout(tags: TiffDirectory, path: string): RasterLayout {
  const width = tags.number(TAGS.width, 0);
  const height = tags.number(TAGS.height, 0);
  const isTiled = tags.has(TAGS.tileOffsets);
  const bits = tags.numbers(TAGS.bits);
  const compression = tags.number(TAGS.compression, NO_COMPRESSION);
  if (!COMPRESSIONS.includes(compression))
    throw notRead(
      path,
      say("raster.compression", { compression: COMPRESSION_NAMES[compression] ?? compression }),
      say("raster.compression.hint", { path }),
    );
  const layout: RasterLayout = {
    width,
    height,
    bandCount: tags.number(TAGS.samples, 1),
    bytesPerSample: (bits[0] ?? 1) / 8,
    sample: sampleKindOf(tags.numbers(TAGS.format), path),
    compression,
    predictor: tags.number(TAGS.predictor, 1),
    blockWidth: isTiled ? tags.number(TAGS.tileWidth, 0) : width,
    blockHeight: isTiled ? tags.number(TAGS.tileHeight, 0) : Math.min(height, tags.number(TAGS.rowsPerStrip, height)),
    isInterleaved: tags.number(TAGS.planar, 1) === 1,
    isLittleEndian: tags.isLittleEndian,
  };
  const { bytesPerSample, sample, predictor } = layout;
  // whole numbers of 64 bits are read by no package
  const isWhole = (sample === "float" ? [4, 8] : [1, 2, 4]).includes(bytesPerSample);
  if (!isWhole || !bits.every((own) => own === bits[0]))
    throw notRead(path, say("raster.bits", { bits: bits.join(", ").slice(0, 40) }), say("raster.bits.hint", { path }));
  if (![1, 2, 3].includes(predictor) || (predictor === 3 && sample !== "float"))
    throw damaged(path, say("raster.tags"));
  checkBlocks(layout, tags, isTiled, path);
  return layout;
}

function sampleKindOf(formats: readonly number[], path: string): SampleKind {
  const [format = 1] = formats;
  const kind = format === 1 ? "unsigned" : format === 2 ? "signed" : format === 3 ? "float" : null;
  if (kind === null && format <= 6)
    throw notRead(path, say("raster.sampleKind", { format }), say("raster.bits.hint", { path }));
  if (kind === null || formats.some((own) => own !== format)) throw damaged(path, say("raster.tags"));
  return kind;
}

/** Bytes of a whole strip or tile when unpacked. */
export function blockBytes(layout: RasterLayout): number {
  return layout.blockHeight * rowBytes(layout);
}

/** Bytes of one row of a strip or tile. */
export function rowBytes({ blockWidth, bytesPerSample, isInterleaved, bandCount }: RasterLayout): number {
  return blockWidth * bytesPerSample * (isInterleaved ? bandCount : 1);
}

function checkBlocks(layout: RasterLayout, tags: TiffDirectory, isTiled: boolean, path: string): void {
  const { width, height, bandCount, blockWidth, blockHeight, compression, isInterleaved, isLittleEndian } = layout;
  const sizes = [width, height, bandCount, blockWidth, blockHeight];
  if (!sizes.every((size) => Number.isInteger(size) && size >= 1)) throw damaged(path, say("raster.tags"));
  const size = blockBytes(layout);
  if (size > MAX_BLOCK_BYTES) throw notRead(path, say("raster.block", { size }), say("raster.block.hint", { path }));
  const columns = Math.ceil(width / blockWidth);
  const rows = Math.ceil(height / blockHeight);
  const offsets = tags.numbers(isTiled ? TAGS.tileOffsets : TAGS.stripOffsets);
  const lengths = tags.numbers(isTiled ? TAGS.tileBytes : TAGS.stripBytes);
  const needed = columns * rows * (isInterleaved ? 1 : bandCount);
  if (offsets.length < needed || lengths.length < needed) throw damaged(path, say("raster.tags"));
  for (let i = 0; i < needed; i++) {
    const length = lengths[i] as number;
    const end = (offsets[i] as number) + length;
    if (end > tags.byteLength) throw cutOff(path, end, tags.byteLength);
    // a block that is not there is filled in the machine's own order of bytes
    if (length === 0 && !isLittleEndian) throw damaged(path, say("raster.tags"));
    const row = Math.floor(i / columns) % rows;
    const rowsHere = isTiled ? blockHeight : Math.min(blockHeight, height - row * blockHeight);
    if (compression === NO_COMPRESSION && length !== 0 && length < rowsHere * rowBytes(layout))
      throw damaged(path, say("raster.strip"));
  }
}
