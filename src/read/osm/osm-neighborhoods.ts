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
import { clipAreas } from "./clipped-areas.js";
import type { Relation } from "./element-columns.js";
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
): { readonly reading: Reading<Neighborhood>; readonly level: number } | null {
  const levels = adminLevels(extract, areas);
  const chosen = chooseLevel(levels, streets, level) ?? cutLevel(extract, levels, streets, level);
  if (chosen === null) {
    const closing = levels.filter(({ closed }) => closed.length > 0);
    if (level !== undefined)
      throw noSuchLevel(
        path,
        level,
        closing.map((one) => one.level),
      );
    const found = closing.map((one) => `admin_level=${one.level}: ${one.closed.length}`);
    diagnostics.addMany("osm.noLevel", null, 1, [], found);
    return null;
  }
  const { closed: own, open, cut } = chosen;
  const example = [`admin_level=${chosen.level}`];
  const ids = open.map(({ id }) => `relation/${id}`);
  const cutIds = cut.map(({ id }) => `relation/${id}`);
  diagnostics.addMany("osm.level", "neighborhoods", own.length, [], example);
  diagnostics.addMany("osm.levelCut", "neighborhoods", cut.length, cutIds, example);
  diagnostics.addMany("osm.areaOpen", "neighborhoods", open.length, ids, example);
  const reading = readNeighborhoods(
    {
      type: "FeatureReading",
      features: own.map(toFeature),
      leftOut: open.length === 0 ? {} : { "osm.areaOpen": open.length },
      diagnostics: diagnostics.list().filter(({ layer }) => layer === "neighborhoods"),
    },
    { properties: { id: "osm", name: "osmName" }, repair: "fix" },
  );
  return { reading, level: chosen.level };
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

/** The administrative areas of one level. */
interface AdminLevel {
  readonly level: number;
  /** Those whose outline closes, or was cut at the box. */
  readonly closed: readonly AdminArea[];
  /** Those among them that were cut at the box. */
  readonly cut: readonly Relation[];
  readonly open: readonly Relation[];
  /** All relations of the level. */
  readonly relations: readonly Relation[];
}

/** The most detailed level first. */
function adminLevels(extract: Extract, areas: RelationAreas): readonly AdminLevel[] {
  const levels = new Map<number, { closed: AdminArea[]; open: Relation[]; cut: []; relations: Relation[] }>();
  const entryOf = (level: number) => {
    const entry = levels.get(level) ?? { closed: [], open: [], cut: [], relations: [] };
    levels.set(level, entry);
    return entry;
  };
  const { columns, relations } = extract;
  for (const relation of relations) {
    const level = levelOf(relation.tags);
    const area = areas.get(relation);
    if ((relation.kinds & KIND.boundary) === 0 || level === null || area === undefined) continue;
    const entry = entryOf(level);
    entry.relations.push(relation);
    if (area.state === "closed") entry.closed.push(toArea(relation, area.polygons));
    else entry.open.push(relation);
  }
  for (const { row: way, kinds, tags } of columns.wayTags) {
    const id = columns.wayIds[way];
    const level = levelOf(tags);
    if ((kinds & KIND.boundary) === 0 || level === null || extract.wayRowOf(id) !== way) continue;
    const polygons = areaOfWay(extract, way, tags.area);
    if (polygons !== null) entryOf(level).closed.push({ type: "way", id, tags, polygons });
  }
  // whatever the order of the file
  for (const { closed } of levels.values()) closed.sort((a, b) => compareText(a.type, b.type) || a.id - b.id);
  return [...levels].map(([level, entry]) => ({ level, ...entry })).sort((a, b) => b.level - a.level);
}

const toArea = ({ id, tags }: Relation, polygons: readonly PolygonRings[]): AdminArea => ({
  ...{ type: "relation", id, tags, polygons },
});

function levelOf({ admin_level: level }: Tags): number | null {
  return typeof level === "string" && /^\d{1,2}$/.test(level.trim()) ? Number(level) : null;
}

/** The most detailed level whose areas hold half of the streets (without streets: that has any), or the one that is asked for. */
function chooseLevel(levels: readonly AdminLevel[], streets: Streets | null, asked?: number): AdminLevel | null {
  const isAsked = ({ level }: AdminLevel) => asked === undefined || level === asked;
  const holds = ({ closed }: AdminLevel) =>
    asked !== undefined || streets === null || shareInside(closed, streets) >= LEAST_SHARE;
  return levels.filter(isAsked).find((one) => one.closed.length > 0 && holds(one)) ?? null;
}

/** The same for areas that are cut where they leave the box of the extract; one area alone tells nothing of a city. */
function cutLevel(
  extract: Extract,
  levels: readonly AdminLevel[],
  streets: Streets | null,
  asked?: number,
): AdminLevel | null {
  const { box } = extract;
  if (box === null) return null;
  const cut = levels.map((one): AdminLevel => {
    const faces = clipAreas(extract, one.relations, box);
    const found = one.open.filter((relation) => faces.has(relation));
    const areas = found.map((relation) => toArea(relation, faces.get(relation) ?? []));
    return {
      ...{ level: one.level, closed: [...one.closed, ...areas], cut: found, relations: one.relations },
      open: one.open.filter((relation) => !faces.has(relation)),
    };
  });
  return chooseLevel(
    cut.filter(({ closed }) => closed.length > 1),
    streets,
    asked,
  );
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
