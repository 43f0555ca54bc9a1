import { describeValue, isJsonObject, type JsonObject } from "../base/json-object.js";
import type { LonLat } from "../base/words.js";
import { emptyParts, type GeometryDefect, type GeometryParts, isDefect } from "./geometry-parts.js";
import { GEOMETRY_TYPES } from "./list-features.js";
import type { Frame } from "./positions.js";
import { addPolygon } from "./read-polygon.js";
import { readPositions } from "./read-positions.js";

/** Collections in collections in collections: no program writes more than two. */
const MAX_DEPTH = 100;
/** In a live object, collections can share their members: forty in each other hold 2^40. */
const MAX_MEMBERS = 1_000_000;

/**
 * Takes a geometry apart into points, lines and polygons, checked and in WGS 84.
 *
 * One bad position spoils the whole geometry; parts that are empty or collapsed to nothing are passed over.
 */
export function readGeometry(geometry: unknown, frame: Frame): GeometryParts | GeometryDefect {
  if (geometry === null || geometry === undefined) return { code: "geometry.null", example: null };
  const parts = emptyParts();
  // a stack of our own: a hostile file nests deeper than the engine's
  const pending: { readonly geometry: unknown; readonly depth: number }[] = [{ geometry, depth: 0 }];
  let memberCount = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { geometry: part, depth } = next;
    if (!isJsonObject(part) || !GEOMETRY_TYPES.has(part.type)) {
      if (depth === 0) return { code: "geometry.kind", example: describeValue(part) };
      parts.findings.set("geometry.parts", describeValue(part));
    } else if (part.type === "GeometryCollection") {
      const members = Array.isArray(part.geometries) ? part.geometries : [];
      memberCount += members.length;
      if (depth >= MAX_DEPTH || memberCount > MAX_MEMBERS) return { code: "json.depth", example: null };
      if (members.length === 0) parts.collapsed ??= "geometry.empty";
      for (let i = members.length - 1; i >= 0; i--) pending.push({ geometry: members[i], depth: depth + 1 });
    } else {
      const defect = addSimpleGeometry(part, parts, frame);
      if (defect !== null) return defect;
    }
  }
  return parts;
}

function addSimpleGeometry(
  { type, coordinates }: JsonObject,
  parts: GeometryParts,
  frame: Frame,
): GeometryDefect | null {
  if (coordinates === null || coordinates === undefined) {
    parts.collapsed ??= "geometry.empty";
    return null;
  }
  if (!Array.isArray(coordinates)) return { code: "position.type", example: describeValue(coordinates) };
  if (coordinates.length === 0) {
    parts.collapsed ??= "geometry.empty";
    return null;
  }
  switch (type) {
    case "Point":
      return addPoints([coordinates], parts, frame);
    case "MultiPoint":
      return addPoints(coordinates, parts, frame);
    case "LineString":
      return addLine(coordinates, parts, frame);
    case "Polygon":
      return addPolygon(coordinates, parts, frame);
    default:
      return addEach(coordinates, type === "MultiPolygon" ? addPolygon : addLine, parts, frame);
  }
}

type AddPart = (coordinates: unknown, parts: GeometryParts, frame: Frame) => GeometryDefect | null;

function addEach(list: readonly unknown[], add: AddPart, parts: GeometryParts, frame: Frame): GeometryDefect | null {
  for (const coordinates of list) {
    const defect = add(coordinates, parts, frame);
    if (defect !== null) return defect;
  }
  return null;
}

function addPoints(coordinates: readonly unknown[], parts: GeometryParts, frame: Frame): GeometryDefect | null {
  // one by one: between separate points there is no line that could jump
  for (const position of coordinates) {
    const positions = readPositions([position], parts, frame);
    if (isDefect(positions)) return positions;
    const [point] = positions as readonly [LonLat];
    parts.points.push(point);
    if (point[0] === 0 && point[1] === 0) parts.findings.set("position.nullIsland", null);
  }
  return null;
}

function addLine(coordinates: unknown, parts: GeometryParts, frame: Frame): GeometryDefect | null {
  if (!Array.isArray(coordinates)) return { code: "position.type", example: describeValue(coordinates) };
  const positions = readPositions(coordinates, parts, frame);
  if (isDefect(positions)) return positions;
  const [first] = positions;
  const isLine = first !== undefined && positions.some(([lon, lat]) => lon !== first[0] || lat !== first[1]);
  if (isLine) parts.lines.push(positions);
  else parts.collapsed ??= first === undefined ? "geometry.empty" : "line.tooShort";
  return null;
}
