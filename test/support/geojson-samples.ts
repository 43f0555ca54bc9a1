import { expect } from "vitest";
import type { Diagnostic } from "../../src/base/diagnostics.js";
import { CoverageError } from "../../src/base/errors.js";
import type { LayerCounts, Reading } from "../../src/model/facts.js";

/** A square of about 1 km in Chengdu, counterclockwise and closed. */
export const SQUARE: readonly (readonly number[])[] = [
  [104.06, 30.66],
  [104.07, 30.66],
  [104.07, 30.67],
  [104.06, 30.67],
  [104.06, 30.66],
];
/** A square of 100 m in the middle of {@link SQUARE}, clockwise as a hole should be. */
export const HOLE: readonly (readonly number[])[] = [
  [104.065, 30.665],
  [104.065, 30.666],
  [104.066, 30.666],
  [104.066, 30.665],
  [104.065, 30.665],
];

/** The rings of a square of so many degrees, counterclockwise from a corner. */
export function square(lon: number, lat: number, size: number): number[][][] {
  return [
    [
      [lon, lat],
      [lon + size, lat],
      [lon + size, lat + size],
      [lon, lat + size],
      [lon, lat],
    ],
  ];
}

/** Makes a feature, as a file would have it; frozen to the bottom. */
export function feature(type: string, coordinates: unknown, properties: unknown = { id: "x" }): object {
  return deepFreeze({ type: "Feature", properties, geometry: { type, coordinates } });
}

export function collection(...features: readonly unknown[]): object {
  return deepFreeze({ type: "FeatureCollection", features });
}

/** With a list of its own, as hostile inputs are nested deeper than the stack. */
export function deepFreeze<T>(value: T): T {
  const pending: unknown[] = [value];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next !== "object" || next === null || Object.isFrozen(next)) continue;
    Object.freeze(next);
    for (const member of Object.values(next)) pending.push(member);
  }
  return value;
}

/** The error that a call throws; fails if it throws none, or one of another type. */
export function errorOf(call: () => unknown): CoverageError {
  try {
    call();
  } catch (error) {
    expect(error).toBeInstanceOf(CoverageError);
    return error as CoverageError;
  }
  throw new Error("expected a CoverageError, but nothing was thrown");
}

/** The error that a promise ends in; fails if it ends in none, or one of another type. */
export async function rejectionOf(work: Promise<unknown>): Promise<CoverageError> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(CoverageError);
  return error as CoverageError;
}

export function expectBalanced({ given, used, leftOut }: LayerCounts): void {
  expect(used + Object.values(leftOut).reduce((sum, count) => sum + count, 0)).toBe(given);
}

export function diagnosticOf(reading: Reading<unknown>, code: string): Diagnostic | undefined {
  return reading.diagnostics.find((diagnostic) => diagnostic.code === code);
}

export function codesOf(reading: Pick<Reading<unknown>, "diagnostics">): string[] {
  return reading.diagnostics.map(({ code }) => code);
}
