import { setOwn } from "../base/json-object.js";
import type { SquareMeters } from "../base/units.js";
import { sumOf } from "../geo/sum.js";
import type { GroupId, Neighborhood, Origins } from "../model/facts.js";
import type { AreaCoverage } from "../model/report.js";
import { joinUncertainty, uncertaintyOf } from "./uncertainty.js";
import { sumInOrder } from "./weighted-statistics.js";

/** A set of origins that is reported on: a neighborhood, or all of them. */
export interface Area {
  /** Rows of its origins: from the first, up to but not including the second. */
  readonly range: readonly [number, number];
  /** Whether it is judged by its people, or by its ground. */
  readonly isPeopled: boolean;
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
  readonly uncertainty: AreaCoverage["uncertainty"];
  /** People of each group; not there: no groups were named. */
  readonly groups?: Readonly<Record<GroupId, number>>;
  /** The same by origin row. */
  readonly groupWeights?: Origins["groups"];
  /** What of it counts for the city, where it shares ground with other areas; not there: all of it. */
  readonly counted?: Area;
}
/** What areas add up to. */
export type AreaSums = Pick<Area, "population" | "areaSquareMeters" | "uncertainty" | "groups">;

/** Gives what of an area counts for the city. */
export function countedOf(area: Area): Area {
  return area.counted ?? area;
}

/**
 * Gives the origins with what of them counts for the city. Of groups it is as large a part as of all people.
 */
export function originsForCity(origins: Origins): Origins {
  const { population, areaSquareMeters, countedPopulation, countedSquareMeters, groups, countedAmounts } = origins;
  if (countedPopulation === undefined && countedSquareMeters === undefined) return origins;
  const people = countedPopulation ?? population;
  const ground = countedSquareMeters ?? areaSquareMeters;
  return {
    ...origins,
    population: people,
    areaSquareMeters: ground,
    groups: mapGroups(groups, (column) => partOf(column, people, population)),
    ...(countedAmounts && { amounts: countedAmounts }),
  };
}

/** Where an amount is of nobody, or of no ground, it counts whole. */
function partOf(column: Float64Array, counted: Float64Array, whole: Float64Array): Float64Array {
  return column.map((amount, row) =>
    whole[row] > 0 && counted[row] < whole[row] ? (amount * counted[row]) / whole[row] : amount,
  );
}

/** Makes the area of each neighborhood. */
export function neighborhoodAreas(
  neighborhoods: readonly Neighborhood[],
  origins: Origins,
  squareMeters: Float64Array,
): Area[] {
  const forCity = originsForCity(origins);
  return neighborhoods.map(({ population }, row) => {
    const range = [origins.firstOrigin[row], origins.firstOrigin[row + 1]] as const;
    const area = toArea(origins, range, squareMeters[row]);
    const isUntold = origins.populationSource === "neighborhoods" && population === null && area.population === 0;
    const told = isUntold ? { ...area, population: null } : area;
    if (forCity === origins || isWhole(origins, forCity, range)) return told;
    const counted = toArea(forCity, range, sumOf(forCity.areaSquareMeters, ...range), area.isPeopled);
    return { ...told, counted: isUntold ? { ...counted, population: null } : counted };
  });
}

/**
 * Makes the area of all neighborhoods together; its sums are the sums of theirs.
 *
 * @param isPeopled whether anybody lives in the city, be it in another part of it than these origins. Default: whether
 *   anybody lives here
 */
export function cityArea(origins: Origins, areas: readonly Area[], isPeopled?: boolean): Area {
  return { ...toArea(originsForCity(origins), [0, origins.count], 0, isPeopled), ...sumsOf(areas.map(countedOf)) };
}

/** Adds up the people and the ground of areas, in an order of its own; people are `null` where no area tells of any. */
export function sumsOf(areas: readonly AreaSums[]): AreaSums {
  const isTold = areas.some(({ population }) => population !== null);
  const named = areas.find(({ groups }) => groups !== undefined)?.groups;
  return {
    ...(named === undefined
      ? {}
      : {
          groups: mapGroups(named, (_, id) => sumInOrder(areas.map(({ groups }) => groups?.[id] ?? 0))),
        }),
    population: isTold ? sumInOrder(areas.map(({ population }) => population ?? 0)) : null,
    areaSquareMeters: sumInOrder(areas.map(({ areaSquareMeters }) => areaSquareMeters)),
    uncertainty: joinUncertainty(areas),
  };
}

/** Makes a record with a value for each group. */
export function mapGroups<From, To>(
  groups: Readonly<Record<GroupId, From>>,
  map: (value: From, id: GroupId) => To,
): Readonly<Record<GroupId, To>> {
  const mapped: Record<GroupId, To> = {};
  for (const [id, value] of Object.entries(groups)) setOwn(mapped, id, map(value, id));
  return mapped;
}

function isWhole(origins: Origins, counted: Origins, [first, end]: Area["range"]): boolean {
  for (let row = first; row < end; row++) {
    if (counted.areaSquareMeters[row] !== origins.areaSquareMeters[row]) return false;
    if (counted.population[row] !== origins.population[row]) return false;
  }
  return true;
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
    ...{ range, isPeopled, weights },
    rows: rows.subarray(0, count),
    originTotals,
    areaSquareMeters,
    population: origins.populationSource === "none" ? null : originTotals.population,
    uncertainty: uncertaintyOf(origins, range),
    ...(Object.keys(origins.groups).length === 0
      ? {}
      : {
          groups: mapGroups(origins.groups, (people) => sumOf(people, first, end)),
          groupWeights: origins.groups,
        }),
  };
}
