import { CoverageError } from "../../../src/base/errors.js";
import type { Layer } from "../../../src/base/layers.js";
import { type CoverageOptions, type CoverageReport, computeCoverage } from "../../../src/index.js";
import { expectBalanced } from "../../support/geojson-samples.js";
import { cityWith, feature } from "../hostile-city.js";

/** What may become of an input. */
export type Outcome = "accepted" | "repaired" | "left out" | "refused";

/** What became of an input, with the codes that say so: of the error, of what was left out, else of what was found. */
export interface Seen {
  readonly outcome: Outcome;
  readonly codes: readonly string[];
}

/** One row of the catalogue: what is tried, and what should become of it under which code; "": it says nothing. */
export type Row = readonly [input: string, outcome: Outcome, code: string, given: Given];

/** Features of the layer that is looked at, whole layers, or an own trial. */
export type Given =
  | readonly object[]
  | { readonly layers: Readonly<Record<string, unknown>>; readonly options?: CoverageOptions }
  | (() => unknown);

/** Tells what became of a layer that was given: a city is computed of it, and its books must close. */
export function see(layer: Layer, given: Given): Seen {
  let report: CoverageReport;
  try {
    if (typeof given === "function") {
      given();
      return { outcome: "accepted", codes: [] };
    }
    const { layers, options = {} } = "layers" in given ? given : { layers: { [layer]: given } };
    report = computeCoverage(cityWith(layers), options);
  } catch (error) {
    if (!(error instanceof CoverageError)) throw error;
    return { outcome: "refused", codes: [error.code] };
  }
  for (const counts of report.inputs) expectBalanced(counts);
  const counts = report.inputs.find((one) => one.layer === layer);
  const found = report.diagnostics.map(({ code }) => code);
  const leftOut = Object.keys(counts?.leftOut ?? {});
  if (leftOut.length > 0) return { outcome: "left out", codes: leftOut };
  return { outcome: (counts?.repaired ?? 0) > 0 ? "repaired" : "accepted", codes: found };
}

/** A square of so many degrees, as a ring. */
export function ring(west: number, south: number, size = 0.01): number[][] {
  return [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ];
}

/** A polygon of these rings with an id, beside a sound one. */
export function besideSound(...rings: readonly unknown[]): object[] {
  return [feature("Polygon", [ring(104.2, 30.2)], { id: "sound" }), feature("Polygon", rings, { id: "tried" })];
}
