import { valuesOf } from "./read-tags.js";

/** In which directions something may go. */
export interface Directions {
  readonly forward: boolean;
  readonly backward: boolean;
}

export const BOTH: Directions = { forward: true, backward: true };

/** Reads what a tag like `oneway` says; `undefined` = it says nothing. */
export function directionsOf(value: unknown): Directions | undefined {
  const [said] = valuesOf(value);
  if (said === "yes" || said === "true" || said === "1") return { forward: true, backward: false };
  if (said === "-1" || said === "reverse") return { forward: false, backward: true };
  return said === undefined ? undefined : BOTH;
}

/** Reads in which directions vehicles may go: roundabouts and motorways are one-way without saying so. @see OpenStreetMap wiki, Key:oneway */
export function vehicleDirections(
  { oneway, junction }: { readonly oneway?: unknown; readonly junction?: unknown },
  highways: readonly string[],
): Directions {
  const said = directionsOf(oneway);
  const isRound = valuesOf(junction).some((value) => value === "roundabout" || value === "circular");
  if (said !== undefined) return said;
  return isRound || highways.includes("motorway") ? { forward: true, backward: false } : BOTH;
}
