import { explainLoading } from "../../base/optional-packages.js";
import { say } from "../../base/texts/files.js";
import { damaged, notUnderstood } from "../gis/file-errors.js";
import { BYTES_OF_STEP, Pace, type Turns } from "../in-turns.js";
import { blockBytes, type RasterLayout } from "./raster-layout.js";
import { DamagedBlock, undoPredictor, unpackBlock } from "./unpack-block.js";

/** Columns and rows of a part of a raster: from the first ones up to, and without, the last ones. */
export interface RasterWindow {
  readonly firstColumn: number;
  readonly firstRow: number;
  readonly endColumn: number;
  readonly endRow: number;
}

/** The cells of a window, row by row. */
export type Cells = ArrayLike<number>;

/** What the package asks for to have its blocks unpacked by somebody else. */
interface Unpacker {
  decode(packed: ArrayBufferLike): Promise<ArrayBufferLike>;
}

const ZSTD = 50000;

/**
 * Reads the cells of a window of one band. Only the strips or tiles that it touches are unpacked, each up to the size it has.
 *
 * @param band from 0
 * @throws {CoverageError} DAMAGED_FILE, PACKAGE_MISSING
 */
export async function readBand(
  bytes: Uint8Array,
  layout: RasterLayout,
  band: number,
  { firstColumn, firstRow, endColumn, endRow }: RasterWindow,
  { path, turns }: { readonly path: string; readonly turns: Turns },
): Promise<Cells> {
  const { fromArrayBuffer } = await loadGeoTiff();
  const isWhole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
  const buffer = (isWhole ? bytes.buffer : new Uint8Array(bytes).buffer) as ArrayBuffer;
  const size = blockBytes(layout);
  const unpackZstd = layout.compression === ZSTD ? await loadZstd() : null;
  let readBytes = 0;
  const pace = new Pace(BYTES_OF_STEP);
  const unpack = async (packed: ArrayBufferLike): Promise<ArrayBufferLike> => {
    const block = unpackBlock(new Uint8Array(packed), layout.compression, size, unpackZstd);
    undoPredictor(block, layout);
    readBytes += packed.byteLength;
    if (pace.isDue(block.length)) await turns.pause(readBytes);
    const isWhole = block.byteLength === block.buffer.byteLength;
    return isWhole ? block.buffer : block.buffer.slice(block.byteOffset, block.byteOffset + block.byteLength);
  };
  // the package asks for all blocks at once: they are unpacked one after the other, so that others have their turn in between
  let before: Promise<unknown> = Promise.resolve();
  const unpacker: Unpacker = {
    decode: (packed) => {
      const own = before.then(() => unpack(packed));
      before = own;
      return own;
    },
  };
  try {
    const image = await (await fromArrayBuffer(buffer)).getImage(0);
    const [cells] = (await image.readRasters({
      window: [firstColumn, firstRow, endColumn, endRow],
      samples: [band],
      pool: { bindParameters: () => unpacker } as never,
    })) as unknown as Cells[];
    const count = (endColumn - firstColumn) * (endRow - firstRow);
    if (cells?.length !== count) throw damaged(path, say("raster.strip"));
    return cells;
  } catch (cause) {
    turns.check(); // who ended it knows why
    throw cause instanceof DamagedBlock ? damaged(path, say("raster.strip"), cause) : notUnderstood(path, cause);
  }
}

/** What geotiff has for it inside never returns from damaged bytes. */
async function loadZstd(): Promise<(packed: Uint8Array) => Uint8Array> {
  try {
    const { ZSTD: unpack } = (await import("hyparquet-compressors")).compressors;
    return (packed) => unpack?.(packed, 0) ?? packed;
  } catch (cause) {
    throw explainLoading("readPopulationRaster", "hyparquet-compressors", cause);
  }
}

async function loadGeoTiff(): Promise<typeof import("geotiff")> {
  try {
    return await import("geotiff");
  } catch (cause) {
    throw explainLoading("readPopulationRaster", "geotiff", cause);
  }
}
