import { compareText, type Diagnostic, Diagnostics } from "../diagnostics.js";
import { evenOddSquareMeters, polygonsSquareMeters } from "../geo/area.js";
import { latticePoints } from "../geo/lattice.js";
import { findPolygonDefect } from "../geo/ring-validity.js";
import { interiorPoint } from "../geo/rings.js";
import { Sum } from "../geo/sum.js";
import type { LonLat, Neighborhood, Origins, Polygon, PopulationPlace } from "../model.js";
import type { Meters } from "../units.js";
import { assertLatticeFits } from "./lattice-limit.js";
import { NeighborhoodFinder } from "./neighborhood-finder.js";
import { OriginCollector } from "./origin-collector.js";

/** Origins and what was found while placing them. */
export interface BuiltOrigins {
  readonly origins: Origins;
  /** Area of each neighborhood. */
  readonly neighborhoodSquareMeters: Float64Array;
  /** People of the population layer who live outside all neighborhoods. */
  readonly populationOutside: number;
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
  const inside = neighborhoods.map(({ polygons }) =>
    polygons.flatMap((polygon) => latticePoints(polygon, spacingMeters)),
  );
  neighborhoods.forEach((neighborhood, row) => {
    const area = neighborhoodSquareMeters[row];
    const points = placeLattice(neighborhood, row, inside[row] ?? [], { collector, diagnostics });
    for (const point of points) collector.addLattice(row, point, area / points.length);
  });
  if (population === null) spreadOwnPopulation(neighborhoods, inside, collector);
  const hasOwnPopulation = neighborhoods.some((neighborhood) => neighborhood.population !== null);
  const work = { collector, spacingMeters, diagnostics };
  const populationOutside = population === null ? 0 : spreadPopulation(population, neighborhoods, work);
  if (population === null) reportUntoldPopulation(neighborhoods, hasOwnPopulation, diagnostics);
  if (population !== null) reportDisagreement(neighborhoods, collector, diagnostics);
  const source = population !== null ? "population layer" : hasOwnPopulation ? "neighborhoods" : "none";
  const origins = collector.build(source);
  if (source !== "none") reportUnpopulated(origins, neighborhoods, diagnostics);
  return { origins, neighborhoodSquareMeters, populationOutside, diagnostics: diagnostics.list() };
}

/** The population layer has less than this part of a neighborhood's own number, or the other way round. */
const DISAGREEMENT_FACTOR = 0.5;

interface Work {
  readonly collector: OriginCollector;
  readonly spacingMeters: Meters;
  readonly diagnostics: Diagnostics;
}

/** The lattice points of a neighborhood that no neighborhood before it holds; an inner point if there is none. */
function placeLattice(
  { id, polygons }: Neighborhood,
  row: number,
  inside: readonly LonLat[],
  { collector, diagnostics }: Pick<Work, "collector" | "diagnostics">,
): LonLat[] {
  const claims = inside.map((point) => collector.claim(row, point));
  const points = inside.filter((_, i) => claims[i] === "taken now");
  if (claims.includes("of another")) diagnostics.add("neighborhood.overlap", "neighborhoods", id);
  if (points.length > 0) return points;
  if (inside.length === 0) diagnostics.add("neighborhood.smallerThanLattice", "neighborhoods", id);
  const largest = [...polygons].sort((a, b) => polygonsSquareMeters([b]) - polygonsSquareMeters([a]))[0];
  return largest === undefined ? [] : [interiorPoint(largest)];
}

/**
 * Spreads each neighborhood's own people over the lattice points inside it. Where neighborhoods overlap, a point belongs
 * to the first of them, and so do the people on it.
 */
function spreadOwnPopulation(
  neighborhoods: readonly Neighborhood[],
  inside: readonly (readonly LonLat[])[],
  collector: OriginCollector,
): void {
  neighborhoods.forEach(({ population }, row) => {
    if (population === null || population === 0) return;
    const points = uniquePoints(inside[row] ?? []);
    if (points.length === 0) collector.addToOnlyPoint(row, population);
    for (const point of points) collector.addToLattice(point, population / points.length);
  });
}

