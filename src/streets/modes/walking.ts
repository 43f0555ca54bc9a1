import type { Tags } from "../../base/words.js";
import type { Mode, WayAccess, WaySpeed } from "../../model/mode.js";

/** `highway` values that are closed to walkers unless `foot` says otherwise. All other values are open. */
const CLOSED_HIGHWAYS = wordsOf(
  "motorway motorway_link bus_guideway busway raceway escape services rest_area via_ferrata",
  // what Geofabrik calls railways, lifts and waters
  "rail light_rail subway tram monorail narrow_gauge miniature_railway funicular rack drag_lift chair_lift cable_car gondola",
  "goods other_lift river stream canal drain riverbank water reservoir dock wetland glacier",
);
/** Not there (yet, or any more): `foot=yes` does not open them. */
const MISSING_HIGHWAYS = wordsOf(
  "construction proposed planned abandoned disused razed demolished removed dismantled closed no",
);
/** With `yes`, a street that is not there; and beginnings of keys, which tell what a line was or will be. */
const STATES = "abandoned disused razed demolished removed proposed planned construction".split(" ");
const LIFECYCLE_KEYS = [...STATES, "dismantled", "destroyed", "was"].map((state) => `${state}:*`);
/** Roads that are closed to walkers when tagged `sidewalk=no` or `motorroad=yes`. */
const FAST_HIGHWAYS = wordsOf("trunk trunk_link");
/** Values of `foot` that open a street, whatever `access` says. */
const FOOT_OPEN = wordsOf("yes designated official permissive destination customers bridge");
const FOOT_CLOSED = wordsOf("no private use_sidepath restricted");
const ACCESS_CLOSED = wordsOf("no private military agricultural forestry emergency delivery permit employees");
const ACCESS_OPEN = wordsOf("yes permissive destination customers public designated");
const NO_SIDEWALK = wordsOf("no none");
/** Without `highway`, a line with one of these keys is no way for walkers, whatever `foot` says: it hangs in the air, or is a line on a map. */
const NEVER_STREETS = [..."aerialway boundary communication power route telecom".split(" "), ...LIFECYCLE_KEYS];
/** Without `highway`, a line with one of these keys is no street, unless `foot` says that one may walk there: a platform, a pier, a dyke. */
const NOT_STREETS = [
  "railway waterway aeroway barrier natural landuse building man_made leisure amenity shop tourism historic military",
  "geological piste:type golf attraction playground pipeline place seamark:type contour",
].flatMap((keys) => keys.split(" "));

const OPEN_BOTH_WAYS: WayAccess = { forward: true, backward: true, because: "" };
const SIDEWALK_KEYS = ["sidewalk:both", "sidewalk:left", "sidewalk:right"];

/** Walks along every street that is not closed to people on foot, on steps at a speed of their own. */
export const walking: Mode = {
  id: "walking",
  label: { zh: "步行", en: "Walking" },
  tagKeys: [
    ...["highway", "fclass", "foot", "access", "motorroad", "sidewalk", ...SIDEWALK_KEYS, "oneway:foot", "conveying"],
    ...[...STATES, ...NEVER_STREETS, ...NOT_STREETS],
  ],
  accessOf: footAccess,
  speedOf: ({ speedMetersPerSecond: speed, stepsSpeedMetersPerSecond: onSteps = speed }) =>
    onSteps === speed ? speed : (tags) => bothWays(highwaysOf(tags).includes("steps") ? onSteps : speed),
};

/**
 * Decides by OSM tags whether a street may be walked. Lines without tags may.
 *
 * In this order: lines in the air or on maps, streets that do not exist yet or any more → closed; `foot` → as it says; lines of
 * something else than streets → closed; `access` → closed if private or for others; `motorroad=yes`, fast roads without
 * sidewalk, motorways → closed; everything else → open. Of several values of `highway` one that is open is enough. `oneway`
 * does not bind walkers; `oneway:foot` and escalators (`conveying`) do. The table in docs/guides/what-the-numbers-mean.md says the same.
 */
