import { invalid } from "../base/check-argument.js";
import { Diagnostics } from "../base/diagnostics.js";
import { CoverageError } from "../base/errors.js";
import { guardLive } from "../base/guard-call.js";
import { describe, isJsonObject } from "../base/json-object.js";
import { say } from "../base/texts/core.js";
import type { Phrase } from "../base/texts/phrase.js";
import type { FeatureReading, GeoJsonInput } from "../model/input.js";
import { decodeText } from "./decode-text.js";
import { findJsonError } from "./find-json-error.js";
import { foreignFormat } from "./foreign-format.js";
import { recognizeTextFormat } from "./foreign-text.js";
import { GEOMETRY_TYPES, listFeatures } from "./list-features.js";
import { parseJson } from "./parse-json.js";

const RECORD_SEPARATOR = "\u001e";

/**
 * Parses the text of one GeoJSON file.
 *
 * Also takes one feature, geometry or collection per line (NDJSON, GeoJSONSeq) and RFC 8142 text sequences. Bytes are decoded as
 * UTF-8, or as UTF-16 with a byte order mark. Whole numbers beyond 2^53 become texts, so that ids keep their digits. What the
 * features hold is checked when they are read, not here.
 *
 * @param sourceName name of the file, for messages
 * @throws {CoverageError} INVALID_JSON with line and column
 * @throws {CoverageError} INVALID_ENCODING with the byte
 * @throws {CoverageError} UNKNOWN_FORMAT for other formats that are recognized, INVALID_GEOJSON for other JSON
 * @throws {CoverageError} LIMIT_EXCEEDED for more than 536,870,888 bytes (see `readLongGeoJson`), INVALID_ARGUMENT for what is neither text nor bytes
 */
export function readGeoJsonText(text: string | Uint8Array, sourceName = "GeoJSON"): GeoJsonInput {
  return guardLive("readGeoJsonText", [text, sourceName], () => {
    assertTextOrBytes(text, sourceName);
    const decoded = typeof text === "string" ? text : decodeText(text, sourceName);
    const content = decoded.startsWith("\ufeff") ? decoded.slice(1) : decoded;
    if (content.trim() === "") throw invalidJson(sourceName, say("json.empty"));
    const value = content.startsWith(RECORD_SEPARATOR)
      ? parseSequence(content, sourceName)
      : parseOne(content, sourceName);
    listFeatures(value, sourceName); // throws unless it is GeoJSON at all
    return value as GeoJsonInput;
  });
}

function assertTextOrBytes(text: unknown, sourceName: unknown): void {
  if (typeof sourceName !== "string") throw invalid("sourceName", sourceName, say("expected.text"));
  if (typeof text === "string" || text instanceof Uint8Array) return;
  const problem = say("argument.wrong", {
    path: sourceName,
    value: describe(text),
    expected: say("expected.textOrBytes"),
  });
  throw new CoverageError("INVALID_ARGUMENT", problem, { path: sourceName, hint: say("text.wrong.hint") });
}

function parseOne(text: string, sourceName: string): unknown {
  const value = tryParse(text);
  if (value !== undefined) return value;
  const lines = tryLines(text, sourceName);
  if (lines !== null) return lines;
  const format = text.slice(0, 4096).includes("\0") ? "binary" : recognizeTextFormat(text);
  if (format !== null) throw foreignFormat(sourceName, format);
  throw jsonError(text, 0, sourceName);
}

/** One value per line; `null` if the first line is not a feature, geometry or collection of its own. */
function tryLines(text: string, sourceName: string): unknown {
  const start = text.search(/\S/);
  const end = text.indexOf("\n", start);
  const first = end === -1 ? undefined : tryParse(text.slice(start, end));
  if (!isJsonObject(first)) return null;
  if (first.type !== "Feature" && first.type !== "FeatureCollection" && !GEOMETRY_TYPES.has(first.type)) return null;
  const features: unknown[] = [];
  let offset = 0;
  for (const line of text.split("\n")) {
    if (line.trim() !== "")
      for (const feature of toFeatures(parseRecord(line, offset, text, sourceName))) features.push(feature);
    offset += line.length + 1;
  }
  return { type: "FeatureCollection", features };
}

