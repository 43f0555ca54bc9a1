import { invalid } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { describe } from "../base/json-object.js";
import { say } from "../base/texts/library.js";
import type { Meters } from "../base/units.js";
import type { PreparedCity } from "../city/prepared-city.js";
import { assertCityOptions } from "../city/to-prepared-city.js";
import type { CityInput, PrepareOptions } from "../model/input.js";
import type { Standard } from "../model/standard.js";
import type { TravelProfile } from "../model/travel.js";
import { assertProfile } from "../standards/check-profile.js";
import { validateStandard } from "../standards/validate-standard.js";

/** What is asked of isochrones. The options of {@link PrepareOptions} only count for a city that is not prepared yet. */
export interface IsochroneOptions extends PrepareOptions {
  /** The facilities of its categories can be named as a start. Default: the one the city was prepared for. */
  readonly standard?: Standard;
  /** Default: `standardWalking`. */
  readonly profile?: TravelProfile;
  /** Size of the cells that the outlines are drawn from; smaller is finer and slower. Default: 20. */
  readonly cellMeters?: Meters;
  /** How far from a street the polygons go, where the time allows. Default: 100. */
  readonly offStreetMeters?: Meters;
}

/**
 * Checks what is asked, but for the starts.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT`, `UNKNOWN_OPTION`, `INVALID_STANDARD`
 */
export function assertIsochroneRequest(
  city: CityInput | PreparedCity,
  seconds: readonly unknown[],
  options: IsochroneOptions,
): void {
  assertCityOptions(city, options, ["profile", "cellMeters", "offStreetMeters"]);
  const isTime = (value: unknown) => typeof value === "number" && value > 0 && value < Infinity;
  if (!Array.isArray(seconds) || seconds.length === 0 || !seconds.every(isTime))
    throw new CoverageError(
      "INVALID_ARGUMENT",
      say("isochrone.times", {
        seconds: describe(seconds),
      }),
      { path: "seconds" },
    );
  if (options.standard !== undefined) validateStandard(options.standard);
  if (options.profile !== undefined) assertProfile(options.profile);
  for (const key of ["cellMeters", "offStreetMeters"] as const) {
    const size: unknown = options[key];
    if (size !== undefined && !(typeof size === "number" && size > 0 && size < Infinity))
      throw invalid(`options.${key}`, size, say("expected.cellMeters"));
  }
}
