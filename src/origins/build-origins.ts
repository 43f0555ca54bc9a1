import { type Diagnostic, Diagnostics } from "../base/diagnostics.js";
import type { Meters, SquareMeters } from "../base/units.js";
import type { GroupId, Neighborhood, Origins, PopulationPlaces } from "../model/facts.js";
import { layOut } from "./area-origins.js";
import { chooseLattices } from "./choose-spacing.js";
import { Grounds } from "./grounds.js";
import { reportOverlaps, reportPeople, reportSmallness } from "./origin-findings.js";
import { reportConcentrated } from "./people-findings.js";
import { type AmountLayers, NO_AMOUNTS, placeAmounts } from "./place-amounts.js";
import { placeGround } from "./place-ground.js";
import { placeOwnPeople } from "./place-own-people.js";
import { type PeopleOutside, spreadPopulation } from "./spread-population.js";

/** Origins and what was found while placing them. */
export interface BuiltOrigins {
  readonly origins: Origins;
  /** Area of each neighborhood. */
  readonly neighborhoodSquareMeters: Float64Array;
  /** Distance between the lattice points of each neighborhood. */
  readonly spacingMeters: Float64Array;
  /** People of the population layer who live outside all neighborhoods. */
  readonly populationOutside: number;
  /** Those of each group among them. */
  readonly groupsOutside: Readonly<Record<GroupId, number>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** What may be said besides. */
export interface OriginOptions {
  /** Whether outlines that cross themselves were let in (`repair: "fix"`): they hold what the even-odd rule says. Default: false. */
  readonly outlinesMayCross?: boolean;
  /** What there is besides people. Default: nothing is told of. */
  readonly amounts?: AmountLayers;
}

/**
 * Places the origins of a city.
 *
 * Every neighborhood gets one for each cell of its lattice that it has ground in, with exactly that ground. People come from the
 * population layer (outlines spread evenly over the ground, cut along neighborhoods; points as they are), else from the
 * neighborhoods' own numbers, spread evenly over their ground. What several neighborhoods hold, each has origins for, and the
 * city counts it once, with the smallest.
 *
 * @param spacingMeters of all lattices; `null` = chosen for each neighborhood
 * @throws {CoverageError} LIMIT_EXCEEDED for outlines that would need millions of lattice points
 */
export function buildOrigins(
  neighborhoods: readonly Neighborhood[],
  population: PopulationPlaces | null,
  spacingMeters: Meters | null,
  { outlinesMayCross = false, amounts = NO_AMOUNTS }: OriginOptions = {},
): BuiltOrigins {
  const diagnostics = new Diagnostics();
  const groupIds = Object.keys(population?.groups ?? {});
  const grounds = new Grounds(neighborhoods, outlinesMayCross);
  const lattices = chooseLattices(neighborhoods, grounds.all, spacingMeters, diagnostics);
  const latticeOf = (row: number) => lattices[row] as (typeof lattices)[0];
  const areas = grounds.all.map((ground) => placeGround(ground, latticeOf(ground.row), 1 + groupIds.length));
  let outside: PeopleOutside = { population: 0, groups: {} };
  if (population === null) placeOwnPeople({ neighborhoods, grounds, areas, latticeOf });
  else {
    const books = areas.map((area) => area.books());
    outside = spreadPopulation(population, {
      ...{ grounds, areas, latticeOf, mayCross: outlinesMayCross },
      booksOf: (row) => books[row] as (typeof books)[0],
      onOutside: (id) => diagnostics.add("population.outside", "population", id),
    });
  }
  placeAmounts(amounts, {
    ...{ grounds, areas, latticeOf, mayCross: outlinesMayCross },
    onJobsOutside: (id) => diagnostics.add("jobs.outside", "jobs", id),
  });
  const isTold = neighborhoods.some((neighborhood) => neighborhood.population !== null);
  const populationSource = population !== null ? "population layer" : isTold ? "neighborhoods" : "none";
  const origins = layOut(areas, groupIds, { populationSource, doOverlap: grounds.doOverlap });
  reportOverlaps(neighborhoods, grounds, diagnostics);
  reportSmallness(neighborhoods, grounds, latticeOf, diagnostics);
  reportPeople(neighborhoods, origins, diagnostics);
  if (population !== null) reportConcentrated(population, origins, diagnostics);
  return {
    origins,
    neighborhoodSquareMeters: Float64Array.from(grounds.all, ({ squareMeters }): SquareMeters => squareMeters),
    spacingMeters: Float64Array.from(lattices, (lattice): Meters => lattice.spacingMeters),
    ...{ populationOutside: outside.population, groupsOutside: outside.groups, diagnostics: diagnostics.list() },
  };
}
