import type { Heights } from "../../src/model/mode.js";

// Written from the papers' formulas, with the engine's own functions: who compares allows for their last bits.

/** Walking speed by Tobler, km/h: 6 e^(-3.5 |dh/dx + 0.05|), as part of that on the flat. */
export function toblerByPaper(slope: number): number {
  const hiking = (s: number) => 6 * Math.exp(-3.5 * Math.abs(s + 0.05));
  return hiking(slope) / hiking(0);
}

/** Naismith: an hour for three miles, and an hour for every 2000 feet up. */
export function naismithByPaper(slope: number): number {
  const miles = 1;
  const feetUp = Math.max(0, slope) * 5280;
  return miles / 3 / (miles / 3 + feetUp / 2000);
}

/** The height at a place by the four centers around it, found by looking at every cell. */
export function heightByBruteForce({ columnCount, rowCount, meters, lon, lat }: Heights, x: number, y: number): number {
  for (let row = 0; row + 1 < rowCount; row++)
    for (let column = 0; column + 1 < columnCount; column++) {
      const at = row * columnCount + column;
      const [west = 0, east = 0] = [lon[at], lon[at + 1]];
      const [north = 0, south = 0] = [lat[at], lat[at + columnCount]];
      if (x < west || x > east || y > north || y < south) continue;
      const [a = 0, b = 0, c = 0, d = 0] = [
        meters[at],
        meters[at + 1],
        meters[at + columnCount],
        meters[at + columnCount + 1],
      ];
      const [u, v] = [(x - west) / (east - west), (north - y) / (north - south)];
      return a * (1 - u) * (1 - v) + b * u * (1 - v) + c * (1 - u) * v + d * u * v;
    }
  return Number.NaN;
}
