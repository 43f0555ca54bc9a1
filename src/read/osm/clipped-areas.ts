import type { LonLat } from "../../base/words.js";
import { type Bounds, isInBox } from "../../geo/bounds.js";
import type { PolygonRings } from "../../model/facts.js";
import { assignFaces } from "./assign-faces.js";
import { clipStretch, nearestOnSides } from "./clip-line.js";
import type { Relation } from "./element-columns.js";
import type { Extract } from "./extract.js";
import { MISSING } from "./node-table.js";
import { PlanarGraph } from "./planar-graph.js";
import { KIND } from "./tag-kinds.js";

/** A border whose last node in the extract is farther from the side of the box than this part of it does not reach it. */
const MOST_OF_BOX = 0.1;

/**
 * Cuts areas of one level at the box of the extract: their borders and the sides of the box bound faces, and a face belongs to the
 * relation whose border all of it is. Where that leaves a choice, to the one whose label, centre or place lies in it; else to nobody.
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
  const faces = graph.faces();
  // to find labels is to go through all nodes
  if (faces.every(({ owners }) => owners.length === 0)) return new Map();
  const labels = labelsOf(extract, relations);
  const ownerOf = assignFaces(faces, labels);
  return new Map(
    relations.flatMap((relation, owner) => {
      const own = faces.filter((_, face) => ownerOf[face] === owner);
      return own.length === 0
        ? []
        : [[relation, own.map(({ ring, holes }): PolygonRings => [ring, ...holes])] as const];
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

/** Where the label and centre of each relation are, or the place that is called as it is. */
function labelsOf(extract: Extract, relations: readonly Relation[]): readonly (readonly LonLat[])[] {
  const ids = relations.map(({ members }) =>
    members.filter(({ type, role }) => type === "node" && LABEL_ROLES.includes(role)).map((member) => member.id),
  );
  const rows = extract.findNodes(new Set(ids.flat()));
  const named = extract.columns.nodeTags.filter(({ kinds, tags }) => (kinds & KIND.place) !== 0 && "place" in tags);
  return relations.map(({ tags }, i) => {
    const own = ids[i].flatMap((id) => rows.get(id) ?? []);
    const alike = named.filter((node) => tags.name !== undefined && node.tags.name === tags.name).map(({ row }) => row);
    return (own.length > 0 ? own : alike).map((row) => extract.placeOf(row));
  });
}
