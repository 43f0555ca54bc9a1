import type { MapCity } from "../maps/map-city.js";
import type { CoverageReport } from "../model/report.js";
import { toMimeBundle } from "./mime-bundle.js";

/**
 * What a report answers when a notebook asks how it is shown. Never throws: a cell that ends in a report must not fail
 * because of its picture.
 */
export function showInJupyter(report: CoverageReport, city: MapCity): Readonly<Record<string, string>> {
  const { navigator } = globalThis as { readonly navigator?: { readonly language?: unknown } };
  const locale = /^zh/i.test(String(navigator?.language ?? "")) ? "zh" : "en";
  try {
    return { ...toMimeBundle(report, { city, locale }) };
  } catch (error) {
    return { "text/plain": `CoverageReport (${error instanceof Error ? error.message : String(error)})` };
  }
}