function uniquePoints(points: readonly LonLat[]): LonLat[] {
  const seen = new Set<string>();
  return points.filter(([lon, lat]) => {
    const key = `${lon} ${lat}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** Puts people where they live. Returns how many live outside all neighborhoods. */
function spreadPopulation(
  places: readonly PopulationPlace[],
  neighborhoods: readonly Neighborhood[],
  { collector, spacingMeters, diagnostics }: Work,
): number {
  const squareMeters = places.map(({ polygons }) => polygonsSquareMeters(polygons));
  assertLatticeFits("population", places, squareMeters, spacingMeters);
  const finder = new NeighborhoodFinder(neighborhoods);
  const allOutside = new Sum();
  // sums of floating-point numbers depend on the order: take the places in an order of their own
  for (const { id, population, location, polygons } of [...places].sort(comparePlaces)) {
    if (population === 0) continue;
    let outside = 0;
    for (const { point, share, isOnLattice } of homesOf(location, polygons, spacingMeters)) {
      const people = population * share;
      if (isOnLattice && collector.addToLattice(point, people)) continue;
      const row = finder.find(point);
      if (row === null) outside += people;
      else collector.addPoint(row, point, people);
    }
    if (outside > 0) diagnostics.add("population.outside", "population", id);
    allOutside.add(outside);
  }
  return allOutside.value;
}

interface Home {
  readonly point: LonLat;
  /** Which part of the place's people lives here. */
  readonly share: number;
  readonly isOnLattice: boolean;
}

/** The place itself; or the lattice points inside it, evenly; or an inner point of each part, by area. */
function homesOf(location: LonLat | null, polygons: readonly Polygon[], spacingMeters: Meters): Home[] {
  if (location !== null) return [{ point: location, share: 1, isOnLattice: false }];
  const lattice = polygons.flatMap((polygon) => latticePoints(polygon, spacingMeters));
  if (lattice.length > 0) return lattice.map((point) => ({ point, share: 1 / lattice.length, isOnLattice: true }));
  const areas = polygons.map((polygon) => polygonsSquareMeters([polygon]));
  const total = areas.reduce((sum, area) => sum + area, 0);
  return polygons.map((polygon, i) => ({
    point: interiorPoint(polygon),
    share: total > 0 ? (areas[i] as number) / total : 1 / polygons.length,
    isOnLattice: false,
  }));
}

/** A neighborhood's own number and the population layer may tell of very different cities. */
function reportDisagreement(
  neighborhoods: readonly Neighborhood[],
  collector: OriginCollector,
  diagnostics: Diagnostics,
): void {
  const people = collector.peopleByNeighborhood();
  neighborhoods.forEach(({ id, population }, row) => {
    const found = people[row];
    if (population === null || population === 0) return;
    if (found < DISAGREEMENT_FACTOR * population || population < DISAGREEMENT_FACTOR * found)
      diagnostics.add("population.disagrees", "neighborhoods", id, `${Math.round(found)} ≠ ${population}`);
  });
}

function reportUntoldPopulation(
  neighborhoods: readonly Neighborhood[],
  hasOwnPopulation: boolean,
  diagnostics: Diagnostics,
): void {
  if (!hasOwnPopulation) diagnostics.add("population.none", "neighborhoods");
  else
    for (const { id, population } of neighborhoods)
      if (population === null) diagnostics.add("population.missing", "neighborhoods", id);
}

function reportUnpopulated(
  { firstOrigin, population, populationSource }: Origins,
  neighborhoods: readonly Neighborhood[],
  diagnostics: Diagnostics,
): void {
  neighborhoods.forEach(({ id, population: own }, row) => {
    if (populationSource === "neighborhoods" && own === null) return; // untold, not empty
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
