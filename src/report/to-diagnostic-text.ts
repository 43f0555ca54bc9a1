import { assertChoice } from "../base/check-argument.js";
import type { Diagnostic } from "../base/diagnostics.js";
import { guardShape } from "../base/guard-call.js";
import { LAYERS } from "../base/layers.js";
import { reportTexts } from "../base/texts/renderings/report.js";
import type { Surface } from "../base/texts/surfaces.js";
import { SURFACE_NAMES } from "../base/texts/surfaces.js";
import { findText } from "../base/texts/translate.js";
import { joinSentences, type Locale } from "../base/words.js";
import { formatCount } from "./format-number.js";

/** Findings that count categories or networks, not features of their layer. */
const COUNTS_OTHER_THINGS = new Set<string>([
  "category.noData",
  "category.onlyAmbiguous",
  "category.hardlyKnown",
  "standard.elsewhere",
  "requirement.otherUnit",
  "requirement.noDenominator",
  "category.few",
  "network.islands",
  "population.none",
]);
/** Infos whose ids say something to people. */
const TELLS_IDS = new Set<string>([
  "population.split",
  "category.noData",
  "category.onlyAmbiguous",
  "requirement.otherUnit",
  "requirement.noDenominator",
  "category.few",
  "neighborhood.edge",
  "neighborhood.unpopulated",
]);

/**
 * Tells a warning whole: how often, where, what, which ones, and what to do. An info in short.
 *
 * @param surface who reads it: on the command line flags are recommended, and not options of functions
 */
export function toDiagnosticText(diagnostic: Diagnostic, locale: Locale = "en", surface: Surface = "library"): string {
  return guardShape("toDiagnosticText", () => {
    assertChoice("locale", locale, ["zh", "en"]);
    assertChoice("surface", surface, SURFACE_NAMES);
    const tell = reportTexts(locale);
    const { layer, count, code, severity, sampleIds, examples } = diagnostic;
    const where =
      layer === null || COUNTS_OTHER_THINGS.has(code) ? "" : `${LAYERS[layer].label[locale]}${tell("report.colon")}`;
    const start = `${formatCount(count)} × ${where}${findText(code, diagnostic.message, locale, surface)}`;
    const told = severity === "warning" ? [...examples, ...sampleIds] : samplesOfInfo(diagnostic);
    const samples =
      told.length === 0
        ? ""
        : tell("report.inBrackets", { text: `${tell("report.examples")} ${told.join(tell("report.listSeparator"))}` });
    if (severity === "info") return `${start}${samples} [${code}]`;
    const action = findText(`${code}.action`, diagnostic.action, locale, surface);
    const advice = `${tell("report.action")}${tell("report.colon")}${action} [${code}]`;
    return joinSentences([`${start}${samples}`, advice], locale);
  });
}

function samplesOfInfo({ code, examples, sampleIds }: Diagnostic): readonly string[] {
  if (examples.length > 0) return examples;
  return TELLS_IDS.has(code) ? sampleIds : [];
}
