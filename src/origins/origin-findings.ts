import type { Diagnostics } from "../base/diagnostics.js";
import type { Lattice } from "../geo/lattice.js";
import { sumOf } from "../geo/sum.js";
import type { Neighborhood, Origins } from "../model/facts.js";
import type { Grounds } from "./grounds.js";

/** The population layer has less than this part of a neighborhood's own number, or the other way round. */
const DISAGREEMENT_FACTOR = 0.5;
/** So many overlaps are named with their size, the largest first. */
const NAMED_OVERLAPS = 10;
/** A neighborhood of fewer cells than this is looked at from few places. */
const FEW_CELLS = 4;

/** Names the neighborhoods that share ground, and how much. */
export function reportOverlaps(
  neighborhoods: readonly Neighborhood[],
  { inOrder }: Grounds,
  diagnostics: Diagnostics,
): void {
  const idOf = (row: number) => neighborhoods[row]?.id ?? "";
  const overlaps = inOrder
    .flatMap(({ row, shared }) => shared.map((each) => ({ row, other: each.with.row, ...each })))
    .sort((a, b) => b.squareMeters - a.squareMeters);
  overlaps.forEach(({ row, other, squareMeters }, i) => {
    const ids = [idOf(other), idOf(row)];
    const example = `${ids.join(" + ")}: ${sizeOf(squareMeters)}`;
    diagnostics.addMany("neighborhood.overlap", "neighborhoods", 1, ids, i < NAMED_OVERLAPS ? [example] : []);
  });
}

function sizeOf(squareMeters: number): string {
  return squareMeters < 10_000 ? `${Math.round(squareMeters)} m²` : `${(squareMeters / 1e6).toFixed(2)} km²`;
}

/** Names the neighborhoods that have but a few cells of their lattice. */
export function reportSmallness(
  neighborhoods: readonly Neighborhood[],
  { all }: Grounds,
  latticeOf: (row: number) => Lattice,
  diagnostics: Diagnostics,
): void {
  for (const { row, squareMeters } of all)
    if (squareMeters < FEW_CELLS * latticeOf(row).cellSquareMeters)
      diagnostics.add("neighborhood.smallerThanLattice", "neighborhoods", neighborhoods[row]?.id ?? "");
}

/** Tells where people are missing, or two inputs tell of very different numbers. */
export function reportPeople(
  neighborhoods: readonly Neighborhood[],
  { population, populationSource, firstOrigin }: Origins,
  diagnostics: Diagnostics,
): void {
  if (populationSource === "none") diagnostics.add("population.none", "neighborhoods");
  else
    neighborhoods.forEach(({ id, population: own }, row) => {
      const found = sumOf(population, firstOrigin[row], firstOrigin[row + 1]);
      if (populationSource === "neighborhoods" && own === null) {
        // untold, not empty; a district in another area has its people from there
        if (!(found > 0)) diagnostics.add("population.missing", "neighborhoods", id);
        return;
      }
      if (!(found > 0)) diagnostics.add("neighborhood.unpopulated", "neighborhoods", id);
      if (populationSource === "neighborhoods" || own === null || own === 0) return;
      if (found < DISAGREEMENT_FACTOR * own || own < DISAGREEMENT_FACTOR * found)
        diagnostics.add("population.disagrees", "neighborhoods", id, `${Math.round(found)} ≠ ${own}`);
    });
}
