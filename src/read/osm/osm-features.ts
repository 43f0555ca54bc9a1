import type { Feature, Geometry } from "geojson";
import { compareText, Diagnostics } from "../../base/diagnostics.js";
import type { Steps } from "../../base/steps.js";
import { OSM_FINDINGS } from "../../base/texts/diagnostics/osm.js";
import type { DiagnosticCode } from "../../base/texts/findings.js";
import type { Tags } from "../../base/words.js";
import { findPolygonDefect } from "../../geo/ring-validity.js";
import type { FeatureReading } from "../../model/input.js";
import { Pace } from "../in-turns.js";
import { type KeptTags, NOWHERE, type Relation } from "./element-columns.js";
import type { Extract } from "./extract.js";
import { MISSING } from "./node-table.js";
import { areaOfRelation, areaOfWay, type RelationArea, toGeometry } from "./osm-areas.js";

/** The areas of relations, each assembled once. */
export type RelationAreas = ReadonlyMap<Relation, RelationArea>;

/** A relation may have hundreds of members. */
const RELATIONS_OF_STEP = 64;

/** Assembles every relation that should hold an area and has a tag besides its type. */
export function* assembleAreas(extract: Extract): Steps<RelationAreas> {
  const isTold = ({ tags }: Relation) => Object.keys(tags).some((key) => key !== "type");
  const areas = new Map<Relation, RelationArea>();
  for (const relation of extract.relations) {
    if (!isTold(relation)) continue;
    areas.set(relation, areaOfRelation(extract, relation));
    if (areas.size % RELATIONS_OF_STEP === 0) yield;
  }
  return areas;
}

/**
 * Makes features of the nodes, ways and relations of some kinds, each by id: nodes are points; closed ways areas, if they do not say
 * `area=no`; other ways lines; relations areas. Properties: the tags, `osm_type` and `osm_id`.
 *
 * What cannot be drawn as a whole is left out and counted by reason: an outline or line that lost nodes, a relation that lost
 * members or does not close, and relations that are no area.
 *
 * @param kinds of `KIND`, as bits
 */
export function* toFeatures(extract: Extract, areas: RelationAreas, kinds: number): Steps<FeatureReading> {
  const books = new Books();
  const { columns } = extract;
  const features: Feature[] = [];
  const pace = new Pace();
  const add = (type: string, id: number, tags: Tags, geometry: Geometry | DiagnosticCode) => {
    if (typeof geometry === "string") books.leaveOut(geometry, `${type}/${id}`, tags);
    // the tags do not change what it is called
    else features.push({ type: "Feature", properties: { ...tags, osm_type: type, osm_id: id }, geometry });
  };
  for (const { row, tags } of byId(columns.nodeTags, columns.nodeIds, kinds)) {
    add("node", columns.nodeIds[row], tags, pointOf(extract, row));
    if (pace.isDue(8)) yield;
  }
  for (const { row, tags } of byId(columns.wayTags, columns.wayIds, kinds)) {
    if (extract.wayRowOf(columns.wayIds[row]) !== row) continue;
    add("way", columns.wayIds[row], tags, geometryOfWay(extract, row, tags));
    if (pace.isDue(8 + extract.nodeCountOf(row))) yield;
  }
  for (const relation of extract.relations)
    if ((relation.kinds & kinds) !== 0)
      add("relation", relation.id, relation.tags, geometryOfArea(areas.get(relation) ?? { state: "none" }));
  return { type: "FeatureReading", features, ...books.close() };
}

function pointOf(extract: Extract, node: number): Geometry | DiagnosticCode {
  if (extract.columns.nodeX[node] === NOWHERE) return "osm.nowhere";
  return { type: "Point", coordinates: [...extract.placeOf(node)] };
}

/** Gives the area or line of a way; the reason, where it has none. */
export function geometryOfWay(extract: Extract, way: number, tags: Tags): Geometry | DiagnosticCode {
  const nodes = extract.nodesOf(way);
  if (nodes.includes(MISSING)) return "osm.nodesMissing";
  const area = areaOfWay(extract, way, tags.area);
  // an outline that crosses itself encloses nothing that could be told: it stays a line
  if (area?.every((polygon) => findPolygonDefect(polygon) === null)) return toGeometry(area);
  if (nodes.length < 2) return "osm.tooFewNodes";
  return { type: "LineString", coordinates: Array.from(nodes, (node) => [...extract.placeOf(node)]) };
}

function geometryOfArea(area: RelationArea): Geometry | DiagnosticCode {
  if (area.state === "closed") return toGeometry(area.polygons);
  return ({ broken: "osm.relationBroken", open: "osm.relationOpen", none: "osm.noGeometry" } as const)[area.state];
}

/** Those of some kinds by their ids, of several with one id the first by its tags: whatever the order of the file. */
export function byId(kept: readonly KeptTags[], ids: Float64Array, kinds: number): readonly KeptTags[] {
  const wanted = kept.filter((one) => (one.kinds & kinds) !== 0);
  const isOrdered = wanted.every(({ row }, i) => i === 0 || ids[wanted[i - 1].row] < ids[row]);
  if (isOrdered) return wanted;
  wanted.sort((a, b) => ids[a.row] - ids[b.row] || compareText(JSON.stringify(a.tags), JSON.stringify(b.tags)));
  return wanted.filter(({ row }, i) => i === 0 || ids[wanted[i - 1].row] !== ids[row]);
}

/** Keeps the books of objects that gave no feature. */
class Books {
  readonly #leftOut = new Map<DiagnosticCode, number>();
  readonly #diagnostics = new Diagnostics(OSM_FINDINGS);

  leaveOut(code: DiagnosticCode, id: string, { type }: Tags): void {
    this.#leftOut.set(code, (this.#leftOut.get(code) ?? 0) + 1);
    this.#diagnostics.add(code, null, id, code === "osm.noGeometry" ? `type=${type ?? ""}` : null);
  }

  close(): Pick<FeatureReading, "leftOut" | "diagnostics"> {
    const leftOut = [...this.#leftOut].sort(([a], [b]) => compareText(a, b));
    return { leftOut: Object.fromEntries(leftOut), diagnostics: this.#diagnostics.list() };
  }
}
