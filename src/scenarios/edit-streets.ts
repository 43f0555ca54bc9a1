import { checkObject } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/library.js";
import type { Degrees } from "../base/units.js";
import type { LonLat, Tags } from "../base/words.js";
import type { Streets } from "../model/facts.js";
import { readStreets } from "../read/read-streets.js";
import type { StreetChange } from "../repair/street-change.js";
import { appendStreets } from "../streets/append-streets.js";
import { joinEnds } from "../streets/join-ends.js";
import { pickStreets } from "../streets/pick-streets.js";
import { assertId } from "./check-scenario.js";

/** A street that is planned. It meets others where it has a position of theirs, as in the input. */
export interface NewStreet {
  readonly id: string;
  readonly coordinates: readonly LonLat[];
  /** OpenStreetMap tags. Default: a footway. */
  readonly tags?: Tags;
}

/** Lets a street go, all lines of that id. @throws {CoverageError} `INVALID_ARGUMENT` if there is none */
export function closingStreet(streets: Streets, id: string): StreetChange {
  assertId(id);
  const rows = [...streets.ids.keys()];
  const closed = rows.filter((row) => streets.ids[row] === id);
  if (closed.length === 0)
    throw new CoverageError("INVALID_ARGUMENT", say("scenario.noStreet", { id: JSON.stringify(id) }), {
      path: "id",
      hint: say("scenario.noStreet.hint"),
    });
  const after = pickStreets(
    streets,
    rows.filter((row) => streets.ids[row] !== id),
  );
  return { before: streets, after, closed, opened: [] };
}

/**
 * Lets a street come.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT` if the id is no text; `DUPLICATE_ID` if a street has this id; whatever reading a
 *   layer of this one street throws
 * @param referenceLon the street comes to its side of the antimeridian
 */
export function openingStreet(streets: Streets, street: NewStreet, referenceLon: Degrees = 0): StreetChange {
  checkObject("street", street);
  const { id, coordinates, tags = { highway: "footway" } } = street;
  checkObject("tags", tags);
  assertId(id);
  if (streets.ids.includes(id))
    throw new CoverageError("DUPLICATE_ID", say("scenario.sameStreet", { id: JSON.stringify(id) }), {
      path: "id",
      hint: say("scenario.sameStreet.hint"),
    });
  const feature = { type: "Feature", id, properties: { ...tags }, geometry: { type: "LineString", coordinates } };
  const { tagKeys } = streets;
  const { streets: added } = readStreets({ type: "FeatureCollection", features: [feature] }, { tagKeys, referenceLon });
  const lastFeature = streets.featureRow.reduce((last, row) => Math.max(last, row), -1);
  const after = appendStreets(streets, { ...added, featureRow: added.featureRow.map(() => lastFeature + 1) });
  const opened = Array.from({ length: added.count }, (_, i) => streets.count + i);
  return { before: streets, after: joinEnds(after, streets.count), closed: [], opened };
}
