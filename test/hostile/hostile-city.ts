import { expect } from "vitest";
import type { CityInput, CoverageOptions, CoverageReport } from "../../src/index.js";
import { computeCoverage, toCsv, toMarkdown, toText } from "../../src/index.js";
import { expectBalanced } from "../support/geojson-samples.js";

/** The middle of the square. */
export const X = 104.065;
export const Y = 30.665;
export const SQUARE: readonly (readonly number[])[] = [
  [104.06, 30.66],
  [104.07, 30.66],
  [104.07, 30.67],
  [104.06, 30.67],
  [104.06, 30.66],
];
export const ROAD: readonly (readonly number[])[] = [
  [104.055, Y],
  [104.075, Y],
];

/** A feature that is not frozen or checked: whatever a program might pass. */
export function feature(type: string, coordinates: unknown, properties: unknown = {}): object {
  return { type: "Feature", properties, geometry: { type, coordinates } };
}

export function layer(...features: readonly unknown[]): object {
  return { type: "FeatureCollection", features };
}

/** A city of one square, one pharmacy and one road, with some layers exchanged. */
export function cityWith(layers: Readonly<Record<string, unknown>> = {}): CityInput {
  return {
    neighborhoods: layer(feature("Polygon", [SQUARE], { id: "a", name: "A", population: 100 })),
    facilities: layer(feature("Point", [X, Y], { id: "s", amenity: "pharmacy" })),
    streets: layer(feature("LineString", ROAD, { id: "w", highway: "residential" })),
    ...layers,
  } as CityInput;
}

/** A report whose books balance, that survives JSON, and that every rendering takes. */
export function soundReport(layers: Readonly<Record<string, unknown>>, options: CoverageOptions = {}): CoverageReport {
  const report = computeCoverage(cityWith(layers), options);
  for (const counts of report.inputs) expectBalanced(counts);
  expect(JSON.parse(JSON.stringify(report))).toEqual(report); // no NaN, no Infinity, nothing undefined
  for (const render of [toText, toMarkdown, toCsv]) expect(render(report)).not.toBe("");
  return report;
}

/** A list in a list in a list, deeper than any stack. */
export function nestedList(depth: number): unknown {
  let list: unknown = [];
  for (let i = 0; i < depth; i++) list = [list];
  return list;
}

/** How many features a layer left out, by reason. */
export function leftOut(report: CoverageReport, name: string): Readonly<Record<string, number | undefined>> {
  return report.inputs.find((counts) => counts.layer === name)?.leftOut ?? {};
}

export function codesIn(report: CoverageReport): string[] {
  return report.diagnostics.map(({ code }) => code);
}
