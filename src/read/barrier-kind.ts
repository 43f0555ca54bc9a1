import type { Tags } from "../base/words.js";
import type { BarrierKind } from "../model/facts.js";
import { levelOf } from "../streets/street-level.js";
import { waterKind } from "../streets/waters.js";

const setOf = (values: string): ReadonlySet<unknown> => new Set(values.split(" "));
const RAILWAYS = setOf("rail light_rail narrow_gauge subway preserved");
const MOTORWAYS = setOf("motorway motorway_link");
const WALLS = setOf(
  "wall fence city_wall retaining_wall hedge guard_rail ditch jersey_barrier cable_barrier noise_barrier yes",
);
/** Words in a property of one's own, in the order in which they decide: a wall along a railway is a wall. */
const WORDS: readonly (readonly [BarrierKind, RegExp])[] = [
  ["wall", /墙|栏|wall|fence/i],
  ["rail", /铁|轨|rail/i],
  ["motorway", /高速|motorway|freeway/i],
  ["water", /河|江|水|渠|water|river|canal/i],
  ["private", /封闭|军|private/i],
];
const KIND_PROPERTIES = ["kind", "type", "类型", "类别"];
/** What these say decides, where one is there. */
const TELLING_KEYS = "railway highway waterway natural barrier landuse aeroway fclass".split(" ");

/**
 * Tells what keeps people from crossing a line or an area: by OpenStreetMap's tags, else by a word in a property of its own (`kind`,
 * `type`, 类型). What tells nothing is `other`: whoever gives it as a barrier knows.
 *
 * @param isRing whether it encloses something
 * @returns in an object, why people do cross it: it is a bridge or a tunnel (`tunnel=yes`), or its tags say so (`highway=footway`, `barrier=kerb`)
 */
export function barrierKind(tags: Tags, isRing: boolean): BarrierKind | { readonly passable: string } {
  if (levelOf(tags) !== 0) return { passable: levelOf(tags) > 0 ? "bridge" : "tunnel" };
  const known = kindOfTags(tags, isRing);
  if (known !== null) return known;
  const telling = TELLING_KEYS.find((key) => tags[key] !== undefined && tags[key] !== null);
  if (telling !== undefined) return { passable: `${telling}=${String(tags[telling]).slice(0, 40)}` };
  const words = KIND_PROPERTIES.map((key) => tags[key]).join(" ");
  return WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? "other";
}

function kindOfTags(tags: Tags, isRing: boolean): BarrierKind | null {
  const { railway, highway, barrier, landuse, natural, aeroway, access, fclass, motorroad } = tags;
  if (WALLS.has(barrier)) return "wall";
  if (RAILWAYS.has(railway ?? fclass) || (isRing && landuse === "railway")) return "rail";
  if (MOTORWAYS.has(highway ?? fclass) || (highway !== undefined && motorroad === "yes")) return "motorway";
  if (waterKind(tags, isRing) !== null) return "water";
  if (natural === "cliff") return "other";
  const isClosed = landuse === "military" || aeroway === "aerodrome" || access === "private" || access === "no";
  return isRing && isClosed ? "private" : null;
}
