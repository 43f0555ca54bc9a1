import type { LonLat, Tags } from "../base/words.js";
import type { FacilityRecord, Streets, Water } from "../model/facts.js";
import { isClosed } from "./closed-line.js";
import { withoutPonds } from "./ponds.js";
import { levelOf } from "./street-level.js";

/** What a line or an area is of a water. */
export type WaterKind = "area" | "line";

/** The tags that tell waters. */
export const WATER_TAG_KEYS: readonly string[] = "fclass waterway natural landuse leisure amenity water".split(" ");

const WATERWAYS = new Set("river canal riverbank dock tidal_channel fairway".split(" "));
/** Lines of these enclose nothing that could be told: a bay may hold islands, and inside a coastline is land. */
const SHORES = new Set(["coastline", "bay", "strait"]);
/** What Geofabrik calls lakes. */
const LAKES = new Set(["water", "reservoir"]);
const POOLS = new Set(["swimming_pool", "water_park"]);
const FOUNTAINS = new Set(["fountain", "reflecting_pool"]);

/**
 * Tells whether nobody walks across a line or an area of these tags; `null` = it is no water, or is stepped over: brooks and ditches,
 * what flows in a pipe, swimming pools, fountains.
 *
 * @param isRing whether it encloses something: a polygon, or a line that ends where it begins
 */
export function waterKind(tags: Tags, isRing: boolean): WaterKind | null {
  const { highway, fclass, waterway, natural, landuse, leisure, amenity, water } = tags;
  if (highway !== undefined || levelOf(tags) < 0 || POOLS.has(String(leisure))) return null;
  if (FOUNTAINS.has(String(amenity)) || FOUNTAINS.has(String(water))) return null;
  if (SHORES.has(String(natural))) return "line";
  const isLake = isRing && (landuse === "reservoir" || LAKES.has(String(fclass)));
  if (natural !== "water" && !isLake && !WATERWAYS.has(String(waterway ?? fclass))) return null;
  return isRing ? "area" : "line";
}

/** Makes a water of what `waterKind` knows; `null` = one walks around it. */
export function waterOf(kind: WaterKind, tags: Tags, lines: Water["lines"]): Water | null {
  if (kind === "line") return lines.length === 0 ? null : { isArea: false, lines };
  const wide = withoutPonds(tags, lines);
  return wide.length === 0 ? null : { isArea: true, lines: wide };
}

/** Puts waters beside streets, after those that are there. */
export function withWaters(streets: Streets, waters: readonly Water[]): Streets {
  return waters.length === 0 ? streets : { ...streets, waters: [...(streets.waters ?? []), ...waters] };
}

/** Lists the waters of a layer of streets: those among its lines, and those that came with it. */
export function watersOf(streets: Streets): readonly Water[] {
  const { count, tagSets, tagSetRow, waters = [] } = streets;
  const isWater = tagSets.map((tags) => waterKind(tags, true) !== null);
  if (!isWater.includes(true)) return waters;
  const found = [...waters];
  for (let row = 0; row < count; row++) {
    if (!isWater[tagSetRow[row]]) continue;
    const line = lineOf(streets, row);
    const tags = tagSets[tagSetRow[row]] as Tags;
    const kind = waterKind(tags, isClosed(line));
    const water = kind && waterOf(kind, tags, [line]);
    if (water !== null) found.push(water);
  }
  return found;
}

/** Lists the waters among facilities as read: lakes and rivers stand in layers of everything that OpenStreetMap holds. */
export function watersAmong(records: readonly Pick<FacilityRecord, "isArea" | "outline" | "tags">[]): readonly Water[] {
  return records.flatMap(({ isArea, outline, tags }) => {
    const kind = outline.length === 0 ? null : waterKind(tags, isArea);
    const water = kind && waterOf(kind, tags, outline);
    return water === null ? [] : [water];
  });
}

function lineOf({ firstVertex, lon, lat }: Streets, row: number): LonLat[] {
  const line: LonLat[] = [];
  for (let vertex = firstVertex[row]; vertex < firstVertex[row + 1]; vertex++) line.push([lon[vertex], lat[vertex]]);
  return line;
}
