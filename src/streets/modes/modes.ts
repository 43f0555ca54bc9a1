import { CoverageError } from "../../base/errors.js";
import { guardShape } from "../../base/guard-call.js";
import { say } from "../../base/texts/core.js";
import type { Mode } from "../../model/mode.js";
import type { TravelProfile } from "../../model/travel.js";
import { SQUARE_TAG_KEYS } from "../cross-squares.js";
import { LEVEL_TAG_KEYS } from "../street-level.js";
import { WATER_TAG_KEYS } from "../waters.js";
import { walking } from "./walking.js";

/** Lists the modes: to add one is one file and one line here. */
export const MODES: readonly Mode[] = [walking];

/** Gives the mode of a profile; who names none walks. `undefined` = it is not in the list. */
export function modeOf({ mode = walking.id }: Pick<TravelProfile, "mode">, modes: readonly Mode[]): Mode | undefined {
  return modes.find(({ id }) => id === mode);
}

/** Gives the mode of a profile. @throws {CoverageError} `INVALID_ARGUMENT` if it is not in the list */
export function findMode(profile: Pick<TravelProfile, "mode">, modes: readonly Mode[] = MODES): Mode {
  const mode = modeOf(profile, modes);
  if (mode !== undefined) return mode;
  throw new CoverageError("INVALID_ARGUMENT", say("mode.unknown", { mode: JSON.stringify(profile.mode) }), {
    path: "profile.mode",
    hint: say("mode.unknown.hint", { modes: modes.map((one) => one.id).join(", ") }),
  });
}

/** Lists the keys of the tags that streets are read with: those that decide for some mode, about levels and squares. Each once. */
export function tagKeysOf(modes: readonly Mode[]): readonly string[] {
  return guardShape("tagKeysOf", () => {
    return [
      ...new Set([
        ...modes.flatMap(({ tagKeys }) => tagKeys),
        ...LEVEL_TAG_KEYS,
        ...SQUARE_TAG_KEYS,
        ...WATER_TAG_KEYS,
      ]),
    ];
  });
}
