import type { Origins } from "../model.js";

/** Gives some of the origins, in this order. What belongs to neighborhoods stays as it was. */
export function pickOrigins(origins: Origins, rows: ArrayLike<number>): Origins {
  const pick = (column: Float64Array) => Float64Array.from(rows, (row) => column[row]);
  return {
    ...origins,
    count: rows.length,
    lon: pick(origins.lon),
    lat: pick(origins.lat),
    population: pick(origins.population),
    areaSquareMeters: pick(origins.areaSquareMeters),
    neighborhoodRow: Uint32Array.from(rows, (row) => origins.neighborhoodRow[row]),
  };
}
