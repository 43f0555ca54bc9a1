import { isJsonObject } from "../base/json-object.js";

/** The features of a text that is too long to be parsed at once: each is parsed when it is read, and not kept. */
export interface LongText {
  readonly type: "LongText";
  /** What the collection says of its coordinate system; not there: nothing. */
  readonly crs?: unknown;
  readonly count: number;
  /** The first 100,000 (`LOOKED_AT_FEATURES`): where properties are looked for. */
  readonly firstFeatures: readonly unknown[];
  /** All of them, in the order of the file. */
  readonly features: () => Iterable<unknown>;
}

/** In longer files, the names of properties are looked for in so many features. */
export const LOOKED_AT_FEATURES = 100_000;

/** Tells whether an input is a text that is parsed feature by feature. */
export function isLongText(input: unknown): input is LongText {
  return isJsonObject(input) && input.type === "LongText" && typeof input.features === "function";
}
