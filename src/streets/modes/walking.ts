import type { Tags } from "../../base/words.js";
import type { Mode, WayAccess, WaySpeed } from "../../model/mode.js";

/** `highway` values that are closed to walkers unless `foot` says otherwise. All other values are open. */
const CLOSED_HIGHWAYS = new Set(
  "motorway motorway_link bus_guideway busway raceway escape services rest_area via_ferrata".split(" "),
);
/** Not there (yet, or any more): `foot=yes` does not open them. */
const MISSING_HIGHWAYS = new Set(
  "construction proposed planned abandoned disused razed demolished closed no".split(" "),
);
/** Roads that are closed to walkers when tagged `sidewalk=no` or `motorroad=yes`. */
const FAST_HIGHWAYS = new Set("trunk trunk_link".split(" "));
/** Values of `foot` that open a street, whatever `access` says. */
const FOOT_OPEN = new Set("yes designated official permissive destination customers bridge".split(" "));
const FOOT_CLOSED = new Set("no private use_sidepath restricted".split(" "));
const ACCESS_CLOSED = new Set(
  "no private military agricultural forestry emergency delivery permit employees".split(" "),
);
const ACCESS_OPEN = new Set("yes permissive destination customers public designated".split(" "));
/** Without `highway`, a line with one of these keys is no street. */
const NOT_STREETS = [
  "railway",
  "waterway",
  "aeroway",
  "power",
  "boundary",
  "barrier",
  "natural",
  "landuse",
  "building",
  "route",
];

const OPEN_BOTH_WAYS: WayAccess = { forward: true, backward: true, because: "" };

/** Walks along every street that is not closed to people on foot, on steps at a speed of their own. */
export const walking: Mode = {
  id: "walking",
  label: { zh: "步行", en: "Walking" },
  tagKeys: [
    ...["highway", "fclass", "foot", "access", "motorroad", "sidewalk", "oneway:foot", "conveying"],
    ...["abandoned", "disused", ...NOT_STREETS],
  ],
  accessOf: footAccess,
  speedOf: ({ speedMetersPerSecond: speed, stepsSpeedMetersPerSecond: onSteps = speed }) =>
    onSteps === speed ? speed : (tags) => (highwayOf(tags) === "steps" ? bothWays(onSteps) : bothWays(speed)),
};

/**
 * Decides by OSM tags whether a street may be walked. Lines without tags may.
 *
 * In this order: lines of something else than streets, streets that do not exist yet or any more → closed; `foot` → as it says; `access` → closed if private
 * or for others; `motorroad=yes`, fast roads without sidewalk, motorways → closed; everything else → open. `oneway`
 * does not bind walkers; `oneway:foot` and escalators (`conveying`) do. The table in docs/guides/what-the-numbers-mean.md says the same.
 */
function footAccess(tags: Tags): WayAccess {
  const highway = highwayOf(tags) ?? "";
  const closed = (key: string, value: unknown): WayAccess => ({
    forward: false,
    backward: false,
    because: `${key}=${toShortText(value)}`,
  });
  if (highway === "") {
    const other = NOT_STREETS.find((key) => tags[key] !== undefined && tags[key] !== "no");
    if (other !== undefined) return closed(other, tags[other]);
  }
  if (MISSING_HIGHWAYS.has(highway)) return closed("highway", highway);
  for (const key of ["abandoned", "disused"]) if (tags[key] === "yes") return closed(key, "yes");
  const foot = opinion(tags.foot, FOOT_OPEN, FOOT_CLOSED);
  if (foot === "closed") return closed("foot", tags.foot);
  if (foot === undefined) {
    if (opinion(tags.access, ACCESS_OPEN, ACCESS_CLOSED) === "closed") return closed("access", tags.access);
    if (tags.motorroad === "yes") return closed("motorroad", "yes");
    if (CLOSED_HIGHWAYS.has(highway)) return closed("highway", highway);
    const sidewalk = tags.sidewalk;
    if (FAST_HIGHWAYS.has(highway) && (sidewalk === "no" || sidewalk === "none")) return closed("sidewalk", sidewalk);
  }
  return oneWay(tags);
}

/** Escalators and marked one-way footways run one way. */
function oneWay(tags: Tags): WayAccess {
  const direction = tags["oneway:foot"] ?? tags.conveying;
  // `conveying=yes` tells no direction
  if (tags["oneway:foot"] === undefined && direction === "yes") return OPEN_BOTH_WAYS;
  return {
    forward: direction !== "-1" && direction !== "backward",
    backward: direction !== "yes" && direction !== "1" && direction !== "forward",
    because: "",
  };
}

function highwayOf(tags: Tags): string | undefined {
  return first(tags.highway) ?? first(tags.fclass);
}

function first(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.split(";")[0]?.trim() : undefined;
}

function opinion(
  value: unknown,
  open: ReadonlySet<string>,
  closed: ReadonlySet<string>,
): "open" | "closed" | undefined {
  if (typeof value !== "string") return undefined;
  const values = value.split(";").map((part) => part.trim());
  if (values.some((part) => open.has(part))) return "open";
  return values.some((part) => closed.has(part)) ? "closed" : undefined;
}

const MAX_VALUE_LENGTH = 60;

/** For people to read; a list or an object has no text of its own that could be relied on. */
function toShortText(value: unknown): string {
  return typeof value === "object" && value !== null ? "…" : String(value).slice(0, MAX_VALUE_LENGTH);
}

function bothWays(speed: number): WaySpeed {
  return { forward: speed, backward: speed };
}
