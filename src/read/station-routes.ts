import type { FacilityRecord } from "../model/facts.js";

/** A station or an entrance to one, as GTFS numbers the kinds of places. */
const STATION = "1";
const ENTRANCE = "2";

/**
 * Gives stations and their entrances the kinds of route that call there: a timetable has them at the platforms only.
 *
 * A station has all kinds of its stops, an entrance all of its station. Whoever has its own keeps them.
 *
 * @param rows stops in any order; what is no stop of a timetable stays as it is
 */
export function spreadRoutes(rows: readonly FacilityRecord[]): readonly FacilityRecord[] {
  if (!rows.some(({ tags }) => parentOf(tags) !== null)) return rows;
  const typesOfStation = new Map<string, Set<unknown>>();
  for (const { tags } of rows) {
    const parent = parentOf(tags);
    if (parent === null) continue;
    const types = typesOfStation.get(parent) ?? new Set();
    for (const type of ownTypes(tags)) types.add(type);
    typesOfStation.set(parent, types);
  }
  return rows.map((row) => {
    const { tags } = row;
    const kind = String(tags.location_type ?? "");
    const station = kind === STATION ? keyOf(tags, tags.stop_id) : kind === ENTRANCE ? parentOf(tags) : null;
    const types = station === null ? undefined : typesOfStation.get(station);
    if (types === undefined || types.size === 0 || ownTypes(tags).length > 0) return row;
    return { ...row, tags: { ...tags, route_types: [...types] } };
  });
}

function ownTypes(tags: FacilityRecord["tags"]): readonly unknown[] {
  const given = tags.route_types ?? tags.route_type;
  if (Array.isArray(given)) return given;
  return given === undefined || given === null || given === "" ? [] : [given];
}

function parentOf(tags: FacilityRecord["tags"]): string | null {
  return keyOf(tags, tags.parent_station);
}

/** Two feeds in one file may have stops of the same id. */
function keyOf({ feed, feed_id: feedId }: FacilityRecord["tags"], id: unknown): string | null {
  if ((typeof id !== "string" && typeof id !== "number") || id === "") return null;
  return `${String(feed ?? feedId ?? "")} ${id}`;
}
