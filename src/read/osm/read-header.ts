import { PbfReader } from "pbf";
import { CoverageError } from "../../base/errors.js";
import { say } from "../../base/texts/files.js";
import type { Bounds } from "../../geo/bounds.js";
import { DamagedBytes } from "./packed-numbers.js";

/** What the reader knows how to read. */
const KNOWN_FEATURES: readonly string[] = ["OsmSchema-V0.6", "DenseNodes", "LocationsOnWays"];
const BYTES = 2;
/** The field that tells up to when changes are in the file. */
const REPLICATION_SECONDS = 32;
const NANODEGREES = 1e9;

/** What a file says of itself; `null`: it does not. */
export interface OsmHeader {
  /** The box that it holds. */
  readonly box: Bounds | null;
  /** The day up to which changes are in it, `YYYY-MM-DD`. */
  readonly day: string | null;
}

/**
 * Reads the header of a file.
 *
 * @throws {CoverageError} `UNKNOWN_FORMAT` if the file needs a reader that can do more
 */
export function readHeaderBlock(bytes: Uint8Array, path: string): OsmHeader {
  const reader = new PbfReader(bytes);
  let box: Bounds | null = null;
  let day: string | null = null;
  while (reader.pos < bytes.length) {
    const tag = reader.readVarint();
    if (tag === ((1 << 3) | BYTES)) box = readBox(reader.readBytes());
    else if (tag === REPLICATION_SECONDS << 3) day = toDay(reader.readVarint(true) * 1000);
    else if (tag === ((4 << 3) | BYTES)) {
      const feature = reader.readString();
      if (!KNOWN_FEATURES.includes(feature))
        throw new CoverageError("UNKNOWN_FORMAT", say("osm.feature", { path, feature: feature.slice(0, 60) }), {
          path,
          hint: say("osm.feature.hint"),
        });
    } else reader.skip(tag);
  }
  if (reader.pos !== bytes.length) throw new DamagedBytes();
  return { box, day };
}

/** Tells the day of a moment; `null`: it is none of this library's time. @param moment milliseconds since 1970, or as ISO 8601 writes it */
export function toDay(moment: number | string): string | null {
  const then = new Date(moment);
  const year = then.getUTCFullYear();
  return year > 2000 && year < 10_000 ? then.toISOString().slice(0, 10) : null;
}

/** @returns `null`: it is none that lies on Earth */
function readBox(bytes: Uint8Array): Bounds | null {
  const reader = new PbfReader(bytes);
  const sides = [Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN];
  while (reader.pos < bytes.length) {
    const tag = reader.readVarint();
    const side = tag >>> 3;
    if ((tag & 7) === 0 && side >= 1 && side <= 4) sides[side] = reader.readSVarint() / NANODEGREES;
    else reader.skip(tag);
  }
  const [, west, east, north, south] = sides;
  return toBox({ west, south, east, north });
}

/** Checks a box; `null`: it is none. */
export function toBox(box: Bounds): Bounds | null {
  const { west, south, east, north } = box;
  return west >= -180 && east <= 180 && west < east && south >= -90 && north <= 90 && south < north ? box : null;
}
