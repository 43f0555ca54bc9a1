import { assertKeys, assertObject, invalid } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/library.js";
import { PreparedCity } from "../city/prepare-city.js";
import { assertProfile } from "../standards/check-profile.js";
import type { IsochroneOptions } from "./isochrones.js";

const OPTION_KEYS: ReadonlySet<string> = new Set(["profile", "cellMeters", "offStreetMeters", "categories"]);
const START_KEYS: ReadonlySet<string> = new Set(["location", "facilityId", "neighborhoodId"]);

/** @throws {CoverageError} `INVALID_ARGUMENT`, `UNKNOWN_OPTION` */
export function assertIsochroneRequest(
  city: unknown,
  minutes: readonly unknown[],
  options: IsochroneOptions,
): asserts city is PreparedCity {
  if (!(city instanceof PreparedCity)) throw invalid("The city", city, say("expected.city"));
  const isTime = (count: unknown) => typeof count === "number" && count > 0 && count < Infinity;
  if (!Array.isArray(minutes) || minutes.length === 0 || !minutes.every(isTime))
    throw new CoverageError(
      "INVALID_ARGUMENT",
      say("isochrone.times", {
        minutes: JSON.stringify(minutes),
      }),
      { path: "minutes" },
    );
  assertKeys(options, OPTION_KEYS);
  if (options.profile !== undefined) assertProfile(options.profile);
  for (const key of ["cellMeters", "offStreetMeters"] as const) {
    const size: unknown = options[key];
    if (size !== undefined && !(typeof size === "number" && size > 0 && size < Infinity))
      throw invalid(`options.${key}`, size, say("expected.cellMeters"));
  }
  if (options.categories !== undefined && !Array.isArray(options.categories))
    throw invalid("options.categories", options.categories, say("expected.categories"));
}

/**
 * @param path how the caller calls the start
 * @throws {CoverageError} `INVALID_ARGUMENT`, `INVALID_LOCATION`
 */
export function assertIsochroneStart(path: string, start: unknown): void {
  const expected = say("expected.start");
  assertObject(path, start);
  const keys = Object.keys(start);
  if (keys.length !== 1 || !START_KEYS.has(keys[0] ?? ""))
    throw new CoverageError(
      "INVALID_ARGUMENT",
      say("isochrone.startKeys", {
        path,
        keys: keys.join(", ") || say("value.nothing"),
        expected: expected,
      }),
      {
        path,
      },
    );
  if (!("location" in start)) {
    const [id] = Object.values(start);
    if (typeof id !== "string") throw invalid(`${path}.${keys[0]}`, id, say("expected.text"));
    return;
  }
  const { location } = start;
  const isNumber = (value: unknown, most: number) => typeof value === "number" && Math.abs(value) <= most;
  if (!(Array.isArray(location) && isNumber(location[0], 540) && isNumber(location[1], 90)))
    throw new CoverageError(
      "INVALID_LOCATION",
      say("isochrone.location", {
        path,
        location: JSON.stringify(location),
      }),
      { path: `${path}.location` },
    );
}