/** RFC 8142: every value has a record separator in front. A last one that was cut off is left out and noted, as RFC 7464 asks. */
function parseSequence(text: string, sourceName: string): unknown {
  const values: unknown[] = [];
  let offset = 0;
  for (const record of text.split(RECORD_SEPARATOR)) {
    const isCut = values.length > 0 && offset + record.length === text.length && endsEarly(record);
    if (isCut) return cutOff(values);
    if (record.trim() !== "") values.push(parseRecord(record, offset, text, sourceName));
    offset += record.length + 1;
  }
  // a sequence of one may hold a whole collection
  return values.length === 1 ? values[0] : { type: "FeatureCollection", features: values.flatMap(toFeatures) };
}

/** Whether a text would be JSON if more came. */
function endsEarly(record: string): boolean {
  if (record.trim() === "" || tryParse(record) !== undefined) return false;
  return findJsonError(record)?.offset === record.length;
}

function cutOff(values: readonly unknown[]): FeatureReading {
  const diagnostics = new Diagnostics();
  diagnostics.add("sequence.cutOff", null);
  return {
    type: "FeatureReading",
    features: values.flatMap(toFeatures) as FeatureReading["features"],
    leftOut: { "sequence.cutOff": 1 },
    diagnostics: diagnostics.list(),
  };
}

function parseRecord(record: string, offset: number, text: string, sourceName: string): unknown {
  const value = tryParse(record);
  if (value === undefined) throw jsonError(text, offset, sourceName, record);
  return value;
}

/** The features of one value: a feature, a geometry, a collection. */
export function toFeatures(value: unknown): readonly unknown[] {
  if (!isJsonObject(value)) return [value];
  if (value.type === "FeatureCollection" && Array.isArray(value.features)) return value.features;
  return [GEOMETRY_TYPES.has(value.type) ? { type: "Feature", properties: null, geometry: value } : value];
}

/** `undefined` = not JSON. */
function tryParse(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** @param record the part of the text that was parsed, which begins at `offset` */
function jsonError(text: string, offset: number, sourceName: string, record: string = text): CoverageError {
  const error = findJsonError(record);
  if (error === null) return invalidJson(sourceName, say("json.tooDeep"));
  const at = offset + error.offset;
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  let line = 1;
  for (let i = text.indexOf("\n"); i !== -1 && i < lineStart; i = text.indexOf("\n", i + 1)) line++;
  const found =
    at >= text.length ? say("json.fileEnds") : say("json.found", { text: JSON.stringify(text.slice(at, at + 12)) });
  return invalidJson(
    sourceName,
    say("json.place", {
      line,
      column: at - lineStart + 1,
      expected: error.expected,
      found,
    }),
    hintAt(text, at),
  );
}

function hintAt(text: string, at: number): Phrase | undefined {
  const rest = text.slice(at, at + 20);
  if (at >= text.length) return say("json.cutOff.hint");
  if (/^-?(NaN|Infinity)/.test(rest)) return say("json.nan.hint");
  if (/^(\/\/|\/\*|#)/.test(rest)) return say("format.commented.hint");
  if (/^'/.test(rest)) return say("json.quotes.hint");
  if (text.slice(0, at).trim() === "") return say("json.start.hint");
  if (/^[}\]]/.test(rest) && /,\s*$/.test(text.slice(Math.max(0, at - 100), at))) return say("json.comma.hint");
  return undefined;
}

function invalidJson(sourceName: string, message: Phrase, hint?: Phrase): CoverageError {
  const details = hint === undefined ? { path: sourceName } : { path: sourceName, hint };
  return new CoverageError("INVALID_JSON", say("json.wrong", { sourceName, message: message }), details);
}
