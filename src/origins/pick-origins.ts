import type { Origins } from "../model/facts.js";

/** Gives some of the origins, in this order. What belongs to neighborhoods stays as it was. */
export function pickOrigins(origins: Origins, rows: ArrayLike<number>): Origins {
  const pick = (column: Float64Array) => Float64Array.from(rows, (row) => column[row]);
  const pickAll = (columns: Readonly<Record<string, Float64Array>>) =>
    Object.fromEntries(Object.entries(columns).map(([id, column]) => [id, pick(column)]));
  const { countedPopulation, countedSquareMeters, amounts, countedAmounts } = origins;
  return {
    ...origins,
    count: rows.length,
    lon: pick(origins.lon),
    lat: pick(origins.lat),
    population: pick(origins.population),
    areaSquareMeters: pick(origins.areaSquareMeters),
    ...(countedPopulation && { countedPopulation: pick(countedPopulation) }),
    ...(countedSquareMeters && { countedSquareMeters: pick(countedSquareMeters) }),
    groups: pickAll(origins.groups),
    ...(amounts && { amounts: pickAll({ ...amounts }) }),
    ...(countedAmounts && { countedAmounts: pickAll({ ...countedAmounts }) }),
    neighborhoodRow: Uint32Array.from(rows, (row) => origins.neighborhoodRow[row]),
  };
}

/** Lists the rows of the origins of some neighborhoods, in this order. */
export function originRowsOf({ firstOrigin }: Origins, neighborhoodRows: readonly number[]): number[] {
  return neighborhoodRows.flatMap((neighborhood) => {
    const first = firstOrigin[neighborhood];
    return Array.from({ length: firstOrigin[neighborhood + 1] - first }, (_, i) => first + i);
  });
}
