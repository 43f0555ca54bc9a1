import type { Feature } from "geojson";
import { compareText, type Diagnostics } from "../../base/diagnostics.js";
import { CoverageError } from "../../base/errors.js";
import { say } from "../../base/texts/files.js";
import type { Tags } from "../../base/words.js";
import { boundsOfPolygons, isInBox } from "../../geo/bounds.js";
import { distanceMeters } from "../../geo/distance.js";
import { containsPoint } from "../../geo/rings.js";
import type { Neighborhood, PolygonRings, Reading, Streets } from "../../model/facts.js";
import { readNeighborhoods } from "../read-neighborhoods.js";
import type { Extract } from "./extract.js";
import { areaOfWay, toGeometry } from "./osm-areas.js";
import type { RelationAreas } from "./osm-features.js";
import { KIND } from "./tag-kinds.js";

/** An administrative area whose outline closes. */
interface AdminArea {
  readonly type: "way" | "relation";
  readonly id: number;
  readonly tags: Tags;
  readonly polygons: readonly PolygonRings[];
}

/** How many stretches of streets are looked at, at most. */
const MOST_SAMPLES = 2_000;
/** The share of the streets that the areas of a level must hold. */
const LEAST_SHARE = 0.5;

/**
 * Finds the neighborhoods of an extract: the administrative areas of the most detailed level whose closed areas, relations and closed
 * ways, hold half of the streets.
 *
 * @returns `null`: no level does
 * @throws {CoverageError} `INVALID_ARGUMENT` for a level of which nothing closes
 */
export function toNeighborhoods(
  extract: Extract,
  areas: RelationAreas,
  streets: Streets | null,
  { path, level }: { readonly path: string; readonly level: number | undefined },
  diagnostics: Diagnostics,
): Reading<Neighborhood> | null {
  const { byLevel, openByLevel } = adminAreas(extract, areas);
  const chosen = level === undefined ? chooseLevel(byLevel, streets) : byLevel.has(level) ? level : null;
  if (chosen === null) {
    if (level !== undefined) throw noSuchLevel(path, level, [...byLevel.keys()]);
    const found = [...byLevel].map(([one, own]) => `admin_level=${one}: ${own.length}`);
    diagnostics.addMany("osm.noLevel", null, 1, [], found.sort());
    return null;
  }
  const own = byLevel.get(chosen) ?? [];
  const open = openByLevel.get(chosen) ?? [];
  diagnostics.addMany("osm.level", "neighborhoods", own.length, [], [`admin_level=${chosen}`]);
  diagnostics.addMany("osm.areaOpen", "neighborhoods", open.length, open, [`admin_level=${chosen}`]);
  const reading = readNeighborhoods(
    {
      type: "FeatureReading",
      features: own.map(toFeature),
      leftOut: open.length === 0 ? {} : { "osm.areaOpen": open.length },
      diagnostics: diagnostics.list().filter(({ layer }) => layer === "neighborhoods"),
    },
    { properties: { id: "osm", name: "osmName" }, repair: "fix" },
  );
  return reading;
}

/** The names of properties that no tag of OpenStreetMap has. */
function toFeature({ type, id, tags, polygons }: AdminArea): Feature {
  const name = [tags.name, tags["name:en"], tags.ref].find((text) => typeof text === "string" && text.trim() !== "");
  return {
    type: "Feature",
    properties: {
      osm: `${type}/${id}`,
      osmName: name ?? null,
      ...(tags.population === undefined ? {} : { population: tags.population }),
    },
    geometry: toGeometry(polygons),
  };
}

interface AdminLevels {
  readonly byLevel: ReadonlyMap<number, readonly AdminArea[]>;
  /** Ids of relations that do not close. */
  readonly openByLevel: ReadonlyMap<number, readonly string[]>;
}

function adminAreas(extract: Extract, areas: RelationAreas): AdminLevels {
  const byLevel = new Map<number, AdminArea[]>();
  const openByLevel = new Map<number, string[]>();
  const { columns, relations } = extract;
  for (const relation of relations) {
    const level = levelOf(relation.tags);
    const area = areas.get(relation);
    if ((relation.kinds & KIND.boundary) === 0 || level === null || area === undefined) continue;
    if (area.state === "closed") {
      addTo(byLevel, level, { type: "relation", id: relation.id, tags: relation.tags, polygons: area.polygons });
    } else addTo(openByLevel, level, `relation/${relation.id}`);
  }
  for (const { row: way, kinds, tags } of columns.wayTags) {
    const id = columns.wayIds[way];
    if ((kinds & KIND.boundary) === 0 || extract.wayRowOf(id) !== way) continue;
    const level = levelOf(tags);
    const area = level === null ? null : areaOfWay(extract, way, tags.area);
    if (level !== null && area !== null) addTo(byLevel, level, { type: "way", id, tags, polygons: area });
  }
  // whatever the order of the file
  for (const own of byLevel.values()) own.sort((a, b) => compareText(a.type, b.type) || a.id - b.id);
  return { byLevel, openByLevel };
}

function addTo<Value>(lists: Map<number, Value[]>, key: number, value: Value): void {
  const own = lists.get(key);
  if (own === undefined) lists.set(key, [value]);
  else own.push(value);
}

function levelOf({ admin_level: level }: Tags): number | null {
  const number = typeof level === "string" && /^\d{1,2}$/.test(level.trim()) ? Number(level) : null;
  return number;
}

/** The most detailed level whose areas hold half of the streets; without streets, the most detailed one. */
function chooseLevel(byLevel: ReadonlyMap<number, readonly AdminArea[]>, streets: Streets | null): number | null {
  const levels = [...byLevel.keys()].sort((a, b) => b - a);
  if (streets === null) return levels[0] ?? null;
  return levels.find((level) => shareInside(byLevel.get(level) ?? [], streets) >= LEAST_SHARE) ?? null;
}

/** The share of the length of the streets that lies in one of the areas, by the middles of some stretches. */
export function shareInside(areas: readonly Pick<AdminArea, "polygons">[], streets: Streets): number {
  const placed = areas.map(({ polygons }) => ({ polygons, bounds: boundsOfPolygons(polygons) }));
  const { count, firstVertex, lon, lat } = streets;
  const step = Math.max(1, Math.ceil(lon.length / MOST_SAMPLES));
  let [inside, all, at] = [0, 0, 0];
  for (let street = 0; street < count; street++)
    for (let vertex = firstVertex[street] + 1; vertex < firstVertex[street + 1]; vertex++) {
      if (at++ % step !== 0) continue;
      const meters = distanceMeters(lon[vertex - 1], lat[vertex - 1], lon[vertex], lat[vertex]);
      const [x, y] = [(lon[vertex - 1] + lon[vertex]) / 2, (lat[vertex - 1] + lat[vertex]) / 2];
      all += meters;
      if (placed.some(({ polygons, bounds }) => isInBox(bounds, x, y) && containsPoint(polygons, x, y)))
        inside += meters;
    }
  return all === 0 ? 0 : inside / all;
}

function noSuchLevel(path: string, level: number, found: readonly number[]): CoverageError {
  const hint =
    found.length === 0
      ? say("osm.levelNone.hint")
      : say("osm.levelOpen.hint", { found: [...found].sort((a, b) => a - b).join(", ") });
  return new CoverageError("INVALID_ARGUMENT", say("osm.levelOpen", { path, level }), { path: "options.level", hint });
}
