import type { Feature } from "geojson";
import { Diagnostics, sortDiagnostics } from "../../base/diagnostics.js";
import { OSM_FINDINGS } from "../../base/texts/diagnostics/osm.js";
import type { Neighborhood, Reading } from "../../model/facts.js";
import { readPopulationValue } from "../feature-properties.js";
import { holdersIn } from "../holders-in.js";
import { holdsPlace } from "../nested-places.js";

/** Kinds of places that are parts of a town, or stand by themselves: whoever holds one holds its people. */
const SMALL = "borough suburb quarter neighbourhood city_block village hamlet isolated_dwelling farm".split(" ");
/** Areas of these levels are as large as towns, or larger. */
const LEVEL_OF_TOWNS = 8;

/** A node with people. */
interface PlaceNode {
  readonly id: string;
  readonly name: unknown;
  readonly kind: string;
  readonly population: number;
  readonly position: readonly [number, number];
}

/**
 * Gives neighborhoods that tell no people those of the place nodes in them.
 *
 * A suburb, quarter, village … counts where it lies; a town only in areas of level 8 and above, a city only in an area of its name:
 * its people live all over it. A node that lies in two neighborhoods counts in neither, and one that another in the same neighborhood
 * holds (a suburb beside the node of its town) is counted with that one.
 *
 * @param places features of nodes
 * @param level of the neighborhoods
 */
export function addPeopleOfPlaces(
  neighborhoods: Reading<Neighborhood>,
  places: readonly Feature[],
  level: number,
): Reading<Neighborhood> {
  const nodes = places.flatMap(toPlaceNode);
  const inside = new Map<number, PlaceNode[]>();
  const holdersOf = holdersIn(neighborhoods.rows);
  for (const node of nodes) {
    const holders = holdersOf(...node.position);
    const [row] = holders;
    if (row !== undefined && holders.length === 1) inside.set(row, [...(inside.get(row) ?? []), node]);
  }
  const diagnostics = new Diagnostics(OSM_FINDINGS);
  const rows = neighborhoods.rows.map((neighborhood, row) => {
    if (neighborhood.population !== null) return neighborhood;
    const own = (inside.get(row) ?? []).filter((node) => isOwn(node, neighborhood, level));
    const counted = own.filter(({ kind }) => !own.some((other) => holdsPlace(other.kind, kind)));
    if (counted.length === 0) return neighborhood;
    const population = counted.reduce((sum, node) => sum + node.population, 0);
    const example = counted.map(({ id, kind }) => `${id} place=${kind}`).join(", ");
    diagnostics.add("osm.peopleOfPlaces", "neighborhoods", neighborhood.id, example);
    return { ...neighborhood, population };
  });
  return {
    ...neighborhoods,
    rows,
    diagnostics: sortDiagnostics([...neighborhoods.diagnostics, ...diagnostics.list()]),
  };
}

function toPlaceNode({ geometry, properties }: Feature): PlaceNode[] {
  const { place, name, osm_type: type, osm_id: id } = properties ?? {};
  const population = readPopulationValue(properties?.population);
  if (geometry?.type !== "Point" || typeof place !== "string" || population === null || population === 0) return [];
  const [lon = 0, lat = 0] = geometry.coordinates;
  return [{ id: `${type}/${id}`, name, kind: place, population, position: [lon, lat] }];
}

function isOwn({ kind, name }: PlaceNode, neighborhood: Neighborhood, level: number): boolean {
  if (SMALL.includes(kind) || (kind === "town" && level <= LEVEL_OF_TOWNS)) return true;
  return (kind === "town" || kind === "city") && typeof name === "string" && name === neighborhood.name;
}
