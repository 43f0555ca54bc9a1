import { assertKeys, assertText, invalid } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { guardLive } from "../base/guard-call.js";
import { NumberColumn } from "../base/number-column.js";
import type { Steps } from "../base/steps.js";
import { say } from "../base/texts/files.js";
import { decodeText, findInvalidUtf8, MAX_BYTES, notUtf8 } from "./decode-text.js";
import { BYTES_OF_STEP, inTurns, TURN_KEYS, type TurnOptions } from "./in-turns.js";
import { FAILED, skipSpace, skipValue } from "./json-bytes.js";
import { assertFeatureCount } from "./list-features.js";
import { LOOKED_AT_FEATURES, type LongText } from "./long-text.js";
import { toFeatures } from "./parse-geojson-text.js";
import { parseJson } from "./parse-json.js";
import { collectionSteps, startOfText } from "./scan-collection.js";

const NEW_LINE = 0x0a;
const RECORD_SEPARATOR = 0x1e;
/** Outlines may be long: so many are parsed at once. */
const FEATURES_OF_STEP = 256;
/** Longer than nearly any feature. */
const LOOKED_AT_BYTES = 1 << 20;

/** Tells whether bytes are more than one text can hold. */
export function isLong(bytes: Uint8Array): boolean {
  return bytes.length > MAX_BYTES;
}

/**
 * Reads GeoJSON of any length, for whoever reads a layer of it: each feature is parsed when it is its turn, and not kept.
 *
 * Takes a FeatureCollection, or features or geometries one by line, or each behind a record separator.
 *
 * Every byte is checked before the first feature is read, so that of a damaged file nothing is.
 *
 * @param path name of the file, for messages
 * @throws {CoverageError} INVALID_JSON with the byte at which the feature begins that is no JSON; INVALID_ENCODING; LIMIT_EXCEEDED
 *   for more than ten million features
 */
export function readLongGeoJson(bytes: Uint8Array, path?: string): LongText;
/**
 * Reads the same in turns, with others in between.
 *
 * @param path name of the file, for messages
 * @param options with any of them, checking goes in turns, and the function gives a promise
 * @throws {CoverageError} as at once, and what the signal was aborted with
 */
export function readLongGeoJson(bytes: Uint8Array, path: string, options: TurnOptions): Promise<LongText>;
export function readLongGeoJson(
  bytes: Uint8Array,
  path = "GeoJSON",
  options: TurnOptions = {},
): LongText | Promise<LongText> {
  return guardLive("readLongGeoJson", [bytes, path, options], () => {
    if (!(bytes instanceof Uint8Array)) throw invalid("bytes", bytes, say("expected.bytes"));
    assertText("sourceName", path);
    assertKeys(options, new Set(TURN_KEYS));
    return inTurns(options, bytes.length, () => readInSteps(bytes, path));
  });
}

function* readInSteps(bytes: Uint8Array, path: string): Steps<LongText> {
  const start = startOfText(bytes);
  const places = new FeaturePlaces();
  let last = start;
  const take = (at: number): number => {
    last = at;
    const end = skipValue(bytes, at);
    if (end !== FAILED) places.add(at, end);
    return end;
  };
  const collection = bytes[start] === RECORD_SEPARATOR ? null : yield* collectionSteps(bytes, take);
  if (collection === null) {
    const isOneByLine = places.count === 0 && endsItsLine(bytes, start);
    if (!isOneByLine && bytes[start] !== RECORD_SEPARATOR) throw wrongAt(bytes, last, path);
    let step = start;
    for (const [at, end] of records(bytes, start, isOneByLine ? NEW_LINE : RECORD_SEPARATOR)) {
      if (!isEndOf(bytes, take(at), end)) throw wrongAt(bytes, at, path);
      if (end - step < BYTES_OF_STEP) continue;
      step = end;
      yield end;
    }
  }
  assertFeatureCount(places.count, path);
  const values = () => places.read(bytes, path);
  // what stands by itself may be a geometry, or several features
  const features = collection === null ? () => eachFeature(values()) : values;
  const firstFeatures: unknown[] = [];
  for (const feature of features()) {
    if (firstFeatures.push(feature) === LOOKED_AT_FEATURES) break;
    if (firstFeatures.length % FEATURES_OF_STEP === 0) yield;
  }
  const crs = collection === null || collection.crs === undefined ? {} : { crs: collection.crs };
  return { type: "LongText", ...crs, count: places.count, firstFeatures, features };
}

function* eachFeature(values: Iterable<unknown>): Generator<unknown> {
  for (const value of values) yield* toFeatures(value);
}

/** Where the features of a text begin and end. */
class FeaturePlaces {
  readonly #start = new NumberColumn();
  readonly #end = new NumberColumn();

  get count(): number {
    return this.#start.length;
  }

  add(start: number, end: number): void {
    this.#start.push(start);
    this.#end.push(end);
  }

  *read(bytes: Uint8Array, path: string): Generator<unknown> {
    for (let i = 0; i < this.count; i++)
      yield parseJson(decodeText(bytes.subarray(this.#start.at(i), this.#end.at(i)), path));
  }
}

/** Tells what is wrong from a byte on: no UTF-8, or no JSON. */
function wrongAt(bytes: Uint8Array, start: number, path: string): CoverageError {
  const part = bytes.subarray(start, start + LOOKED_AT_BYTES);
  const offset = findInvalidUtf8(part);
  return offset < part.length - 1 ? notUtf8(part, offset, { path, start }) : notJson(start, path);
}

/** Whether the first value of a text is the only one of its line. */
function endsItsLine(bytes: Uint8Array, start: number): boolean {
  const end = skipValue(bytes, start);
  if (end === FAILED) return false;
  let at = end;
  while (at < bytes.length && bytes[at] <= 0x20 && bytes[at] !== NEW_LINE) at++;
  return bytes[at] === NEW_LINE;
}

/** Whether a value that ends at one place is all that there is up to another. */
function isEndOf(bytes: Uint8Array, valueEnd: number, end: number): boolean {
  return valueEnd !== FAILED && skipSpace(bytes, valueEnd) >= end;
}

function* records(bytes: Uint8Array, start: number, separator: number): Generator<readonly [number, number]> {
  for (let at = start; at < bytes.length; ) {
    const found = bytes.indexOf(separator, at);
    const end = found < 0 ? bytes.length : found;
    if (skipSpace(bytes, at) < end) yield [at, end];
    at = end + 1;
  }
}

function notJson(offset: number, path: string): CoverageError {
  return new CoverageError("INVALID_JSON", say("json.longText", { path, offset }), {
    path,
    hint: say("json.longText.hint"),
  });
}
