import { checkObject } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { describe } from "../base/json-object.js";
import { say } from "../base/texts/library.js";
import type { Phrase, PhraseValue } from "../base/texts/phrase.js";
import type { LonLat } from "../base/words.js";
import type { CategoryId, Facility } from "../model/facts.js";
import type { Standard } from "../model/standard.js";
import { isOnEarth } from "../read/positions.js";

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
  checkObject("facility", facility);
  const { id, name = null, categories, location } = facility;
  assertId(id);
  if (name !== null && typeof name !== "string") throw wrong("name", name, say("expected.text"));
  if (!Array.isArray(categories) || categories.length === 0)
    throw wrong("categories", categories, say("expected.someCategories"), say("scenario.categoriesOf", { id }));
  const unknown = categories.find((category) => !standard.categories.some((known) => known.id === category));
  if (unknown !== undefined)
    throw wrong(
      "categories",
      unknown,
      say("expected.knownCategories", { standard: standard.id }),
      say("scenario.categoriesOf", { id }),
    );
  const [lon, lat]: unknown[] = Array.isArray(location) ? location : [];
  if (!(typeof lon === "number" && typeof lat === "number" && isOnEarth(lon, lat)))
    throw new CoverageError("INVALID_LOCATION", say("scenario.location", { id, location: toText(location) }), {
      path: "location",
      hint: say("scenario.location.hint"),
    });
  if (open.some((other) => other.facility.id === id))
    throw new CoverageError("DUPLICATE_ID", say("scenario.duplicate", { id }), {
      path: "id",
      hint: say("scenario.duplicate.hint"),
    });
}

/** Checks the id of a facility or a street. @throws {CoverageError} `INVALID_ARGUMENT` */
export function assertId(id: unknown): asserts id is string {
  if (typeof id !== "string" || id === "") throw wrong("id", id, say("expected.nonEmptyText"));
}

/** Finds the row of an open facility. @throws {CoverageError} `INVALID_ARGUMENT` if none, or more than one, has this id */
export function findFacility(id: string, open: readonly OpenFacility[]): number {
  const [found, second] = open.filter(({ facility }) => facility.id === id);
  if (found === undefined) throw wrong("id", id, say("expected.openFacility"));
  if (second !== undefined) throw wrong("id", id, say("expected.uniqueFacility"));
  return found.row;
}

/** Writes a value for people, whatever it is. */
function toText(value: unknown): PhraseValue {
  try {
    return JSON.stringify(value) ?? describe(value);
  } catch {
    // a BigInt, or an object that holds itself
    return describe(value);
  }
}

function wrong(path: string, value: unknown, expected: Phrase, what: PhraseValue = path): CoverageError {
  return new CoverageError(
    "INVALID_ARGUMENT",
    say("scenario.wrong", {
      what,
      value: toText(value),
      expected: expected,
    }),
    {
      path,
    },
  );
}