function footAccess(tags: Tags): WayAccess {
  const highways = highwaysOf(tags);
  const isPlain = highways.length === 0;
  const never = isPlain ? NEVER_STREETS.find((key) => isSet(tags[key])) : undefined;
  if (never !== undefined) return closed(never, tags[never]);
  const built = highways.filter((highway) => !MISSING_HIGHWAYS.has(highway));
  if (!isPlain && built.length === 0) return closed("highway", highways.join(";"));
  for (const key of STATES) if (valuesOf(tags[key]).includes("yes")) return closed(key, "yes");
  const foot = opinion(tags.foot, FOOT_OPEN, FOOT_CLOSED);
  if (foot === "closed") return closed("foot", tags.foot);
  if (foot === undefined) {
    const other = isPlain ? NOT_STREETS.find((key) => isSet(tags[key])) : undefined;
    if (other !== undefined) return closed(other, tags[other]);
    if (opinion(tags.access, ACCESS_OPEN, ACCESS_CLOSED) === "closed") return closed("access", tags.access);
    if (valuesOf(tags.motorroad).includes("yes")) return closed("motorroad", "yes");
    const open = built.filter((highway) => !CLOSED_HIGHWAYS.has(highway));
    if (!isPlain && open.length === 0) return closed("highway", built.join(";"));
    const isFast = !isPlain && open.every((highway) => FAST_HIGHWAYS.has(highway));
    if (isFast && lacksSidewalk(tags)) return closed("sidewalk", tags.sidewalk ?? "no");
  }
  return oneWay(tags);
}

/** `proposed:*` holds what stands behind: `highway=path`. */
function closed(key: string, value: unknown): WayAccess {
  const because = key.endsWith("*") ? key.slice(0, -1) + toShortText(value) : `${key}=${toShortText(value)}`;
  return { forward: false, backward: false, because };
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "no";
}

/** On neither side: what is told side by side goes before what is told of the whole. */
function lacksSidewalk(tags: Tags): boolean {
  const [both = [], left = [], right = []] = SIDEWALK_KEYS.map((key) => valuesOf(tags[key]));
  const sides = [...both, ...left, ...right];
  if (sides.some((value) => !NO_SIDEWALK.has(value))) return false;
  return (
    both.length > 0 ||
    (left.length > 0 && right.length > 0) ||
    valuesOf(tags.sidewalk).some((value) => NO_SIDEWALK.has(value))
  );
}

/** Escalators and marked one-way footways run one way. */
function oneWay(tags: Tags): WayAccess {
  const [oneWayFoot] = valuesOf(tags["oneway:foot"]);
  const direction = oneWayFoot ?? valuesOf(tags.conveying)[0];
  // `conveying=yes` tells no direction
  if (oneWayFoot === undefined && direction === "yes") return OPEN_BOTH_WAYS;
  return {
    forward: direction !== "-1" && direction !== "backward",
    backward: direction !== "yes" && direction !== "1" && direction !== "forward",
    because: "",
  };
}

function highwaysOf(tags: Tags): readonly string[] {
  const own = valuesOf(tags.highway);
  return own.length > 0 ? own : valuesOf(tags.fclass);
}

/** Lists the values of a tag, which a semicolon parts. */
function valuesOf(value: unknown): readonly string[] {
  if (typeof value === "number") return [String(value)];
  if (typeof value === "boolean") return [value ? "yes" : "no"];
  if (typeof value !== "string") return [];
  return value
    .split(";")
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== "");
}

function opinion(value: unknown, open: ReadonlySet<string>, shut: ReadonlySet<string>): "open" | "closed" | undefined {
  const values = valuesOf(value);
  if (values.some((part) => open.has(part))) return "open";
  return values.some((part) => shut.has(part)) ? "closed" : undefined;
}

const MAX_VALUE_LENGTH = 60;

/** For people to read; a list or an object has no text of its own that could be relied on. */
function toShortText(value: unknown): string {
  return typeof value === "object" && value !== null ? "…" : String(value).slice(0, MAX_VALUE_LENGTH);
}

function bothWays(speed: number): WaySpeed {
  return { forward: speed, backward: speed };
}

function wordsOf(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(" ")));
}
