import { compareText, type Diagnostics } from "../base/diagnostics.js";
import type { Meters } from "../base/units.js";
import type { LonLat } from "../base/words.js";
import { polygonsSquareMeters } from "../geo/area.js";
import type { Lattice } from "../geo/lattice.js";
import { interiorPoint } from "../geo/rings.js";
import { Sum } from "../geo/sum.js";
import type { GroupId, Neighborhood, PolygonRings, PopulationPlaces } from "../model/facts.js";
import { assertLatticeFits } from "./lattice-limit.js";
import { NeighborhoodFinder } from "./neighborhood-finder.js";
import type { OriginCollector } from "./origin-collector.js";

/** What origins are placed with. */
export interface PlacingWork {
  readonly collector: OriginCollector;
  readonly lattice: Lattice;
  readonly spacingMeters: Meters;
  readonly diagnostics: Diagnostics;
}

/** How many live outside all neighborhoods. */
export interface PeopleOutside {
  readonly population: number;
  readonly groups: Readonly<Record<GroupId, number>>;
}

/**
 * Puts people where they live: those of points as they are, those of outlines evenly on their lattice points; groups like all people.
 *
 * @throws {CoverageError} LIMIT_EXCEEDED for outlines that would need millions of lattice points
 */
export function spreadPopulation(
  places: PopulationPlaces,
  neighborhoods: readonly Neighborhood[],
  { collector, lattice, spacingMeters, diagnostics }: PlacingWork,
): PeopleOutside {
  assertPlacesFit(places, spacingMeters);
  const finder = new NeighborhoodFinder(neighborhoods);
  const columns = [places.population, ...Object.values(places.groups)];
  const sumsOutside = columns.map(() => new Sum());
  for (const place of inOrder(places)) {
    const people = columns.map((column) => column[place]);
    if (!people.some((count) => count > 0)) continue;
    let outside = 0;
    const settle = (point: LonLat, part: readonly number[]) => {
      const row = finder.find(point);
      if (row !== null) collector.addPoint(row, point, part);
      else {
        outside += part[0];
        for (let group = 1; group < part.length; group++) sumsOutside[group].add(part[group]);
      }
    };
    const polygons = polygonsOf(places, place);
    const runs = polygons.flatMap((polygon) => lattice.runsInside(polygon));
    let count = 0;
    for (let run = 0; run < runs.length; run += 3) count += runs[run + 2] - runs[run + 1];
    const part = shareOf(people, 1 / count);
    for (let run = 0; run < runs.length; run += 3)
      for (const column of collector.addToLattice({ row: runs[run], first: runs[run + 1], end: runs[run + 2] }, part))
        settle([lattice.lonOf(runs[run], column), lattice.latOf(runs[run])], part);
    if (polygons.length === 0) settle([places.lon[place], places.lat[place]], people);
    else if (count === 0) for (const { point, share } of innerPoints(polygons)) settle(point, shareOf(people, share));
    if (outside > 0) diagnostics.add("population.outside", "population", places.ids[place] ?? null);
    sumsOutside[0].add(outside);
  }
  const [population, ...groups] = sumsOutside.map(({ value }) => value);
  return { population, groups: Object.fromEntries(Object.keys(places.groups).map((id, group) => [id, groups[group]])) };
}

function shareOf(people: readonly number[], share: number): number[] {
  return people.map((count) => count * share);
}

/** Sums of floating-point numbers depend on the order: takes the places in an order of their own, not that of the file. */
function inOrder({ count, ids, population, lon, lat, groups }: PopulationPlaces): Uint32Array {
  const columns = [lon, lat, population, ...Object.values(groups)];
  return Uint32Array.from({ length: count }, (_, place) => place).sort((a, b) => {
    for (const column of columns) if (column[a] !== column[b]) return column[a] - column[b];
    return compareText(ids[a] ?? "", ids[b] ?? "");
  });
}

function polygonsOf({ firstPolygon, polygons }: PopulationPlaces, place: number): readonly PolygonRings[] {
  return firstPolygon.length === 0 ? NO_POLYGONS : polygons.slice(firstPolygon[place], firstPolygon[place + 1]);
}

const NO_POLYGONS: readonly PolygonRings[] = [];

function assertPlacesFit(places: PopulationPlaces, spacingMeters: Meters): void {
  if (places.polygons.length === 0) return;
  const rows = Array.from({ length: places.count }, (_, place) => ({
    id: places.ids[place] ?? String(place),
    polygons: polygonsOf(places, place),
  })).filter(({ polygons }) => polygons.length > 0);
  const squareMeters = () => rows.map(({ polygons }) => polygonsSquareMeters(polygons));
  assertLatticeFits("population", rows, squareMeters, spacingMeters);
}

/** An inner point of each part, and its share by area. */
function innerPoints(polygons: readonly PolygonRings[]): { readonly point: LonLat; readonly share: number }[] {
  const areas = polygons.map((polygon) => polygonsSquareMeters([polygon]));
  const total = areas.reduce((sum, area) => sum + area, 0);
  return polygons.map((polygon, i) => ({
    point: interiorPoint(polygon),
    share: total > 0 ? (areas[i] as number) / total : 1 / polygons.length,
  }));
}
