import { atOnce, type Steps } from "../base/steps.js";
import {
  CLOSE_LIST,
  COMMA,
  FAILED,
  isTextAt,
  OPEN_LIST,
  OPEN_OBJECT,
  skipSpace,
  skipValue,
  textOf,
} from "./json-bytes.js";
import { MAX_FEATURES } from "./list-features.js";
import { NameTable, readMembers } from "./name-table.js";

const TYPE = 0;
const FEATURES = 1;

/** What stands around the features of a collection. */
export interface ScannedCollection {
  /** `undefined` = there is none. */
  readonly crs: unknown;
}

/** The features of so many bytes are one step. */
const BYTES_OF_STEP = 1 << 20;

/**
 * Goes through the text of a FeatureCollection, feature by feature.
 *
 * @param readFeature reads whatever stands in the list of features; gives the place after it, or FAILED
 * @returns `null` if a feature could not be read, or the text is anything but a plain FeatureCollection
 */
export function scanCollection(bytes: Uint8Array, readFeature: (start: number) => number): ScannedCollection | null {
  return atOnce(collectionSteps(bytes, readFeature));
}

/** As {@link scanCollection}, in steps that tell the byte they have come to. */
export function* collectionSteps(
  bytes: Uint8Array,
  readFeature: (start: number) => number,
): Steps<ScannedCollection | null> {
  const names = new NameTable(["type", "features", "crs"]);
  const start = startOfText(bytes);
  if (bytes[start] !== OPEN_OBJECT) return null;
  // where the list begins, what comes behind it is not yet looked at
  let listStart = FAILED;
  readMembers(bytes, start, names, (member, at) => {
    if (member !== FEATURES) return skipValue(bytes, at);
    listStart = at;
    return FAILED;
  });
  if (listStart === FAILED) return null;
  const listEnd = yield* featureSteps(bytes, listStart, readFeature);
  if (listEnd === FAILED) return null;
  let isCollection = false;
  let crs: unknown;
  const end = readMembers(bytes, start, names, (member, at) => {
    // a second list would be read, too, and what stood in the first would count twice: no plain collection
    if (member === FEATURES) return at === listStart ? listEnd : FAILED;
    const memberEnd = skipValue(bytes, at);
    if (member === TYPE) isCollection = isTextAt(bytes, at, '"FeatureCollection"');
    else if (memberEnd !== FAILED) crs = JSON.parse(textOf(bytes, at, memberEnd));
    return memberEnd;
  });
  return isCollection && end !== FAILED && skipSpace(bytes, end) === bytes.length ? { crs } : null;
}

/** Where a text begins, behind a byte order mark and white space. */
export function startOfText(bytes: Uint8Array): number {
  return skipSpace(bytes, bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
}

function* featureSteps(bytes: Uint8Array, start: number, readFeature: (start: number) => number): Steps<number> {
  if (bytes[start] !== OPEN_LIST) return FAILED;
  let at = skipSpace(bytes, start + 1);
  if (bytes[at] === CLOSE_LIST) return at + 1;
  let step = at;
  for (let count = 0; count < MAX_FEATURES; count++) {
    at = readFeature(at);
    if (at === FAILED) return FAILED;
    at = skipSpace(bytes, at);
    if (bytes[at] === CLOSE_LIST) return at + 1;
    if (bytes[at] !== COMMA) return FAILED;
    at = skipSpace(bytes, at + 1);
    if (at - step < BYTES_OF_STEP) continue;
    step = at;
    yield at;
  }
  return FAILED;
}
