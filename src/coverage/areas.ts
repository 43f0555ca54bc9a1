import type { SquareMeters } from "../base/units.js";
import { sumOf } from "../geo/sum.js";
import type { Neighborhood, Origins } from "../model/facts.js";
import { sumInOrder } from "./weighted-statistics.js";

/** A set of origins that is reported on: a neighborhood, or all of them. */
export interface Area {
  /** Rows of its origins: from the first, up to but not including the second. */
  readonly range: readonly [number, number];
  /** People, or square metres where nobody lives: what medians are weighted by. */
  readonly weights: Float64Array;
  /**
   * The origins that count: those with weight. Where people live, ground without people tells nothing: that it is near a
   * shop must not hide that nobody is.
   */
  readonly rows: Uint32Array;
  /** Its people as the origins have them, 0 where no input tells of any; and the ground that its origins stand for. */
  readonly originTotals: { readonly population: number; readonly area: SquareMeters };
  readonly areaSquareMeters: SquareMeters;
  /** `null` = no input tells of people. */
  readonly population: number | null;
}

/** Makes the area of each neighborhood. */
export function neighborhoodAreas(
  neighborhoods: readonly Neighborhood[],
  origins: Origins,
  squareMeters: Float64Array,
): Area[] {
  return neighborhoods.map(({ population }, row) => {
    const area = toArea(origins, [origins.firstOrigin[row], origins.firstOrigin[row + 1]], squareMeters[row]);
    const isUntold = origins.populationSource === "neighborhoods" && population === null && area.population === 0;
    return isUntold ? { ...area, population: null } : area;
  });
}

/**
 * Makes the area of all neighborhoods together; its sums are the sums of theirs.
 *
 * @param isPeopled whether anybody lives in the city, be it in another part of it than these origins. Default: whether
 *   anybody lives here
 */
export function cityArea(origins: Origins, areas: readonly Area[], isPeopled?: boolean): Area {
  return { ...toArea(origins, [0, origins.count], 0, isPeopled), ...sumsOf(areas) };
}

/** Adds up the people and the ground of areas, in an order of its own; people are `null` where no area tells of any. */
export function sumsOf(
  areas: readonly Pick<Area, "population" | "areaSquareMeters">[],
): Pick<Area, "population" | "areaSquareMeters"> {
  const isTold = areas.some(({ population }) => population !== null);
  return {
    population: isTold ? sumInOrder(areas.map(({ population }) => population ?? 0)) : null,
    areaSquareMeters: sumInOrder(areas.map(({ areaSquareMeters }) => areaSquareMeters)),
  };
}

function toArea(
  origins: Origins,
  range: readonly [number, number],
  areaSquareMeters: SquareMeters,
  isPeopledElsewhere?: boolean,
): Area {
  const [first, end] = range;
  const originTotals = {
    population: sumOf(origins.population, first, end),
    area: sumOf(origins.areaSquareMeters, first, end),
  };
  const isPeopled = isPeopledElsewhere ?? originTotals.population > 0;
  const weights = isPeopled ? origins.population : origins.areaSquareMeters;
  const rows = new Uint32Array(end - first);
  let count = 0;
  for (let origin = first; origin < end; origin++) if (weights[origin] > 0) rows[count++] = origin;
  return {
    range,
    weights,
    rows: rows.subarray(0, count),
    originTotals,
    areaSquareMeters,
    population: origins.populationSource === "none" ? null : originTotals.population,
  };
}
