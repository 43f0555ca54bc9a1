const UNITS_PER_METER = 2 ** 19;

/** Gives metres as whole units. */
export function toUnits(meters: number): number {
  return Math.floor(meters * UNITS_PER_METER + 0.5);
}

/** Gives units as metres; beyond the limit `Infinity`. */
export function toMeters(units: number, limitMeters: number): number {
  return units > limitMeters * UNITS_PER_METER ? Infinity : units / UNITS_PER_METER;
}

/** Gives what each arc of a network costs, in units: the same both ways. */
export function arcUnitsOf(edgeMeters: Float64Array): Int32Array {
  const arcUnits = new Int32Array(2 * edgeMeters.length);
  for (let edge = 0; edge < edgeMeters.length; edge++) {
    const units = Math.min(toUnits(edgeMeters[edge] ?? 0), 2 ** 30 - 1);
    arcUnits[2 * edge] = units;
    arcUnits[2 * edge + 1] = units;
  }
  return arcUnits;
}
