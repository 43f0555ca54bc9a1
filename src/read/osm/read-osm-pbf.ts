import { guardLive } from "../../base/guard-call.js";
import type { Steps } from "../../base/steps.js";
import { inTurns, type TurnOptions } from "../in-turns.js";
import { guarded, type Inflate, listBlobs, unpackBlob } from "./blobs.js";
import { checkOsmInput } from "./check-osm-input.js";
import { OsmDraft, type OsmOptions, type OsmReading } from "./osm-reading.js";
import { BlockReader } from "./read-block.js";
import { type OsmHeader, readHeaderBlock } from "./read-header.js";

/** How an extract in the packed format is read. */
export interface OsmPbfOptions extends OsmOptions {
  /**
   * Unpacks zlib faster than the library does: in Node `(bytes, size) => zlib.inflateSync(bytes, { maxOutputLength: size })`. It must
   * check the sum at the end, as zlib does. Default: `fflate`.
   */
  readonly inflate?: Inflate;
}

/**
 * Reads an OpenStreetMap extract (`.osm.pbf`): streets, facilities, entrances, administrative areas, and whatever else is asked for.
 *
 * Nodes dense or plain, blocks packed with zlib or not at all, in any order; ways with missing nodes are cut at the gap; where
 * `LocationsOnWays` left nodes out, their positions are taken from the ways. Of an extract that is cut off nothing is read.
 *
 * State while reading: 16 bytes per node and 3 to 13 more to find it by its id, 22 per way, 12 per node of a way, and the tags of what is
 * kept; columns that grow have room for up to as much again; one block is unpacked at a time. A limit of the format: 32 MiB for a block.
 *
 * With `signal` or `onProgress` it reads block by block in turns with whatever else is to be done, and gives a promise.
 *
 * @throws {CoverageError} `UNKNOWN_FORMAT` for other formats, foreign packing (lz4, lzma, zstd) and features that are not known
 *   (`HistoricalInformation`); `INVALID_ENCODING` for what is cut off or damaged; `LIMIT_EXCEEDED` for blocks beyond the limits of the
 *   format; `INVALID_GEOJSON` if it holds nothing; `INVALID_ARGUMENT` for a `level` that does not close
 *
 * @example
 * ```ts
 * import { readOsmPbf } from "quarterhour/read";
 *
 * try {
 *   const { layers, neighborhoods } = readOsmPbf(new Uint8Array([0, 0, 0, 1]));
 *   neighborhoods?.rows.length; // `null` where no administrative level closes: use hexagonNeighborhoods(layers, …)
 *   layers.streets;
 * } catch (error) {
 *   (error as { code: string }).code; // → "INVALID_ENCODING"
 * }
 * ```
 */
export function readOsmPbf(bytes: Uint8Array, options?: OsmPbfOptions): OsmReading;
export function readOsmPbf(bytes: Uint8Array, options: OsmPbfOptions & TurnOptions): Promise<OsmReading>;
export function readOsmPbf(
  bytes: Uint8Array,
  options: OsmPbfOptions & TurnOptions = {},
): OsmReading | Promise<OsmReading> {
  return guardLive("readOsmPbf", [bytes, options], () => {
    checkOsmInput(bytes, options);
    return inTurns(options, bytes.length, () => readInSteps(bytes, options));
  });
}

function* readInSteps(bytes: Uint8Array, options: OsmPbfOptions): Steps<OsmReading> {
  const { path = "osm", inflate } = options;
  const draft = new OsmDraft(options, bytes.length);
  const reader = new BlockReader(draft);
  let header: OsmHeader = { box: null, day: null };
  for (const blob of listBlobs(bytes, path)) {
    if (blob.type !== "OSMHeader" && blob.type !== "OSMData") continue;
    const content = unpackBlob(blob, path, inflate);
    guarded(path, blob.offset, () => {
      if (blob.type === "OSMData") reader.read(content);
      else {
        const next = readHeaderBlock(content, path);
        header = { box: next.box ?? header.box, day: next.day ?? header.day };
      }
    });
    yield blob.offset + blob.bytes.length;
  }
  return yield* draft.finish(header);
}
