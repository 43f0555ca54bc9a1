import type { Origins } from "../model/facts.js";
import type { Uncertainty } from "../model/report.js";
import { sumInOrder } from "./weighted-statistics.js";

/**
 * Half the width of the interval, as a share, of an area that is looked at from one place: what is farther from one than from
 * the next changes along lines, and only cells on these lines can be wrong. Of n cells some √n lie there, their errors cancel, and
 * what is left goes with n^(-3/4). Measured against much finer lattices, 95 % of the shares of
 * neighborhoods are within 0.77 to 1.00 of that, at any spacing from 200 to 25 m.
 */
const HALF_WIDTH_OF_ONE = 1;

/** Estimates how far shares of an area may be off for the number of places it is looked at from. */
export function uncertaintyOf(origins: Origins, [first, end]: readonly [number, number]): Uncertainty {
  const { population, areaSquareMeters, populationSource } = origins;
  return {
    population: populationSource === "none" ? null : halfWidth(population, { areaSquareMeters, first, end }),
    area: halfWidth(areaSquareMeters, { areaSquareMeters, first, end }),
  };
}

/** Estimates it for areas together; what each is off by has nothing to do with the others. */
export function joinUncertainty(
  areas: readonly {
    readonly population: number | null;
    readonly areaSquareMeters: number;
    readonly uncertainty: Uncertainty;
  }[],
): Uncertainty {
  const join = (parts: readonly (readonly [weight: number, halfWidth: number])[]): number => {
    const total = sumInOrder(parts.map(([weight]) => weight));
    return total > 0 ? Math.sqrt(sumInOrder(parts.map(([weight, own]) => weight * own * weight * own))) / total : 0;
  };
  const told = areas.filter(({ population }) => population !== null);
  return {
    population:
      told.length === 0
        ? null
        : join(told.map(({ population, uncertainty }) => [population ?? 0, uncertainty.population ?? 0])),
    area: join(areas.map(({ areaSquareMeters, uncertainty }) => [areaSquareMeters, uncertainty.area])),
  };
}

/** As many equal cells as these weights are worth; what stands at a place of its own is where it is. */
function halfWidth(
  weights: Float64Array,
  {
    areaSquareMeters,
    first,
    end,
  }: { readonly areaSquareMeters: Float64Array; readonly first: number; readonly end: number },
): number {
  let [total, spread, squares] = [0, 0, 0];
  for (let origin = first; origin < end; origin++) {
    const weight = weights[origin];
    total += weight;
    if (!(areaSquareMeters[origin] > 0)) continue;
    spread += weight;
    squares += weight * weight;
  }
  if (!(squares > 0)) return 0;
  const cells = (spread * spread) / squares;
  const root = Math.sqrt(cells);
  return ((spread / total) * HALF_WIDTH_OF_ONE) / (root * Math.sqrt(root));
}
