import type { Tags } from "../../base/words.js";
import type { WayAccess, WaySpeed } from "../../model/mode.js";

// What modes share: how values of OpenStreetMap's tags are read. Each mode decides by itself what they mean to it.

/** Nothing closes the way. */
export const OPEN_BOTH_WAYS: WayAccess = { forward: true, backward: true, because: "" };

/** Closes a way for a tag; `proposed:*` holds what stands behind: `highway=path`. */
export function closed(key: string, value: unknown): WayAccess {
  const because = key.endsWith("*") ? key.slice(0, -1) + toShortText(value) : `${key}=${toShortText(value)}`;
  return { forward: false, backward: false, because };
}

/** Lists the values of a tag, which a semicolon parts. */
export function valuesOf(value: unknown): readonly string[] {
  if (typeof value === "number") return [String(value)];
  if (typeof value === "boolean") return [value ? "yes" : "no"];
  if (typeof value !== "string") return [];
  return value
    .split(";")
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== "");
}

/** Lists what kinds of street a line is: Geofabrik's `fclass` where there is no `highway`. */
export function highwaysOf(tags: Tags): readonly string[] {
  const own = valuesOf(tags.highway);
  return own.length > 0 ? own : valuesOf(tags.fclass);
}

/** Tells what a tag says of access: one open value of several is enough. */
export function opinion(
  value: unknown,
  open: ReadonlySet<string>,
  shut: ReadonlySet<string>,
): "open" | "closed" | undefined {
  const values = valuesOf(value);
  if (values.some((part) => open.has(part))) return "open";
  return values.some((part) => shut.has(part)) ? "closed" : undefined;
}

/** Makes a set of the words of some lines. */
export function wordsOf(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(" ")));
}

/** Gives one speed for both ways. */
export function bothWays(speed: number): WaySpeed {
  return { forward: speed, backward: speed };
}

const MAX_VALUE_LENGTH = 60;

/** For people to read; a list or an object has no text of its own that could be relied on. */
function toShortText(value: unknown): string {
  return typeof value === "object" && value !== null ? "…" : String(value).slice(0, MAX_VALUE_LENGTH);
}
