import { assertObject, assertText } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { describe } from "../base/json-object.js";
import { say } from "../base/texts/library.js";
import type { PhraseValue } from "../base/texts/phrase.js";
import type { LonLat } from "../base/words.js";

/** Where a trip starts: at a place (WGS 84), at a facility, or at whichever origin of a neighborhood has the shortest way. */
export type TripStart =
  | { readonly location: LonLat }
  | { readonly facilityId: string }
  | { readonly neighborhoodId: string };

const START_KEYS: ReadonlySet<string> = new Set(["location", "facilityId", "neighborhoodId"]);

/**
 * Checks a start, as far as that goes without a city.
 *
 * @param path how the caller calls the start
 * @throws {CoverageError} `INVALID_ARGUMENT`, `INVALID_LOCATION`
 */
export function assertTripStart(path: string, start: unknown): asserts start is TripStart {
  assertObject(path, start);
  const keys = Object.keys(start);
  const [key = ""] = keys;
  if (keys.length !== 1 || !START_KEYS.has(key))
    throw new CoverageError(
      "INVALID_ARGUMENT",
      say("start.keys", { path, keys: keys.join(", ") || say("value.nothing"), expected: say("expected.start") }),
      { path },
    );
  if (key !== "location") assertText(`${path}.${key}`, start[key]);
  else if (!isLocation(start.location))
    throw new CoverageError("INVALID_LOCATION", say("start.location", { path, location: written(start.location) }), {
      path: `${path}.location`,
    });
}

/** Writes a value as it is, or in a few words where it cannot be written. */
function written(value: unknown): PhraseValue {
  try {
    return JSON.stringify(value) ?? describe(value);
  } catch {
    return describe(value); // a BigInt, an object that holds itself
  }
}

/** One turn and a half: whoever drew across the antimeridian may be there. */
const MAX_LON = 540;

function isLocation(location: unknown): boolean {
  const isNumber = (value: unknown, most: number) => typeof value === "number" && Math.abs(value) <= most;
  return Array.isArray(location) && isNumber(location[0], MAX_LON) && isNumber(location[1], 90);
}

/** Says that a city has no such start. */
export function unknownStart(path: string, start: TripStart): CoverageError {
  const kind = "facilityId" in start ? say("start.facility") : say("start.neighborhood");
  const [id] = Object.values(start);
  return new CoverageError("INVALID_ARGUMENT", say("start.unknown", { kind, id: JSON.stringify(id) }), { path });
}
