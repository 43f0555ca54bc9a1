import type { MultiPolygon, Polygon } from "geojson";
import type { PolygonRings } from "../../model/facts.js";
import { assembleRings } from "./assemble-rings.js";
import { isAreaRelation, type Relation } from "./element-columns.js";
import type { Extract } from "./extract.js";
import { nestRings, wound } from "./nest-rings.js";
import { MISSING } from "./node-table.js";

/** What became of a relation that should hold an area. */
export type RelationArea =
  | { readonly state: "closed"; readonly polygons: readonly PolygonRings[] }
  /** `broken`: ways or nodes of it are not in the extract; `open`: all are, and they do not close; `none`: it is no area. */
  | { readonly state: "broken" | "open" | "none" };

/**
 * Assembles the area of a relation of its ways, by their nodes: roles do not matter, a ring in another one is a hole.
 * Ends are never joined by a straight line.
 */
export function areaOfRelation(extract: Extract, { tags, members }: Relation): RelationArea {
  if (!isAreaRelation(tags)) return { state: "none" };
  const rows = [...new Set(members.filter(({ type }) => type === "way").map(({ id }) => extract.wayRowOf(id)))];
  if (rows.length === 0) return { state: "open" };
  if (rows.some((row) => row === MISSING)) return { state: "broken" };
  const lines = rows.map((row) => extract.nodesOf(row));
  if (lines.some((nodes) => nodes.includes(MISSING))) return { state: "broken" };
  const rings = assembleRings(lines);
  if (rings === null) return { state: "open" };
  const placed = rings.filter(({ length }) => length > 3).map((ring) => ring.map((node) => extract.placeOf(node)));
  return placed.length === 0 ? { state: "open" } : { state: "closed", polygons: nestRings(placed) };
}

/**
 * Gives the area of a way: it is closed, and does not say that it is a line. Where it passes a node twice, it is several rings.
 *
 * @returns `null`: it is none
 */
export function areaOfWay(extract: Extract, way: number, area: unknown): readonly PolygonRings[] | null {
  if (area === "no" || !extract.isRing(way)) return null;
  const nodes = extract.nodesOf(way);
  const place = (ring: Iterable<number>) => Array.from(ring, (node) => extract.placeOf(node));
  if (new Set(nodes).size === nodes.length - 1) return [[wound(place(nodes), true)]];
  const rings = (assembleRings([nodes]) ?? []).filter(({ length }) => length > 3).map(place);
  return rings.length === 0 ? null : nestRings(rings);
}

/** Writes polygons as GeoJSON. */
export function toGeometry(polygons: readonly PolygonRings[]): Polygon | MultiPolygon {
  const coordinates = polygons.map((polygon) => polygon.map((ring) => ring.map(([lon, lat]) => [lon, lat])));
  const [only] = coordinates;
  return only !== undefined && coordinates.length === 1
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates };
}
