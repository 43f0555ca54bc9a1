import { compareText } from "../base/diagnostics.js";
import type { Lattice } from "../geo/lattice.js";
import { type Outline, outlineOf } from "../geo/outline.js";
import { sidesOfAll } from "../geo/sides.js";
import type { LandArea, OriginAmounts, PolygonRings, PopulationPlaces } from "../model/facts.js";
import type { AreaOrigins, PlaceBooks } from "./area-origins.js";
import type { Ground } from "./grounds.js";
import { takenOf } from "./place-ground.js";
import { type PlacingWork, spreadPopulation } from "./spread-population.js";

/** What there is besides people; `null`: no layer tells of it. */
export interface AmountLayers {
  readonly jobs: PopulationPlaces | null;
  readonly buildings: PopulationPlaces | null;
  readonly dwellings: PopulationPlaces | null;
  /** Residential ground. */
  readonly landUse: readonly LandArea[] | null;
}

/** Layers of which none is there. */
export const NO_AMOUNTS: AmountLayers = { jobs: null, buildings: null, dwellings: null, landUse: null };

interface Work extends Omit<PlacingWork, "booksOf" | "onOutside"> {
  /** Is told of jobs of which some or all are in no neighborhood. */
  readonly onJobsOutside: (id: string | null) => void;
}

/**
 * Puts jobs, buildings, dwellings and residential ground into the cells of the neighborhoods that hold them: points into the cell that they
 * lie in, outlines cut exactly along neighborhoods and cells. Adds no origin, and moves none. What lies in several neighborhoods lies in
 * each, and counts for the city in the smallest, as people do.
 */
export function placeAmounts({ landUse, ...counted }: AmountLayers, work: Work): void {
  for (const name of ["jobs", "dwellings", "buildings"] as const) {
    const places = counted[name];
    if (places !== null) spread(name, places, work);
  }
  if (landUse !== null) placeResidential(landUse, work);
}

function spread(name: keyof OriginAmounts, places: PopulationPlaces, work: Work): void {
  const { areas, latticeOf, onJobsOutside } = work;
  const books = areas.map((area, row) => booksOfCells(area, latticeOf(row)));
  spreadPopulation(places, {
    ...work,
    booksOf: (row) => books[row] as PlaceBooks,
    onOutside: name === "jobs" ? onJobsOutside : () => undefined,
  });
  areas.forEach((area, row) => {
    const { columns, counted } = books[row] as PlaceBooks;
    area.amounts[name] = columns[0] as number[];
    area.countedAmounts[name] = counted;
  });
}

function booksOfCells(area: AreaOrigins, lattice: Lattice): PlaceBooks {
  const [numbers, counted] = [0, 1].map(() => new Array<number>(area.cells.count).fill(0)) as [number[], number[]];
  return {
    columns: [numbers],
    counted,
    hasOwnPlaces: false,
    addPoint: (lon, lat, [number = 0], ofCity) => {
      const { row, column } = lattice.cellAt(lon, lat);
      const cell = area.originAt(row, column) ?? nearestCell(area, lon, lat);
      numbers[cell] += number;
      counted[cell] += ofCity;
    },
  };
}

/** For places on an outline, in whose own cell the neighborhood has next to no ground. */
function nearestCell({ cells }: AreaOrigins, lon: number, lat: number): number {
  let [nearest, least] = [0, Infinity];
  for (let cell = 0; cell < cells.count; cell++) {
    const [east, north] = [cells.lon[cell] - lon, cells.lat[cell] - lat];
    const squareDegrees = east * east + north * north;
    if (squareDegrees < least) [nearest, least] = [cell, squareDegrees];
  }
  return nearest;
}

/** Measures the residential ground of every cell: each place once, whatever overlaps. */
function placeResidential(landUse: readonly LandArea[], { grounds, areas, latticeOf }: Work): void {
  const near = grounds.all.map((): Outline[] => []);
  for (const outline of inOrder(landUse)) for (const { row } of grounds.near(outline.bounds)) near[row]?.push(outline);
  for (const ground of grounds.all) {
    const area = areas[ground.row] as AreaOrigins;
    const own = near[ground.row] as readonly Outline[];
    const within = (...others: readonly (readonly Outline[])[]) =>
      own.length === 0
        ? new Float64Array(area.cells.count)
        : takenOf(area, latticeOf(ground.row).cut(sidesOfAll([[ground.outline], own, ...others])));
    const all = within();
    const squareMeters = all.map((part, cell) => part * (area.squareMeters[cell] as number));
    area.amounts.residentialSquareMeters = squareMeters;
    area.countedAmounts.residentialSquareMeters =
      ground.shared.length === 0 ? squareMeters : withoutTaken(all, within(outlinesOf(ground)), area);
  }
}

function outlinesOf({ shared }: Ground): readonly Outline[] {
  return shared.map((each) => each.with.outline);
}

function withoutTaken(all: Float64Array, taken: Float64Array, { squareMeters }: AreaOrigins): Float64Array {
  return all.map((part, cell) => Math.max(0, part - taken[cell]) * (squareMeters[cell] as number));
}

/** By place: the order of the file must not change the last bit. */
function inOrder(landUse: readonly LandArea[]): readonly Outline[] {
  const textOf = (polygons: readonly PolygonRings[]) => JSON.stringify(polygons);
  const all = landUse.map(({ polygons }) => ({ polygons, outline: outlineOf(polygons) }));
  all.sort((a, b) => {
    for (const side of ["south", "west", "north", "east"] as const) {
      const difference = a.outline.bounds[side] - b.outline.bounds[side];
      if (difference !== 0) return difference;
    }
    return compareText(textOf(a.polygons), textOf(b.polygons));
  });
  return all.map(({ outline }) => outline);
}
