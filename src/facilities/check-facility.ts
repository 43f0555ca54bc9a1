import { assertText, invalid } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { isJsonObject } from "../base/json-object.js";
import { say } from "../base/texts/core.js";
import type { Phrase } from "../base/texts/phrase.js";
import type { Meters } from "../base/units.js";
import type { LonLat } from "../base/words.js";
import type { Facility } from "../model/facts.js";

/** One turn and a half: an outline that crosses the antimeridian is written in one piece. */
const MAX_LON = 540;

/**
 * Checks what an index reads of a facility: its id, categories and places.
 *
 * @param path what the argument is called
 * @throws {CoverageError} `INVALID_ARGUMENT`; `INVALID_LOCATION` if a position is not on Earth
 */
export function assertFacility(path: string, facility: unknown): asserts facility is Facility {
  // GeoJSON has neither
  if (!isJsonObject(facility) || !("categories" in facility || "entrances" in facility))
    throw invalid(path, facility, say("expected.facility"));
  const { id, categories, location, entrances, outline, isArea } = facility;
  assertText(`${path}.id`, id);
  if (!Array.isArray(categories) || categories.length === 0 || !categories.every((each) => typeof each === "string"))
    throw invalid(`${path}.categories`, categories, say("expected.someCategories"));
  assertLocation(`${path}.location`, location);
  assertPositions(`${path}.entrances`, entrances);
  if (!Array.isArray(outline)) throw invalid(`${path}.outline`, outline, say("expected.lines"));
  outline.forEach((line: unknown, i) => {
    assertPositions(`${path}.outline[${i}]`, line);
  });
  if (typeof isArea !== "boolean") throw invalid(`${path}.isArea`, isArea, say("expected.boolean"));
}

/** @throws {CoverageError} `INVALID_ARGUMENT` unless it is a position; `INVALID_LOCATION` unless it is on Earth */
export function assertLocation(path: string, location: unknown): asserts location is LonLat {
  if (!Array.isArray(location) || typeof location[0] !== "number" || typeof location[1] !== "number")
    throw invalid(path, location, say("expected.location"));
  const [lon, lat] = location;
  if (Math.abs(lat) <= 90 && Math.abs(lon) <= MAX_LON) return; // NaN fails too
  throw new CoverageError("INVALID_LOCATION", say("location.wrong", { lon, lat }), { path });
}

/** @throws {CoverageError} `INVALID_ARGUMENT` unless it is a distance; `Infinity` is one */
export function assertDistance(path: string, meters: unknown): asserts meters is Meters {
  if (!(typeof meters === "number" && meters >= 0)) throw invalid(path, meters, say("expected.meters"));
}

/** @throws {CoverageError} `INVALID_ARGUMENT` unless it is 0, 1, 2 … or `Infinity` */
export function assertCount(path: string, count: unknown): void {
  const expected: Phrase = say("expected.count");
  if (!(count === Infinity || (Number.isInteger(count) && (count as number) >= 0)))
    throw invalid(path, count, expected);
}

function assertPositions(path: string, positions: unknown): void {
  if (!Array.isArray(positions)) throw invalid(path, positions, say("expected.locations"));
  positions.forEach((position: unknown, i) => {
    assertLocation(`${path}[${i}]`, position);
  });
}
