import type { Steps } from "../../base/steps.js";
import type { LonLat } from "../../base/words.js";
import type { Water } from "../../model/facts.js";
import { waterKind, waterOf } from "../../streets/waters.js";
import { Pace } from "../in-turns.js";
import type { Relation } from "./element-columns.js";
import type { Extract } from "./extract.js";
import { MISSING } from "./node-table.js";
import { byId, type RelationAreas } from "./osm-features.js";
import { KIND } from "./tag-kinds.js";

/**
 * Makes waters of the ways and relations that nobody walks across, by their ids. A relation that does not close (at the edge of an
 * extract, mostly) is as much of its shore as is there.
 */
export function* toWaters(extract: Extract, areas: RelationAreas): Steps<readonly Water[]> {
  const { columns } = extract;
  const waters: Water[] = [];
  const pace = new Pace();
  for (const { row, tags } of byId(columns.wayTags, columns.wayIds, KIND.shore)) {
    if (pace.isDue(extract.nodeCountOf(row))) yield;
    if (extract.wayRowOf(columns.wayIds[row]) !== row) continue;
    const kind = waterKind(tags, tags.area !== "no" && extract.isRing(row));
    const water = kind && waterOf(kind, tags, linesOf(extract, row));
    if (water !== null) waters.push(water);
  }
  for (const relation of extract.relations) {
    const area = areas.get(relation);
    if (area === undefined || (relation.kinds & KIND.shore) === 0) continue;
    const kind = waterKind(relation.tags, true);
    if (kind === null) continue;
    if (area.state === "none") continue;
    if (area.state !== "closed") waters.push(...shoresOf(extract, relation));
    else waters.push(...area.polygons.flatMap((lines) => waterOf(kind, relation.tags, lines) ?? []));
  }
  return waters;
}

function shoresOf(extract: Extract, { members }: Relation): readonly Water[] {
  const rows = members.filter(({ type }) => type === "way").map(({ id }) => extract.wayRowOf(id));
  const lines = rows.filter((row) => row !== MISSING).flatMap((row) => linesOf(extract, row));
  return lines.length === 0 ? [] : [{ isArea: false, lines }];
}

/** The parts of a way between nodes that are missing. */
function linesOf(extract: Extract, way: number): readonly (readonly LonLat[])[] {
  const lines: LonLat[][] = [[]];
  for (const node of extract.nodesOf(way))
    if (node === MISSING) lines.push([]);
    else lines[lines.length - 1]?.push(extract.placeOf(node));
  return lines.filter(({ length }) => length > 1);
}
