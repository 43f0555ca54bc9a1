import { type Diagnostic, Diagnostics } from "../base/diagnostics.js";
import type { Meters } from "../base/units.js";
import { evenOddSquareMeters, polygonsSquareMeters } from "../geo/area.js";
import { Lattice } from "../geo/lattice.js";
import { findPolygonDefect } from "../geo/ring-validity.js";
import { interiorPoint } from "../geo/rings.js";
import type { GroupId, Neighborhood, Origins, PopulationPlaces } from "../model/facts.js";
import { assertLatticeFits } from "./lattice-limit.js";
import { OriginCollector } from "./origin-collector.js";
import { type PeopleOutside, type PlacingWork, spreadPopulation } from "./spread-population.js";

/** Origins and what was found while placing them. */
export interface BuiltOrigins {
  readonly origins: Origins;
  /** Area of each neighborhood. */
  readonly neighborhoodSquareMeters: Float64Array;
  /** People of the population layer who live outside all neighborhoods. */
  readonly populationOutside: number;
  /** Those of each group among them. */
  readonly groupsOutside: Readonly<Record<GroupId, number>>;
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
  population: PopulationPlaces | null,
  spacingMeters: Meters,
  { outlinesMayCross = false }: { readonly outlinesMayCross?: boolean } = {},
): BuiltOrigins {
  const diagnostics = new Diagnostics();
  const lattice = new Lattice(spacingMeters);
  const collector = new OriginCollector(neighborhoods.length, lattice, Object.keys(population?.groups ?? {}));
  const ownRuns: OwnRuns[] = [];
  const neighborhoodSquareMeters = new Float64Array(neighborhoods.length);
  neighborhoods.forEach(({ polygons }, row) => {
    const isCrossed = outlinesMayCross && polygons.some((polygon) => findPolygonDefect(polygon) !== null);
    neighborhoodSquareMeters[row] = isCrossed ? evenOddSquareMeters(polygons) : polygonsSquareMeters(polygons);
  });
  assertLatticeFits("neighborhoods", neighborhoods, () => neighborhoodSquareMeters, spacingMeters);
  const work = { collector, lattice, spacingMeters, diagnostics };
  neighborhoods.forEach((neighborhood, row) => {
    const firstOrigin = collector.count;
    const runs = neighborhood.polygons.flatMap((polygon) => lattice.runsInside(polygon));
    placeLattice(neighborhood, row, runs, work);
    collector.spreadGround(firstOrigin, neighborhoodSquareMeters[row]);
    if (population === null) ownRuns.push({ firstOrigin, runs });
  });
  if (population === null) spreadOwnPopulation(neighborhoods, ownRuns, collector);
  const hasOwnPopulation = neighborhoods.some((neighborhood) => neighborhood.population !== null);
  const outside = population === null ? NOBODY_OUTSIDE : spreadPopulation(population, neighborhoods, work);
  if (population === null) reportUntoldPopulation(neighborhoods, hasOwnPopulation, diagnostics);
  if (population !== null) reportDisagreement(neighborhoods, collector, diagnostics);
  const source = population !== null ? "population layer" : hasOwnPopulation ? "neighborhoods" : "none";
  const origins = collector.build(source);
  if (source !== "none") reportUnpopulated(origins, neighborhoods, diagnostics);
  return {
    ...{ origins, neighborhoodSquareMeters, diagnostics: diagnostics.list() },
    ...{ populationOutside: outside.population, groupsOutside: outside.groups },
  };
}

const NOBODY_OUTSIDE: PeopleOutside = { population: 0, groups: {} };

/** The population layer has less than this part of a neighborhood's own number, or the other way round. */
const DISAGREEMENT_FACTOR = 0.5;

/** The runs of lattice points inside a neighborhood, others' too, and its first origin. */
interface OwnRuns {
  readonly firstOrigin: number;
  readonly runs: readonly number[];
}

/** Places the lattice points of a neighborhood that no neighborhood before it holds; an inner point if there is none. */
function placeLattice(
  { id, polygons }: Neighborhood,
  neighborhoodRow: number,
  runs: readonly number[],
  { collector, diagnostics }: PlacingWork,
): void {
  const firstOrigin = collector.count;
  let isOverlapping = false;
  for (let run = 0; run < runs.length; run += 3)
    if (collector.claim(neighborhoodRow, runs[run], runs[run + 1], runs[run + 2])) isOverlapping = true;
  if (isOverlapping) diagnostics.add("neighborhood.overlap", "neighborhoods", id);
  if (collector.count > firstOrigin) return;
  if (runs.length === 0) diagnostics.add("neighborhood.smallerThanLattice", "neighborhoods", id);
  const largest = [...polygons].sort((a, b) => polygonsSquareMeters([b]) - polygonsSquareMeters([a]))[0];
  if (largest !== undefined) collector.addPoint(neighborhoodRow, interiorPoint(largest));
}

/**
 * Spreads each neighborhood's own people over the lattice points inside it. Where neighborhoods overlap, a point belongs
 * to the first of them, and so do the people on it.
 */
function spreadOwnPopulation(
  neighborhoods: readonly Neighborhood[],
  ownRuns: readonly OwnRuns[],
  collector: OriginCollector,
): void {
  neighborhoods.forEach(({ population }, row) => {
    if (population === null || population === 0) return;
    const { firstOrigin, runs } = ownRuns[row] as OwnRuns;
    const apart = joinRuns(runs);
    const count = apart.reduce((sum, [, first, end]) => sum + end - first, 0);
    if (count === 0) collector.addPeople(firstOrigin, [population]);
    for (const [row, first, end] of apart) collector.addToLattice({ row, first, end }, [population / count]);
  });
}

type Run = readonly [row: number, first: number, end: number];

/** Joins runs that overlap, as those of overlapping polygons do. */
function joinRuns(runs: readonly number[]): Run[] {
  const sorted: Run[] = [];
  for (let run = 0; run < runs.length; run += 3) sorted.push([runs[run], runs[run + 1], runs[run + 2]]);
  sorted.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const joined: Run[] = [];
  for (const run of sorted) {
    const last = joined.at(-1);
    if (last === undefined || last[0] !== run[0] || last[2] < run[1]) joined.push(run);
    else joined[joined.length - 1] = [last[0], last[1], Math.max(last[2], run[2])];
  }
  return joined;
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
