import { Sum } from "../geo/sum.js";
import type { Neighborhood, Origins } from "../model.js";
import type { SquareMeters } from "../units.js";

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

/** Makes the area of all neighborhoods together; its sums are the sums of theirs. */
export function cityArea(
  origins: Origins,
  sums: { readonly population: number; readonly areaSquareMeters: SquareMeters },
): Area {
  const area = toArea(origins, [0, origins.count], sums.areaSquareMeters);
  return { ...area, population: area.population === null ? null : sums.population };
}

function toArea(origins: Origins, range: readonly [number, number], areaSquareMeters: SquareMeters): Area {
  const sum = new Sum();
  for (let origin = range[0]; origin < range[1]; origin++) sum.add(origins.population[origin]);
  const people = sum.value;
  const weights = people > 0 ? origins.population : origins.areaSquareMeters;
  const rows = new Uint32Array(range[1] - range[0]);
  let count = 0;
  for (let origin = range[0]; origin < range[1]; origin++) if (weights[origin] > 0) rows[count++] = origin;
  return {
    range,
    weights,
    rows: rows.slice(0, count),
    areaSquareMeters,
    population: origins.populationSource === "none" ? null : people,
  };
}
