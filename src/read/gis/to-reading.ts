import type { Diagnostics } from "../../base/diagnostics.js";
import type { Datum } from "../../base/layers.js";
import type { DiagnosticCode } from "../../base/texts/findings.js";
import type { FeatureReading } from "../../model/input.js";
import type { FileFeature } from "./place-features.js";

/**
 * Puts together what a reader gives.
 *
 * @param leftOut the findings that mean that an object of the file gave no feature
 */
export function toReading(
  features: readonly FileFeature[],
  diagnostics: Diagnostics,
  leftOut: readonly DiagnosticCode[],
  datum: Datum | undefined,
): FeatureReading {
  const counts = leftOut.map((code) => [code, diagnostics.count(code, null)] as const);
  return {
    type: "FeatureReading",
    features,
    ...(datum === undefined ? {} : { datum }),
    leftOut: Object.fromEntries(counts.filter(([, count]) => count > 0)),
    diagnostics: diagnostics.list(),
  };
}
