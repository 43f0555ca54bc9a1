import { Sum } from "../geo/sum.js";
import type { Neighborhood, Origins } from "../model.js";
import type { SquareMeters } from "../units.js";

/** A set of origins that is reported on: a neighborhood, or all of them. */
export interface Area {
  /** Rows of its origins: from the first, up to but not including the second. */
  readonly range: readonly [number, number];
  /** People, or square metres where nobody lives: what medians are weighted by. */
  readonly weights: Float64Array;
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
    const isUntold = origins.populationSource === "neighborhoods" && population === null;
    return isUntold ? { ...area, population: null } : area;
  });
}

/** Makes the area of all neighborhoods together; its sums are the sums of theirs. */
export function cityArea(
  origins: Origins,
  sums: { readonly population: number; readonly areaSquareMeters: SquareMeters },
): Area {
  const area = toArea(origins, [0, origins.count], sums.areaSquareMeters);
  return { ...area, population: area.population === null ? null : sums.population };
}

/**
 * Lists the origins that count for an area: those with weight. All of them where none has any.
 *
 * Where people live, ground without people tells nothing: that it is near a shop must not hide that nobody is.
 */
export function countedRows({ range: [first, end], weights }: Area): Uint32Array {
  const rows = Uint32Array.from({ length: end - first }, (_, i) => first + i);
  const weighted = rows.filter((row) => weights[row] > 0);
  return weighted.length > 0 ? weighted : rows;
}

function toArea(origins: Origins, range: readonly [number, number], areaSquareMeters: SquareMeters): Area {
  const sum = new Sum();
  for (let origin = range[0]; origin < range[1]; origin++) sum.add(origins.population[origin]);
  const people = sum.value;
  return {
    range,
    weights: people > 0 ? origins.population : origins.areaSquareMeters,
    areaSquareMeters,
    population: origins.populationSource === "none" ? null : people,
  };
}
