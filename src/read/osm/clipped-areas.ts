import type { LonLat } from "../../base/words.js";
import { type Bounds, isInBox } from "../../geo/bounds.js";
import { containsPoint } from "../../geo/rings.js";
import type { PolygonRings } from "../../model/facts.js";
import { clipStretch, nearestOnSides } from "./clip-line.js";
import type { Relation } from "./element-columns.js";
import type { Extract } from "./extract.js";
import { MISSING } from "./node-table.js";
import { type Face, PlanarGraph } from "./planar-graph.js";

/** A border whose last node in the extract is farther from the side of the box than this part of it does not reach it. */
const MOST_OF_BOX = 0.1;

/**
 * Cuts areas of one level at the box of the extract: their borders and the sides of the box bound faces, and a face belongs to the
 * relation whose border all of it is. Where two share all, the one whose label or centre lies in it.
 *
 * A border that ends because nodes are missing is drawn on to the nearest side of the box, if that is near. Nothing else is drawn: a
 * border that ends in the middle bounds nothing.
 *
 * @param relations of one level, whether they close or not
 * @returns those that have a face, in the order of the relations
 */
export function clipAreas(
  extract: Extract,
  relations: readonly Relation[],
  box: Bounds,
): ReadonlyMap<Relation, readonly PolygonRings[]> {
  const graph = new PlanarGraph(box);
  for (const [way, owners] of ownersOfWays(extract, relations)) addWay(graph, extract, way, owners, box);
  const labels = labelsOf(extract, relations);
  const found = new Map<Relation, PolygonRings[]>();
  for (const face of graph.faces()) {
    const owner = ownerOf(face, labels);
    const relation = owner === null ? undefined : relations[owner];
    if (relation === undefined) continue;
    const own = found.get(relation);
    if (own === undefined) found.set(relation, [[face.ring]]);
    else own.push([face.ring]);
  }
  return new Map(
    relations.flatMap((relation) => {
      const own = found.get(relation);
      return own === undefined ? [] : [[relation, own] as const];
    }),
  );
}

/** By the row of each way, whose border it is. */
function ownersOfWays(extract: Extract, relations: readonly Relation[]): ReadonlyMap<number, ReadonlySet<number>> {
  const owners = new Map<number, Set<number>>();
  relations.forEach(({ members }, row) => {
    for (const { type, id } of members) {
      const way = type === "way" ? extract.wayRowOf(id) : MISSING;
      if (way === MISSING) continue;
      const own = owners.get(way);
      if (own === undefined) owners.set(way, new Set([row]));
      else own.add(row);
    }
  });
  return owners;
}

function addWay(graph: PlanarGraph, extract: Extract, way: number, owners: ReadonlySet<number>, box: Bounds): void {
  const nodes = extract.nodesOf(way);
  const [width, height] = [box.east - box.west, box.north - box.south];
  const reachSide = (place: LonLat) => {
    const side = nearestOnSides(place, box);
    const isNear =
      Math.abs(side[0] - place[0]) <= MOST_OF_BOX * width && Math.abs(side[1] - place[1]) <= MOST_OF_BOX * height;
    if (isInBox(box, ...place) && isNear) graph.add(place, side, owners);
  };
  for (let i = 0; i < nodes.length; i++) {
    if (nodes[i] === MISSING) continue;
    const place = extract.placeOf(nodes[i]);
    const [before, after] = [nodes[i - 1], nodes[i + 1]];
    if (before === MISSING || after === MISSING) reachSide(place);
    if (after === undefined || after === MISSING) continue;
    const inside = clipStretch(place, extract.placeOf(after), box);
    if (inside !== null) graph.add(...inside, owners);
  }
}

const LABEL_ROLES = ["label", "admin_centre"];

/** Where each relation says that its name or its centre is. */
function labelsOf(extract: Extract, relations: readonly Relation[]): readonly (LonLat | null)[] {
  const ids = relations.map(({ members }) =>
    LABEL_ROLES.flatMap((wanted) =>
      members.filter(({ type, role }) => type === "node" && role === wanted).map(({ id }) => id),
    ),
  );
  const rows = extract.findNodes(new Set(ids.flat()));
  return ids.map((own) => {
    const row = own.map((id) => rows.get(id)).find((found) => found !== undefined);
    return row === undefined ? null : extract.placeOf(row);
  });
}

function ownerOf({ ring, owners }: Face, labels: readonly (LonLat | null)[]): number | null {
  if (owners.length === 1) return owners[0];
  const inside = owners.filter((owner) => {
    const label = labels[owner];
    return label !== null && containsPoint([[ring]], ...label);
  });
  return inside.length === 1 ? inside[0] : null;
}
