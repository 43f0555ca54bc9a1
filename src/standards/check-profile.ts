import { assertLabel, assertObject, assertText, invalid } from "../base/check-argument.js";
import { say } from "../base/texts/core.js";
import type { TravelProfile } from "../model/travel.js";

/**
 * Checks that a profile can travel. Whether a city knows its mode is seen there.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT`
 */
export function assertProfile(profile: TravelProfile): void {
  assertObject("options.profile", profile);
  const { id, label, source, mode, speedMetersPerSecond, offStreetSpeedMetersPerSecond } = profile;
  const { stepsSpeedMetersPerSecond = speedMetersPerSecond } = profile;
  const speeds = { speedMetersPerSecond, stepsSpeedMetersPerSecond, offStreetSpeedMetersPerSecond };
  for (const [name, speed] of Object.entries(speeds))
    if (!(typeof speed === "number" && speed > 0 && speed < Infinity))
      throw invalid(`options.profile.${name}`, speed, say("expected.positive"));
  const { maxAccessMeters } = profile;
  if (!(typeof maxAccessMeters === "number" && maxAccessMeters >= 0 && maxAccessMeters < Infinity))
    throw invalid("options.profile.maxAccessMeters", maxAccessMeters, say("expected.notNegative"));
  assertText("options.profile.id", id);
  if (mode !== undefined) assertText("options.profile.mode", mode);
  if (typeof source === "string") assertText("options.profile.source", source);
  else assertLabel("options.profile.source", source);
  assertLabel("options.profile.label", label);
}
