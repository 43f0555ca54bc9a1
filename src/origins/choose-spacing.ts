import type { Diagnostics } from "../base/diagnostics.js";
import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/core.js";
import type { Meters } from "../base/units.js";
import { Lattice } from "../geo/lattice.js";
import type { Neighborhood } from "../model/facts.js";
import type { Ground } from "./grounds.js";

/** The coarsest lattice, for neighborhoods of 1.4 km² and more; the others are it, halved once, twice and three times. */
const COARSEST_METERS: Meters = 100;
const MOST_HALVINGS = 3;
/** Of so many cells, nineteen of twenty shares are within 2.5 points: see `coverage/uncertainty.ts`. */
const ENOUGH_CELLS = 140;
/** Two million cells of 100 m are 20,000 km²: more than Beijing, and what times for fifty categories fit into memory. */
const MAX_CELLS = 2_000_000;
/** Rows that outlines are cut along, counted for each side: some ten seconds. */
const MAX_CUTS = 100_000_000;

/**
 * Chooses the lattice of each neighborhood by its size alone, so that another neighborhood moves no origin: the coarsest that
 * gives it 140 cells, of lattices of 100, 50, 25 and 12.5 m. Where all of them together would have more than two million cells,
 * the finest are not used, and a diagnostic says so.
 *
 * @param spacingMeters one for all, as asked; `null` = chosen
 * @returns by row
 * @throws {CoverageError} LIMIT_EXCEEDED where even the coarsest has too many cells
 */
export function chooseLattices(
  neighborhoods: readonly Neighborhood[],
  grounds: readonly Ground[],
  spacingMeters: Meters | null,
  diagnostics: Diagnostics,
): Lattice[] {
  if (spacingMeters !== null) {
    const lattice = new Lattice(spacingMeters);
    assertFits(neighborhoods, grounds, lattice);
    return grounds.map(() => lattice);
  }
  const lattices = Array.from({ length: MOST_HALVINGS + 1 }, (_, halvings) => new Lattice(COARSEST_METERS, halvings));
  const halvings = grounds.map(({ squareMeters }) => {
    const enough = lattices.findIndex((lattice) => squareMeters / lattice.cellSquareMeters >= ENOUGH_CELLS);
    return enough < 0 ? MOST_HALVINGS : enough;
  });
  let most = MOST_HALVINGS;
  const latticeOf = (row: number) => lattices[Math.min(most, halvings[row])] as Lattice;
  const isTooMuch = () => {
    const { cells, cuts } = workOf(grounds, latticeOf);
    return cells > MAX_CELLS || cuts > MAX_CUTS;
  };
  while (most > 0 && isTooMuch()) most--;
  if (most === 0) assertFits(neighborhoods, grounds, lattices[0] as Lattice);
  neighborhoods.forEach(({ id }, row) => {
    if (halvings[row] <= most) return;
    const [wanted, used] = [lattices[halvings[row]], lattices[most]] as [Lattice, Lattice];
    diagnostics.add("origins.coarser", "neighborhoods", id, `${wanted.spacingMeters} m → ${used.spacingMeters} m`);
  });
  return grounds.map((_, row) => latticeOf(row));
}

/** About how many cells there will be, and how often a side is cut. */
function workOf(grounds: readonly Ground[], latticeOf: (row: number) => Lattice): { cells: number; cuts: number } {
  let cells = 0;
  let cuts = 0;
  grounds.forEach(({ squareMeters, sides }, row) => {
    const lattice = latticeOf(row);
    cells += squareMeters / lattice.cellSquareMeters;
    for (let side = 0; side < sides.length; side += 4) {
      const [fromLon, fromLat, toLon, toLat] = [sides[side], sides[side + 1], sides[side + 2], sides[side + 3]];
      cuts += lattice.cellsAlong(fromLon, fromLat, toLon, toLat);
    }
  });
  return { cells, cuts };
}

/** @throws {CoverageError} LIMIT_EXCEEDED naming the number, the limit and the spacing that would fit */
function assertFits(neighborhoods: readonly Neighborhood[], grounds: readonly Ground[], lattice: Lattice): void {
  const { spacingMeters } = lattice;
  const { cells, cuts } = workOf(grounds, () => lattice);
  if (cells <= MAX_CELLS && cuts <= MAX_CUTS) return;
  const factor = Math.max(Math.sqrt(cells / MAX_CELLS), cuts / MAX_CUTS);
  const fitting = Math.ceil(spacingMeters * factor);
  const what =
    cells > MAX_CELLS
      ? say("lattice.points", { count: Math.round(cells), spacingMeters, most: MAX_CELLS })
      : say("lattice.steps", { count: Math.round(cuts), spacingMeters, most: MAX_CUTS });
  const largest = grounds.reduce((most, ground) => (ground.squareMeters > most.squareMeters ? ground : most));
  throw new CoverageError(
    "LIMIT_EXCEEDED",
    say("lattice.limit", {
      layer: "neighborhoods",
      what,
      id: JSON.stringify(neighborhoods[largest.row]?.id.slice(0, 60)),
      squareKilometers: Math.round(largest.squareMeters / 1e6),
    }),
    { path: "neighborhoods", hint: say("lattice.limit.hint", { fitting }) },
  );
}
