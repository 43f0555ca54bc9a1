import { reportTexts } from "../base/texts/renderings/report.js";
import type { Locale } from "../base/words.js";
import type { RequirementSummary } from "../model/report.js";
import { BASES, type Basis } from "../model/standard.js";

const FIELDS = ["listing", "necessity", "minutes", "metres"] as const;

/** What the threshold that was applied rests on. */
export function basisOfThreshold({ reach, basis }: Pick<RequirementSummary, "reach" | "basis">): Basis {
  return (reach === "time" ? basis.minutes : basis.metres) ?? "ours";
}

/** Counts what listing, necessity and the applied thresholds rest on, the firmest first; empty: nothing is asked for. */
export function toBasisLines(requirements: readonly RequirementSummary[], locale: Locale): string[] {
  if (requirements.length === 0) return [];
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
  if (inPrint === 0) return [tell("report.method.basis.none", values)];
  return [tell("report.method.basis.some", { ...values, inPrint })];
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
