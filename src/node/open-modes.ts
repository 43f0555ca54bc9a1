import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/node.js";
import type { Mode } from "../model/mode.js";
import type { TravelProfile } from "../model/travel.js";
import { readElevation } from "../read/raster/read-elevation.js";
import { ALL_PROFILES } from "../standards/wheeled-profiles.js";
import { modesFor } from "../streets/modes/other-modes.js";
import { walking } from "../streets/modes/walking.js";
import { onSlopes, withElevation } from "../streets/modes/with-elevation.js";
import type { Settings } from "./command-line/settings.js";
import type { SourceFile } from "./input-files.js";
import { readFileContent } from "./read-file.js";

/** What settings say of who travels. */
export type TravelSettings = Pick<Settings, "profile" | "elevation" | "slope">;

/** Finds all profiles that are named, in their order: on slopes, where there are heights. The option table lets no other names through. */
export function profilesOf(settings: TravelSettings): readonly TravelProfile[] {
  const { elevation, slope } = settings;
  const named = namedProfiles(settings);
  return elevation === undefined ? named : named.map((profile) => onSlopes(profile, slope));
}

/** What a city is prepared with. */
export interface OpenModes {
  readonly modes: readonly Mode[];
  /** Where their heights stand, if there are any. */
  readonly elevation?: SourceFile;
}

/** Gives the modes of the profiles that are named, besides walking, with heights where there are any. */
export async function openModes(settings: TravelSettings): Promise<OpenModes> {
  const { elevation, slope } = settings;
  if (elevation === undefined && slope !== undefined) throw new CoverageError("INVALID_ARGUMENT", say("usage.slope"));
  const modes = modesOf(settings);
  if (elevation === undefined) return { modes };
  const content = readFileContent(elevation);
  const heights = await readElevation(content.bytes, { path: elevation });
  const isOnFoot = namedProfiles(settings).some(({ mode = walking.id }) => mode === walking.id);
  return {
    modes: [...(isOnFoot ? [walking] : []), ...modes].map((mode) => withElevation(mode, heights)),
    elevation: { path: elevation, ...content },
  };
}

/** The same without heights: whose tags are read. */
export function modesOf(settings: TravelSettings): readonly Mode[] {
  return modesFor(namedProfiles(settings));
}

function namedProfiles({ profile = "standard" }: TravelSettings): TravelProfile[] {
  return [profile].flat().map((name) => ALL_PROFILES.find(({ id }) => id === name) as TravelProfile);
}
