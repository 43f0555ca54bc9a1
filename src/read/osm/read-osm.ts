import { CoverageError } from "../../base/errors.js";
import { guardLive } from "../../base/guard-call.js";
import { say } from "../../base/texts/files.js";
import { notRead } from "../gis/file-errors.js";
import type { TurnOptions } from "../in-turns.js";
import { assertReadableFile } from "../recognize-file.js";
import { checkOsmInput } from "./check-osm-input.js";
import type { OsmReading } from "./osm-reading.js";
import { type OsmPbfOptions, readOsmPbf } from "./read-osm-pbf.js";
import { readOsmXml } from "./read-osm-xml.js";

type OsmFormat = "pbf" | "xml" | "bzip2" | "opl" | "o5m";

/** How many bytes tell a format. */
const HEAD_BYTES = 256;
/** `n1 v2 dV c3 t2020-01-01T00:00:00Z i4 uname Tkey=value x104.06 y30.66`, most of which may be left out. */
const LINE_OF_OPL = /^[nwr]-?\d+( [vdctiuTxyNM]\S*)+(\n|$)/;

/** Tells by its first bytes in which format an OpenStreetMap extract is; `null`: it is none. Packed with gzip it must be unpacked first. */
export function recognizeOsm(bytes: Uint8Array): OsmFormat | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD_BYTES));
  if (/^BZh[1-9]/.test(head)) return "bzip2";
  if (head.charCodeAt(0) === 0xff && head.charCodeAt(1) === 0xe0) return "o5m";
  // the length of a header of some bytes, its first field, and the name of the block
  if (/^\0\0[\s\S]{2}\n\tOSM(Header|Data)/.test(head)) return "pbf";
  const text = head.replaceAll("\0", "").replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "");
  if (/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<osm(Change)?[\s>]/.test(text)) return "xml";
  return LINE_OF_OPL.test(head) ? "opl" : null;
}

/** How the server writes an answer in JSON. */
const OF_OVERPASS = /^\s*\{\s*"version"\s*:\s*0\.6\b|"elements"\s*:\s*\[/;

function startsLike(bytes: Uint8Array, start: string): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES));
  return head.trimStart().startsWith(start);
}

/**
 * Reads an OpenStreetMap extract, whichever of the two formats it is in: see `readOsmPbf` and `readOsmXml`.
 *
 * @throws {CoverageError} `UNKNOWN_FORMAT` for all others, bzip2, OPL and o5m by their names; what the two readers throw
 */
export function readOsm(bytes: Uint8Array, options?: OsmPbfOptions): OsmReading;
export function readOsm(bytes: Uint8Array, options: OsmPbfOptions & TurnOptions): Promise<OsmReading>;
export function readOsm(
  bytes: Uint8Array,
  options: OsmPbfOptions & TurnOptions = {},
): OsmReading | Promise<OsmReading> {
  return guardLive("readOsm", [bytes, options], () => {
    checkOsmInput(bytes, options);
    const { path = "osm" } = options;
    const format = recognizeOsm(bytes);
    if (format === "xml" || (format === null && startsLike(bytes, "<"))) return readOsmXml(bytes, options);
    if (format === null) {
      assertReadableFile(bytes, path);
      if (startsLike(bytes, "{") && OF_OVERPASS.test(new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES))))
        throw notRead(path, say("osm.json"), say("osm.json.hint"));
    }
    if (format === null || format === "pbf") return readOsmPbf(bytes, options);
    throw new CoverageError("UNKNOWN_FORMAT", say("osm.format", { path, format: say(`osm.${format}`) }), {
      path,
      hint: say("osm.format.hint"),
    });
  });
}
