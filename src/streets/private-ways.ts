import type { Tags } from "../base/words.js";
import type { Mode, WayAccess } from "../model/mode.js";

const PRIVATE = new Set(["private", "residents"]);

/** Gives the tags that a private street had if it were not; `null` = it is not private. */
function publicTags(tags: Tags): Tags | null {
  const isPrivate = (value: unknown) =>
    typeof value === "string" && value.split(";").some((part) => PRIVATE.has(part.trim()));
  // whichever key says so: access, foot, motor_vehicle
  const keys = Object.keys(tags).filter((key) => isPrivate(tags[key]));
  return keys.length === 0 ? null : { ...tags, ...Object.fromEntries(keys.map((key) => [key, "permissive"])) };
}

/** What a street is that is closed to a mode for being private, and for nothing else. */
export interface PrivateWay {
  /** As they were if it were not private. */
  readonly tags: Tags;
  readonly access: WayAccess;
}

/** Tells who of a mode could use a street if it were not private; `null` = it is open, or closed for another reason. */
export function readPrivateWay(tags: Tags, mode: Mode): PrivateWay | null {
  const open = publicTags(tags);
  if (open === null) return null;
  const own = mode.accessOf(tags);
  if (own.forward || own.backward) return null;
  const access = mode.accessOf(open);
  return access.forward || access.backward ? { tags: open, access } : null;
}
