import type { ShownKind } from "../base/showing.js";
import type { Locale } from "../base/words.js";
import type { MapCity } from "../maps/map-city.js";
import type { CoverageReport } from "../model/report.js";
import { toMimeBundle } from "./mime-bundle.js";
import { toShownOutput } from "./shown-output.js";

/**
 * What a value answers when a notebook asks how it is shown. Never throws: a cell that ends in a report must not fail
 * because of its picture.
 *
 * @param context what a report is drawn with: its city, or the outlines alone
 */
export function showInJupyter(kind: ShownKind, value: object, context: unknown): Readonly<Record<string, string>> {
  const { navigator } = globalThis as { readonly navigator?: { readonly language?: unknown } };
  const locale: Locale = /^zh/i.test(String(navigator?.language ?? "")) ? "zh" : "en";
  try {
    if (kind === "report") return { ...toMimeBundle(value as CoverageReport, { city: context as MapCity, locale }) };
    const { text, html } = toShownOutput(kind, value, locale);
    return { "text/plain": text, "text/html": html };
  } catch (error) {
    return { "text/plain": `${kind} (${error instanceof Error ? error.message : String(error)})` };
  }
}
