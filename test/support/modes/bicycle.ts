import type { Tags } from "../../../src/base/words.js";
import type { Mode, WayAccess } from "../../../src/model/mode.js";

/** Where nobody cycles. */
const CLOSED = new Set(["motorway", "motorway_link", "trunk", "trunk_link", "steps", "construction"]);
/** Part of the profile's speed that is left: people push along footways, and slow down where it is rough. */
const HIGHWAY_SHARES: Readonly<Record<string, number>> = { footway: 0.3, pedestrian: 0.3, path: 0.6, track: 0.6 };
const SURFACE_SHARES: Readonly<Record<string, number>> = { gravel: 0.5, unpaved: 0.6, dirt: 0.5, cobblestone: 0.7 };
/** Uphill. */
const UPHILL_SHARE = 0.5;

/** A bicycle: one-ways bind unless `oneway:bicycle` says otherwise, surface and slope decide how fast it is. */
export const bicycle: Mode = {
  id: "bicycle",
  label: { zh: "骑行", en: "Cycling" },
  tagKeys: ["highway", "access", "bicycle", "oneway", "oneway:bicycle", "surface", "incline"],
  accessOf: (tags) => {
    const closed = closedBecause(tags);
    if (closed !== null) return { forward: false, backward: false, because: closed };
    return oneWay(tags["oneway:bicycle"] ?? tags.oneway);
  },
  speedOf:
    ({ speedMetersPerSecond }) =>
    ({ highway, surface, incline }) => {
      const share = (HIGHWAY_SHARES[String(highway)] ?? 1) * (SURFACE_SHARES[String(surface)] ?? 1);
      return {
        forward: speedMetersPerSecond * share * (incline === "up" ? UPHILL_SHARE : 1),
        backward: speedMetersPerSecond * share * (incline === "down" ? UPHILL_SHARE : 1),
      };
    },
};

function closedBecause({ highway, bicycle, access }: Tags): string | null {
  if (bicycle === "no") return "bicycle=no";
  if (bicycle === "yes" || bicycle === "designated") return null;
  if (access === "no" || access === "private") return `access=${access}`;
  return CLOSED.has(String(highway)) ? `highway=${highway}` : null;
}

function oneWay(direction: unknown): WayAccess {
  return { forward: direction !== "-1", backward: direction !== "yes" && direction !== "1", because: "" };
}
