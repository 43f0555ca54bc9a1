import { compareText, type Diagnostic, Diagnostics } from "../diagnostics.js";
import { evenOddSquareMeters, polygonsSquareMeters } from "../geo/area.js";
import { latticePoints } from "../geo/lattice.js";
import { findPolygonDefect } from "../geo/ring-validity.js";
import { interiorPoint } from "../geo/rings.js";
import type { LonLat, Neighborhood, Origins, PopulationPlace } from "../model.js";
import type { Meters } from "../units.js";
import { assertLatticeFits } from "./lattice-limit.js";
import { NeighborhoodFinder } from "./neighborhood-finder.js";
import { OriginCollector } from "./origin-collector.js";

/** Origins and what was found while placing them. */
export interface BuiltOrigins {
  readonly origins: Origins;
  /** Area of each neighborhood. */
  readonly neighborhoodSquareMeters: Float64Array;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Places the origins of a city.
 *
 * Every neighborhood gets the lattice points inside it, each with an equal part of its area; at least one inner point.
 * People come from the population layer (polygons spread evenly over their lattice points, points as they are), else
 * from the neighborhoods' own numbers, spread evenly over their lattice points.
 *
 * @param outlinesMayCross whether outlines that cross themselves were let in (`repair: "fix"`): their area is then
 *   measured by the even-odd rule
 * @throws {CoverageError} LIMIT_EXCEEDED for outlines that would need millions of lattice points
 */
export function buildOrigins(
  neighborhoods: readonly Neighborhood[],
  population: readonly PopulationPlace[] | null,
  spacingMeters: Meters,
  { outlinesMayCross = false }: { readonly outlinesMayCross?: boolean } = {},
): BuiltOrigins {
  const diagnostics = new Diagnostics();
  const collector = new OriginCollector(neighborhoods.length);
  const neighborhoodSquareMeters = new Float64Array(neighborhoods.length);
  neighborhoods.forEach(({ polygons }, row) => {
    const isCrossed = outlinesMayCross && polygons.some((polygon) => findPolygonDefect(polygon) !== null);
    neighborhoodSquareMeters[row] = isCrossed ? evenOddSquareMeters(polygons) : polygonsSquareMeters(polygons);
  });
  assertLatticeFits("neighborhoods", neighborhoods, neighborhoodSquareMeters, spacingMeters);
  neighborhoods.forEach((neighborhood, row) => {
    const area = neighborhoodSquareMeters[row];
    const points = placeLattice(neighborhood, row, { collector, spacingMeters, diagnostics });
    const people = population === null ? (neighborhood.population ?? 0) : 0;
    for (const point of points) collector.addLattice(row, point, area / points.length, people / points.length);
  });
  const hasOwnPopulation = neighborhoods.some((neighborhood) => neighborhood.population !== null);
  if (population !== null) spreadPopulation(population, { neighborhoods, collector, spacingMeters, diagnostics });
  else if (!hasOwnPopulation) diagnostics.add("population.none", "neighborhoods");
  const source = population !== null ? "population layer" : hasOwnPopulation ? "neighborhoods" : "none";
  const origins = collector.build(source);
  if (source !== "none") reportUnpopulated(origins, neighborhoods, diagnostics);
  return { origins, neighborhoodSquareMeters, diagnostics: diagnostics.list() };
}

interface Work {
  readonly collector: OriginCollector;
  readonly spacingMeters: Meters;
  readonly diagnostics: Diagnostics;
}

/** The lattice points of a neighborhood that no neighborhood before it holds; an inner point if there is none. */
function placeLattice(
  { id, polygons }: Neighborhood,
  row: number,
  { collector, spacingMeters, diagnostics }: Work,
): LonLat[] {
  const inside = polygons.flatMap((polygon) => latticePoints(polygon, spacingMeters));
  const claims = inside.map((point) => collector.claim(row, point));
  const points = inside.filter((_, i) => claims[i] === "taken now");
  if (claims.includes("of another")) diagnostics.add("neighborhood.overlap", "neighborhoods", id);
  if (points.length > 0) return points;
  diagnostics.add("neighborhood.smallerThanLattice", "neighborhoods", id);
  const largest = [...polygons].sort((a, b) => polygonsSquareMeters([b]) - polygonsSquareMeters([a]))[0];
  return largest === undefined ? [] : [interiorPoint(largest)];
}

function spreadPopulation(
  places: readonly PopulationPlace[],
  { neighborhoods, collector, spacingMeters, diagnostics }: Work & { readonly neighborhoods: readonly Neighborhood[] },
): void {
  const squareMeters = places.map(({ polygons }) => polygonsSquareMeters(polygons));
  assertLatticeFits("population", places, squareMeters, spacingMeters);
  const finder = new NeighborhoodFinder(neighborhoods);
  // sums of floating-point numbers depend on the order: take the places in an order of their own
  for (const { id, population, location, polygons } of [...places].sort(comparePlaces)) {
    if (population === 0) continue;
    const lattice = polygons.flatMap((polygon) => latticePoints(polygon, spacingMeters));
    const points =
      location !== null ? [location] : lattice.length > 0 ? lattice : polygons.slice(0, 1).map(interiorPoint);
    const people = population / points.length;
    let outside = 0;
    for (const point of points) {
      if (lattice.length > 0 && collector.addToLattice(point, people)) continue;
      const row = finder.find(point);
      if (row === null) outside += people;
      else collector.addPoint(row, point, people);
    }
    if (outside > 0) diagnostics.addMany("population.outside", "population", outside, [id]);
  }
}

function reportUnpopulated(
  { firstOrigin, population }: Origins,
  neighborhoods: readonly Neighborhood[],
  diagnostics: Diagnostics,
): void {
  neighborhoods.forEach(({ id }, row) => {
    for (let origin = firstOrigin[row]; origin < firstOrigin[row + 1]; origin++) if (population[origin] > 0) return;
    diagnostics.add("neighborhood.unpopulated", "neighborhoods", id);
  });
}

function comparePlaces(a: PopulationPlace, b: PopulationPlace): number {
  const [aLon, aLat] = firstPosition(a);
  const [bLon, bLat] = firstPosition(b);
  return aLon - bLon || aLat - bLat || a.population - b.population || compareText(a.id, b.id);
}

function firstPosition({ location, polygons }: PopulationPlace): LonLat {
  return location ?? polygons[0]?.[0]?.[0] ?? [0, 0];
}
