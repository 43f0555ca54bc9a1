import type { Tags } from "../../base/words.js";
import type { TravelProfile } from "../../model/travel.js";
import { valuesOf } from "./read-tags.js";

/** Gives the part of its speed that a profile keeps on the surface of a street: of several surfaces, the worst. */
export function surfaceShareOf({ surface }: Tags, { surfaceShares = {} }: TravelProfile): number {
  return valuesOf(surface).reduce(
    (least, value) => (Object.hasOwn(surfaceShares, value) ? Math.min(least, surfaceShares[value] ?? 1) : least),
    1,
  );
}
