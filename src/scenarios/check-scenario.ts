import { CoverageError, type ErrorText, type ErrorValue, say, toPhrase } from "../base/errors.js";
import type { LonLat } from "../base/words.js";
import type { CategoryId, Facility } from "../model/facts.js";
import type { Standard } from "../model/standard.js";

/** A facility that is planned: a point. */
export interface NewFacility {
  readonly id: string;
  readonly name?: string | null;
  /** Ids of categories of the standard; at least one. */
  readonly categories: readonly CategoryId[];
  readonly location: LonLat;
}

interface OpenFacility {
  readonly row: number;
  readonly facility: Facility;
}

/**
 * Checks a facility that is to be opened.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT`, `INVALID_LOCATION`, `DUPLICATE_ID`
 */
export function assertNewFacility(facility: NewFacility, standard: Standard, open: readonly OpenFacility[]): void {
  const { id, categories, location } = facility;
  assertId(id);
  if (!Array.isArray(categories) || categories.length === 0)
    throw wrong("categories", categories, "a list with at least one category", say('categories of "{id}"', { id }));
  const unknown = categories.find((category) => !standard.categories.some((known) => known.id === category));
  if (unknown !== undefined)
    throw wrong(
      "categories",
      unknown,
      say('categories of the standard "{standard}", such as "pharmacy"', { standard: standard.id }),
      say('categories of "{id}"', { id }),
    );
  const [lon, lat] = Array.isArray(location) ? location : [];
  if (!(typeof lon === "number" && typeof lat === "number" && Math.abs(lat) <= 90 && Math.abs(lon) <= 360))
    throw new CoverageError(
      "INVALID_LOCATION",
      say('"{id}": {location} is not a [longitude, latitude] in degrees.', { id, location: JSON.stringify(location) }),
      { path: "location", hint: "Are the two swapped?" },
    );
  if (open.some((other) => other.facility.id === id))
    throw new CoverageError("DUPLICATE_ID", say('A facility with the id "{id}" is open already.', { id }), {
      path: "id",
      hint: "Choose another id, or move that one.",
    });
}

/** Checks the id of a facility or a street. @throws {CoverageError} `INVALID_ARGUMENT` */
export function assertId(id: unknown): asserts id is string {
  if (typeof id !== "string" || id === "") throw wrong("id", id, "a text that is not empty");
}

/** Finds the row of an open facility. @throws {CoverageError} `INVALID_ARGUMENT` if none, or more than one, has this id */
export function findFacility(id: string, open: readonly OpenFacility[]): number {
  const [found, second] = open.filter(({ facility }) => facility.id === id);
  if (found === undefined) throw wrong("id", id, "the id of a facility that is open");
  if (second !== undefined) throw wrong("id", id, "an id that only one open facility has");
  return found.row;
}

function wrong(path: string, value: unknown, expected: ErrorText, what: ErrorValue = path): CoverageError {
  return new CoverageError(
    "INVALID_ARGUMENT",
    say("{what} is {value}; expected {expected}.", {
      what,
      value: JSON.stringify(value) ?? "undefined",
      expected: toPhrase(expected),
    }),
    {
      path,
    },
  );
}
