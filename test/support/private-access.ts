import type { Mode } from "../../src/model/mode.js";
import type { TravelProfile } from "../../src/model/travel.js";
import type { Access } from "../oracle/oracle-network.js";

/** What a street is that is private, if it were not: closed, if it is not private. */
export function asIfPublic(access: Access): Access {
  const isPrivate = (value: unknown) => /^(private|residents)$/.test(String(value));
  return (street) => {
    const keys = ["access", "foot"].filter((key) => isPrivate(street.tags[key]));
    const tags = { ...street.tags, ...Object.fromEntries(keys.map((key) => [key, "permissive"])) };
    const found = access({ ...street, tags });
    return keys.length > 0 ? found : { ...found, forward: false, backward: false };
  };
}

/** What the tags of a street mean to a mode, by the mode itself: for ways of which no table tells. */
export function accessOfMode(mode: Mode, profile: TravelProfile): Access {
  const speed = mode.speedOf(profile);
  return ({ tags }) => ({
    ...mode.accessOf(tags),
    steps: false,
    speeds: typeof speed === "number" ? { forward: speed, backward: speed } : speed(tags),
  });
}
