import { reportTexts } from "../base/texts/renderings/report.js";
import type { Locale } from "../base/words.js";
import { BASES, type Basis } from "../model/standard.js";
import type { RequirementSummary } from "../model/standard-summary.js";

const FIELDS = ["listing", "necessity", "minutes", "metres"] as const;

/** What the threshold that was applied rests on. */
export function basisOfThreshold({ reach, basis }: Pick<RequirementSummary, "reach" | "basis">): Basis {
  // what has only to be there has no figure: that it is asked for is all that a text can say
  if (reach === "inside") return basis.listing;
  return (reach === "time" ? basis.minutes : basis.metres) ?? "ours";
}

/**
 * Counts what listing, necessity and the applied thresholds rest on, the firmest first, and names those thresholds that are recalled;
 * empty: nothing is asked for.
 */
export function toBasisLines(requirements: readonly RequirementSummary[], locale: Locale): string[] {
  if (requirements.length === 0) return [];
  return [toBasisCounts(requirements, locale), ...toRecalledLine(requirements, locale)];
}

/** A figure that nobody could look up is told by the name of what it is of. */
function toRecalledLine(requirements: readonly RequirementSummary[], locale: Locale): string[] {
  const tell = reportTexts(locale);
  const names = requirements.filter((one) => basisOfThreshold(one) === "recalled").map(({ label }) => label[locale]);
  if (names.length === 0) return [];
  return [tell("report.method.recalled", { names: names.join(tell("report.listSeparator")) })];
}

function toBasisCounts(requirements: readonly RequirementSummary[], locale: Locale): string {
  const tell = reportTexts(locale);
  const applied = requirements.map(basisOfThreshold);
  const count = (field: "listing" | "necessity" | "applied", found: readonly Basis[]) => {
    const counts = BASES.map((one) => [one, found.filter((other) => other === one).length] as const);
    const told = counts
      .filter(([, times]) => times > 0)
      .map(([one, times]) => `${tell(`report.basis.${one}`)} ${times}`);
    return `${tell(`report.basisOf.${field}`)}${tell("report.colon")}${told.join(tell("report.listSeparator"))}`;
  };
  const listing = requirements.map(({ basis }) => basis.listing);
  const necessity = requirements.map(({ basis }) => basis.necessity);
  const parts = [count("listing", listing), count("necessity", necessity), count("applied", applied)].join(
    tell("report.clauseSeparator"),
  );
  const inPrint = applied.filter((one) => one === "print").length;
  const values = { total: requirements.length, parts };
  if (inPrint === 0) return tell("report.method.basis.none", values);
  return tell("report.method.basis.some", { ...values, inPrint });
}

/** Tells field by field what a requirement rests on: `"listing: press; necessity: recalled; minutes: own choice"`. */
export function toBasisText({ basis }: Pick<RequirementSummary, "basis">, locale: Locale): string {
  const tell = reportTexts(locale);
  return FIELDS.flatMap((field) => {
    const found = basis[field];
    return found === null
      ? []
      : [`${tell(`report.basisOf.${field}`)}${tell("report.colon")}${tell(`report.basis.${found}`)}`];
  }).join(tell("report.clauseSeparator"));
}
