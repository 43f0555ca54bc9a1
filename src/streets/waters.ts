import type { LonLat, Tags } from "../base/words.js";
import type { FacilityRecord, Streets, Water } from "../model/facts.js";
import { levelOf } from "./street-level.js";

/** What a line or an area is of a water. */
export type WaterKind = "area" | "line";

const WATERWAYS = new Set("river canal riverbank dock tidal_channel fairway".split(" "));
/** Lines of these enclose nothing that could be told: a bay may hold islands, and inside a coastline is land. */
const SHORES = new Set(["coastline", "bay", "strait"]);
/** What Geofabrik calls lakes. */
const LAKES = new Set(["water", "reservoir"]);
const POOLS = new Set(["swimming_pool", "water_park"]);

/**
 * Tells whether nobody walks across a line or an area of these tags; `null` = it is no water, or is stepped over: brooks and ditches,
 * what flows in a pipe, swimming pools.
 *
 * @param isRing whether it encloses something: a polygon, or a line that ends where it begins
 */
export function waterKind(tags: Tags, isRing: boolean): WaterKind | null {
  const { highway, fclass, waterway, natural, landuse, leisure } = tags;
  if (highway !== undefined || levelOf(tags) < 0 || POOLS.has(String(leisure))) return null;
  if (SHORES.has(String(natural))) return "line";
  const isLake = isRing && (landuse === "reservoir" || LAKES.has(String(fclass)));
  if (natural !== "water" && !isLake && !WATERWAYS.has(String(waterway ?? fclass))) return null;
  return isRing ? "area" : "line";
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
    const kind = waterKind(tagSets[tagSetRow[row]] as Tags, isClosed(line));
    if (kind !== null) found.push({ isArea: kind === "area", lines: [line] });
  }
  return found;
}

/** Lists the waters among facilities as read: lakes and rivers stand in layers of everything that OpenStreetMap holds. */
export function watersAmong(records: readonly Pick<FacilityRecord, "isArea" | "outline" | "tags">[]): readonly Water[] {
  return records.flatMap(({ isArea, outline, tags }) => {
    const kind = outline.length === 0 ? null : waterKind(tags, isArea);
    return kind === null ? [] : [{ isArea: kind === "area", lines: outline }];
  });
}

function lineOf({ firstVertex, lon, lat }: Streets, row: number): LonLat[] {
  const line: LonLat[] = [];
  for (let vertex = firstVertex[row]; vertex < firstVertex[row + 1]; vertex++) line.push([lon[vertex], lat[vertex]]);
  return line;
}

function isClosed(line: readonly LonLat[]): boolean {
  const [first, last] = [line[0], line[line.length - 1]];
  return line.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}
