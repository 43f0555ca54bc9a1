import { buildModeNetwork, type ModeNetwork } from "../attach/mode-network.js";
import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/core.js";
import type { Streets } from "../model/facts.js";
import type { Mode } from "../model/mode.js";
import type { TravelProfile } from "../model/travel.js";
import { findMode } from "../streets/modes/modes.js";
import type { CityParts } from "./city.js";

/**
 * Gives the streets of a city as the mode of a profile has them; remembered for the last few modes.
 *
 * @returns `null` if the city has no streets
 * @throws {CoverageError} `INVALID_ARGUMENT` if the city does not know the mode
 */
export function modeNetworkFor(
  { city, modes, memory }: CityParts,
  profile: Pick<TravelProfile, "mode">,
): ModeNetwork | null {
  const known = city.modeNetwork;
  if (known === null) return null;
  const mode = findMode(profile, modes);
  if (mode.id === known.mode.id) return known;
  return memory.remember("mode network", mode.id, () =>
    buildModeNetwork(known, mode, city.fragmentMeters, city.longestIslandMeters[mode.id]),
  );
}

/**
 * Checks that streets were read with all the tags that modes look at.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT`
 */
export function assertTagsRead({ tagKeys }: Streets, modes: readonly Mode[]): void {
  for (const mode of modes) {
    const missing = mode.tagKeys.filter((key) => !tagKeys.includes(key));
    if (missing.length > 0)
      throw new CoverageError("INVALID_ARGUMENT", say("mode.tags", { mode: mode.id, tags: missing.join(", ") }), {
        path: "streets",
        hint: say("mode.tags.hint"),
      });
  }
}
