import { reportTexts } from "../base/texts/renderings/report.js";
import type { Locale } from "../base/words.js";
import type { AreaCoverage, CoverageReport } from "../model/report.js";
import type { StandardSummary } from "../model/standard-summary.js";
import { UNKNOWN_MARK } from "./format-number.js";

/** Writes the class of an area by the lines it meets: `"high"`; `"low to high"` where the data do not know all; a dash where there is none. */
export function toLineClass({ lineClasses }: StandardSummary, { lines }: AreaCoverage, locale: Locale): string {
  const nameOf = (id: string | null | undefined) =>
    lineClasses?.classes.find((one) => one.id === id)?.label[locale] ?? UNKNOWN_MARK;
  const [least, most] = [nameOf(lines?.lineClass), nameOf(lines?.lineClassCeiling)];
  return least === most ? least : reportTexts(locale)("report.lines.range", { least, most });
}

/** Tells how many lines of its standard the city meets, and how many neighborhoods are of each class; nothing where there are no classes. */
export function toLineSentences({ standard, city, neighborhoods }: CoverageReport, locale: Locale): string[] {
  const { lineClasses, requirements } = standard;
  const { lines } = city;
  if (lineClasses === undefined || lines === undefined) return [];
  const tell = reportTexts(locale);
  const counted = requirements.filter(({ necessity }) => necessity !== "label");
  const classes = [...lineClasses.classes.map(({ id, label }) => ({ id, name: label[locale] })), NO_CLASS(locale)];
  const counts = classes.flatMap(({ id, name }) => {
    const count = neighborhoods.filter((area) => (area.lines?.lineClass ?? null) === id).length;
    return count === 0 ? [] : [tell("report.lines.count", { name, count })];
  });
  return [
    tell("report.lines.city", {
      met: lines.mandatory + lines.optional,
      all: counted.length,
      name: toLineClass(standard, city, locale),
    }),
    tell("report.lines.neighborhoods", { counts: counts.join(tell("report.listSeparator")) }),
  ];
}

const NO_CLASS = (locale: Locale) => ({ id: null, name: reportTexts(locale)("report.lines.none") });
