import type { CoverageOptions } from "../../assess/compute-coverage.js";
import { CoverageError } from "../../base/errors.js";
import { say } from "../../base/texts/node.js";
import type { TravelProfile } from "../../model/travel.js";
import { straightLine } from "../../travel/straight-line.js";
import type { Settings } from "../command-line/settings.js";
import { profilesOf, type TravelSettings } from "../open-modes.js";
import { measuresOf } from "../opportunities.js";

/** What is asked of a city. @throws {CoverageError} `INVALID_ARGUMENT` */
export function questionOf(
  settings: Settings,
): Pick<CoverageOptions, "profile" | "travel" | "smallGroupBelow" | "measures"> {
  const { smallGroupBelow } = settings;
  return {
    ...{ profile: profileOf(settings), ...travelOf(settings), measures: measuresOf(settings) },
    ...(smallGroupBelow === undefined ? {} : { smallGroupBelow }),
  };
}

/** Finds the profile by its id, the first of several. The option table lets no other through. */
export function profileOf(settings: TravelSettings): TravelProfile {
  return profilesOf(settings)[0] as TravelProfile;
}

/** The travel models that the settings ask for. @throws {CoverageError} `INVALID_ARGUMENT` */
export function travelOf({
  straightLine: isStraight,
  streets,
  osm,
  detour,
}: Settings): Pick<CoverageOptions, "travel"> {
  if ((streets ?? osm) !== undefined && !isStraight) {
    if (detour === undefined) return {}; // along the streets
    throw new CoverageError("INVALID_ARGUMENT", say("usage.detour"));
  }
  return { travel: [straightLine(detour === undefined ? {} : { detourFactor: detour })] };
}
