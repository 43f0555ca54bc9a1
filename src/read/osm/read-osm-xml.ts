import { SaxesParser } from "saxes";
import { CoverageError } from "../../base/errors.js";
import { guardLive } from "../../base/guard-call.js";
import type { Steps } from "../../base/steps.js";
import { say } from "../../base/texts/files.js";
import type { Phrase } from "../../base/texts/phrase.js";
import { isEncoding } from "../encoding-names.js";
import { inTurns, type TurnOptions } from "../in-turns.js";
import { checkOsmInput } from "./check-osm-input.js";
import { OsmDraft, type OsmOptions, type OsmReading } from "./osm-reading.js";
import { SeveralVersions, WrongElement, XmlElements } from "./xml-elements.js";

/** How much is decoded at a time: some hundredths of a second. */
const PIECE_BYTES = 1 << 18;

/**
 * Reads an OpenStreetMap extract as XML (`.osm`, and what Overpass and JOSM write), unpacked: whoever has a `.osm.gz` unpacks it first.
 *
 * Gives the same as `readOsmPbf` of the same extract. Objects that are marked as deleted (`visible="false"`, `action="delete"`) are
 * counted and passed over. An answer of Overpass that says to be incomplete, and a file with several versions of an object are refused.
 *
 * With `signal` or `onProgress` it reads in turns with whatever else is to be done, and gives a promise.
 *
 * @param input the bytes (UTF-8, UTF-16 with a byte order mark, or as its first line says), or the text
 * @throws {CoverageError} `UNKNOWN_FORMAT` for other XML and a history; `INVALID_ENCODING` for what is cut off, not well-formed, or has ids or positions
 *   that are no numbers; `INVALID_GEOJSON` if it holds nothing; `INVALID_ARGUMENT` for a `level` that does not close
 *
 * @example
 * ```ts
 * import { readOsmXml } from "quarterhour/read";
 *
 * const text = `<osm version="0.6">
 *   <node id="1" lat="30.66" lon="104.06"><tag k="amenity" v="pharmacy"/></node>
 * </osm>`;
 * readOsmXml(text).layers.facilities.rows[0]?.id; // → "node/1"
 * ```
 */
export function readOsmXml(input: Uint8Array | string, options?: OsmOptions): OsmReading;
export function readOsmXml(input: Uint8Array | string, options: OsmOptions & TurnOptions): Promise<OsmReading>;
export function readOsmXml(
  input: Uint8Array | string,
  options: OsmOptions & TurnOptions = {},
): OsmReading | Promise<OsmReading> {
  return guardLive("readOsmXml", [input, options], () => {
    checkOsmInput(input, options, "text");
    return inTurns(options, input.length, () => readInSteps(input, options));
  });
}

function* readInSteps(input: Uint8Array | string, options: OsmOptions): Steps<OsmReading> {
  const { path = "osm" } = options;
  const draft = new OsmDraft(options);
  const elements = new XmlElements(draft);
  const parser = new SaxesParser();
  let depth = 0;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (depth++ === 0) {
      assertRoot(name, path);
      elements.dated(attributes.timestamp);
    } else if (name === "remark") remark = "";
    else elements.open(name, attributes);
  });
  let remark: string | null = null;
  parser.on("text", (text) => {
    if (remark !== null) remark += text;
  });
  parser.on("closetag", ({ name }) => {
    depth--;
    elements.close(name);
    if (remark !== null && /error|timed out|out of memory/i.test(remark)) throw new Incomplete(remark);
    remark = null;
  });
  try {
    for (const { piece, end } of piecesOf(input)) {
      parser.write(piece);
      yield end;
    }
    parser.close();
  } catch (cause) {
    if (cause instanceof CoverageError) throw cause;
    if (cause instanceof SeveralVersions) throw aHistory(path);
    throw wrong(path, parser.line, problemOf(cause, depth), cause);
  }
  return yield* draft.finish(elements);
}

/** Decodes bytes piece by piece: a text of them all may be longer than a text can be. */
function* piecesOf(input: Uint8Array | string): Generator<{ readonly piece: string; readonly end: number }> {
  if (typeof input === "string") {
    for (let end = 0; end < input.length; ) {
      const start = end;
      end = Math.min(input.length, start + PIECE_BYTES);
      yield { piece: input.slice(start, end), end };
    }
    return;
  }
  const isLittleEndian = input[0] === 0xff && input[1] === 0xfe;
  const isBigEndian = input[0] === 0xfe && input[1] === 0xff;
  const label = isLittleEndian ? "utf-16le" : isBigEndian ? "utf-16be" : declaredEncoding(input);
  if (!isEncoding(label)) throw new WrongEncoding(label, false);
  const decoder = new TextDecoder(label, { fatal: true });
  const decode = (piece?: Uint8Array): string => {
    try {
      return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
    } catch {
      throw new WrongEncoding(decoder.encoding, true);
    }
  };
  for (let start = 0; start < input.length; start += PIECE_BYTES) {
    const end = Math.min(input.length, start + PIECE_BYTES);
    yield { piece: decode(input.subarray(start, end)), end };
  }
  yield { piece: decode(), end: input.length };
}

/** What the first line says: `<?xml version="1.0" encoding="GBK"?>`. Whoever reads it as UTF-8 cannot be told UTF-16. */
function declaredEncoding(input: Uint8Array): string {
  const head = new TextDecoder("latin1").decode(input.subarray(0, 200));
  const [, name = "utf-8"] = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"'>]*)["']/.exec(head) ?? [];
  return /^utf-?16/i.test(name) ? "utf-8" : name;
}

/** A server that could not send all says so at the end. */
class Incomplete extends Error {}

class WrongEncoding extends Error {
  readonly isKnown: boolean;

  constructor(encoding: string, isKnown: boolean) {
    super(encoding);
    this.isKnown = isKnown;
  }
}

function assertRoot(name: string, path: string): void {
  if (name === "osm") return;
  const problem =
    name === "osmChange" ? say("osm.xmlChange", { name }) : say("osm.xmlRoot", { name: name.slice(0, 60) });
  throw new CoverageError("UNKNOWN_FORMAT", say("osm.xml", { path, problem, line: 1 }), {
    path,
    hint: say("osm.xml.hint"),
  });
}

function problemOf(cause: unknown, depth: number): Phrase {
  if (cause instanceof WrongElement) {
    const { element, attribute: name, value } = cause;
    if (value === null) return say("osm.xmlMissing", { element, name });
    return say("osm.xmlValue", { element, name, value: JSON.stringify(value.slice(0, 40)) });
  }
  if (cause instanceof WrongEncoding)
    return say(cause.isKnown ? "osm.xmlEncoding" : "osm.xmlUnknownEncoding", { encoding: cause.message.slice(0, 40) });
  if (cause instanceof Incomplete)
    return say("osm.xmlRemark", { remark: JSON.stringify(cause.message.trim().slice(0, 200)) });
  const isCutOff = cause instanceof Error && /unclosed|end/i.test(cause.message);
  return isCutOff && depth > 0 ? say("osm.xmlEnd") : say("osm.xmlTag");
}

function aHistory(path: string): CoverageError {
  return new CoverageError("UNKNOWN_FORMAT", say("osm.feature", { path, feature: "HistoricalInformation" }), {
    path,
    hint: say("osm.feature.hint"),
  });
}

function wrong(path: string, line: number, problem: Phrase, cause: unknown): CoverageError {
  return new CoverageError("INVALID_ENCODING", say("osm.xml", { path, problem, line }), {
    path,
    hint: say("osm.xml.hint"),
    cause,
  });
}
