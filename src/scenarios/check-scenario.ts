import { CoverageError } from "../errors.js";
import type { CategoryId, Facility, LonLat, Standard } from "../model.js";

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
  if (typeof id !== "string" || id === "") throw wrong("id", id, "a text that is not empty");
  if (!Array.isArray(categories) || categories.length === 0)
    throw wrong(`categories of "${id}"`, categories, "a list with at least one category");
  const unknown = categories.find((category) => !standard.categories.some((known) => known.id === category));
  if (unknown !== undefined)
    throw wrong(`categories of "${id}"`, unknown, `categories of the standard "${standard.id}", such as "pharmacy"`);
  const [lon, lat] = Array.isArray(location) ? location : [];
  if (!(typeof lon === "number" && typeof lat === "number" && Math.abs(lat) <= 90 && Math.abs(lon) <= 360))
    throw new CoverageError(
      "INVALID_LOCATION",
      `"${id}": ${JSON.stringify(location)} is not a [longitude, latitude] in degrees.`,
      { path: "location", hint: "Are the two swapped?" },
    );
  if (open.some((other) => other.facility.id === id))
    throw new CoverageError("DUPLICATE_ID", `A facility with the id "${id}" is open already.`, {
      path: "id",
      hint: "Choose another id, or move that one.",
    });
}

/** Finds the row of an open facility. @throws {CoverageError} `INVALID_ARGUMENT` if none, or more than one, has this id */
export function findFacility(id: string, open: readonly OpenFacility[]): number {
  const [found, second] = open.filter(({ facility }) => facility.id === id);
  if (found === undefined) throw wrong("id", id, "the id of a facility that is open");
  if (second !== undefined) throw wrong("id", id, "an id that only one open facility has");
  return found.row;
}

function wrong(what: string, value: unknown, expected: string): CoverageError {
  return new CoverageError("INVALID_ARGUMENT", `${what} is ${JSON.stringify(value)}; expected ${expected}.`, {
    path: what.split(" ")[0] ?? what,
  });
}
