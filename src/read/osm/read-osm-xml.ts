import { SaxesParser } from "saxes";
import { CoverageError } from "../../base/errors.js";
import { guardLive } from "../../base/guard-call.js";
import type { Steps } from "../../base/steps.js";
import { say } from "../../base/texts/files.js";
import type { Phrase } from "../../base/texts/phrase.js";
import { inTurns, type TurnOptions } from "../in-turns.js";
import { checkOsmInput } from "./check-osm-input.js";
import { OsmDraft, type OsmOptions, type OsmReading } from "./osm-reading.js";
import { WrongElement, XmlElements } from "./xml-elements.js";

/** How much is decoded at a time: some hundredths of a second. */
const PIECE_BYTES = 1 << 18;

/**
 * Reads an OpenStreetMap extract as XML (`.osm`, and what Overpass and JOSM write), unpacked: whoever has a `.osm.gz` unpacks it first.
 *
 * Gives the same as `readOsmPbf` of the same extract. Objects that are marked as deleted (`visible="false"`, `action="delete"`) are
 * counted and passed over.
 *
 * With `signal` or `onProgress` it reads in turns with whatever else is to be done, and gives a promise.
 *
 * @param input the bytes (UTF-8, or UTF-16 with a byte order mark), or the text
 * @throws {CoverageError} `UNKNOWN_FORMAT` for other XML; `INVALID_ENCODING` for what is cut off, not well-formed, or has ids or positions
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
    } else elements.open(name, attributes);
  });
  parser.on("closetag", ({ name }) => {
    depth--;
    elements.close(name);
  });
  try {
    for (const { piece, end } of piecesOf(input)) {
      parser.write(piece);
      yield end;
    }
    parser.close();
  } catch (cause) {
    if (cause instanceof CoverageError) throw cause;
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
  const label = isLittleEndian ? "utf-16le" : isBigEndian ? "utf-16be" : "utf-8";
  const decoder = new TextDecoder(label, { fatal: true });
  for (let start = 0; start < input.length; start += PIECE_BYTES) {
    const end = Math.min(input.length, start + PIECE_BYTES);
    yield { piece: decoder.decode(input.subarray(start, end), { stream: true }), end };
  }
  yield { piece: decoder.decode(), end: input.length };
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
  const isCutOff = cause instanceof Error && /unclosed|end/i.test(cause.message);
  return isCutOff && depth > 0 ? say("osm.xmlEnd") : say("osm.xmlTag");
}

function wrong(path: string, line: number, problem: Phrase, cause: unknown): CoverageError {
  return new CoverageError("INVALID_ENCODING", say("osm.xml", { path, problem, line }), {
    path,
    hint: say("osm.xml.hint"),
    cause,
  });
}
